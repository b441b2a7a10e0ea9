//! Sentences that the page cuts: what looks like a head and is the beginning or the rest of one.

use super::column;
use super::layout::Layout;
use super::line::{Line, is_ended};
use super::role::{Role, begins_page, opens_story};
use super::seam;
use crate::ingest::byline;
use crate::ingest::name::is_han;

/// A sentence that the page cuts with a blank line leaves a beginning without its end, which looks like a head over the
/// rest. It is told by its length, by a last word that asks for another, and by a word that the cut goes through (服 | 务).
pub fn find_cut_sentences(lines: &[Line], roles: &mut [Role]) {
    const SHORTEST_CUT: usize = 10;
    for at in (0..lines.len().saturating_sub(1)).rev() {
        let (line, next) = (&lines[at], &lines[at + 1]);
        let is_over_text = match roles[at + 1] {
            Role::Text => byline::lead(&next.plain).is_none(),
            // The rest may look like a head, too.
            Role::Head => !opens_story(lines, at + 2),
            _ => false,
        };
        if roles[at] == Role::Head && roles[at + 1] == Role::Text && opens_quote(&line.plain) {
            roles[at] = Role::Text;
            continue;
        }
        if roles[at] != Role::Head || !is_over_text || is_listed(lines, roles, at) {
            continue;
        }
        let (Some(last), Some(first)) = (line.plain.chars().next_back(), next.plain.chars().next()) else { continue };
        let has_comma = line.plain.contains(['，', '、']);
        let is_long = line.length > 24 && has_comma || line.length > 30 && !line.plain.contains([' ', '\u{3000}']);
        let asks = "的和与及在对向从把被将为以或并".contains(last)
            || (last.is_ascii_digit() && (is_han(first) || first.is_ascii_digit()));
        // 全市平均降雨量 | 156毫米: what a sentence counts.
        let counts = has_comma
            && !line.plain.contains(' ')
            && first.is_ascii_digit()
            && roles[at + 1] == Role::Text
            && !next.plain.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['年', '月', '日', '、', '.']);
        let is_second = at > 0 && roles[at - 1] == Role::Head && roles[at + 1] == Role::Text && line.length < 20;
        if is_second && !(has_comma && asks) {
            continue;
        }
        let clause = next.plain.split(['，', '。', '、', ',']).next().unwrap_or_default();
        let is_rest = clause.len() < next.plain.len()
            && clause.starts_with(is_han)
            && clause.chars().nth(2).is_none()
            && !is_opener(clause);
        let cuts_word = || {
            line.length >= SHORTEST_CUT
                && !line.plain.contains([' ', '\u{3000}'])
                && seam::cuts_word(&line.plain, &next.plain)
        };
        if is_long || asks || counts || is_rest || begins_sentence(&line.plain) || cuts_word() {
            roles[at] = Role::Text;
        }
    }
}

/// What follows a sentence that breaks off is the rest of it, whatever it looks like.
pub fn settle_fragments(lines: &[Line], layout: &Layout, roles: &mut [Role]) {
    for at in 1..lines.len() {
        let is_cut_off =
            roles[at - 1] == Role::Text && !is_ended(&lines[at - 1].plain) && !layout.is_wide(lines[at].gap);
        let is_notice = column::is_notice(&lines[at].plain);
        if roles[at] == Role::Head && is_cut_off && !is_notice && !opens_story(lines, at + 1) {
            roles[at] = Role::Text;
        }
    }
}

/// Whether a text begins with what somebody says and breaks off inside it.
fn opens_quote(text: &str) -> bool {
    text.starts_with('“') && !text.contains('”')
}

/// Whether a head at the page's beginning is the first line of a longer one below: the list of the page's titles has it over two
/// lines.
fn is_listed(lines: &[Line], roles: &[Role], at: usize) -> bool {
    let key = &lines[at].plain;
    begins_page(roles, at)
        && lines[at + 1..].iter().any(|line| line.length > lines[at].length && line.plain.starts_with(&**key))
}

/// 近年来，…; 其中，…; 老人说，…: words of a sentence and of no head.
fn begins_sentence(text: &str) -> bool {
    const OPENERS: [&str; 24] = [
        "其中",
        "目前",
        "近年来",
        "今年以来",
        "去年以来",
        "同时",
        "与此同时",
        "此外",
        "另外",
        "据悉",
        "据了解",
        "近日",
        "日前",
        "当天",
        "随后",
        "如今",
        "为此",
        "对此",
        "因此",
        "接下来",
        "下一步",
        "在此基础上",
        "不仅如此",
        "截至目前",
    ];
    text.split_once(['，', ',']).is_some_and(|(opener, _)| {
        let opener = opener.trim_end();
        OPENERS.contains(&opener) || ["说", "表示", "介绍", "告诉记者"].iter().any(|verb| opener.ends_with(verb))
    })
}

/// 昨天，…; 近日，…; 村里，…: two characters that can open a sentence of their own.
fn is_opener(clause: &str) -> bool {
    const ENDINGS: &str = "天日年月时晨晚午夜初末前后里中来上下今次此春夏秋冬";
    clause.chars().count() == 2 && clause.ends_with(|last| ENDINGS.contains(last)) || clause == "其中"
}
