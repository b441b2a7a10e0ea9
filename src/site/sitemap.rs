use super::markup::Markup;
use super::{File, Settings};

/// How many addresses a sitemap may have (sitemaps.org).
const MOST: usize = 50_000;

/// `robots.txt` and, where the site's address is known, sitemaps of these pages.
pub fn sitemap<'a>(paths: impl Iterator<Item = &'a str>, settings: &Settings) -> Vec<File> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    let mut files = Vec::new();
    if let Some(base) = &settings.base_url {
        let addresses: Vec<String> = paths.map(|path| base.join(path)).collect();
        for (number, some) in addresses.chunks(MOST).enumerate() {
            let path = if number == 0 { "sitemap.xml".to_owned() } else { format!("sitemap-{}.xml", number + 1) };
            robots.push_str(&format!("Sitemap: {}\n", base.join(&path)));
            let mut xml = Markup::xml();
            xml.element("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
                for address in some {
                    xml.element("url", &[], |xml| xml.leaf("loc", &[], address));
                }
            });
            files.push(File::new(path, xml.finish()));
        }
    }
    files.push(File::new("robots.txt", robots));
    files
}
