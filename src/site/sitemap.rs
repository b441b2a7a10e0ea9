use std::io;

use super::markup::Markup;
use super::pieces::Pieces;
use super::{File, Put, Settings};

/// How many addresses a sitemap may have (sitemaps.org).
const MOST: usize = 50_000;

/// `robots.txt` and, where the site's address is known, sitemaps of all pages.
pub fn sitemap(pieces: &Pieces<'_>, settings: &Settings, put: &Put<'_>) -> io::Result<()> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &settings.base_url {
        let lists = ["", "articles/"].map(|path| io::Result::Ok(path.to_owned()));
        let mut paths = lists.into_iter().chain(pieces.all().map(|piece| Ok(piece?.path))).peekable();
        let mut number = 0;
        while paths.peek().is_some() {
            let addresses = paths.by_ref().take(MOST).map(|path| Ok(base.join(&path?)));
            let addresses: Vec<String> = addresses.collect::<io::Result<_>>()?;
            number += 1;
            let path = if number == 1 { "sitemap.xml".to_owned() } else { format!("sitemap-{number}.xml") };
            robots.push_str(&format!("Sitemap: {}\n", base.join(&path)));
            let mut xml = Markup::xml();
            xml.element("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
                for address in addresses {
                    xml.element("url", &[], |xml| xml.leaf("loc", &[], &address));
                }
            });
            put(File::new(path, xml.finish()))?;
        }
    }
    put(File::new("robots.txt", robots))
}
