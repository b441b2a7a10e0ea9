//! What stands over a page and says which it is, by what stands around it.

use std::collections::HashMap;

use super::furniture;
use super::line::Line;
use super::role::Role;

/// 2, qhrb: right below another part of the page's head, its number or what the paper is called in the names of files.
/// 5034 below the day and the source of a story: how often it was read.
pub fn is_mark_of_head(line: &Line, above: &[Role], lines: &[Line]) -> bool {
    const LONGEST: usize = 8;
    let is_all = |is_such: fn(&u8) -> bool| line.plain.bytes().all(|byte| is_such(&byte));
    let is_count = || lines.last().is_some_and(|above| furniture::is_publication_line(&above.plain));
    if is_all(u8::is_ascii_digit) && line.plain.len() <= LONGEST && is_count() {
        return true;
    }
    let is_mark = line.plain.len() <= 2 && is_all(u8::is_ascii_digit)
        || line.plain.len() <= LONGEST && is_all(u8::is_ascii_lowercase);
    is_mark
        && matches!(above.last(), Some(Role::Furniture(_)))
        && above.iter().all(|role| matches!(role, Role::Furniture(_) | Role::Head))
}

/// 2024年3月, 5, 星期二: the day in the head of the page, set over several lines, the year among them.
pub fn find_spread_day(lines: &[Line], roles: &mut [Role]) {
    const REACH: usize = 10;
    let is_part = |at: usize| lines.get(at).is_some_and(|line| furniture::is_part_of_day(&line.plain));
    let start = (0..REACH.min(lines.len())).find(|&at| is_part(at) && is_part(at + 1));
    let Some(start) = start else { return };
    let end = (start..lines.len()).find(|&at| !is_part(at)).unwrap_or(lines.len());
    let has_year = lines[start..end].iter().any(|line| line.plain.contains('年') && !line.plain.starts_with("农历"));
    if has_year {
        roles[start..end].fill(Role::Furniture("page-head"));
    }
}

/// A short line that comes again beside the head or the number of each page.
pub fn find_running_heads(lines: &[Line], roles: &mut [Role]) {
    const LONGEST: usize = 20;
    let is_of_page = |role: Option<&Role>| matches!(role, Some(Role::Furniture("page-head" | "page-number")));
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let is_beside = is_of_page(roles.get(at + 1)) || at.checked_sub(1).is_some_and(|at| is_of_page(roles.get(at)));
        if roles[at] == Role::Head && line.length <= LONGEST && is_beside {
            places.entry(&line.plain).or_default().push(at);
        }
    }
    for at in places.into_values().filter(|places| places.len() >= 3).flatten() {
        roles[at] = Role::Furniture("page-head");
    }
}

/// The name of the page over its date or its number: 三农视窗.
pub fn find_section_name(lines: &[Line], roles: &mut [Role]) {
    let begins = roles.iter().take_while(|role| matches!(role, Role::Furniture(_))).count();
    let is_over_page_head = matches!(roles.get(begins + 1), Some(Role::Furniture("page-head" | "page-number" | "imprint")))
            // What stands over the day and the source of a story is its headline.
            && !lines.get(begins + 1).is_some_and(|line| furniture::is_publication_line(&line.plain));
    // 要 闻
    let name = |at: usize| lines[at].plain.replace(' ', "");
    if roles.get(begins) == Some(&Role::Head) && is_over_page_head && furniture::is_section_name(&name(begins)) {
        roles[begins] = Role::Furniture("page-head");
    }
}

/// YAOWEN, QINGHE NEWS: Latin capitals that a page sets under the name of a column or of itself for show.
pub fn find_latin(lines: &[Line], roles: &mut [Role]) {
    const LONGEST: usize = 24;
    for at in 1..lines.len() {
        let is_shown =
            lines[at].length <= LONGEST && lines[at].plain.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
        if is_shown && roles[at] == Role::Text && matches!(roles[at - 1], Role::Head | Role::Furniture(_)) {
            roles[at] = Role::Furniture("page-head");
        }
    }
}
