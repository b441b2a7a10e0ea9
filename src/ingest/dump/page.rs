use super::kind::Beside;
use super::layout::Layout;
use super::line::{self, Line};
use super::parts::Draft;
use super::role::{self, Role};
use super::{blocks, column, columns, display_title, doubt, frame, furniture, kind, short_news, split, title_list};
use crate::ingest::byline::{self, Credits};
use crate::ingest::source::Source;
use crate::model::{Article, Block, BlockKind, Furniture, Page, Problem};

/// Reads a page dump into a page.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let lines = line::lines(text);
    let (lines, doubts) = columns::untangle(lines);
    let layout = Layout::measure(&lines);
    page.doubts = doubts;
    let lines = part_headlines(layout.unwrap(lines));
    let mut roles = role::classify(&lines, &layout);
    let frame = frame::find(&lines, &mut roles);
    let mut named = title_list::find(&lines, &mut roles);
    frame.settle(&mut roles, &mut named);
    let parts = split::split(&lines, &roles, &named, &layout, frame.is_one_story);
    let kinds: Vec<_> = parts.drafts.iter().map(|draft| kind::of(draft, &lines, Beside::Short)).collect();
    let mut standing = column::assign(&parts, &lines, &kinds, &layout);
    short_news::spread(&mut standing, &parts, &lines, &kinds, &layout);
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
    page.furniture = furniture_of(parts.furniture.iter().copied().chain(standing), &lines);
    if page.articles.is_empty() {
        problems.push(source.problem(
            None,
            format!("no article was found in {} lines", lines.len()),
            "check that this is the text of a newspaper page",
        ));
    }
}

/// Parts headlines and texts from the by-lines that were saved in one line with them, and headlines from the paper and the day.
fn part_headlines(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut parted: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let may_begin =
            line.gap > 0 || parted.last().is_none_or(|above| role::is_whole(above) || line::is_ended(&above.plain));
        let split = byline::behind_headline(&line.text)
            .or_else(|| furniture::behind_headline(&line.text).filter(|_| furniture::of_form(&line.plain).is_none()))
            .filter(|_| may_begin)
            .or_else(|| byline::before_text(&line.text))
            .filter(|_| line.pieces.len() == 1);
        let parts = split.and_then(|at| {
            let (head, names) = line.text.split_at(at);
            Some([Line::part(head.to_owned(), &line, line.gap)?, Line::part(names.to_owned(), &line, 0)?])
        });
        match parts {
            Some(parts) => parted.extend(parts),
            None => parted.push(line),
        }
    }
    parted
}

fn furniture_of(marked: impl Iterator<Item = (usize, &'static str)>, lines: &[Line]) -> Vec<Furniture> {
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
    let headline: Vec<&Line> = draft.title.iter().map(|&at| &lines[at]).collect();
    let texts: Vec<&str> = headline.iter().map(|line| &*line.text).collect();
    let mut article = Article {
        title: (!texts.is_empty()).then(|| texts.join(" ")),
        title_lines: lines_of(&headline),
        start_line: draft.places().map(|at| lines[at].number()).min().unwrap_or(0),
        end_line: draft.places().map(|at| lines[at].last_number()).max().unwrap_or(0),
        blocks: blocks::join(&draft.parts, lines, layout),
        ..Article::default()
    };
    finish(&mut article);
    article
}

/// Where the lines of a headline begin in it, joined by spaces.
fn lines_of(headline: &[&Line]) -> Vec<(u32, u32)> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in headline {
        found.extend(line.pieces.iter().map(|&(offset, number)| (start + offset, number)));
        start += line.text.chars().count() as u32 + 1;
    }
    found
}

/// Adds what the blocks themselves say: the people named in by-lines, datelines and signatures, and a title where there is
/// none.
fn finish(article: &mut Article) {
    credit(article, |_| true);
    if article.title.is_none() {
        article.display_title = display_title::from_blocks(&article.blocks);
    }
}

/// Adds the people named at the beginnings and ends of an article's paragraphs and captions.
pub fn credit_text(article: &mut Article) {
    credit(article, |block| block.kind != BlockKind::Byline);
}

fn credit(article: &mut Article, is_meant: fn(&Block) -> bool) {
    let found: Vec<Credits> = article.blocks.iter().filter(|block| is_meant(block)).flat_map(named_in).collect();
    for credits in found {
        add(credits, article);
    }
}

/// Who is named in a block, in the order of the print.
fn named_in(block: &Block) -> Vec<Credits> {
    let text = &*block.text;
    let tail = || byline::tail(text).map(|tail| tail.credits);
    match block.kind {
        BlockKind::Byline => {
            let credits = byline::line(text).map(|(_, credits)| credits);
            let unmarked = || {
                byline::dateline(text)
                    .or_else(|| byline::letter(text))
                    .or_else(|| byline::bare_names(text))
                    .or_else(|| byline::unspaced_names(text))
                    .or_else(|| byline::names(text))
                    .or_else(|| byline::pen_name(text))
            };
            credits.or_else(unmarked).into_iter().collect()
        }
        BlockKind::Paragraph => byline::lead(text).into_iter().chain(tail()).collect(),
        BlockKind::Caption => tail().into_iter().collect(),
        BlockKind::SectionHead => Vec::new(),
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

/// Says of each paragraph of an article what it is, and adds the people it names. Nothing is joined or left out: what would
/// be furniture on a page is a paragraph here.
pub fn label(article: &mut Article) {
    let lines: Vec<Line> =
        article.blocks.iter().filter_map(|block| Line::new(&block.text, block.line_at(0), 0)).collect();
    let roles = role::classify(&lines, &Layout::measure(&lines));
    let kinds: Vec<BlockKind> = roles.iter().map(|role| role.block().unwrap_or(BlockKind::Paragraph)).collect();
    let draft = Draft { title: Vec::new(), parts: kinds.iter().copied().enumerate().collect() };
    article.kind = kind::of(&draft, &lines, Beside::Nothing);
    for (block, kind) in article.blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
    finish(article);
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
        match (role, role.block()) {
            (Role::Furniture(what), _) => marked.push((at, *what)),
            (_, kind) => draft.parts.extend(kind.map(|kind| (at, kind))),
        }
    }
    let mut article = if draft.parts.is_empty() { Article::default() } else { article_of(&draft, &lines, &layout) };
    article.kind = kind::of(&draft, &lines, Beside::Nothing);
    if title.is_some() {
        article.title = title;
        article.display_title = None;
    }
    (article, furniture_of(marked.into_iter(), &lines))
}
