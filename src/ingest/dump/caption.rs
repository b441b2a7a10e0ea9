//! What stands under photographs.

use super::layout::Layout;
use super::line::{Line, begins_item, continues, is_ended};
use super::role::Role;
use crate::ingest::byline;
use crate::ingest::name::is_han;

/// A caption is at most so long, in characters; what is longer is a story with a photograph.
const LONGEST_CAPTION: usize = 90;

/// 图① …, 图1：…, 上图：…, 图为…; or a sentence or two with the photographer's credit at its end.
pub fn is_caption_text(text: &str) -> bool {
    const LONGEST: usize = 160;
    if text.chars().nth(LONGEST).is_some() {
        return false;
    }
    if is_numbered_caption(text) {
        return true;
    }
    let text = text.trim_start_matches(['-', '*', '•', '·', ' ', '▲', '△', '▼', '◀', '▶', '↑', '↓', '←', '→']);
    let labels = ["上图", "下图", "左图", "右图", "题图", "组图", "图片说明", "图为", "图片为"];
    if labels.iter().any(|label| text.starts_with(label))
        && (text.starts_with("图为") || text.contains(['：', ':', '为', '，']))
    {
        return true;
    }
    byline::tail(text).is_some_and(|tail| {
        let before = &text[..tail.start];
        tail.is_photo && before.chars().count() <= LONGEST_CAPTION && before.matches('。').count() <= 2
    })
}

/// 图① …, - 图1 …, 图一：…
pub fn is_numbered_caption(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '*', '•', '·', ' ', '▲', '△', '▼']);
    let Some(rest) = text.strip_prefix('图') else { return false };
    let rest = rest.trim_start_matches(['片', ' ']);
    match rest.chars().next() {
        Some('①'..='⑳') => true,
        Some(first) if first.is_ascii_digit() || "一二三四五六七八九".contains(first) => rest
            .chars()
            .nth(1)
            .is_some_and(|second| matches!(second, '：' | ':' | ' ' | '\u{3000}' | '、' | '.' | '为')),
        _ => false,
    }
}

/// One or two short sentences right above a photo credit are its caption.
pub fn find_captions(lines: &[Line], layout: &Layout, roles: &mut [Role]) {
    for at in 0..lines.len() {
        let line = &lines[at];
        let is_short =
            line.length <= LONGEST_CAPTION && line.plain.matches('。').count() <= 2 && line.plain.chars().any(is_han);
        let credit_follows = roles.get(at + 1).is_some_and(Role::is_credit) && !layout.is_wide(lines[at + 1].gap);
        let begins = at == 0 || roles[at - 1] != Role::Text || is_ended(&lines[at - 1].plain);
        if roles[at] == Role::Text
            && is_short
            && credit_follows
            && begins
            && !begins_item(&line.plain)
            && !continues(&line.plain)
        {
            roles[at] = Role::Caption;
        }
    }
}

/// ① …。② …。 a line each, over one credit or under a headline.
pub fn find_counted_captions(lines: &[Line], roles: &mut [Role]) {
    let mut start = 0;
    while start < lines.len() {
        let is_counted = |(at, mark): (usize, char)| {
            lines[at].plain.starts_with(mark)
                && lines[at].length <= LONGEST_CAPTION
                && matches!(roles[at], Role::Text | Role::Head | Role::Caption)
        };
        let count = (start..lines.len()).zip('①'..='⑳').take_while(|&pair| is_counted(pair)).count();
        let end = start + count;
        let is_photographers =
            |role: &Role| matches!(role, Role::Byline(_, credits) if !credits.photographers.is_empty());
        // A text may stand between the captions and a credit that counts the photographs, too.
        let is_counted_credit = |at: usize| {
            lines.get(at).is_some_and(|line| line.plain.starts_with(['（', '(']) && line.plain.contains('①'))
                && roles.get(at).is_some_and(Role::is_credit)
        };
        let is_credited = roles.get(end).is_some_and(|role| role.is_credit() || is_photographers(role))
            || matches!(roles.get(end), Some(Role::Text | Role::Caption)) && is_counted_credit(end + 1)
            || count > 0 && byline::tail(&lines[end - 1].plain).is_some_and(|tail| tail.is_photo);
        let is_under_headline = || {
            let is_head = |at: usize| roles.get(at) == Some(&Role::Head);
            start.checked_sub(1).is_some_and(is_head) && (start..end).all(is_head) && !is_head(end)
        };
        if count >= 2 && (is_credited || is_under_headline()) {
            roles[start..end].fill(Role::Caption);
        }
        start = end.max(start + 1);
    }
}

/// 秋收忙(1), 秋收忙(2): under each of its photographs a site prints the headline once more.
pub fn find_counted_titles(lines: &[Line], roles: &mut [Role]) {
    let is_count = |rest: &str| {
        let inside = rest.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
        inside.is_some_and(|inside| (1..=2).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let titles: Vec<usize> = (0..lines.len()).filter(|&at| roles[at] == Role::Head).collect();
    for &at in &titles {
        let repeats = |&title: &usize| lines[at].plain.strip_prefix(&*lines[title].plain).is_some_and(is_count);
        if titles.iter().take_while(|&&title| title < at).any(repeats) {
            roles[at] = Role::Caption;
        }
    }
}
