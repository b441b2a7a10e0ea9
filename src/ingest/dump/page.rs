use super::kind::Beside;
use super::layout::Layout;
use super::line::{self, Line};
use super::parts::Draft;
use super::role::{self, Role};
use super::{blocks, column, columns, display_title, doubt, kind, split, title_list};
use crate::ingest::byline::{self, Credits};
use crate::ingest::source::Source;
use crate::model::{Article, BlockKind, Furniture, Page, Problem};

/// Reads a page dump into a page.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let lines = line::lines(text);
    let layout = Layout::measure(&lines);
    let (lines, doubts) = columns::untangle(lines);
    page.doubts = doubts;
    let lines = layout.unwrap(lines);
    let mut roles = role::classify(&lines, &layout);
    let named = title_list::find(&lines, &mut roles);
    let parts = split::split(&lines, &roles, &named, &layout);
    let kinds: Vec<_> = parts.drafts.iter().map(|draft| kind::of(draft, &lines, Beside::Short)).collect();
    let standing = column::assign(&parts, &lines, &kinds, &layout);
    page.doubts.extend(doubt::of_parts(&parts, &standing, &lines, &roles));

    for ((order, draft), (kind, head)) in (1_u32..).zip(&parts.drafts).zip(kinds.into_iter().zip(standing)) {
        let mut article = article_of(draft, &lines, &layout);
        article.order = order;
        article.kind = kind;
        article.standing_head = head.map(|at| lines[at].text.clone().into_owned());
        let places: Vec<usize> = draft.parts.iter().map(|part| part.0).collect();
        page.doubts.extend(doubt::of_article(&article, &lines, &layout, &places));
        page.articles.push(article);
    }
    page.doubts.sort();
    page.doubts.dedup();
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
        line: lines[at].number(),
        text: lines[at].text.clone().into_owned(),
        what: what.to_owned(),
    };
    marked.into_iter().map(name).collect()
}

fn article_of(draft: &Draft, lines: &[Line], layout: &Layout) -> Article {
    let headline: Vec<&str> = draft.title.iter().map(|&at| &*lines[at].text).collect();
    let mut article = Article {
        title: (!headline.is_empty()).then(|| headline.join(" ")),
        start_line: draft.places().map(|at| lines[at].number()).min().unwrap_or(0),
        end_line: draft.places().map(|at| lines[at].last_number()).max().unwrap_or(0),
        blocks: blocks::join(&draft.parts, lines, layout),
        ..Article::default()
    };
    finish(&mut article);
    article
}

/// Adds what the blocks themselves say: the people named in by-lines, datelines and signatures, and a title where there is
/// none.
fn finish(article: &mut Article) {
    let mut found = Vec::new();
    for block in &article.blocks {
        match block.kind {
            BlockKind::Byline => {
                let credits = byline::line(&block.text).map(|(_, credits)| credits);
                let unmarked = || byline::letter(&block.text).or_else(|| byline::bare_names(&block.text));
                found.extend(credits.or_else(unmarked));
            }
            BlockKind::Paragraph => {
                found.extend(byline::lead(&block.text));
                found.extend(byline::tail(&block.text).map(|tail| tail.credits));
            }
            BlockKind::SectionHead | BlockKind::Caption => {}
        }
    }
    for credits in found {
        add(credits, article);
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
    let (lines, is_head): (Vec<Line>, Vec<bool>) =
        body.iter().filter_map(|(number, text, is_head)| Some((Line::new(text, *number, 0)?, *is_head))).unzip();
    let layout = Layout::measure(&lines);
    let mut roles = role::classify(&lines, &layout);
    for (role, _) in roles.iter_mut().zip(is_head).filter(|(_, is_head)| *is_head) {
        *role = Role::Head;
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
    let mut article = if draft.parts.is_empty() { Article::default() } else { article_of(&draft, &lines, &layout) };
    article.kind = kind::of(&draft, &lines, Beside::Nothing);
    if title.is_some() {
        article.title = title;
        article.display_title = None;
    }
    (article, furniture(marked.into_iter(), &lines))
}
