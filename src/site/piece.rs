use serde::{Deserialize, Serialize};

use super::Settings;
use super::file::digest;
use crate::engine::Document;
use crate::model::{Article, BlockKind, DateRange, PartialDate};
use crate::view::{State, Text, permalink};

/// How many characters of an article stand for it.
const SUMMARY: usize = 120;

/// What of an article stands in lists and feeds.
#[derive(Serialize, Deserialize)]
pub struct Piece {
    /// Its id in the archive.
    pub id: String,
    /// Its date.
    pub date: Option<DateRange>,
    /// Its permalink: its page's path below the site's folder.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The beginning of its text.
    pub summary: String,
    /// See [`Article`].
    pub county: Option<String>,
    /// See [`Article`].
    pub page: Option<String>,
    /// The names in its by-lines, each once.
    pub names: Vec<String>,
    /// Where the paper itself has it, if that is an address on the web.
    pub original: Option<String>,
}

/// How many digits of its mark a permalink has.
#[derive(Clone, Copy)]
pub enum Mark {
    /// Ten.
    Short = 10,
    /// All, where another article would have the same address.
    Whole = 64,
}

impl Piece {
    /// The piece of an article.
    pub fn of(Document { id, date, article, .. }: &Document, mark: Mark, settings: &Settings) -> Piece {
        let untitled = || Text::Untitled.in_language(settings.language).to_owned();
        let is_on_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
        Piece {
            id: id.clone(),
            date: *date,
            path: path(&settings.paper, id, *date, article, mark as usize),
            title: article.title.clone().or_else(|| article.display_title.clone()).unwrap_or_else(untitled),
            summary: summary(article),
            county: article.county.clone(),
            page: article.page.clone(),
            names: article.names().into_iter().map(str::to_owned).collect(),
            original: article.url.as_ref().filter(is_on_web).cloned(),
        }
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

    /// The query string that opens it in the page.
    pub fn opened(&self, settings: &Settings) -> String {
        let state = State { article: Some(self.id.clone()), ..State::new(settings.language) };
        permalink(&state, settings.language)
    }
}

fn summary(article: &Article) -> String {
    let text = article.texts(BlockKind::Paragraph).next().unwrap_or_default();
    let mut summary: String = text.chars().take(SUMMARY).collect();
    if summary.len() < text.len() {
        summary.push('…');
    }
    summary
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
