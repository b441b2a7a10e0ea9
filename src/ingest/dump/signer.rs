//! Who signs without a word that says so: names under a headline, readers, and the bodies that issue a notice.

use super::column;
use super::furniture;
use super::line::{Line, is_ended};
use super::role::Role;
use crate::ingest::byline::{self, Credits, Form};
use crate::ingest::name::is_han;

/// Names alone between a headline and its text. Where no space inside shows that they are names, the text does not speak of
/// them.
pub fn find_bare_bylines(lines: &[Line], roles: &mut [Role]) {
    const HEADLINE: usize = 4;
    for at in 1..lines.len().saturating_sub(1) {
        let below = (at + 1..lines.len()).find(|&below| !matches!(roles[below], Role::Furniture(_)));
        let Some(below) = below.filter(|&below| roles[below] == Role::Text) else { continue };
        if roles[at] != Role::Head || roles[at - 1] != Role::Head {
            continue;
        }
        let text = &lines[at].plain;
        let unspaced = || {
            let is_spoken_of = lines[below].plain.contains(&**text) || lines[at - 1].plain.contains(&**text);
            byline::unspaced_names(text).filter(|_| !is_spoken_of)
        };
        let begins_story =
            || at < 2 || matches!(roles[at - 2], Role::Furniture(_)) || column::is_name(&lines[at - 2].plain);
        let pen_name = || byline::pen_name(text).filter(|_| begins_story() && lines[at - 1].length >= HEADLINE);
        // 公 告
        let bare = || byline::bare_names(text).filter(|_| !column::is_notice(text));
        if let Some(credits) = bare().or_else(unspaced).or_else(pen_name) {
            roles[at] = Role::Byline(Form::Byline, credits);
        }
    }
}

/// （渠水）: a name in brackets under the last sentence of a text, whatever it is.
pub fn find_bracketed_names(lines: &[Line], roles: &mut [Role]) {
    for at in 1..lines.len() {
        let ends_text = roles[at - 1] == Role::Text && is_ended(&lines[at - 1].plain);
        let inside = lines[at].plain.strip_prefix(['(', '（']).and_then(|text| text.strip_suffix([')', '）']));
        let is_name = inside.is_some_and(|text| (2..=4).contains(&text.chars().count()) && text.chars().all(is_han));
        if roles[at] == Role::Head && ends_text && is_name {
            roles[at] = Role::Byline(Form::Signature, Credits::default());
        }
    }
}

/// The writer of a letter signs under its last sentence, and another story or nothing follows.
pub fn find_letters(lines: &[Line], roles: &mut [Role]) {
    for at in 1..lines.len() {
        let ends_text = roles[at - 1] == Role::Text && is_ended(&lines[at - 1].plain);
        let next = (at + 1..lines.len()).find(|&next| !matches!(roles[next], Role::Furniture(_)));
        if roles[at] != Role::Head || !ends_text || next.is_some_and(|next| roles[next] != Role::Head) {
            continue;
        }
        // Names alone are no head where nothing comes after them.
        let is_last = next.is_none_or(|next| furniture::is_list_head(&lines[next].plain));
        let names =
            || byline::bare_names(&lines[at].text).or_else(|| byline::names(&lines[at].plain).filter(|_| is_last));
        if let Some(credits) = byline::letter(&lines[at].plain).or_else(names) {
            roles[at] = Role::Byline(Form::Signature, credits);
        }
    }
}

/// The bodies that issue a document or a notice sign under its last sentence, and under them stands the day, or nothing more.
pub fn find_issuers(lines: &[Line], roles: &mut [Role]) {
    const MOST: usize = 3;
    for at in 1..lines.len() {
        let ends_text = roles[at - 1] == Role::Text && is_ended(&lines[at - 1].plain);
        let count =
            (at..lines.len()).take_while(|&at| roles[at] == Role::Head && names_issuer(&lines[at].plain)).count();
        let is_last = roles.get(at + count).is_none_or(|role| matches!(role, Role::Furniture(_)));
        if ends_text && (1..=MOST).contains(&count) && is_last {
            let is_day = lines.get(at + count).is_some_and(|line| furniture::is_day(&line.plain));
            roles[at..at + count + usize::from(is_day)].fill(Role::Byline(Form::Signature, Credits::default()));
        }
    }
}

/// 青禾市人民政府, 中共云溪县委, 青禾市自来水公司: a name that ends as those of bodies do.
fn names_issuer(text: &str) -> bool {
    const LONGEST: usize = 24;
    const ENDINGS: [&str; 16] = [
        "人民政府",
        "市委",
        "县委",
        "区委",
        "委员会",
        "办公室",
        "公司",
        "指挥部",
        "管理处",
        "分局",
        "中心",
        "法院",
        "检察院",
        "银行",
        "总工会",
        "局",
    ];
    (4..=LONGEST).contains(&text.chars().count())
        && text.chars().all(|c| is_han(c) || matches!(c, '（' | '）' | '(' | ')' | ' '))
        && ENDINGS.iter().any(|ending| text.ends_with(ending))
}
