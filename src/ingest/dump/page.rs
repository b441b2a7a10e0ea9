use super::layout::Layout;
use super::line::{self, Line};
use super::role::{self, Role};
use super::split::{self, Draft};
use super::{blocks, column, display_title, kind, title_list};
use crate::ingest::byline::{self, Credits};
use crate::ingest::source::Source;
use crate::model::{Article, BlockKind, Furniture, Page, Problem};

/// Reads a page dump into a page.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let lines = line::lines(text);
    let layout = Layout::measure(&lines);
    let mut roles = role::classify(&lines, &layout);
    let named = title_list::find(&lines, &mut roles);
    let parts = split::split(&lines, &roles, &named, &layout);
    let kinds: Vec<_> = parts.drafts.iter().map(|draft| kind::of(draft, &lines)).collect();
    let standing = column::assign(&parts, &lines, &kinds, &layout);

    for ((order, draft), (kind, head)) in (1_u32..).zip(&parts.drafts).zip(kinds.into_iter().zip(standing)) {
        let mut article = article_of(draft, &lines, &roles, &layout);
        article.order = order;
        article.kind = kind;
        article.standing_head = head.map(|at| lines[at].text.to_owned());
        page.articles.push(article);
    }
    let standing = parts.standing.iter().map(|standing| (standing.line, "standing-head"));
    page.furniture = furniture(parts.furniture.iter().copied().chain(standing), &lines);
    if page.articles.is_empty() {
        problems.push(source.problem(
            None,
            format!("no article was found in {} lines", lines.len()),
            "check that this is the text of a newspaper page",
        ));
    }
}

fn furniture(marked: impl Iterator<Item = (usize, &'static str)>, lines: &[Line]) -> Vec<Furniture> {
    let mut marked: Vec<(usize, &'static str)> = marked.collect();
    marked.sort_unstable();
    let name = |(at, what): (usize, &'static str)| Furniture {
        line: lines[at].number,
        text: lines[at].text.to_owned(),
        what: what.to_owned(),
    };
    marked.into_iter().map(name).collect()
}

fn article_of(draft: &Draft, lines: &[Line], roles: &[Role], layout: &Layout) -> Article {
    let headline: Vec<&str> = draft.title.iter().map(|&at| lines[at].text).collect();
    let mut article = Article {
        title: (!headline.is_empty()).then(|| headline.join(" ")),
        start_line: lines[draft.first()].number,
        end_line: lines[draft.last()].number,
        blocks: blocks::join(&draft.parts, lines, layout),
        ..Article::default()
    };
    for &(at, _) in &draft.parts {
        if let Role::Byline(_, credits) = &roles[at] {
            add(credits.clone(), &mut article);
        }
    }
    finish(&mut article);
    article
}

/// Adds what the text itself says: the people named in its datelines, tails and captions, and a title where there is none.
fn finish(article: &mut Article) {
    let mut credits = Vec::new();
    for block in &article.blocks {
        if block.kind == BlockKind::Paragraph {
            credits.extend(byline::lead(&block.text));
        }
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption) {
            credits.extend(byline::tail(&block.text).map(|tail| tail.credits));
        }
    }
    for found in credits {
        add(found, article);
    }
    if article.title.is_none() {
        article.display_title = display_title::from_blocks(&article.blocks);
    }
}

/// Adds the people a by-line names to those of an article.
pub fn add(credits: Credits, article: &mut Article) {
    let fill = |names: &mut Vec<String>, found: Vec<String>| {
        for name in found {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    };
    fill(&mut article.reporters, credits.reporters);
    fill(&mut article.correspondents, credits.correspondents);
    fill(&mut article.photographers, credits.photographers);
}

/// Makes one article of lines that are known to be one: the text of a document whose title and bounds its markup gives.
///
/// Each line is `(number, text, is_head)`.
pub fn article(title: Option<String>, body: &[(u32, String, bool)]) -> (Article, Vec<Furniture>) {
    let lines: Vec<Line> = body
        .iter()
        .map(|(number, text, _)| Line {
            number: *number,
            text: text.trim(),
            gap: 0,
            indented: text.starts_with(char::is_whitespace),
            length: text.trim().chars().count(),
        })
        .filter(|line| !line.text.is_empty())
        .collect();
    let layout = Layout::measure(&lines);
    let mut roles = role::classify(&lines, &layout);
    for (role, (_, _, is_head)) in roles.iter_mut().zip(body.iter().filter(|(_, text, _)| !text.trim().is_empty())) {
        if *is_head {
            *role = Role::Head;
        }
    }
    let mut draft = Draft::default();
    let mut marked = Vec::new();
    for (at, role) in roles.iter().enumerate() {
        match role {
            Role::Text => draft.parts.push((at, BlockKind::Paragraph)),
            Role::Head => draft.parts.push((at, BlockKind::SectionHead)),
            Role::Caption => draft.parts.push((at, BlockKind::Caption)),
            Role::Byline(..) => draft.parts.push((at, BlockKind::Byline)),
            Role::Furniture(what) => marked.push((at, *what)),
        }
    }
    let mut article =
        if draft.parts.is_empty() { Article::default() } else { article_of(&draft, &lines, &roles, &layout) };
    article.kind = kind::of(&draft, &lines);
    if title.is_some() {
        article.title = title;
        article.display_title = None;
    }
    (article, furniture(marked.into_iter(), &lines))
}
