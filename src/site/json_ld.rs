use serde_json::{Map, Value, json};

use super::Settings;
use super::piece::Piece;
use crate::model::{Article, Info};
use crate::view::Text;

/// What an article is, for search engines: `NewsArticle` of <https://schema.org>. What is not known is left out.
pub fn news_article(piece: &Piece, article: &Article, settings: &Settings) -> Value {
    let authors: Vec<Value> = article
        .reporters
        .iter()
        .chain(&article.correspondents)
        .map(|name| json!({ "@type": "Person", "name": name }))
        .collect();
    known([
        ("@context", Some("https://schema.org".into())),
        ("@type", Some("NewsArticle".into())),
        ("headline", Some(piece.title.clone().into())),
        ("inLanguage", Some("zh-CN".into())),
        ("identifier", Some(piece.id.clone().into())),
        ("url", settings.address(&piece.path).map(Value::from)),
        ("datePublished", piece.printed().map(Value::from)),
        ("author", (!authors.is_empty()).then(|| authors.into())),
        ("publisher", settings.publication().map(|name| json!({ "@type": "NewsMediaOrganization", "name": name }))),
        ("printPage", article.page.clone().map(Value::from)),
        ("articleSection", article.standing_head.clone().map(Value::from)),
        ("contentLocation", article.county.as_ref().map(|county| json!({ "@type": "Place", "name": county }))),
        ("description", Some(piece.summary.clone().into())),
        ("isBasedOn", piece.original.clone().map(Value::from)),
    ])
}

/// What an archive is, for search engines: `Dataset` of <https://schema.org>.
pub fn dataset(info: &Info, settings: &Settings) -> Value {
    let first = info.first_date.and_then(|date| date.first.first_day());
    let last = info.last_date.and_then(|date| date.last.last_day());
    let download = settings.address("archive/archive.baoyan").map(|address| {
        json!([{ "@type": "DataDownload", "contentUrl": address, "encodingFormat": "application/octet-stream" }])
    });
    known([
        ("@context", Some("https://schema.org".into())),
        ("@type", Some("Dataset".into())),
        ("name", Some(settings.title.clone().into())),
        ("description", Some(Text::Claim.in_language(settings.language).into())),
        ("inLanguage", Some("zh-CN".into())),
        ("url", settings.address("").map(Value::from)),
        ("temporalCoverage", first.zip(last).map(|(first, last)| format!("{first}/{last}").into())),
        ("spatialCoverage", info.region.as_ref().map(|region| json!({ "@type": "Place", "name": region }))),
        ("variableMeasured", Some(json!(["initiatives", "articles", "figures"]))),
        ("distribution", download),
    ])
}

fn known<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let known = entries.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}
