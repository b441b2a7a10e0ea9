use std::io;

use rayon::prelude::*;

use super::markup::Markup;
use super::piece::Piece;
use super::pieces::Pieces;
use super::{File, Put, Settings, digest};
use crate::view::Language;

/// How many articles a feed has, the newest.
const MOST: usize = 50;

/// An Atom feed (RFC 4287) of all articles, `feed.xml`, and one of each county, `feeds/….xml`.
pub fn feeds(pieces: &Pieces<'_>, settings: &Settings, put: &Put<'_>) -> io::Result<()> {
    put(File::new("feed.xml", feed(&pieces.newest(MOST)?, None, settings)))?;
    pieces.counties().par_iter().try_for_each(|(county, numbers)| {
        let own = pieces.read(numbers.get(..MOST).unwrap_or(numbers))?;
        put(File::new(path(county), feed(&own, Some(county), settings)))
    })
}

/// The path of a county's feed. Names of counties are Chinese; addresses that are copied are better without.
pub fn path(county: &str) -> String {
    let mark: String = digest(county.as_bytes()).chars().take(10).collect();
    format!("feeds/{mark}.xml")
}

fn feed(pieces: &[Piece], county: Option<&str>, settings: &Settings) -> String {
    let path = county.map_or("feed.xml".to_owned(), path);
    let home = if county.is_some() { "../" } else { "./" };
    let link = |path: &str| settings.address(path).unwrap_or_else(|| format!("{home}{path}"));
    let title = county.map_or(settings.title.clone(), |county| format!("{} · {county}", settings.title));
    let newest = pieces.iter().find_map(updated).unwrap_or_else(|| EPOCH.to_owned());
    let mut xml = Markup::xml();
    let language = Language::ZhCn.tag();
    xml.element("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)], |xml| {
        xml.leaf("title", &[], &title);
        xml.leaf("id", &[], &urn(&format!("{} {path}", settings.paper)));
        xml.leaf("updated", &[], &newest);
        xml.element("author", &[], |xml| xml.leaf("name", &[], &settings.title));
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &link(&path))]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &link(""))]);
        for piece in pieces {
            xml.element("entry", &[], |xml| {
                xml.leaf("title", &[], &piece.title);
                xml.leaf("id", &[], &urn(&piece.path));
                xml.leaf("updated", &[], &updated(piece).unwrap_or_else(|| EPOCH.to_owned()));
                for name in &piece.names {
                    xml.element("author", &[], |xml| xml.leaf("name", &[], name));
                }
                xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &link(&piece.path))]);
                if let Some(original) = &piece.original {
                    xml.empty("link", &[("rel", "related"), ("href", original)]);
                }
                if let Some(county) = &piece.county {
                    xml.empty("category", &[("term", county)]);
                }
                xml.leaf("summary", &[], &piece.summary);
            });
        }
    });
    xml.finish()
}

/// What has no date is said to be of this time: Atom wants one.
const EPOCH: &str = "1970-01-01T00:00:00Z";

fn updated(piece: &Piece) -> Option<String> {
    Some(format!("{}T00:00:00Z", piece.day()?))
}

/// A name for good, whatever the site's address: a UUID of the form that RFC 9562 leaves free (version 8).
fn urn(of: &str) -> String {
    let digits = digest(of.as_bytes());
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
}
