use crate::view::Language;

/// Words of pages that are there without JavaScript. The page itself does not have to load them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The heading over all articles.
    AllArticles,
    /// What lacks a date.
    Undated,
    /// The link to an article in the page.
    OpenInArchive,
    /// The link to the paper's own page.
    Original,
    /// The name of a county's feed.
    Feed,
    /// That more can be done with JavaScript.
    NeedsScript,
}

impl Words {
    /// The wording in a language.
    pub fn in_language(self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Words::AllArticles => ("全部文章", "All articles"),
            Words::Undated => ("日期不详", "Undated"),
            Words::OpenInArchive => ("在档案中打开", "Open in the archive"),
            Words::Original => ("原文", "Original"),
            Words::Feed => ("订阅", "Feed"),
            Words::NeedsScript => ("检索需要 JavaScript。", "Searching needs JavaScript."),
        };
        language.pick(chinese, english)
    }
}
