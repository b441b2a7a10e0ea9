//! The list of a page's titles that e-paper sites print under the page's head.

use super::column;
use super::line::Line;
use super::role::Role;
use crate::ingest::name::is_han;

/// Marks the lines of title lists as furniture, and says which of the later heads the lists name: those are titles.
///
/// A list is a run of heads at the beginning of the page or under a page head. A line of it is one of the list where a
/// later head has the same characters, or where it is a part of a head, or of two or three heads in a row, as long titles are set
/// over two lines here and there.
pub fn find(lines: &[Line], roles: &mut [Role]) -> Vec<bool> {
    let mut named = vec![false; lines.len()];
    let mut at = 0;
    let mut may_begin = true;
    while at < lines.len() {
        match &roles[at] {
            Role::Head if may_begin => {
                let end = run_end(roles, at);
                mark(lines, roles, at, end, &mut named);
                at = end;
                may_begin = false;
            }
            Role::Furniture(what) => {
                may_begin |= *what == "page-head";
                at += 1;
            }
            _ => {
                may_begin = false;
                at += 1;
            }
        }
    }
    named
}

/// Whether a line has titles of the page side by side: one of them stands over its story below.
pub fn is_row(lines: &[Line], at: usize) -> bool {
    const FEWEST: usize = 3;
    const SHORTEST: usize = 5;
    let titles: Vec<&str> = lines[at].plain.split_whitespace().collect();
    let is_title = |line: &Line| line.length >= SHORTEST && titles.contains(&&*line.plain);
    titles.len() >= FEWEST && lines[at + 1..].iter().any(is_title)
}

/// The end of a run of heads; furniture does not end it.
pub fn run_end(roles: &[Role], start: usize) -> usize {
    let mut end = start;
    for (at, role) in roles.iter().enumerate().skip(start) {
        match role {
            Role::Head => end = at + 1,
            Role::Furniture(_) => {}
            _ => break,
        }
    }
    end
}

/// The longest list looked at, and how far after it its titles are looked for.
const MOST_TITLES: usize = 80;
const REACH: usize = 4000;

fn mark(lines: &[Line], roles: &mut [Role], start: usize, end: usize, named: &mut [bool]) {
    // A bar under the list parts it from the first story: then all of it is the list, whatever of the page is missing.
    let bar = (start..end).find(|&at| roles[at] == Role::Furniture("site-bar"));
    let is_bounded = bar.is_some() && start > 0 && matches!(roles[start - 1], Role::Furniture(_));
    let list_end = bar.filter(|_| is_bounded).unwrap_or(end).min(start + MOST_TITLES);
    let list: Vec<usize> = (start..list_end).filter(|&at| roles[at] == Role::Head).collect();
    let reach = (end + REACH).min(lines.len());
    // Under the last story a site may list the titles once more.
    let last_story = roles[..reach].iter().rposition(|role| !matches!(role, Role::Head | Role::Furniture(_)));
    let reach = last_story.filter(|&last| last > end).unwrap_or(reach);
    let later: Vec<usize> = (start..reach).filter(|&at| roles[at] == Role::Head).collect();
    let keys: Vec<String> = later.iter().map(|&at| key(&lines[at].plain)).collect();
    // A long title is set over heads in a row; a head beyond a text is another's.
    let row_end = row_ends(&later, roles);
    let mut listed = Vec::new();
    for (place, &at) in list.iter().enumerate() {
        let wanted = &keys[place];
        if wanted.chars().count() < 3 {
            continue;
        }
        let found = (place + 1..later.len()).find(|&other| {
            let joined = || keys[other..(other + 3).min(row_end[other])].concat();
            keys[other] == *wanted
                || (keys[other].len() > wanted.len()
                    && keys[other].contains(wanted.as_str())
                    && wanted.chars().count() >= 5)
                || (keys[other].chars().count() >= 5
                    && two_lines(&keys, place, list.len()).contains(keys[other].as_str())
                    && joined().starts_with(wanted.as_str()))
                || (keys[other].len() < wanted.len()
                    && keys[other].chars().count() >= 4
                    && wanted.starts_with(keys[other].as_str())
                    && joined().starts_with(wanted.as_str()))
        });
        if let Some(other) = found {
            listed.push(at);
            let mut covered = 0;
            for &head in &later[other..row_end[other]] {
                if covered >= wanted.len().max(keys[other].len()) {
                    break;
                }
                named[head] = true;
                covered += key(&lines[head].plain).len();
            }
        }
    }
    // A column's name comes again over each of its stories.
    let is_column = matches!(listed[..], [only] if column::is_name(&lines[only].plain));
    if (is_column || listed.len() < 2 && list.len() > 2) && !is_bounded {
        for &at in &later {
            named[at] = false;
        }
        return;
    }
    // What stands among listed titles is one of them, although its story is not on the page.
    let last = if is_bounded && !listed.is_empty() { list.last() } else { listed.last() };
    let (first, last) = (listed.first().copied(), last.copied());
    for at in list
        .into_iter()
        .filter(|&at| first.is_some_and(|first| at >= first || is_bounded) && last.is_some_and(|last| at <= last))
    {
        roles[at] = Role::Furniture("title-list");
        named[at] = false;
    }
}

/// For each head, which of them is the first beyond its row: between the two stands something else than heads and furniture.
fn row_ends(heads: &[usize], roles: &[Role]) -> Vec<usize> {
    let mut ends = vec![heads.len(); heads.len()];
    for place in (1..heads.len()).rev() {
        let between = &roles[heads[place - 1] + 1..heads[place]];
        let is_row = between.iter().all(|role| matches!(role, Role::Furniture(_)));
        ends[place - 1] = if is_row { ends[place] } else { place };
    }
    ends
}

/// A line of the list with the next one.
fn two_lines(keys: &[String], place: usize, end: usize) -> String {
    keys[place..(place + 2).min(end)].concat()
}

/// What two prints of one title have in common: its letters and numbers.
fn key(text: &str) -> String {
    text.chars().filter(|&character| is_han(character) || character.is_alphanumeric()).collect()
}
