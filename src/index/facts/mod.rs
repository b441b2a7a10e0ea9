//! What was understood of the articles: section `FACT`, a list of the dates, figures and initiatives of each article
//! in the order of `DOCS`, in postcard's wire format. Every fact has its span in its article's text.

mod reader;
mod writer;

pub(in crate::index) use reader::basis;
pub use reader::read;
pub use writer::write;

use crate::model::{DateMention, Figure, Initiative};

/// The facts of one article, as they stand in the section.
type Facts = (Vec<DateMention>, Vec<Figure>, Vec<Initiative>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{FormatError, Reader, Writer};
    use crate::index::documents::{self, Document};
    use crate::model::{
        Article, ArticleKind, Basis, Block, BlockKind, Info, InitiativeKind, IssueBasis, IssueDate, Span,
    };

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

    fn written(info: &Info, documents: &[Document]) -> Vec<u8> {
        let mut archive = Writer::new();
        documents::write(&mut archive, info, documents);
        write(&mut archive, documents);
        archive.finish()
    }

    fn read_back(bytes: &[u8]) -> Result<(Info, Vec<Document>), FormatError> {
        let archive = Reader::open(bytes)?;
        let (info, mut documents) = documents::read(&archive)?;
        read(&archive, &mut documents)?;
        Ok((info, documents))
    }

    #[test]
    fn every_field_and_kind_comes_back() {
        let info = Info {
            format: 1,
            region: Some("青禾市".into()),
            counties: vec!["云溪县".into()],
            articles: 2,
            initiatives: 3,
            characters: 5_000_000_000,
            first_date: "2022".parse().ok(),
            last_date: "2024-03".parse().ok(),
        };
        let documents: Vec<Document> = (0..9).map(document).chain([Document::default()]).collect();
        assert_eq!(read_back(&written(&info, &documents)), Ok((info, documents)));
    }

    #[test]
    fn a_fact_outside_its_article_is_an_error() {
        let mut outside = document(0);
        outside.article.initiatives[0].span.end = 5;
        let error = read_back(&written(&Info::default(), &[outside])).unwrap_err();
        assert_eq!(error.code(), "corrupt", "{error}");
    }
}
