use std::str::FromStr;

use serde::Serialize;

use crate::model::{Article, DateRange, PartialDate};

/// Where a paper's own site has an article, with fields in braces: `https://news.example/{year}/{month}/{id}.html`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UrlTemplate(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
enum Part {
    Text(String),
    Field(Field),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
enum Field {
    Id,
    Document,
    Date,
    Year,
    Month,
    Day,
    Page,
    Number,
}

const FIELDS: [(&str, Field); 8] = [
    ("id", Field::Id),
    ("document", Field::Document),
    ("date", Field::Date),
    ("year", Field::Year),
    ("month", Field::Month),
    ("day", Field::Day),
    ("page", Field::Page),
    ("number", Field::Number),
];

/// A text that is no template of addresses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATemplate {
    /// It is no web address.
    #[error("a template begins with https:// or http://, as in https://news.example/{{year}}/{{id}}.html")]
    NoWebAddress,
    /// It has a field that there is not.
    #[error(
        "there is no field {{{0}}}: there are {{id}}, {{document}}, {{date}}, {{year}}, {{month}}, {{day}}, {{page}}, {{number}}"
    )]
    UnknownField(String),
    /// A brace has no other.
    #[error("a brace is not closed")]
    OpenBrace,
}

impl FromStr for UrlTemplate {
    type Err = NotATemplate;

    fn from_str(text: &str) -> Result<Self, NotATemplate> {
        if !text.starts_with("https://") && !text.starts_with("http://") {
            return Err(NotATemplate::NoWebAddress);
        }
        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').ok_or(NotATemplate::OpenBrace)?;
            let field = FIELDS.iter().find(|(known, _)| *known == name);
            let (_, field) = field.ok_or_else(|| NotATemplate::UnknownField(name.to_owned()))?;
            parts.extend([Part::Text(before.to_owned()), Part::Field(*field)]);
            rest = behind;
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(UrlTemplate(parts))
    }
}

impl UrlTemplate {
    /// The address of an article; `None` where it lacks what a field stands for.
    pub fn fill(&self, id: &str, document: &str, date: Option<DateRange>, article: &Article) -> Option<String> {
        let day = || date.filter(|date| date.first == date.last).map(|date| date.first);
        let month = || match day()? {
            PartialDate::Year(_) => None,
            PartialDate::Month(year, month) => Some((year, month)),
            PartialDate::Day(day) => Some((day.year(), day.month())),
        };
        let mut address = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => address.push_str(text),
                Part::Field(field) => address.push_str(&encode(&match field {
                    Field::Id => id.to_owned(),
                    Field::Document => document.to_owned(),
                    Field::Date => day()?.to_string(),
                    Field::Year => date?.year()?.to_string(),
                    Field::Month => format!("{:02}", month()?.1),
                    Field::Day => match day()? {
                        PartialDate::Day(day) => format!("{:02}", day.day()),
                        _ => return None,
                    },
                    Field::Page => article.page.clone()?,
                    Field::Number => article.order.to_string(),
                })),
            }
        }
        Some(address)
    }
}

/// Percent-encoding of all that is not unreserved (RFC 3986, 2.3): a value stays within its place.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, date: &str) -> Option<String> {
        let article = Article { order: 3, page: Some("4".into()), ..Article::default() };
        let template: UrlTemplate = template.parse().unwrap();
        template.fill("a/b?#1", "a.txt", date.parse().ok(), &article)
    }

    #[test]
    fn fields_stay_in_their_places() {
        let template = "https://news.example/{year}/{month}-{day}/{page}_{number}?i={id}";
        let expected = "https://news.example/2024/03-05/4_3?i=a%2Fb%3F%231";
        assert_eq!(filled(template, "2024-03-05").as_deref(), Some(expected));
    }

    #[test]
    fn what_is_not_known_gives_no_address() {
        assert_eq!(filled("https://news.example/{day}", "2024-03"), None);
        assert_eq!(filled("https://news.example/{year}", "2023/2024"), None);
        assert_eq!(filled("https://news.example/{date}", ""), None);
        assert_eq!(
            filled("https://news.example/{year}", "2024-02/2024-03").as_deref(),
            Some("https://news.example/2024")
        );
    }

    #[test]
    fn what_is_no_template_is_said() {
        for wrong in ["javascript:{id}", "{id}", "https://a/{who}", "https://a/{id"] {
            assert!(wrong.parse::<UrlTemplate>().is_err(), "{wrong}");
        }
    }
}
