//! The beginnings of stories: datelines.

use super::bracket::{self, Bracketed};
use super::credits::{Credits, Parsed, parse};
use super::line::LONGEST;
use super::words::close_up;
use crate::ingest::name;
use crate::text::noise;

/// The longest run of names that no bracket encloses, in characters.
const LONGEST_NAMES: usize = 40;

/// Reads the beginning of a paragraph that opens a story: `本报讯`, `本报讯(记者X 通讯员Y)`, `本报青禾3月1日电(特派记者X)`,
/// `【新华社青禾一日电】`, `本报讯 记者X 通讯员Y报道：`, `(记者 X)`. The credits are empty where nobody is named.
pub fn lead(text: &str) -> Option<Credits> {
    const LONGEST_PRINTED: usize = 4 * LONGEST;
    let head = noise::clear(split_at_char(text, LONGEST_PRINTED));
    let head = close_up(split_at_char(&head, LONGEST));
    let head = &*head;
    let is_mark = |c: char| "【[［（(■□●◆▲▌>|·.— ".contains(c);
    let bare = head.trim_start_matches(is_mark);
    // A reader's letter.
    if ["编辑同志：", "编辑同志:", "编辑："].iter().any(|greeting| bare.starts_with(greeting)) {
        return Some(Credits::default());
    }
    let after = after_dateline(bare);
    let rest = after.unwrap_or(head).trim_start_matches(['】', ']', '］', ' ', '\u{3000}']);
    let named = in_bracket(rest).or_else(|| {
        let is_own = bare.starts_with("本报");
        after.and_then(|_| own_names(rest).filter(|_| is_own).or_else(|| before_report(rest)).or_else(|| apart(rest)))
    });
    match (after, named) {
        (_, Some(parsed)) => Some(parsed.credits),
        (Some(_), None) => Some(Credits::default()),
        (None, None) => None,
    }
}

/// What stands after `本报讯`, `本报…电`, `据新华社…电`, `青禾日报讯`, `云溪讯（`.
pub(super) fn after_dateline(text: &str) -> Option<&str> {
    const LONGEST_PAPER: usize = 8;
    const LONGEST_DATE: usize = 20;
    let text = text.strip_prefix('据').unwrap_or(text);
    // 本报3月1日云溪消息（记者 林一舟）
    if let Some((before, rest)) = text.split_once("消息").filter(|(before, _)| before.starts_with("本报"))
        && before.chars().count() <= LONGEST_PAPER + LONGEST_DATE
        && before.chars().all(|c| name::is_han(c) || c.is_ascii_digit())
        && rest.starts_with(['(', '（', ' ', '\u{3000}'])
    {
        return Some(rest);
    }
    let (at, mark) = text.char_indices().take(LONGEST_PAPER + LONGEST_DATE).find(|&(_, c)| matches!(c, '讯' | '电'))?;
    let (before, rest) = (&text[..at], &text[at + mark.len_utf8()..]);
    // 电话, 电视, 电力, 讯问: the mark is a part of another word.
    if rest.starts_with(['话', '视', '力', '影', '器', '信', '子', '商', '问', '网', '动', '站', '池', '台'])
    {
        return None;
    }
    let paper_end = before.char_indices().take(LONGEST_PAPER).filter(|&(_, c)| matches!(c, '报' | '网' | '台' | '社'));
    let is_dateline = |from: usize| {
        let between = &before[from..];
        between.chars().all(|c| name::is_han(c) || c.is_ascii_digit() || matches!(c, ' ' | '\u{3000}' | '(' | ')'))
            && (between.trim().is_empty()
                || between.contains('日')
                || between.contains("综合")
                || between.contains("消息"))
    };
    let names_paper = before.chars().take(2).all(name::is_han)
        && paper_end.into_iter().any(|(at, mark)| at > 0 && is_dateline(at + mark.len_utf8()));
    let is_place = mark == '讯'
        && (2..=6).contains(&before.chars().count())
        && before.chars().all(name::is_han)
        && in_bracket(rest.trim_start()).is_some();
    (names_paper || is_place).then_some(rest)
}

/// `(记者X 通讯员Y)`, also with one bracket alone.
fn in_bracket(text: &str) -> Option<Parsed> {
    let Bracketed { inside, is_whole } = bracket::ahead(text)?;
    let is_open = !is_whole && inside.len() < text.len() && text.ends_with(inside);
    let parsed = if is_open { before_text(inside) } else { parse(inside) };
    parsed.filter(|parsed| parsed.has_role && !parsed.is_photo())
}

/// `(X Y)` right after 本报讯; agencies name there whom they please.
fn own_names(text: &str) -> Option<Parsed> {
    let bracketed = bracket::ahead(text).filter(|bracketed| bracketed.is_whole)?;
    parse(bracketed.inside).filter(|parsed| !parsed.is_photo())
}

/// Names that no bracket parts from the day the story begins with: `记者X 通讯员Y 3月1日，`, `记者X近日，`.
fn before_text(text: &str) -> Option<Parsed> {
    const DAYS: [&str; 10] = ["近日", "日前", "昨日", "昨天", "今日", "今天", "连日来", "近期", "当前", "目前"];
    let head = split_at_char(text, LONGEST_NAMES);
    let day = DAYS.iter().filter_map(|day| head.find(day)).min();
    let end = head.find(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。' | '：' | ','));
    let end = day.into_iter().chain(end).min().unwrap_or(head.len());
    let spaces = head[..end].char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    std::iter::once(end).chain(spaces).find_map(|end| parse(&head[..end])).filter(|parsed| parsed.has_role)
}

/// The same with a space before the text: `本报讯 记者X 通讯员Y 春日里，`. What a reporter is told from somewhere (记者从县里获悉)
/// is no name.
fn apart(text: &str) -> Option<Parsed> {
    let (first, rest) = text.trim_start().split_once(char::is_whitespace)?;
    let is_told = ["记者从", "记者在", "记者近", "记者昨", "记者今"].iter().any(|words| first.starts_with(words));
    let parsed = before_text(text).filter(|_| !is_told && !rest.is_empty())?;
    (!parsed.is_photo()).then_some(parsed)
}

/// `记者X 通讯员Y报道：`, without brackets.
fn before_report(text: &str) -> Option<Parsed> {
    let head = split_at_char(text, LONGEST_NAMES);
    let end = head.find("报道").or_else(|| head.find(['：', ':']))?;
    parse(&head[..end]).filter(|parsed| parsed.has_role && !parsed.is_photo())
}

fn split_at_char(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}
