use crate::chart::{Language, exact};
use crate::model::{Basis, InitiativeKind, Note, NoteReason};

use super::Text;

/// Words of the page with numbers in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// So many articles.
    Articles(u32),
    /// So many initiatives.
    Initiatives(u32),
    /// So many articles were found, perhaps more, with so many initiatives.
    Found {
        /// Articles.
        articles: u32,
        /// Whether that is all of them.
        exact: bool,
        /// Initiatives.
        initiatives: u32,
    },
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
        let plural = |count: u32| if count == 1 { "" } else { "s" };
        let number = |count: u32| exact(count.into());
        match (self, language) {
            (Phrase::Articles(count), Language::ZhCn) => format!("{}篇文章", number(*count)),
            (Phrase::Articles(count), Language::En) => format!("{} article{}", number(*count), plural(*count)),
            (Phrase::Initiatives(count), Language::ZhCn) => format!("{}项举措", number(*count)),
            (Phrase::Initiatives(count), Language::En) => format!("{} initiative{}", number(*count), plural(*count)),
            (Phrase::Found { articles, exact, initiatives }, _) => {
                let (articles, initiatives) = (Phrase::Articles(*articles), Phrase::Initiatives(*initiatives));
                let about = if *exact { "" } else { language.pick("至少", "at least ") };
                let (articles, initiatives) = (articles.in_language(language), initiatives.in_language(language));
                language.pick(format!("{about}{articles}，{initiatives}"), format!("{about}{articles}, {initiatives}"))
            }
            (Phrase::Progress(bytes, whole), _) => {
                let kilobytes = |bytes: u64| exact(bytes.div_ceil(1_000));
                match whole {
                    Some(whole) => format!("{} / {} kB", kilobytes(*bytes), kilobytes(*whole)),
                    None => format!("{} kB", kilobytes(*bytes)),
                }
            }
            (Phrase::Line(line), Language::ZhCn) => format!("第{line}行"),
            (Phrase::Line(line), Language::En) => format!("line {line}"),
            (Phrase::Year(year, basis), _) => {
                let ground = match basis {
                    Basis::Explicit => Text::YearExplicit,
                    Basis::Relative => Text::YearRelative,
                    Basis::Inherited => Text::YearInherited,
                    Basis::Issue => Text::YearIssue,
                    Basis::None => Text::YearNone,
                };
                match (year, language) {
                    (None, _) => Text::YearNone.in_language(language).to_owned(),
                    (Some(year), Language::ZhCn) => format!("{year}年（{}）", ground.in_language(language)),
                    (Some(year), Language::En) => format!("{year} ({})", ground.in_language(language)),
                }
            }
            (Phrase::Page(page), Language::ZhCn) if page.contains('版') => (*page).to_owned(),
            (Phrase::Page(page), Language::ZhCn) => format!("{page}版"),
            (Phrase::Page(page), Language::En) => format!("page {page}"),
            (Phrase::Kind(kind), _) => kind_name(*kind).in_language(language).to_owned(),
            (Phrase::Note(note), _) => reason(note.reason).in_language(language).replace('#', &note.subject),
        }
    }
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
    }

    #[test]
    fn a_count_that_is_not_exact_says_so() {
        let found = Phrase::Found { articles: 3, exact: false, initiatives: 0 };
        assert_eq!(found.in_language(Language::ZhCn), "至少3篇文章，0项举措");
        assert_eq!(found.in_language(Language::En), "at least 3 articles, 0 initiatives");
    }

    #[test]
    fn a_year_says_what_it_rests_on() {
        assert_eq!(Phrase::Year(Some(2023), Basis::Issue).in_language(Language::ZhCn), "2023年（依见报日期）");
        assert_eq!(Phrase::Year(None, Basis::None).in_language(Language::En), "no year");
    }
}
