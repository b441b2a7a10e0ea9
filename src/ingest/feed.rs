//! Feeds: RSS 2.0 (and 1.0) and Atom, an article an item. What the item's own fields say outranks its text.
//!
//! A document type and entities of its own are not read: nothing is expanded but the five entities of XML and references to
//! characters.

use std::collections::{HashMap, HashSet};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::json_lines::split_names;
use super::source::Source;
use super::{byline, day, dump, html};
use crate::model::{Article, DateRange, IssueBasis, IssueDate, Page, Problem};

/// Reads each item into an article of `page`. A broken feed keeps the items before the break.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let mut parser = Parser { text, at: 0, line: 1, items: Vec::new(), item: None, field: None };
    let broken = parser.run();
    let mut seen = HashSet::new();
    for item in &parser.items {
        let Some(mut article) = item.article(source, page, problems) else { continue };
        if let Some(id) = article.id.as_ref().filter(|id| !seen.insert((*id).clone())) {
            let what = format!("the id “{id}” was given before; this item is left out");
            problems.push(source.problem(Some(item.line), what, "give each item a guid or id of its own"));
            continue;
        }
        article.order = u32::try_from(page.articles.len() + 1).unwrap_or(u32::MAX);
        page.articles.push(article);
    }
    if let Err((line, error)) = broken {
        let what = format!("the feed is broken here: {error}; {} items before it were read", parser.items.len());
        problems.push(source.problem(Some(line), what, "fetch the feed again, or close the element that is open"));
    } else if parser.items.is_empty() {
        let what = "no item or entry was found";
        problems.push(source.problem(None, what, "give an RSS 2.0 or Atom feed"));
    }
}

/// An item's or entry's fields: by name, each with the line it begins on.
struct Item {
    line: u32,
    end: u32,
    fields: HashMap<&'static str, (u32, String)>,
}

/// A field that is being read, how deep in markup of its own, and its text.
struct Field {
    name: &'static str,
    line: u32,
    depth: usize,
    text: String,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    items: Vec<Item>,
    item: Option<Item>,
    field: Option<Field>,
}

/// The field that an element of an item is, under the names of RSS, Atom and Dublin Core.
fn field_of(element: &str) -> Option<&'static str> {
    Some(match element {
        "guid" | "id" => "id",
        "title" => "title",
        "link" => "link",
        "pubDate" | "published" | "dc:date" => "published",
        "updated" => "updated",
        "author" | "dc:creator" => "author",
        "content:encoded" | "content" => "content",
        "description" | "summary" => "summary",
        _ => return None,
    })
}

impl Parser<'_> {
    /// Reads to the end, or to the break: its line and what is wrong.
    fn run(&mut self) -> Result<(), (u32, String)> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let line = self.line_at(reader.error_position());
                    return Err((line, error.to_string()));
                }
            };
            let line = self.line_at(reader.buffer_position());
            match event {
                Event::Start(element) => self.start(&element, line),
                Event::Empty(element) => self.empty(&element, line),
                Event::End(element) => self.end(element.name().as_ref(), line),
                Event::Text(text) => self.push(&text),
                Event::CData(text) => self.push(&text),
                Event::GeneralRef(reference) => self.push(&resolved(&reference)),
                Event::Eof if self.item.is_some() => return Err((line, "it ends within an item".to_owned())),
                Event::Eof => return Ok(()),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// The line of a byte; bytes are asked for in ascending order.
    fn line_at(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        if let Some(passed) = self.text.as_bytes().get(self.at..byte) {
            self.line += u32::try_from(passed.iter().filter(|&&byte| byte == b'\n').count()).unwrap_or(u32::MAX);
            self.at = byte;
        }
        self.line
    }

    fn start(&mut self, element: &BytesStart, line: u32) {
        let name = element.name();
        let name: &str = name.as_ref();
        if let Some(field) = &mut self.field {
            field.depth += 1;
            // Markup as it stands in an Atom text of type xhtml; the name of an author is text.
            if field.name != "author" {
                field.text.push_str(&format!("<{name}>"));
            }
        } else if matches!(name, "item" | "entry") {
            self.item = Some(Item { line, end: line, fields: HashMap::new() });
        } else if let Some(name) = field_of(name).filter(|_| self.item.is_some()) {
            self.link(element, line);
            self.field = Some(Field { name, line, depth: 0, text: String::new() });
        }
    }

    fn empty(&mut self, element: &BytesStart, line: u32) {
        match &mut self.field {
            Some(field) => field.text.push_str(&format!("<{}/>", element.name().as_ref())),
            None => self.link(element, line),
        }
    }

    /// Atom's `<link rel="alternate" href="…"/>`.
    fn link(&mut self, element: &BytesStart, line: u32) {
        let Some(item) = self.item.as_mut().filter(|_| element.name().as_ref() == "link") else { return };
        let attribute = |name: &str| {
            element
                .try_get_attribute(name)
                .ok()
                .flatten()
                .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        };
        let is_alternate = attribute("rel").is_none_or(|rel| rel == "alternate");
        if let Some(address) = attribute("href").filter(|_| is_alternate) {
            item.fields.entry("link").or_insert((line, address.into_owned()));
        }
    }

    fn end(&mut self, name: &str, line: u32) {
        match &mut self.field {
            Some(field) if field.depth > 0 => {
                field.depth -= 1;
                if field.name != "author" {
                    field.text.push_str(&format!("</{name}>"));
                }
            }
            Some(_) => {
                if let (Some(field), Some(item)) = (self.field.take(), &mut self.item)
                    && !field.text.trim().is_empty()
                {
                    item.fields.entry(field.name).or_insert((field.line, field.text));
                }
            }
            None if matches!(name, "item" | "entry") => {
                self.items.extend(self.item.take().map(|item| Item { end: line, ..item }));
            }
            None => {}
        }
    }

    fn push(&mut self, text: &str) {
        let Some(field) = &mut self.field else { return };
        if field.depth > 0 && field.name != "author" {
            field.text.push_str(&quick_xml::escape::escape(text));
        } else {
            field.text.push_str(text);
        }
    }
}

/// A reference's character; an entity that XML does not know stays as it is written.
fn resolved(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        _ => {
            let name: &str = reference;
            resolve_predefined_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
        }
    }
}

impl Item {
    fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// The item as an article; `None`, and a problem, where it has neither title nor text.
    fn article(&self, source: &Source, page: &mut Page, problems: &mut Vec<Problem>) -> Option<Article> {
        let title = self.text("title").map(plain).filter(|title| !title.is_empty());
        let body = self.fields.get("content").or_else(|| self.fields.get("summary"));
        let lines = body.map(|(line, text)| html::text_lines(text, *line)).unwrap_or_default();
        let (lines, marks) = html::part_marks(lines);
        let (mut article, furniture) = dump::article(title, &lines);
        page.furniture.extend(marks.into_iter().chain(furniture));
        if article.title.is_none() && article.blocks.is_empty() {
            let what = "the item has neither a title nor a text; it is left out";
            problems.push(source.problem(Some(self.line), what, "give the item a title and a description"));
            return None;
        }
        article.id = self.text("id").map(str::to_owned);
        article.url = self.text("link").map(str::to_owned);
        (article.start_line, article.end_line) = (self.line, self.end);
        if let Some(author) = self.text("author") {
            let named = byline::line(author).or_else(|| byline::line(&format!("记者 {author}")));
            match named {
                Some((_, credits)) => {
                    article.reporters = credits.reporters;
                    dump::add(
                        byline::Credits { correspondents: credits.correspondents, ..Default::default() },
                        &mut article,
                    );
                }
                None => article.reporters = split_names(author),
            }
        }
        for name in ["published", "updated"] {
            let Some((line, text)) = self.fields.get(name).filter(|_| article.date.is_none()) else { continue };
            article.date = date(text.trim());
            if article.date.is_none() {
                let what = format!("“{}” is not a date", text.trim());
                let mend = "write it as Fri, 01 Mar 2024 08:00:00 +0800, or as 2024-03-01T08:00:00+08:00";
                problems.push(source.problem(Some(*line), what, mend));
            }
        }
        Some(article)
    }
}

/// A title's text, whether it was given as text or as HTML.
fn plain(title: &str) -> String {
    if !title.contains(['<', '&']) {
        return title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let lines = html::text_lines(title, 1);
    lines.iter().flat_map(|(_, text, _)| text.split_whitespace()).collect::<Vec<_>>().join(" ")
}

/// The day in `Fri, 01 Mar 2024 08:00:00 +0800` (RFC 822) or `2024-03-01T08:00:00+08:00` (RFC 3339), as its clock shows it.
fn date(text: &str) -> Option<IssueDate> {
    let value = day::parse(text).ok().or_else(|| rfc822(text))?;
    Some(IssueDate { value: Some(value), basis: IssueBasis::FrontMatter, evidence: Some(text.to_owned()) })
}

fn rfc822(text: &str) -> Option<DateRange> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let after_weekday = text.split_once(',').map_or(text, |(_, rest)| rest);
    let mut words = after_weekday.split_whitespace();
    let day: u8 = words.next()?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| month.get(..3) == Some(name))? + 1;
    let year: i16 = words.next()?.parse().ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKind, BlockKind};

    fn page(text: &str) -> (Page, Vec<Problem>) {
        crate::ingest::read(&Source { path: "a.xml".to_owned(), document: "a.xml".to_owned() }, text.as_bytes())
    }

    #[test]
    fn each_item_of_rss_is_an_article() {
        let (page, problems) = page(
            "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>青禾日报</title>\n<item>\n<title>云溪县清淤队&quot;进村&quot;</title>\n<link>https://paper.example/1</link><guid>a1</guid>\n<pubDate>Fri, 01 Mar 2024 08:00:00 +0800</pubDate><dc:creator>林一舟、许 岚</dc:creator>\n<description>摘要</description>\n<content:encoded><![CDATA[<p>老渠清了淤。</p>\n<p>水流到了<b>田</b>里。 本报记者 何川 摄</p>]]></content:encoded>\n</item>\n<item><title>临汐县粮库换新门</title><description>&lt;p&gt;本报讯（记者 何川）粮库换了新门&amp;middot;新锁。&lt;/p&gt;</description></item>\n</channel></rss>",
        );
        assert_eq!(problems, []);
        let [first, second] = page.articles.as_slice() else { panic!("{page:#?}") };
        assert_eq!(first.title.as_deref(), Some("云溪县清淤队\"进村\""));
        assert_eq!((first.id.as_deref(), first.url.as_deref()), (Some("a1"), Some("https://paper.example/1")));
        assert_eq!((first.reporters.join(" "), first.photographers.join(" ")), ("林一舟 许岚".into(), "何川".into()));
        assert_eq!(first.date.as_ref().unwrap().value.unwrap().to_string(), "2024-03-01");
        let texts: Vec<_> = first.blocks.iter().map(|block| (block.text.as_str(), block.lines[0].1)).collect();
        assert_eq!(texts, [("老渠清了淤。", 8), ("水流到了田里。", 9), ("本报记者 何川 摄", 9)]);
        assert_eq!((first.start_line, first.end_line), (3, 10));
        assert_eq!(second.texts(BlockKind::Paragraph).next(), Some("本报讯（记者 何川）粮库换了新门·新锁。"));
        assert_eq!((second.reporters.join(" "), second.order), ("何川".to_owned(), 2));
    }

    #[test]
    fn a_report_with_a_photograph_is_no_photo_group() {
        let (page, problems) = page(
            "<rss version=\"2.0\"><channel>\n<item><title>老渠清了淤</title><description><![CDATA[<p>云溪县的老渠清了淤，水流到了田里。</p><figure><img src=\"1.jpg\"><figcaption>老渠边的村民。何川 摄</figcaption></figure>]]></description></item>\n<item><title>梨花开了</title><description><![CDATA[<figure><img src=\"2.jpg\"><figcaption>柳林镇的梨花。何川 摄</figcaption></figure>]]></description></item>\n</channel></rss>",
        );
        assert_eq!(problems, []);
        let kinds: Vec<_> = page.articles.iter().map(|article| article.kind).collect();
        assert_eq!(kinds, [ArticleKind::News, ArticleKind::Photo]);
        assert!(page.articles.iter().all(|article| article.photographers == ["何川"]), "{page:#?}");
    }

    #[test]
    fn each_entry_of_atom_is_an_article() {
        let (page, problems) = page(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>青禾日报</title><entry><id>urn:1</id><title type=\"html\">云溪县 &lt;b&gt;清淤&lt;/b&gt;</title>\n<link rel=\"self\" href=\"https://x.example/\"/><link href=\"https://paper.example/1\"/><author><name>林一舟</name></author><updated>2024-03-02T01:00:00+08:00</updated>\n<content type=\"xhtml\"><div><p>渠深3米 &lt; 5米。</p><p>水清了。</p></div></content></entry></feed>",
        );
        assert_eq!(problems, []);
        let article = &page.articles[0];
        assert_eq!(article.title.as_deref(), Some("云溪县 清淤"));
        assert_eq!(article.url.as_deref(), Some("https://paper.example/1"));
        assert_eq!(article.reporters, ["林一舟"]);
        assert_eq!(article.date.as_ref().unwrap().value.unwrap().to_string(), "2024-03-02");
        assert_eq!(article.texts(BlockKind::Paragraph).collect::<Vec<_>>(), ["渠深3米 < 5米。", "水清了。"]);
    }

    #[test]
    fn a_broken_feed_keeps_its_good_items() {
        let (page, problems) = page(
            "<rss><channel>\n<item><guid>1</guid><title>甲</title></item>\n<item><guid>1</guid><title>乙</title></item>\n<item><pubDate>明天</pubDate><title>丙</title></item>\n<item></item>\n<item><title>丁</titel></item></channel></rss>",
        );
        let titles: Vec<_> = page.articles.iter().filter_map(|article| article.title.as_deref()).collect();
        assert_eq!(titles, ["甲", "丙"]);
        let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(3), Some(4), Some(5), Some(6)], "{problems:#?}");
    }

    #[test]
    fn entities_are_not_expanded() {
        let bomb = "<!DOCTYPE r [<!ENTITY a \"哈哈哈哈\"><!ENTITY b \"&a;&a;&a;\">]><rss><item><title>甲</title><description>河&b;水</description></item></rss>";
        let (page, _) = page(bomb);
        assert_eq!(page.articles[0].texts(BlockKind::Paragraph).next(), Some("河&b;水"));
        assert_eq!(self::page("<rss></rss>").1.len(), 1);
    }

    #[test]
    fn an_editors_mark_is_no_text_and_days_may_be_written_out() {
        let (page, problems) = page(
            "<rss><channel><item><title>清水进村</title><pubDate>2024年3月3日</pubDate><description>&lt;p&gt;老渠清了淤。&lt;/p&gt;&lt;p&gt;（责任编辑：郑小满）&lt;/p&gt;</description></item></channel></rss>",
        );
        assert_eq!(problems, []);
        let article = &page.articles[0];
        assert_eq!(article.texts(BlockKind::Paragraph).collect::<Vec<_>>(), ["老渠清了淤。"]);
        assert_eq!(article.date.as_ref().unwrap().value.unwrap().to_string(), "2024-03-03");
        assert_eq!(page.furniture.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["（责任编辑：郑小满）"]);
    }
}
