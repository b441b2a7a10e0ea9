//! JSON Lines: one article a line. `id`, `title` and `body` are required; `date`, `county`, `reporters`, `url` and `page`
//! may be given.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rayon::prelude::*;
use serde_json::{Map, Value};

use super::source::Source;
use super::{day, dump};
use crate::model::{Article, Block, BlockKind, IssueBasis, IssueDate, Page, Problem};

const KNOWN: [&str; 8] = ["id", "title", "body", "date", "county", "reporters", "url", "page"];

/// What is known of the lines before those that are read.
#[derive(Default)]
pub(super) struct JsonLines {
    /// How many lines were read before.
    pub lines: u32,
    articles: u32,
    /// The ids that were given, each with its line.
    given: HashMap<String, u32>,
}

impl JsonLines {
    /// Reads each line into an article of `page`. A broken line is a problem and costs no other.
    pub fn read(&mut self, source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
        let lines: Vec<(u32, &str)> = (self.lines + 1..).zip(text.split('\n')).collect();
        let read: Vec<_> = lines.into_par_iter().map(|(line, raw)| read_line(source, line, raw)).collect();
        for (article, its_problems) in read {
            problems.extend(its_problems);
            let Some(mut article) = article else { continue };
            let line = article.start_line;
            match self.given.entry(article.id.clone().unwrap_or_default()) {
                Entry::Occupied(given) => {
                    let (id, first) = (given.key(), given.get());
                    problems.push(source.problem(
                        Some(line),
                        format!("the id “{id}” was given on line {first} already; this article is left out"),
                        "give each article an id of its own",
                    ));
                }
                Entry::Vacant(place) => {
                    place.insert(line);
                    self.articles = self.articles.saturating_add(1);
                    article.order = self.articles;
                    page.articles.push(article);
                }
            }
        }
    }
}

/// Reads one line into an article; a blank one is none.
fn read_line(source: &Source, line: u32, raw: &str) -> (Option<Article>, Vec<Problem>) {
    if raw.trim().is_empty() {
        return (None, Vec::new());
    }
    let fields = match serde_json::from_str::<Value>(raw) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => {
            let problem = source.problem(
                Some(line),
                "the line is JSON but not an object",
                "write one object a line: {\"id\":…,\"title\":…,\"body\":…}",
            );
            return (None, vec![problem]);
        }
        Err(error) => {
            let problem = source.problem(
                Some(line),
                format!("the line is not JSON: {} at character {}", reason(&error), error.column()),
                "write one whole JSON object a line, without line breaks inside it",
            );
            return (None, vec![problem]);
        }
    };
    let mut problems = Vec::new();
    let article = Reader { source, line, fields: &fields, problems: &mut problems }.article();
    (article, problems)
}

/// The parser's message without its own line and column.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

struct Reader<'a> {
    source: &'a Source,
    line: u32,
    fields: &'a Map<String, Value>,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn article(&mut self) -> Option<Article> {
        let id = self.required("id");
        let title = self.required("title");
        let body = self.required("body");
        let (id, title, body) = (id?, title?, body?);
        for key in self.fields.keys().filter(|key| !KNOWN.contains(&key.as_str())) {
            self.problem(
                format!("the field “{key}” is not known and was passed over"),
                format!("the known fields are {}", KNOWN.join(", ")),
            );
        }
        let county = self.optional("county");
        let mut article = Article {
            title: Some(title).filter(|title| !title.trim().is_empty()),
            county_evidence: county.as_ref().map(|county| format!("county: {county}")),
            county,
            start_line: self.line,
            end_line: self.line,
            id: Some(id),
            url: self.optional("url"),
            page: self.optional("page"),
            date: self.date(),
            blocks: paragraphs(&body, self.line),
            ..Article::default()
        };
        dump::label(&mut article);
        let reporters = self.reporters();
        if !reporters.is_empty() {
            article.reporters = reporters;
        }
        Some(article)
    }

    fn problem(&mut self, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(self.source.problem(Some(self.line), what, mend));
    }

    /// A text; a number counts as one, as identifiers and page numbers are often written so.
    fn text(&mut self, key: &str) -> Option<String> {
        match self.fields.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            other => {
                let kind = kind_of(other);
                self.problem(format!("the field “{key}” is {kind}, not a text"), format!("write \"{key}\":\"…\""));
                None
            }
        }
    }

    fn required(&mut self, key: &str) -> Option<String> {
        if matches!(self.fields.get(key), None | Some(Value::Null)) {
            self.problem(
                format!("the field “{key}” is missing; this article is left out"),
                format!("add \"{key}\":\"…\" to the line"),
            );
            return None;
        }
        let text = self.text(key)?;
        if key == "id" && text.trim().is_empty() {
            self.problem("the field “id” is empty; this article is left out", "give each article an id of its own");
            return None;
        }
        Some(text)
    }

    fn optional(&mut self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn reporters(&mut self) -> Vec<String> {
        match self.fields.get("reporters") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::String(names)) => split_names(names),
            Some(Value::Array(names)) if names.iter().all(Value::is_string) => names
                .iter()
                .filter_map(Value::as_str)
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect(),
            Some(_) => {
                self.problem(
                    "the field “reporters” is neither a text nor a list of texts",
                    "write \"reporters\":[\"…\",\"…\"]",
                );
                Vec::new()
            }
        }
    }

    fn date(&mut self) -> Option<IssueDate> {
        let text = self.optional("date")?;
        match day::parse(&text) {
            Ok(date) => Some(IssueDate {
                value: Some(date),
                basis: IssueBasis::FrontMatter,
                evidence: Some(format!("date: {text}")),
            }),
            Err(error) => {
                self.problem(
                    format!("the field “date”: {error}"),
                    "write \"date\":\"2024-03-01\", or as much of it as is known",
                );
                None
            }
        }
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Names parted by commas, ideographic commas, semicolons or spaces.
pub(super) fn split_names(names: &str) -> Vec<String> {
    let pieces: Vec<&str> =
        names.split(['、', ',', '，', ';', '；', ' ', '\u{3000}', '\t']).filter(|name| !name.is_empty()).collect();
    super::name::join(&pieces)
}

/// A body's lines are its paragraphs: nothing but white space around them is left out. What each of them is, is told later.
fn paragraphs(body: &str, line: u32) -> Vec<Block> {
    body.split('\n')
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| Block::on_line(BlockKind::Paragraph, paragraph, line))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    fn page(text: &str) -> (Page, Vec<Problem>) {
        read(&Source { path: "data/a.jsonl".to_owned(), document: "a.jsonl".to_owned() }, text.as_bytes())
    }

    #[test]
    fn each_line_is_an_article() {
        let (page, problems) = page(concat!(
            r#"{"id":"a1","title":"云溪县清淤队进村","body":"　　老渠清了淤。\n\n　　水流到了田里。 ","date":"2024-03-01","county":"云溪县","reporters":"林一舟、许 岚","url":"https://paper.example/1","page":4}"#,
            "\n\n",
            r#"{"id":2,"title":"","body":"一段。","reporters":["何川"]}"#,
            "\n"
        ));
        assert_eq!(problems, []);
        let [first, second] = page.articles.as_slice() else { panic!("{page:?}") };
        let texts: Vec<&str> = first.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["老渠清了淤。", "水流到了田里。"]);
        assert!(first.blocks.iter().all(|block| block.lines == [(0, 1)]));
        assert_eq!(first.county_evidence.as_deref(), Some("county: 云溪县"));
        assert_eq!(first.reporters, ["林一舟", "许岚"]);
        assert_eq!(first.page.as_deref(), Some("4"));
        let date = first.date.as_ref().unwrap();
        assert_eq!((date.basis, date.value.unwrap().to_string()), (IssueBasis::FrontMatter, "2024-03-01".to_owned()));
        assert_eq!((second.order, second.id.as_deref(), second.start_line), (2, Some("2"), 3));
        assert_eq!((second.title.as_deref(), second.display_title.as_deref()), (None, Some("一段")));
    }

    #[test]
    fn the_body_says_who_wrote_it_unless_a_field_does() {
        let (page, problems) = page(concat!(
            r#"{"id":"a","title":"老渠清了淤","body":"本报记者 林一舟\n云溪县的老渠清了淤。\n渠边的树\n树绿了。（通讯员 许岚）\n村民在渠边散步。 何川 摄\n责编：郑小满"}"#,
            "\n",
            r#"{"id":"b","title":"梨花开了","body":"本报讯（记者 林一舟）梨花开了。","reporters":"何川"}"#,
            "\n"
        ));
        assert_eq!(problems, []);
        let [first, second] = page.articles.as_slice() else { panic!("{page:?}") };
        assert_eq!((first.reporters.join(" "), first.correspondents.join(" ")), ("林一舟".into(), "许岚".into()));
        assert_eq!(first.photographers, ["何川"]);
        assert_eq!(first.texts(BlockKind::SectionHead).collect::<Vec<_>>(), ["渠边的树"]);
        assert_eq!(first.blocks.len(), 6);
        assert_eq!(second.reporters, ["何川"]);
    }

    #[test]
    fn a_broken_line_costs_no_other() {
        let (page, problems) = page(concat!(
            "{\"id\":\"a\",\"title\":\"甲\",\"body\":\"一\"}\n",
            "{\"id\":\"b\",\"title\":\n",
            "[1]\n",
            "{\"id\":\"c\",\"title\":\"丙\"}\n",
            "{\"id\":\"a\",\"title\":\"又甲\",\"body\":\"二\"}\n",
            "{\"id\":\"d\",\"title\":\"丁\",\"body\":\"三\",\"date\":\"明天\"}\n",
        ));
        let ids: Vec<&str> = page.articles.iter().filter_map(|article| article.id.as_deref()).collect();
        assert_eq!(ids, ["a", "d"]);
        let lines: Vec<Option<u32>> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(2), Some(3), Some(4), Some(5), Some(6)]);
        for (problem, word) in
            problems.iter().zip(["not JSON", "not an object", "“body” is missing", "line 1", "“date”"])
        {
            assert!(problem.what.contains(word), "{}", problem.what);
        }
    }
}
