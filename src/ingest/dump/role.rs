//! What each line of a page is.

use super::caption::{find_captions, find_counted_captions, find_counted_titles, is_caption_text};
use super::column;
use super::division;
use super::furniture;
use super::layout::Layout;
use super::line::{Line, begins_item, is_ended, looks_like_head};
use super::masthead::{find_latin, find_running_heads, find_section_name, find_spread_day, is_mark_of_head};
use super::opening;
use super::sentence::{find_cut_sentences, settle_fragments};
use super::signer::{find_bare_bylines, find_bracketed_names, find_issuers, find_letters};
use super::title_list;
use crate::ingest::byline::{self, Credits, Form};
use crate::ingest::name::is_han;
use crate::model::BlockKind;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Text,
    /// A headline, a section head or a column's name: which of them, the lines around it decide.
    Head,
    /// It names people.
    Byline(Form, Credits),
    /// It stands under a photograph.
    Caption,
    /// It belongs to the page, and is of this kind.
    Furniture(&'static str),
}

impl Role {
    /// The block of an article that its line is, where a head is one of a section.
    pub fn block(&self) -> Option<BlockKind> {
        match self {
            Role::Text => Some(BlockKind::Paragraph),
            Role::Head => Some(BlockKind::SectionHead),
            Role::Caption => Some(BlockKind::Caption),
            Role::Byline(..) => Some(BlockKind::Byline),
            Role::Furniture(_) => None,
        }
    }

    /// A by-line that is no photo credit.
    pub fn is_byline(&self) -> bool {
        matches!(self, Role::Byline(Form::Byline | Form::Signature, _))
    }

    pub fn is_credit(&self) -> bool {
        matches!(self, Role::Byline(Form::PhotoCredit, _))
    }
}

/// More heads in a row than a headline can have are verse, a list or a table.
const MOST_HEADS: usize = 6;

/// Classes of all lines: by form first, then heads and captions by what stands around them.
pub fn classify(lines: &[Line], layout: &Layout) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(lines.len());
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let is_over_page = || roles.iter().all(|role| matches!(role, Role::Furniture(_)));
        if is_over_page() && by_form(line).is_none() && title_list::is_row(lines, at) {
            roles.push(Role::Furniture("title-list"));
            continue;
        }
        if is_mark_of_head(line, &roles, &lines[..at]) {
            roles.push(Role::Furniture("page-head"));
            continue;
        }
        let role = by_form(line)
            .or_else(|| names_under(roles.last()?, lines.get(at.checked_sub(1)?)?, line))
            .unwrap_or_else(|| {
                let is_cut_off = open && !layout.is_wide(line.gap);
                if looks_like_head(line)
                    && !is_editors_note(&line.plain)
                    && !is_fact(&line.plain)
                    && !is_of_timetable(&line.plain)
                    && byline::lead(&line.plain).is_none()
                    && !begins_text(lines, at)
                    && (!is_cut_off || opens_story(lines, at + 1) || column::is_notice(&line.plain))
                {
                    Role::Head
                } else {
                    Role::Text
                }
            });
        match role {
            Role::Text => open = !is_ended(&line.plain),
            Role::Head => open = false,
            Role::Furniture(_) => {
                open &= !furniture::leads_to_story(&line.plain) && !furniture::turns_stories(&line.plain)
            }
            Role::Byline(Form::Byline | Form::Signature, _) => open = false,
            _ => {}
        }
        roles.push(role);
    }
    find_spread_day(lines, &mut roles);
    find_running_heads(lines, &mut roles);
    find_section_name(lines, &mut roles);
    find_menus(lines, &mut roles);
    find_latin(lines, &mut roles);
    settle_exclamations(lines, &mut roles);
    find_cut_sentences(lines, &mut roles);
    settle_fragments(lines, layout, &mut roles);
    find_cut_headlines(lines, &mut roles);
    find_bare_bylines(lines, &mut roles);
    find_captions(lines, layout, &mut roles);
    find_counted_captions(lines, &mut roles);
    find_counted_titles(lines, &mut roles);
    find_original_titles(lines, &mut roles);
    find_bracketed_names(lines, &mut roles);
    find_letters(lines, &mut roles);
    find_issuers(lines, &mut roles);
    roles
}

fn by_form(line: &Line) -> Option<Role> {
    // 来源：青禾日报 作者：林一舟
    if let Some((form, credits)) = byline::author(&line.plain) {
        return Some(Role::Byline(form, credits));
    }
    if let Some(what) = furniture::of_form(&line.plain) {
        return Some(Role::Furniture(what));
    }
    if let Some((form, credits)) = byline::line(&line.plain) {
        return Some(Role::Byline(form, credits));
    }
    if let Some(credits) = byline::dateline(&line.plain) {
        return Some(Role::Byline(Form::Byline, credits));
    }
    is_caption_text(&line.plain).then_some(Role::Caption)
}

/// The names under a by-line that has none: 本报通讯员, and on the next line 许 岚.
fn names_under(above: &Role, byline: &Line, line: &Line) -> Option<Role> {
    let Role::Byline(form, credits) = above else { return None };
    if *credits != Credits::default() || *form == Form::Signature || line.length > 20 {
        return None;
    }
    let (_, credits) = byline::line(&[&*byline.plain, " ", &*line.plain].concat())?;
    (credits != Credits::default()).then_some(Role::Byline(*form, credits))
}

/// Whether a line is known for what it is by its form alone, or opens a story.
pub fn has_own_form(line: &Line) -> bool {
    by_form(line).is_some() || byline::lead(&line.plain).is_some()
}

/// Whether a line is the credit of a photograph.
pub fn is_photo_credit(line: &Line) -> bool {
    by_form(line).is_some_and(|role| role.is_credit())
}

/// Whether a line that is no by-line of its own completes the one before it: the names under 本报通讯员.
pub fn is_cut_byline(last: &Line, line: &Line) -> bool {
    let together = || ["", " "].into_iter().find_map(|space| byline::line(&[&last.plain, space, &line.plain].concat()));
    line.length <= 20
        && by_form(line).is_none()
        && by_form(last).is_some_and(|role| role.is_byline())
        && together().is_some()
}

/// Whether a line that is no furniture of its own completes the imprint before it.
pub fn is_cut_imprint(last: &Line, line: &Line) -> bool {
    furniture::completes_imprint(&line.plain)
        && by_form(line).is_none()
        && matches!(by_form(last), Some(Role::Furniture("page-head" | "imprint")))
}

/// Whether a line is a by-line or furniture: nothing that follows belongs to it.
pub fn is_whole(line: &Line) -> bool {
    matches!(by_form(line), Some(Role::Byline(..) | Role::Furniture(_)))
}

/// Whether a by-line or a dateline stands at this place, before anything else.
pub fn opens_story(lines: &[Line], from: usize) -> bool {
    let next = lines[from.min(lines.len())..].iter().find(|line| furniture::of_form(&line.plain).is_none());
    next.is_some_and(|line| {
        byline::lead(&line.plain).is_some() || matches!(byline::line(&line.plain), Some((Form::Byline, _)))
    })
}

/// A site's menu that was saved with an item a line: short lines in a row, of which some are words of menus alone.
fn find_menus(lines: &[Line], roles: &mut [Role]) {
    const FEWEST: usize = 4;
    const LONGEST: usize = 6;
    const MANY: usize = 6;
    const LONGEST_WORD: usize = 3;
    let may_be_item = |at: usize, roles: &[Role]| {
        lines[at].length <= LONGEST && matches!(roles[at], Role::Head | Role::Furniture("site-bar"))
    };
    let mut start = 0;
    while start < lines.len() {
        let end = (start..lines.len()).find(|&at| !may_be_item(at, roles)).unwrap_or(lines.len());
        let items: Vec<usize> = (start..end).filter(|&at| furniture::is_menu_item(&lines[at].plain)).collect();
        // At the top of a file many words in a row are a menu, whatever they are.
        let is_at_top = || roles[..start].iter().all(|role| matches!(role, Role::Furniture(_)));
        let row = lines[start..end].iter().take_while(|line| line.length <= LONGEST_WORD).count();
        if row >= MANY && is_at_top() {
            roles[start..start + row].fill(Role::Furniture("site-bar"));
        } else if let [first, .., last] = items[..]
            && items.len() >= FEWEST
        {
            roles[first..=last].fill(Role::Furniture("site-bar"));
        }
        start = end + 1;
    }
}

/// A short line that ends in ！ or ？ is a headline where a story opens under it, else what somebody says. Of a long
/// run of heads only the last can be a headline.
fn settle_exclamations(lines: &[Line], roles: &mut [Role]) {
    const SECOND: usize = 16;
    let mut at = lines.len();
    let mut run = 0;
    while at > 0 {
        at -= 1;
        if roles[at] != Role::Head {
            run = 0;
            continue;
        }
        let text = &lines[at].plain;
        let is_spoken = text.ends_with(['”', '’']) && text.contains(['，', ',', '：', ':']);
        let inner = if is_spoken { text.trim_end_matches(['”', '’']) } else { text };
        let exclaims = inner.ends_with(['！', '？', '!', '?']);
        let is_under_kicker = || at > 0 && roles[at - 1] == Role::Head && begins_item(&lines[at - 1].plain);
        // 大篷车开进村 and under it 三百回啦！: the second line of a headline.
        let is_second_line = || {
            at > 0
                && roles[at - 1] == Role::Head
                && lines[at].gap == 0
                && lines[at].length <= SECOND
                && !text.contains('“')
        };
        let followed = run > 0 || opens_story(lines, at + 1) || is_under_kicker() || is_second_line();
        if (exclaims && !followed) || run >= MOST_HEADS && !begins_page(roles, at) {
            roles[at] = Role::Text;
            run = 0;
        } else {
            run += 1;
        }
    }
}

/// Whether nothing but heads and furniture stands before this line: a list of the page's titles may be long.
pub fn begins_page(roles: &[Role], at: usize) -> bool {
    const LONGEST: usize = 80;
    at < LONGEST && roles[..at].iter().all(|role| matches!(role, Role::Head | Role::Furniture(_)))
        || roles[at.saturating_sub(LONGEST)..at]
            .iter()
            .rev()
            .find(|role| **role != Role::Head)
            .is_some_and(|role| *role == Role::Furniture("page-head"))
}

/// 连日来，县里的养路队, and on the next line more of it: the first line of a text that is broken at a narrow width.
fn begins_text(lines: &[Line], at: usize) -> bool {
    let goes_on = |next: &Line| next.gap == 0 && by_form(next).is_none() && !opens_story(lines, at + 1);
    opening::is_dated(&lines[at].plain) && lines.get(at + 1).is_some_and(goes_on)
}

/// 编者按 over a note to a story: no headline, and no head of a section.
fn is_editors_note(text: &str) -> bool {
    let word: String = text.chars().filter(|&c| is_han(c)).collect();
    word == "编者按"
}

/// 时间：3月1日, 地点：柳林镇: a line of a fact box.
fn is_fact(text: &str) -> bool {
    ["时间", "地点", "人物", "主题", "嘉宾", "主持人", "采访对象", "关键词"]
        .iter()
        .any(|label| text.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':'])))
}

/// 3月22日6:00—18:00 柳林镇: when something is cut off or open, and where.
fn is_of_timetable(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_clock = |(at, mark): (usize, &str)| {
        is_digit(text[..at].chars().next_back()) && is_digit(text[at + mark.len()..].chars().next())
    };
    let day = text.split_once('日').filter(|(day, _)| day.len() <= "12月31".len() && day.contains('月'));
    is_digit(text.chars().next()) && day.is_some() && text.match_indices([':', '：']).any(is_clock)
}

/// 临汐县： on a line of its own, over the rest of its headline and a story that somebody signs.
fn find_cut_headlines(lines: &[Line], roles: &mut [Role]) {
    const LONGEST: usize = 14;
    const MOST_LINES: usize = 3;
    for at in 0..lines.len().saturating_sub(2) {
        let Some(subject) = lines[at].plain.strip_suffix(['：', ':']) else { continue };
        let rest = roles[at + 1..].iter().take_while(|role| **role == Role::Head).count();
        let is_above_sentence = at > 0 && roles[at - 1] == Role::Text && !is_ended(&lines[at - 1].plain);
        if roles[at] == Role::Text
            && lines[at].length <= LONGEST
            && subject.chars().all(is_han)
            && (division::names_place(subject) || is_short_for_county(subject, &lines[at + 1 + rest..]))
            && (1..=MOST_LINES).contains(&rest)
            && !is_above_sentence
            && opens_story(lines, at + 1 + rest)
        {
            roles[at] = Role::Head;
        }
    }
}

/// 云溪, where the story under the headline tells of 云溪县.
fn is_short_for_county(subject: &str, story: &[Line]) -> bool {
    let is_told = |text: &str| {
        text.match_indices(subject).any(|(at, _)| text[at + subject.len()..].starts_with(['县', '区', '市', '旗']))
    };
    (2..=3).contains(&subject.chars().count()) && story.iter().take(2).any(|line| is_told(&line.plain))
}

/// 原标题：…: under a story that a site has taken over it names the headline once more.
fn find_original_titles(lines: &[Line], roles: &mut [Role]) {
    for at in 0..lines.len() {
        let Some(title) = lines[at].plain.strip_prefix("原标题").and_then(|rest| rest.strip_prefix([':', '：']))
        else {
            continue;
        };
        roles[at] = Role::Furniture("title-list");
        if title.trim().is_empty() && roles.get(at + 1) == Some(&Role::Head) {
            roles[at + 1] = Role::Furniture("title-list");
        }
    }
}
