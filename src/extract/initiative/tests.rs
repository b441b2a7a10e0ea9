use super::*;
use crate::extract::time::date_article;
use crate::model::{Article, Basis, Block, BlockKind, DateRange, InitiativeKind};

mod deeds;
mod edges;
mod gone_on;
mod linked;
mod named;

fn names(text: &str) -> Vec<String> {
    find_named(text).into_iter().map(|found| found.name).collect()
}

/// An article of one paragraph a text, read in an issue of a date.
fn article(title: &str, paragraphs: &[&str], issue: &str) -> Article {
    let blocks = paragraphs.iter().zip(3..).map(|(text, line)| Block::on_line(BlockKind::Paragraph, *text, line));
    let mut article = Article {
        order: 1,
        title: Some(title.to_owned()),
        county: Some("云溪县".to_owned()),
        blocks: blocks.collect(),
        ..Article::default()
    };
    let issue: Option<DateRange> = issue.parse().ok();
    date_article(&mut article, issue);
    find_initiatives(&mut article, issue);
    article
}

/// Each initiative with the values of its figures.
fn owned(article: &Article) -> Vec<(String, Vec<f64>)> {
    let figures = |figures: &[crate::model::Figure]| figures.iter().map(|figure| figure.value).collect();
    article.initiatives.iter().map(|one| (one.name.clone(), figures(&one.figures))).collect()
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "[“”《》、，。的等一二三十百万余年月日前后至以来第近打造开展行动工程个名人0-9a%]{0,60}") {
        let count = text.chars().count() as u32;
        for found in find_named(&text) {
            proptest::prop_assert!(found.start < found.end && found.end <= count);
        }
        for date in crate::extract::time::find_dates(&text, "2024-02/2024-03".parse().ok()) {
            proptest::prop_assert!(date.start < date.end && date.end <= count);
            proptest::prop_assert!(date.from.is_none() || date.to.is_none() || date.from <= date.to, "{date:?}");
        }
        article(&text, &[&text, &text], "2024-03-05");
    }
}
