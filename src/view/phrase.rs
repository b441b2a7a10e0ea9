use crate::chart::{Language, exact, short};
use crate::model::{Basis, InitiativeKind, Note, NoteReason};

use super::Text;

/// Words of the page with numbers in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// So many articles.
    Articles(u32),
    /// So many initiatives.
    Initiatives(u32),
    /// So many articles, about.
    ManyArticles(u32),
    /// So many initiatives, about.
    ManyInitiatives(u32),
    /// So many articles were found, with so many initiatives.
    Found(u32, u32),
    /// One of so many pages of hits.
    PageOf(u32, u32),
    /// One of so many hits, counted from 1.
    HitOf(u32, u32),
    /// So many bytes have come, of so many where that is known.
    Progress(u64, Option<u64>),
    /// A line of the source.
    Line(u32),
    /// A year of an article or an initiative, and what it rests on.
    Year(Option<i16>, Basis),
    /// A page of the paper.
    Page(&'a str),
    /// What an initiative is.
    Kind(InitiativeKind),
    /// How the query was taken.
    Note(&'a Note),
}

impl Phrase<'_> {
    /// The wording in a language.
    pub fn in_language(&self, language: Language) -> String {
        let say = |words| language.say(words);
        // A number between the words around it; English tells one from many.
        let count = |number: String, one: bool, words: [&'static str; 3]| {
            number + say(words) + if one || language != Language::En { "" } else { "s" }
        };
        let articles = ["篇文章", "篇文章", " article"];
        let initiatives = ["项举措", "項舉措", " initiative"];
        match self {
            Phrase::Articles(many) => count(exact((*many).into()), *many == 1, articles),
            Phrase::Initiatives(many) => count(exact((*many).into()), *many == 1, initiatives),
            Phrase::ManyArticles(many) => count(short((*many).into(), language), *many == 1, articles),
            Phrase::ManyInitiatives(many) => count(short((*many).into(), language), *many == 1, initiatives),
            Phrase::Found(articles, initiatives) => {
                let articles = Phrase::Articles(*articles).in_language(language);
                let initiatives = Phrase::Initiatives(*initiatives).in_language(language);
                [&articles, say(["，", "，", ", "]), &initiatives].concat()
            }
            Phrase::PageOf(page, pages) => between(say(["第#页，共#页", "第#頁，共#頁", "page # of #"]), *page, *pages),
            Phrase::HitOf(place, total) => {
                between(say(["结果第#篇，共#篇", "結果第#篇，共#篇", "result # of #"]), *place, *total)
            }
            Phrase::Progress(bytes, whole) => {
                let mut told = exact(bytes.div_ceil(1_000) as f64);
                if let Some(whole) = whole {
                    told += " / ";
                    told += &exact(whole.div_ceil(1_000) as f64);
                }
                told + " kB"
            }
            Phrase::Line(line) => say(["第#行", "第#行", "line #"]).replace('#', &line.to_string()),
            Phrase::Year(year, basis) => {
                let ground = match basis {
                    Basis::Explicit => Text::YearExplicit,
                    Basis::Relative => Text::YearRelative,
                    Basis::Inherited => Text::YearInherited,
                    Basis::Issue => Text::YearIssue,
                    Basis::None => Text::YearNone,
                };
                let ground = ground.in_language(language);
                match year {
                    None => Text::YearNone.in_language(language).to_owned(),
                    Some(year) => {
                        let [before, after] = language.pick(["年（", "）"], [" (", ")"]);
                        [&year.to_string(), before, ground, after].concat()
                    }
                }
            }
            Phrase::Page(page) if page.contains('版') && language != Language::En => (*page).to_owned(),
            Phrase::Page(page) => say(["#版", "#版", "page #"]).replace('#', page),
            Phrase::Kind(kind) => kind_name(*kind).in_language(language).to_owned(),
            Phrase::Note(note) => reason(note.reason).of(&note.subject, language),
        }
    }
}

/// Words with two numbers in them.
fn between(words: &str, first: u32, second: u32) -> String {
    words.replacen('#', &exact(first.into()), 1).replacen('#', &exact(second.into()), 1)
}

fn kind_name(kind: InitiativeKind) -> Text {
    match kind {
        InitiativeKind::Project => Text::KindProject,
        InitiativeKind::Campaign => Text::KindCampaign,
        InitiativeKind::Mechanism => Text::KindMechanism,
        InitiativeKind::Brand => Text::KindBrand,
        InitiativeKind::Venue => Text::KindVenue,
        InitiativeKind::Event => Text::KindEvent,
        InitiativeKind::Award => Text::KindAward,
        InitiativeKind::Platform => Text::KindPlatform,
        InitiativeKind::Measure => Text::KindMeasure,
    }
}

/// The wording of a reason, with `#` where its subject goes.
fn reason(reason: NoteReason) -> Text {
    match reason {
        NoteReason::TooLong => Text::NoteTooLong,
        NoteReason::TooMany => Text::NoteTooMany,
        NoteReason::UnknownFilter => Text::NoteUnknownFilter,
        NoteReason::NoSuchValue => Text::NoteNoSuchValue,
        NoteReason::LeftOut => Text::NoteLeftOut,
        NoteReason::Parts => Text::NoteParts,
        NoteReason::Pinyin => Text::NotePinyin,
        NoteReason::Cut => Text::NoteCut,
        NoteReason::Nearest => Text::NoteNearest,
        NoteReason::OpenQuote => Text::NoteOpenQuote,
        NoteReason::Sound => Text::NoteSound,
        NoteReason::Near => Text::NoteNear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_no_plural() {
        assert_eq!(Phrase::Articles(1).in_language(Language::En), "1 article");
        assert_eq!(Phrase::Articles(1_200).in_language(Language::En), "1,200 articles");
        assert_eq!(Phrase::Articles(1).in_language(Language::ZhCn), "1篇文章");
        assert_eq!(Phrase::Initiatives(2).in_language(Language::ZhTw), "2項舉措");
    }

    #[test]
    fn large_numbers_are_short_where_they_only_give_an_idea() {
        assert_eq!(Phrase::ManyArticles(20_000).in_language(Language::ZhCn), "2万篇文章");
        assert_eq!(Phrase::ManyArticles(12_345).in_language(Language::ZhTw), "1.2萬篇文章");
        assert_eq!(Phrase::PageOf(3, 1_000).in_language(Language::ZhCn), "第3页，共1,000页");
        assert_eq!(Phrase::HitOf(3, 12).in_language(Language::En), "result 3 of 12");
    }

    #[test]
    fn a_year_says_what_it_rests_on() {
        assert_eq!(Phrase::Year(Some(2023), Basis::Issue).in_language(Language::ZhCn), "2023年（依见报日期）");
        assert_eq!(Phrase::Year(None, Basis::None).in_language(Language::En), "no year");
    }
}
