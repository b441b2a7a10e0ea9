//! Short news (简讯, 百字新闻, 一句话新闻): the column's name stands once, over the first of its items.

use super::column;
use super::layout::Layout;
use super::line::Line;
use super::parts::{Draft, Parts};
use crate::ingest::byline;
use crate::model::{ArticleKind, BlockKind};

/// The longest text of an item, in characters.
const LONGEST: usize = 250;

/// Gives the names of columns of short news, which the first items have, to the items after them: those are as short, and open as
/// the first one does.
pub fn spread(given: &mut [Option<usize>], parts: &Parts, lines: &[Line], kinds: &[ArticleKind], layout: &Layout) {
    let is_item = |draft: &Draft| (1..=LONGEST).contains(&text_of(draft, lines));
    for first in 0..parts.drafts.len() {
        let draft = &parts.drafts[first];
        let Some(name) = given[first].filter(|&name| name < draft.first() && names(&lines[name].plain)) else {
            continue;
        };
        if !is_item(draft) {
            continue;
        }
        let opening = Opening::of(draft, lines);
        for next in first + 1..parts.drafts.len() {
            let draft = &parts.drafts[next];
            let is_of_page = |at: usize| {
                let place = parts.drafts[next - 1].first();
                (place..draft.first()).contains(&at)
            };
            let is_parted = layout.is_wide(lines[draft.first()].gap)
                || parts.standing.iter().any(|standing| standing.after == next)
                || parts.furniture.iter().any(|&(at, what)| what == "page-head" && is_of_page(at));
            let is_notice = draft.title.iter().any(|&at| column::is_notice(&lines[at].plain));
            if given[next].is_some()
                || is_parted
                || is_notice
                || kinds[next] != ArticleKind::News
                || !is_item(draft)
                || Opening::of(draft, lines) != opening
            {
                break;
            }
            given[next] = Some(name);
        }
    }
}

/// Whether a column of this name has short news.
fn names(column: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["简讯", "短讯", "快讯", "短波", "简报", "速览", "快览", "速读", "速递", "播报", "集锦", "短新闻"];
    const BEGINNINGS: [&str; 3] = ["百字", "一句话", "微新闻"];
    let name: String = column.chars().filter(|c| c.is_alphanumeric()).collect();
    ENDINGS.iter().any(|ending| name.ends_with(ending)) || BEGINNINGS.iter().any(|words| name.starts_with(words))
}

/// How an item opens.
#[derive(PartialEq, Eq)]
enum Opening {
    /// 本报讯（记者 林一舟）
    Dateline,
    /// 本报记者 林一舟, on a line of its own.
    Byline,
    /// With its text.
    Text,
}

impl Opening {
    fn of(draft: &Draft, lines: &[Line]) -> Self {
        let first = draft.parts.iter().find(|part| matches!(part.1, BlockKind::Paragraph | BlockKind::Byline));
        match first {
            Some(&(at, _)) if byline::lead(&lines[at].plain).is_some() => Opening::Dateline,
            Some(&(_, BlockKind::Byline)) => Opening::Byline,
            _ => Opening::Text,
        }
    }
}

/// The length of a draft's text, in characters.
fn text_of(draft: &Draft, lines: &[Line]) -> usize {
    draft.parts.iter().filter(|part| part.1 == BlockKind::Paragraph).map(|part| lines[part.0].length).sum()
}
