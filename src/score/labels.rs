use std::collections::BTreeSet;

use serde::Deserialize;

use super::period::Period;

/// What a careful reader found on one page.
#[derive(Clone, Debug, Deserialize)]
pub struct PageLabels {
    /// The page's file name.
    pub document: String,
    pub(super) issue_date: IssueLabel,
    pub(super) articles: Vec<ArticleLabel>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct IssueLabel {
    pub value: Option<String>,
    #[serde(default)]
    pub accept: Vec<Option<String>>,
}

/// An article, or a standing head (`is_article` is false).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ArticleLabel {
    pub is_article: bool,
    pub title: Option<String>,
    #[serde(default)]
    pub title_must_not_be: Vec<String>,
    pub kind: String,
    #[serde(default)]
    pub kind_accept: Vec<String>,
    #[serde(default)]
    pub kind_note: String,
    pub standing_head: Option<String>,
    #[serde(default)]
    pub standing_head_accept: Vec<Option<String>>,
    #[serde(default)]
    pub reporters: Vec<String>,
    #[serde(default)]
    pub reporters_accept: Vec<String>,
    #[serde(default)]
    pub correspondents: Vec<String>,
    #[serde(default)]
    pub correspondents_accept: Vec<String>,
    #[serde(default)]
    pub photographers: Vec<String>,
    #[serde(default)]
    pub photographers_accept: Vec<String>,
    pub county: Option<String>,
    #[serde(default)]
    pub county_accept: Vec<Option<String>>,
    pub start_line: u32,
    pub end_line: u32,
    pub year: Option<i16>,
    #[serde(default)]
    pub year_accept: Vec<Option<i16>>,
    pub year_basis: Option<BasisLabel>,
    #[serde(default)]
    pub section_heads: Vec<HeadLabel>,
    #[serde(default)]
    pub run_in_heads: Vec<String>,
    #[serde(default)]
    pub captions: Vec<CaptionLabel>,
    #[serde(default)]
    pub dates: Vec<DateLabel>,
    #[serde(default)]
    pub initiatives: Vec<InitiativeLabel>,
    #[serde(default)]
    pub other_figures: Vec<FigureLabel>,
    #[serde(default)]
    pub neutral_names: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BasisLabel {
    Explicit,
    Relative,
    Inherited,
    #[serde(rename = "issue year", alias = "issue")]
    Issue,
    None,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct HeadLabel {
    pub text: String,
    pub lines: Vec<u32>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct CaptionLabel {
    pub text: String,
    pub line: u32,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct DateLabel {
    pub text: String,
    pub resolved: Option<Period>,
    #[serde(default)]
    pub accept: Vec<Option<Period>>,
    pub line: u32,
    pub end_line: Option<u32>,
    #[serde(default = "yes")]
    pub scored: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tier {
    Named,
    Measure,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct InitiativeLabel {
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub kind: String,
    #[serde(default)]
    pub kind_accept: Vec<String>,
    pub year: Option<i16>,
    #[serde(default)]
    pub year_accept: Vec<Option<i16>>,
    pub year_basis: Option<BasisLabel>,
    pub line: u32,
    pub tier: Tier,
    #[serde(default = "yes")]
    pub required: bool,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub figures: Vec<FigureLabel>,
}

impl InitiativeLabel {
    /// Its name and all others it goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct FigureLabel {
    pub text: String,
    pub value: Option<f64>,
    pub value_max: Option<f64>,
    pub value_base: Option<f64>,
    pub unit: Option<String>,
    pub line: u32,
    #[serde(default)]
    pub class: String,
    #[serde(default)]
    pub accept_under: OneOrMany,
    #[serde(default)]
    pub note: String,
}

/// One name or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        OneOrMany::Many(Vec::new())
    }
}

impl OneOrMany {
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            OneOrMany::One(name) => std::slice::from_ref(name),
            OneOrMany::Many(names) => names,
        }
        .iter()
        .map(String::as_str)
    }
}

fn yes() -> bool {
    true
}

/// What is wrong with a labels file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct LabelError {
    /// The line, from 1, where one is to blame.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// Reads the labels of one page (an object) or of several (a list).
///
/// # Errors
/// Where the text is no JSON of that form, a time is none, an article ends before it begins, or a page has two labels.
pub fn read_labels(text: &str) -> Result<Vec<PageLabels>, LabelError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let labels: Vec<PageLabels> = if text.trim_start().starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|page| vec![page])
    }
    .map_err(|error| LabelError {
        line: u32::try_from(error.line()).ok().filter(|line| *line > 0),
        what: error.to_string(),
        mend: "give the labels of a page as an object with document, issue_date and articles, or a list of such".into(),
    })?;
    let mut documents = BTreeSet::new();
    for page in &labels {
        if !documents.insert(page.document.as_str()) {
            return Err(LabelError {
                line: None,
                what: format!("{} is labelled twice", page.document),
                mend: "keep one of the two".into(),
            });
        }
        if let Some(article) = page.articles.iter().find(|article| article.start_line > article.end_line) {
            let title = article.title.as_deref().unwrap_or("without a title");
            return Err(LabelError {
                line: None,
                what: format!(
                    "{}: the article {title} ends (line {}) before it begins (line {})",
                    page.document, article.end_line, article.start_line
                ),
                mend: "give the first line as start_line and the last as end_line".into(),
            });
        }
    }
    Ok(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"{"document": "a.txt", "issue_date": {"value": null}, "articles": []}"#;

    #[test]
    fn reads_one_page_or_several() {
        assert_eq!(read_labels(PAGE).unwrap().len(), 1);
        let other = PAGE.replace("a.txt", "b.txt");
        assert_eq!(read_labels(&format!("[{PAGE},{other}]")).unwrap().len(), 2);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let error = read_labels("{\n\"document\": \"a.txt\",\n\"articles\": []}").unwrap_err();
        assert_eq!(error.line, Some(3));
        assert!(error.what.contains("issue_date"), "{error}");
        assert!(read_labels(&format!("[{PAGE},{PAGE}]")).unwrap_err().what.contains("twice"));
        let article = r#"{"is_article": true, "kind": "news", "start_line": 9, "end_line": 3}"#;
        let with = |article: &str| PAGE.replace("[]", &format!("[{article}]"));
        assert!(read_labels(&with(article)).unwrap_err().what.contains("before it begins"));
        let date = r#""dates": [{"text": "去年", "resolved": "last year", "line": 3}], "end_line": 12}"#;
        let article = article.replace("\"end_line\": 3}", date);
        assert!(read_labels(&with(&article)).unwrap_err().what.contains("last year"));
    }
}
