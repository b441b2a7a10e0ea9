//! Where the reading of a page is a guess that an editor may want to look at.

use super::layout::Layout;
use super::line::{Line, is_ended};
use super::parts::Parts;
use super::role::Role;
use crate::ingest::name::is_name;
use crate::model::{Article, BlockKind, Doubt, DoubtKind};

/// Headlines, columns and by-lines that may be something else.
pub fn of_parts(parts: &Parts, given: &[Option<usize>], lines: &[Line], roles: &[Role]) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = parts.close_calls.iter().map(|&(at, kind)| on(&lines[at], kind)).collect();
    for draft in &parts.drafts {
        match draft.title.as_slice() {
            [] => doubts.push(on(&lines[draft.first()], DoubtKind::NoHeadline)),
            [_] => {}
            [first, ..] => doubts.push(on(&lines[*first], DoubtKind::JoinedHeadline)),
        }
    }
    let is_given = |at: usize| given.contains(&Some(at));
    for standing in parts.standing.iter().filter(|standing| !is_given(standing.line)) {
        doubts.push(on(&lines[standing.line], DoubtKind::LoneColumn));
    }
    for (line, _) in lines.iter().zip(roles).filter(|(line, role)| is_like_byline(line, role)) {
        doubts.push(on(line, DoubtKind::Byline));
    }
    doubts
}

/// Names and joins of one article.
pub fn of_article(article: &Article, lines: &[Line], layout: &Layout, places: &[usize]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let people = article.reporters.iter().chain(&article.correspondents).chain(&article.photographers);
    for name in people.filter(|name| !is_name(name)) {
        let block = article.blocks.iter().find(|block| block.kind == BlockKind::Byline);
        let line = block.map_or(article.start_line, |block| block.line_at(0));
        doubts.push(Doubt::new(line, DoubtKind::Name, name));
    }
    let paragraphs = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    for block in paragraphs.filter(|block| !is_ended(&block.text)) {
        let line = block.lines.last().map_or(article.end_line, |&(_, line)| line);
        doubts.push(Doubt::new(line, DoubtKind::CutParagraph, ""));
    }
    let begins = |number: u32| article.blocks.iter().any(|block| block.line_at(0) == number);
    for &at in places {
        let line = &lines[at];
        if layout.is_wide(line.gap) && !begins(line.number()) && at != places[0] {
            doubts.push(Doubt::new(line.number(), DoubtKind::JoinedText, ""));
        }
    }
    doubts
}

fn on(line: &Line, kind: DoubtKind) -> Doubt {
    const LONGEST: usize = 30;
    let mut text: String = line.text.chars().take(LONGEST).collect();
    if line.text.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    Doubt::new(line.number(), kind, text)
}

/// Begins as a by-line does, and is short, but was not read as one.
fn is_like_byline(line: &Line, role: &Role) -> bool {
    const LONGEST: usize = 30;
    const OPENERS: [&str; 6] = ["本报记者", "本报通讯员", "特约记者", "见习记者", "通讯员 ", "记者 "];
    matches!(role, Role::Text | Role::Head)
        && line.length <= LONGEST
        && !line.plain.contains(['，', '。'])
        && OPENERS.iter().any(|opener| line.plain.starts_with(opener))
}
