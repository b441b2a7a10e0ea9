use std::collections::HashSet;

use super::Settings;
use super::file::digest;
use crate::engine::Document;
use crate::model::{Article, BlockKind, DateRange, PartialDate};
use crate::view::{State, Text, permalink};

/// How many characters of an article stand for it.
const SUMMARY: usize = 120;

/// An article of the site.
pub struct Piece<'a> {
    /// Its id in the archive.
    pub id: &'a str,
    /// Its date.
    pub date: Option<DateRange>,
    /// The article.
    pub article: &'a Article,
    /// Its permalink: its page's path below the site's folder.
    pub path: String,
    /// What it is called.
    pub title: String,
}

impl<'a> Piece<'a> {
    /// Every article of an archive, the newest first, those of one day in the archive's order, those without a date last.
    pub fn all(documents: &'a [Document], settings: &Settings) -> Vec<Piece<'a>> {
        let mut taken = HashSet::new();
        let mut pieces: Vec<Piece> = documents
            .iter()
            .map(|document| {
                let article = &document.article;
                let untitled = Text::Untitled.in_language(settings.language).to_owned();
                let title = article.title.clone().or_else(|| article.display_title.clone()).unwrap_or(untitled);
                let mut path = path(&settings.paper, &document.id, document.date, article, 10);
                if !taken.insert(path.clone()) {
                    path = self::path(&settings.paper, &document.id, document.date, article, 64);
                }
                Piece { id: &document.id, date: document.date, article, path, title }
            })
            .collect();
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.date.and_then(|date| date.last.last_day())));
        pieces
    }

    /// The beginning of its text.
    pub fn summary(&self) -> String {
        let text = self.article.texts(BlockKind::Paragraph).next().unwrap_or_default();
        let mut summary: String = text.chars().take(SUMMARY).collect();
        if summary.len() < text.len() {
            summary.push('…');
        }
        summary
    }

    /// The day from which it can have been printed, for those who want a full day.
    pub fn day(&self) -> Option<crate::model::Day> {
        self.date?.first.first_day()
    }

    /// Its date, where it is one date and no range: `2024-03-05`, `2024-03`, `2024`.
    pub fn printed(&self) -> Option<String> {
        self.date.filter(|date| date.first == date.last).map(|date| date.to_string())
    }

    /// The month that it is listed under: `2024-03`; a year where no month is known.
    pub fn month(&self) -> Option<String> {
        Some(match self.date?.first {
            PartialDate::Day(day) => format!("{:04}-{:02}", day.year(), day.month()),
            coarser => coarser.to_string(),
        })
    }

    /// Where the paper itself has it, if that is an address on the web.
    pub fn original(&self) -> Option<&str> {
        self.article.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }

    /// The query string that opens it in the page.
    pub fn opened(&self, settings: &Settings) -> String {
        let state = State { article: Some(self.id.to_owned()), ..State::new(settings.language) };
        permalink(&state, settings.language)
    }
}

fn path(paper: &str, id: &str, date: Option<DateRange>, article: &Article, digits: usize) -> String {
    let date = date.map_or("undated".to_owned(), |date| date.to_string().replace('/', "_"));
    let page: String = article
        .page
        .iter()
        .flat_map(|page| page.chars())
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let page = if page.is_empty() { "0" } else { &page };
    let mark: String = digest(id.as_bytes()).chars().take(digits).collect();
    format!("articles/{paper}-{date}-{page}-{}-{mark}.html", article.order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permalink_says_paper_date_page_and_number() {
        let article = Article { order: 2, page: Some("A04版".into()), ..Article::default() };
        let path = |date: &str| path("qinghe", "x#2", date.parse().ok(), &article, 10);
        assert!(path("2024-03-05").starts_with("articles/qinghe-2024-03-05-a04-2-"));
        assert!(path("2024-02/2024-03").starts_with("articles/qinghe-2024-02_2024-03-a04-2-"));
        assert!(path("").starts_with("articles/qinghe-undated-a04-2-"));
        assert_eq!(path("2024"), path("2024"));
    }
}
