//! What was understood of the articles, section `FACT`: for each article in turn lists of its dates, its figures and its
//! initiatives. Every fact has its span in its article's text, and its words and its line mostly follow from that.
//!
//! | a date | a figure | an initiative |
//! |---|---|---|
//! | span | span | span |
//! | flags: what it rests on; 8: first day; 16: last day | flags: `FigureFlag` | kind + 16 × what its year rests on; flags: `InitiativeFlag` |
//! | first day, less the first of the article's date; last day, less that | words; line | words; line |
//! | words; line | number; the end of a range | county, unless the article's, coded |
//! | | unit: how many characters from the end of the words, or coded | year, unless the article's |
//! | | | figures |
//!
//! A span is block, start and end: the block less that of the span before; the start less that of the span before where the block is
//! the same; the end less the start. Words (coded, as in [`crate::index::phrases`]) stand only where bit 64 of the flags says that
//! they are not those of the span, and a line only where bit 128 says that it is not that of the span's beginning. A number is a whole
//! number times 8 plus the number of decimal places that it is to be shifted by, at most 6; or 7, and a double follows.

mod reader;
mod writer;

pub use reader::read;
pub use writer::write;

use super::documents::Document;
use crate::model::{Article, Basis, DateRange, Day, InitiativeKind, Span};

#[derive(Clone, Copy, Debug)]
enum FigureFlag {
    Approx,
    IsRange,
    EndsWithUnit,
}

#[derive(Clone, Copy, Debug)]
enum InitiativeFlag {
    SameCounty,
    HasCounty,
    SameYear,
    HasYear,
}

/// What stands for a double.
const RAW: i64 = 7;
const SCALES: [f64; 7] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];
/// What a date or a year can rest on.
pub(in crate::index) const YEAR_BASES: [Basis; 5] =
    [Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None];
/// What initiatives are, by number.
pub(in crate::index) const INITIATIVE_KINDS: [InitiativeKind; 9] = {
    use InitiativeKind::{Award, Brand, Campaign, Event, Measure, Mechanism, Platform, Project, Venue};
    [Project, Campaign, Mechanism, Brand, Venue, Event, Award, Platform, Measure]
};

/// The place of one of several.
pub(in crate::index) fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or_default()
}

/// The day that an article's dates are counted from.
fn anchor(document: &Document) -> i32 {
    let first = |date: DateRange| date.first.first_day();
    document.date.and_then(first).map_or(0, Day::to_days)
}

/// The words that stand at a span; `None` outside the article.
pub fn words(article: &Article, span: Span) -> Option<&str> {
    let text = article.blocks.get(span.block as usize)?.text.as_str();
    let start = after(text, (0, 0), span.start)?;
    text.get(start..after(text, (span.start, start), span.end)?)
}

/// The byte that `character` of a text begins at, or at which the text ends; `None` beyond. That of one before it, or of itself,
/// is known.
fn after(text: &str, known: (u32, usize), character: u32) -> Option<usize> {
    let (before, byte) = known;
    let count = character.checked_sub(before)? as usize;
    let rest = text.get(byte..)?;
    let Some(last) = count.checked_sub(1) else { return Some(byte) };
    // No need to look: a text of n bytes has at most n characters.
    let (at, c) = (count <= rest.len()).then(|| rest.char_indices().nth(last))??;
    Some(byte + at + c.len_utf8())
}

fn line_of(article: &Article, span: Span) -> u32 {
    article.blocks.get(span.block as usize).map_or(0, |block| block.line_at(span.start))
}

#[cfg(test)]
mod tests {

    use super::*;
    use proptest::prelude::*;

    use crate::format::{Decoder, FormatError, Room};
    use crate::index::documents::{self, Sections, Stored};
    use crate::index::phrases::{PhraseWriter, Phrases, Scale};
    use crate::model::{ArticleKind, Block, BlockKind, DateMention, Figure, Initiative, IssueBasis, IssueDate};

    fn figure(value: f64, value_max: Option<f64>) -> Figure {
        let span = Span { block: 0, start: 2, end: 4 };
        Figure {
            text: "6条".into(), value, value_max, unit: "条".into(), approx: value_max.is_some(), line: 300, span
        }
    }

    /// A document in which no two fields are alike, of the kinds at a place in their lists.
    fn document(place: usize) -> Document {
        use InitiativeKind::{Award, Brand, Campaign, Event, Measure, Mechanism, Platform, Project, Venue};
        let basis = [Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None][place % 5];
        let span = Span { block: 0, start: 0, end: 2 };
        let initiative = Initiative {
            name: "“清溪行动”".into(),
            kind: [Project, Campaign, Mechanism, Brand, Venue, Event, Award, Platform, Measure][place],
            county: Some("云溪县".into()),
            year: Some(2023),
            year_basis: basis,
            line: 301,
            span,
            figures: vec![figure(1.5, Some(-2.0)), figure(8.0, None)],
        };
        let date = DateMention {
            text: "去年".into(),
            line: 302,
            from: "2022-01-01".parse().ok(),
            to: (place > 0).then_some("2022-12-31".parse().unwrap()),
            basis,
            span,
        };
        let issued = IssueDate {
            value: "2024-03-05".parse().ok(),
            basis: [
                IssueBasis::Option,
                IssueBasis::FrontMatter,
                IssueBasis::FileName,
                IssueBasis::Text,
                IssueBasis::None,
            ][place % 5],
            evidence: Some("三月五日".into()),
        };
        let kind = [BlockKind::Paragraph, BlockKind::SectionHead, BlockKind::Caption, BlockKind::Byline][place % 4];
        let article = Article {
            order: 1,
            title: Some("题".into()),
            title_lines: Vec::new(),
            display_title: Some("自拟".into()),
            standing_head: Some("专栏".into()),
            kind: [ArticleKind::News, ArticleKind::Profile, ArticleKind::Photo][place % 3],
            start_line: 200,
            end_line: 70_000,
            reporters: vec!["甲".into(), "乙".into()],
            correspondents: vec!["丙".into()],
            photographers: vec!["丁".into()],
            id: Some("id".into()),
            url: Some("url".into()),
            page: Some("04".into()),
            date: Some(issued),
            blocks: vec![Block { kind, text: "清理6条".into(), lines: vec![(0, 3), (2, 4)] }],
            county: Some("临汐县".into()),
            county_evidence: Some("临汐".into()),
            year: Some(-1),
            year_basis: basis,
            dates: vec![date],
            figures: vec![figure(6.0, None)],
            initiatives: vec![initiative],
        };
        Document { id: "a".into(), document: "b".into(), date: "2024-02/2024-03".parse().ok(), article }
    }

    fn written(documents: &[Document]) -> (Sections, Phrases) {
        let texts = documents.iter().flat_map(|document| &document.article.blocks).map(|block| block.text.as_str());
        let writer = PhraseWriter::train(texts, Scale { singles: 5, phrases: 5 });
        let phrases = Phrases::read(&mut Decoder::new(&writer.section()));
        (documents::write(documents, &writer), phrases)
    }

    fn read_back((sections, phrases): &(Sections, Phrases), count: u32) -> Result<Vec<Document>, FormatError> {
        let Sections { documents, facts, texts } = sections;
        let mut read = Vec::new();
        documents::read(stored([documents, facts, texts]), count, phrases, &mut |document, _| {
            read.push((*document).clone())
        })?;
        Ok(read)
    }

    fn stored(sections: [&[u8]; 3]) -> Stored<'_> {
        let room = Room::of(sections.concat().len());
        let [documents, facts, texts] = sections.map(|bytes| Decoder::within(bytes, room.clone()));
        Stored { documents, facts, texts }
    }

    #[test]
    fn every_field_and_kind_comes_back() {
        let documents: Vec<Document> = (0..9).map(document).chain([Document::default()]).chain([document(3)]).collect();
        assert_eq!(read_back(&written(&documents), 11), Ok(documents));
    }

    #[test]
    fn a_fact_outside_its_article_is_an_error() {
        for (start, end) in [(0, 5), (5, 5), (3, 2)] {
            let mut outside = document(0);
            outside.article.initiatives[0].span = Span { block: 0, start, end };
            let error = read_back(&written(&[outside]), 1).unwrap_err();
            assert_eq!(error.code(), "corrupt", "{error}");
        }
    }

    #[test]
    fn texts_that_end_too_soon_or_too_late_are_an_error() {
        let (sections, phrases) = written(&[document(0), document(1)]);
        for change in [|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 1), |bytes: &mut Vec<u8>| bytes.push(0)] {
            let mut wrong = [sections.clone(), sections.clone(), sections.clone()];
            change(&mut wrong[0].documents);
            change(&mut wrong[1].facts);
            change(&mut wrong[2].texts);
            for wrong in wrong {
                let error = read_back(&(wrong, Phrases::default()), 2).unwrap_err();
                assert_eq!(error.code(), "corrupt", "{error}");
            }
        }
        let good = (sections, phrases);
        assert!(read_back(&good, 2).is_ok());
        assert!(read_back(&good, 1).is_err() && read_back(&good, 3).is_err(), "another number of articles");
    }

    proptest! {
        #[test]
        fn any_number_comes_back(value in any::<f64>().prop_filter("a number", |value| !value.is_nan())) {
            let mut documents = vec![document(0)];
            documents[0].article.figures = vec![figure(value, Some(value.trunc())), figure(value / 8.0, None)];
            prop_assert_eq!(read_back(&written(&documents), 1), Ok(documents));
        }

        #[test]
        fn any_bytes_can_be_read(
            documents in proptest::collection::vec(any::<u8>(), 0..80),
            facts in proptest::collection::vec(any::<u8>(), 0..80),
            texts in proptest::collection::vec(any::<u8>(), 0..80),
        ) {
            let (good, phrases) = written(&[document(0), document(1)]);
            let Sections { documents: good_documents, facts: good_facts, texts: good_texts } = &good;
            for sections in [
                [&documents[..], &facts, &texts],
                [good_documents, &facts, good_texts],
                [&documents, good_facts, good_texts],
            ] {
                let _ = documents::read(stored(sections), 2, &phrases, &mut |_, _| ());
            }
        }
    }
}
