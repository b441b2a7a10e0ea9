//! The frame that a site sets around one story: menus and the titles of the page over it, bars under it.

use super::furniture;
use super::line::Line;
use super::role::Role;
use crate::ingest::byline::{self, Credits};

/// What is known of a page by its frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Where the story begins.
    start: usize,
    /// Whether the page has one story, and no more.
    pub is_one_story: bool,
}

/// No frame over a story is longer, nor any line of it.
const MOST_LINES: usize = 120;
const LONGEST: usize = 80;

/// Finds the frame. What stands under it and is no text becomes furniture; the lines over it become heads, of which the title list
/// takes those that it knows.
pub fn find(lines: &[Line], roles: &mut [Role]) -> Frame {
    let is_bar = |at: usize, roles: &[Role]| {
        matches!(roles[at], Role::Furniture(_)) && furniture::turns_stories(&lines[at].plain)
    };
    let mut bars: Vec<usize> = (0..lines.len()).filter(|&at| is_bar(at, roles)).collect();
    if bars.is_empty() {
        bars.extend(size_bar(lines, roles));
    }
    let path = (0..lines.len().min(MOST_LINES)).find(|&at| furniture::leads_to_story(&lines[at].plain));
    let is_of_site = |line: &Line| line.length <= LONGEST || !line.plain.contains(['。', '，', ',']);
    let path = path.filter(|&path| lines[..path].iter().all(is_of_site));
    if let Some(path) = path {
        for role in roles[..=path].iter_mut().filter(|role| !matches!(role, Role::Furniture(_))) {
            *role = Role::Furniture("site-bar");
        }
    }
    find_excerpts(lines, roles);
    let has_story = |range: std::ops::Range<usize>| lines[range].iter().any(is_sentence);
    let ends = || bars.iter().copied().chain([lines.len()]);
    let starts = [0].into_iter().chain(bars.iter().map(|bar| bar + 1));
    let stories: Vec<(usize, usize)> = starts.zip(ends()).filter(|&(start, end)| has_story(start..end)).collect();
    let [(start, end)] = stories[..] else { return Frame::default() };
    let is_one_story = !bars.is_empty() || path.is_some();
    for role in roles[end..].iter_mut().filter(|role| !matches!(role, Role::Furniture(_))) {
        *role = Role::Furniture("title-list");
    }
    let over = start.min(MOST_LINES);
    // Where the text follows at once, its headline stands over the bar.
    let is_headed = roles[over..].iter().find(|role| !matches!(role, Role::Furniture(_))) == Some(&Role::Head);
    if over < start || !is_headed || !is_frame(lines, &roles[..over]) {
        return Frame { start: 0, is_one_story };
    }
    let listed = roles[..over].iter().filter(|role| !matches!(role, Role::Furniture(_))).count();
    let is_under_page_head = roles[..over].contains(&Role::Furniture("page-head")) && listed >= 2;
    let is_repeated = |at: usize| {
        let later = lines[over..].iter().zip(&roles[over..]);
        roles[at] == Role::Head
            && later.into_iter().any(|(line, role)| *role == Role::Head && line.plain == lines[at].plain)
    };
    if !is_under_page_head && !(0..over).any(is_repeated) {
        return Frame { start: 0, is_one_story };
    }
    for role in roles[..over].iter_mut().filter(|role| !matches!(role, Role::Furniture(_))) {
        *role = Role::Head;
    }
    Frame { start: over, is_one_story }
}

/// The bar with the size of the type, where of the titles over it one has its story under it.
fn size_bar(lines: &[Line], roles: &[Role]) -> Option<usize> {
    let is_size = |at: &usize| ["放大", "缩小"].iter().all(|word| lines[*at].plain.contains(word));
    let bar = (0..lines.len().min(MOST_LINES)).find(is_size)?;
    let heads = |range: std::ops::Range<usize>| range.filter(|&at| roles[at] == Role::Head);
    let is_told = |&title: &usize| heads(bar..lines.len()).any(|head| lines[head].plain == lines[title].plain);
    (heads(0..bar).filter(is_told).count() == 1).then_some(bar)
}

/// 新闻推荐, and under it how another story begins, cut off with dots: what a site shows of its other pages.
fn find_excerpts(lines: &[Line], roles: &mut [Role]) {
    let Some(head) = lines.iter().rposition(|line| furniture::is_recommendation(&line.plain)) else { return };
    if lines[head..].iter().any(|line| line.plain.ends_with("...") || line.plain.ends_with("……")) {
        roles[head..].fill(Role::Furniture("title-list"));
    }
}

impl Frame {
    /// Makes furniture of the titles over the story that no list has taken.
    pub fn settle(self, roles: &mut [Role], named: &mut [bool]) {
        for (role, named) in roles.iter_mut().zip(named).take(self.start) {
            if *role == Role::Head {
                *role = Role::Furniture("title-list");
                *named = false;
            }
        }
    }
}

/// Whether no word says that somebody is named in these lines, and none of them is a text.
fn is_frame(lines: &[Line], roles: &[Role]) -> bool {
    let names = |line: &Line| byline::line(&line.plain).is_some_and(|(_, credits)| credits != Credits::default());
    roles.iter().zip(lines).all(|(role, line)| match role {
        Role::Furniture(_) => true,
        Role::Byline(..) => !names(line),
        _ => line.length <= LONGEST && !line.plain.contains('。'),
    })
}

/// Whether a line is running text.
fn is_sentence(line: &Line) -> bool {
    const LONG: usize = 60;
    (line.plain.contains('。') || line.length >= LONG && line.plain.contains(['，', ',']))
        && furniture::of_form(&line.plain).is_none()
}
