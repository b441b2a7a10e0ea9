//! Lines of a site that say when and where a story was published.

use super::page_head::is_iso_date;
use crate::ingest::name::is_name;

/// The fields of such a line.
const LABELS: [&str; 25] = [
    "发布来源",
    "更新时间",
    "发布时间",
    "发布日期",
    "发表时间",
    "刊发日期",
    "出版日期",
    "来源",
    "稿源",
    "日期",
    "时间",
    "作者",
    "编辑",
    "责任编辑",
    "点击数",
    "点击量",
    "浏览次数",
    "阅读次数",
    "阅读量",
    "字号",
    "字体",
    "语音阅读",
    "审核",
    "文章字数",
    "本文字数",
];

/// Those of them that a line can begin with and be one whatever follows.
const LEADING: [&str; 11] = [
    "发布来源",
    "更新时间",
    "发布时间",
    "发布日期",
    "发表时间",
    "刊发日期",
    "来源",
    "稿源",
    "日期",
    "文章字数",
    "本文字数",
];

/// 更新时间:2024-3-1 9:14 来源:青禾日报; 2024年3月1日09:14 来源:青禾网; 作者: 来源:青禾日报 时间:2024-3-1
pub fn is_publication_line(text: &str) -> bool {
    let text = text.trim_start_matches(['•', '·', ' ']);
    let is_of_time = |c: char| c.is_ascii_digit() || c.is_whitespace() || "年月日时分秒-/.:：|丨".contains(c);
    let after_time = text.trim_start_matches(is_of_time);
    let has_date = text[..text.len() - after_time.len()].chars().filter(char::is_ascii_digit).count() >= 6;
    // 2024-03-01 09:14
    let is_moment =
        after_time.is_empty() && text.contains(':') && text.chars().filter(char::is_ascii_digit).count() >= 9;
    let text = if has_date { after_time } else { text };
    let is_field = |label: &str| text.strip_prefix(label).is_some_and(begins_value);
    is_moment
        || is_source(text)
        || is_record(text)
        || is_signed_date(text)
        || LEADING.iter().any(|label| is_field(label))
        // 2024年03月01日 作者: names nobody.
        || has_date && is_field("作者") && text.trim_end().ends_with([':', '：'])
        || LABELS.iter().any(|label| is_field(label)) && fields(text) >= 2
}

/// 《青禾日报》三月一日报道: where a site has a story from.
fn is_source(text: &str) -> bool {
    const LONGEST: usize = 24;
    let rest = text.strip_prefix('《').and_then(|text| text.split_once('》'));
    text.chars().count() <= LONGEST
        && rest.is_some_and(|(paper, rest)| paper.ends_with('报') && rest.ends_with("日报道"))
}

/// 【版次】= 01: a field of a library's record.
fn is_record(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.chars().count() <= LONGEST
        && text
            .strip_prefix('【')
            .and_then(|text| text.split_once('】'))
            .is_some_and(|(label, value)| label.chars().count() <= 4 && value.trim_start().starts_with('='))
}

/// 林一舟 (1990.03.18): the author's name and the day beside it.
fn is_signed_date(text: &str) -> bool {
    let parts = text.strip_suffix([')', '）']).and_then(|text| text.split_once(['(', '（']));
    parts.is_some_and(|(author, date)| is_name(author.trim()) && is_iso_date(date))
}

/// How many of its fields a line has.
fn fields(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| LABELS.iter().any(|label| word.strip_prefix(label).is_some_and(begins_value)))
        .count()
}

fn begins_value(rest: &str) -> bool {
    rest.trim_start().starts_with([':', '：'])
}
