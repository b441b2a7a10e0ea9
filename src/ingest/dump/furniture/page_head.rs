//! The heads of pages: the paper's name, the date, the number and the name of the page.

use super::day::without_day;
use super::publication::is_publication_line;
use crate::ingest::name::is_han;

/// 第04版：要闻, A04 版, 2024年3月1日 星期五, and the paper's name with either.
pub fn is_page_head(text: &str) -> bool {
    let length = text.chars().count();
    if length > 60 || text.contains(['。', '，']) {
        return false;
    }
    // 青禾日报 >> 2024年3月1日 >> 第03版：要闻
    let ends_in_page =
        || text.rsplit(['>', '»', '|', '｜']).next().is_some_and(|last| begins_with_page_number(last.trim()));
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    begins_with_page_number(text)
        || is_page_code(text)
        || is_date_line(text, length)
        || is_date_line(&squeezed, squeezed.chars().count())
        || is_made_of_parts(text)
        || is_day_and_parts(text)
        || is_lunar_day(text)
        || is_paper_and_section(text)
        || is_publication_line(text)
        || is_issue_line(text)
        || text.contains(['>', '»', '|', '｜']) && ends_in_page()
}

/// A full date in any of its forms, and beside it only what heads of pages have.
fn is_day_and_parts(text: &str) -> bool {
    let Some(rest) = without_day(text) else { return false };
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let is_of_head = |word: &str| {
        matches!(word, "出版" | "编印" | "出刊" | "出版日期" | "日期")
            || is_number_of_issue(word)
            || is_usual_section(word)
            || part(word).is_some_and(|part| part != Part::Section)
    };
    let mut words = rest.split([' ', '\u{3000}', '|', '｜', ':', '：', ',', '.']).filter(|word| !word.is_empty());
    rest.is_empty()
        || begins_with_page_number(rest)
        || is_page_code(rest)
        || words.clone().all(is_of_head)
        || words.any(is_weekday) && rest.chars().count() <= 40
}

/// 乙巳年二月二十: the day of the old calendar, which many papers set under the new one.
fn is_lunar_day(text: &str) -> bool {
    const LONGEST: usize = 10;
    let mut characters = text.chars();
    let mut next_is = |among: &str| characters.next().is_some_and(|c| among.contains(c));
    next_is("甲乙丙丁戊己庚辛壬癸")
        && next_is("子丑寅卯辰巳午未申酉戌亥")
        && next_is("年")
        && text.chars().count() <= LONGEST
        && text.contains('月')
        && text.chars().all(is_han)
}

/// 青禾新闻 | 乡村版: the paper, or a part of it, and the page's name.
fn is_paper_and_section(text: &str) -> bool {
    let is_part = |part: &str| is_section_name(part.trim());
    text.split_once(['|', '｜']).is_some_and(|(paper, section)| {
        is_part(paper) && is_part(section) && section.trim_end().ends_with(['版', '刊'])
    })
}

/// 星期二, 周二, Tuesday.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let chinese = word.strip_prefix("星期").or_else(|| word.strip_prefix('周'));
    let is_chinese = chinese.is_some_and(|day| {
        let mut day = day.chars();
        day.next().is_some_and(|c| "一二三四五六日天".contains(c)) && day.next().is_none()
    });
    is_chinese || DAYS.contains(&word.to_ascii_lowercase().as_str())
}

/// 第1234期, 总第1234号, 今日8版, 农历正月廿五, 甲辰年正月廿五.
fn is_number_of_issue(word: &str) -> bool {
    let has_figure = word.contains(|c: char| c.is_ascii_digit());
    let is_lunar = word.starts_with("农历")
        || word.contains(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']) && word.contains('年');
    let is_issue = word.ends_with(['期', '号', '版']) && (word.starts_with(['第', '总', '今', '本', '共']));
    is_lunar || has_figure && is_issue
}

/// What a part of a page's head says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Date,
    Weekday,
    Paper,
    /// 第4版, A07, 04.
    Number,
    /// 要闻, 都市·民生.
    Section,
    /// 08:03, 大字, 44,541: what a site adds.
    Site,
}

/// Pages that most papers have.
const SECTIONS: [&str; 34] = [
    "要闻",
    "综合",
    "社会",
    "民生",
    "文化",
    "体育",
    "经济",
    "财经",
    "教育",
    "健康",
    "副刊",
    "影像",
    "都市",
    "县域",
    "县区",
    "时事",
    "国际",
    "国内",
    "广告",
    "旅游",
    "三农",
    "法治",
    "专版",
    "专题",
    "时政",
    "政法",
    "党建",
    "乡村振兴",
    "生态",
    "卫生",
    "科技",
    "文旅",
    "金融",
    "综合新闻",
];

/// A07 都市·民生; 青禾晚报 2024.3.1 04; 青禾日报 2024-03-01 08:03 大字: nothing but parts of a page's head, a date or a number among
/// them.
fn is_made_of_parts(text: &str) -> bool {
    let words: Vec<&str> =
        text.split([' ', '\u{3000}', '\t', '|', '｜', '/']).filter(|word| !word.is_empty()).collect();
    let parts: Option<Vec<Part>> = words.iter().map(|word| part(word)).collect();
    let Some(parts) = parts else { return false };
    let count = |kind: Part| parts.iter().filter(|&&part| part == kind).count();
    // A number alone beside a word may be a figure: 12 要闻, but not 12 棵柳树.
    let is_number = |word: &&str| word.starts_with(['A', 'B', 'C', 'D', 'T', '0', '第']) || word.ends_with('版');
    let is_known = || words.iter().any(|word| SECTIONS.contains(word) || word.contains('·'));
    let numbered = count(Part::Number) == 1
        && words.iter().zip(&parts).any(|(word, &part)| part == Part::Number && (is_number(word) || is_known()));
    let dated = count(Part::Date) + count(Part::Weekday) > 0;
    // 2024年3月1日 渠水来了: any short word may stand beside a date.
    let is_numbered_page = words.iter().any(|word| word.starts_with('第') && word.ends_with('版'));
    let sections = usize::from(is_known() || is_numbered_page);
    parts.len() >= 2 && (dated || numbered) && count(Part::Section) <= sections && count(Part::Number) <= 1
        || matches!(parts[..], [Part::Weekday])
}

fn part(word: &str) -> Option<Part> {
    let is_number = |word: &str| {
        let word = word.trim_start_matches('第').trim_end_matches('版');
        let digits = word.strip_prefix(['A', 'B', 'C', 'D', 'T']).unwrap_or(word);
        matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_date = is_iso_date(word) || word.ends_with('日') && word.contains(['年', '月']) && is_bare_date(word);
    if is_date {
        Some(Part::Date)
    } else if is_weekday(word) {
        Some(Part::Weekday)
    } else if is_number(word) {
        Some(Part::Number)
    } else if is_time_of_day(word) || is_counter(word) || matches!(word, "大字" | "中字" | "小字") {
        Some(Part::Site)
    } else if is_masthead(word.split('·').next().unwrap_or_default()) || is_paper(word) {
        Some(Part::Paper)
    } else {
        is_section_name(word).then_some(Part::Section)
    }
}

/// 青禾新报, 青禾广播电视报: what may be any word by itself, but is a paper beside a date.
fn is_paper(word: &str) -> bool {
    (4..=10).contains(&word.chars().count()) && word.chars().all(is_han) && word.ends_with('报')
}

/// 44,541: how often a page was read.
fn is_counter(word: &str) -> bool {
    word.contains(',') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// 08:03, 08:03:15.
fn is_time_of_day(word: &str) -> bool {
    let parts = word.split([':', '：']);
    (2..=3).contains(&parts.clone().count())
        && parts.into_iter().all(|part| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Reads the end of a headline that a site has saved with the paper and the day: 老渠清了淤 青禾日报 2024年3月1日. The byte at which that
/// begins.
pub fn behind_headline(text: &str) -> Option<usize> {
    const SHORTEST: usize = 6;
    let is_blank = [' ', '\u{3000}'];
    let is_paper = |word: &str| word.split('·').next().is_some_and(is_masthead);
    let mut headline = text;
    let mut is_dated = false;
    while let Some((before, word)) = headline.rsplit_once(is_blank) {
        let part = part(word);
        let is_of_page = matches!(part, Some(Part::Date | Part::Weekday | Part::Site)) || is_paper(word);
        if !is_of_page {
            break;
        }
        is_dated |= part == Some(Part::Date);
        headline = before.trim_end_matches(is_blank);
    }
    let is_headline = headline.chars().nth(SHORTEST - 1).is_some() && !headline.contains('。');
    (is_dated && is_headline).then_some(headline.len())
}

/// Whether this is the name of a page that most papers have.
pub fn is_usual_section(text: &str) -> bool {
    SECTIONS.contains(&text)
}

/// Whether a word can be the name of a page: 要闻, 金融·财经, 三农视窗.
pub fn is_section_name(text: &str) -> bool {
    (2..=6).contains(&text.chars().count()) && text.chars().all(|c| is_han(c) || matches!(c, '·' | '•'))
}

/// The paper's name alone, also set wide or in Latin letters: 青 禾 日 报, QINGHE DAILY.
pub fn is_masthead(text: &str) -> bool {
    const LONGEST: usize = 10;
    if text.chars().all(|c| c.is_ascii_alphabetic() || c == ' ') {
        let last = text.rsplit(' ').next().unwrap_or_default().to_ascii_uppercase();
        return text.len() <= 40 && ["DAILY", "RIBAO", "WANBAO", "NEWS", "TIMES", "POST"].contains(&last.as_str());
    }
    // 青禾日报 QINGHE DAILY
    if let Some((name, latin)) = text.split_once(|c: char| c.is_ascii_alphabetic())
        && name.ends_with([' ', '\u{3000}'])
        && latin.is_ascii()
    {
        return is_masthead(name.trim_end()) && is_masthead(&text[name.len()..]);
    }
    let name: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (4..=LONGEST).contains(&name.chars().count())
        && name.chars().all(is_han)
        && ["日报", "晚报", "晨报", "早报", "时报", "商报", "都市报"].iter().any(|kind| name.ends_with(kind))
}

/// What a file of several pages has at the end of each: — 3 —, - 3 -, ·3·, 第 3 页, 3 / 8, 第3页 共8页. A number alone may be a
/// figure that stands over its own line.
pub fn is_page_number(text: &str) -> bool {
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    // A figure does not begin with a naught.
    if text.len() == 2 && text.starts_with('0') && is_number(text) {
        return true;
    }
    let is_bare = |c: &char| !c.is_whitespace() && !matches!(c, '，' | ',' | '(' | ')' | '（' | '）');
    let bare: String = text.chars().filter(is_bare).collect();
    let is_dash = |c: char| "-—–－~·•".contains(c);
    let inner = bare.trim_matches(is_dash);
    let is_dashed = bare.starts_with(is_dash) && bare.ends_with(is_dash) && is_number(inner);
    let is_page =
        |part: &str| part.strip_prefix(['第', '共']).and_then(|part| part.strip_suffix('页')).is_some_and(is_number);
    let is_told = inner.split_inclusive('页').all(|part| is_page(part.trim_start_matches('/')));
    let of_all = inner.split_once('/').is_some_and(|(page, all)| {
        is_number(page) && is_number(all) && page.parse::<u16>().ok() <= all.parse().ok() && text.contains(' ')
    });
    !inner.is_empty() && (is_dashed || is_told || of_all)
}

/// A04:社会, • A10, A0220240301C: the number of the page with its name, or as a file of it is called.
fn is_page_code(text: &str) -> bool {
    const LONGEST_NAME: usize = 16;
    let text = text.trim_start_matches(['•', '·', ' ']);
    let Some(rest) = text.strip_prefix(['A', 'B', 'C', 'D', 'T']) else { return false };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match (rest.len() - after.len(), after.strip_prefix([':', '：'])) {
        (2, Some(name)) => (1..=LONGEST_NAME).contains(&name.trim().chars().count()),
        (2, None) => after.is_empty(),
        (10, _) => after.len() <= 1 && after.bytes().all(|byte| byte.is_ascii_uppercase()),
        _ => false,
    }
}

fn begins_with_page_number(text: &str) -> bool {
    let text = text.trim_start_matches(['【', '[', ' ']);
    let (rest, is_ordinal) = text.strip_prefix('第').map_or((text, false), |rest| (rest, true));
    let rest = rest.trim_start_matches(['A', 'B', 'C', 'D', 'T']);
    let digits = rest.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || (is_ordinal && "〇一二三四五六七八九十".contains(c))
    });
    if digits.len() == rest.len() {
        return false;
    }
    // 第7B版
    let Some(after) = digits.trim_start_matches(['A', 'B', 'C', 'D']).strip_prefix('版') else { return false };
    let is_parted = after.is_empty() || after.starts_with([':', '：', ' ', '\u{3000}', '】', ']', '/']);
    // 第4版块, 第二版本, 第1版面 are other words.
    is_parted || is_ordinal && !after.starts_with(['块', '本', '面', '图', '权', '税'])
}

/// 1886 期 / 第2版; A4:视点总第2960期 >2024-03-01编印; 本期共4版, 当前第1版: the number of the issue, and little besides.
fn is_issue_line(text: &str) -> bool {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_numbered =
        |mark: &str| squeezed.match_indices(mark).any(|(at, _)| squeezed[..at].ends_with(|c: char| c.is_ascii_digit()));
    let is_of_issue = is_numbered("期") && (squeezed.contains("总第") || is_numbered("版"));
    // 第1286期: a column's own numbers are small.
    let is_alone = || {
        let number = squeezed.trim_start_matches('总').strip_prefix('第').and_then(|rest| rest.strip_suffix('期'));
        number.is_some_and(|number| number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    squeezed.chars().count() <= 40 && (is_of_issue || is_alone() || squeezed.contains("本期共") && is_numbered("版"))
}

/// A weekday or the page's number beside a date, and hardly anything else.
fn is_date_line(text: &str, length: usize) -> bool {
    let has_date = text.contains('年') && text.contains('月') && text.contains('日');
    let has_digits = text.chars().any(|character| character.is_ascii_digit() || character == '〇');
    let weekday = text.contains("星期") || text.contains("周") || text.contains("农历");
    let has_page = length <= 30 && text.ends_with('版') && (text.contains("报") || text.contains('第'));
    // 2024年3月1日 03版：要闻
    let has_number = length <= 50
        && text.split_once('版').is_some_and(|(before, after)| {
            before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(['：', ':', ' ', '\u{3000}'])
        });
    has_date && has_digits && (weekday && length <= 50 || has_page || has_number || is_bare_date(text))
        || is_iso_date(text)
}

/// One of the lines over which a page's head sets its day: 2024年3月, 3月5日, 5, 星期二, 农历甲辰年正月廿五.
pub fn is_part_of_day(text: &str) -> bool {
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || "年月日〇一二三四五六七八九十 ".contains(c));
    let is_day = text.len() <= 2 && text.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    is_day
        || is_weekday(text)
        || text.starts_with("农历")
        || is_bare
            && (text.ends_with('年') && text.chars().count() == 5
                || text.contains('月') && text.ends_with(['月', '日']))
}

/// 2024-03-01, 2024/3/1
pub(super) fn is_iso_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let is_number =
        |part: &&str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(&parts[..], [year, month, day] if year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
}

/// 2024年3月1日, and nothing besides.
pub fn is_day(text: &str) -> bool {
    text.contains('年') && text.ends_with('日') && is_bare_date(text)
}

fn is_bare_date(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_ascii_digit() || "年月日〇一二三四五六七八九十 \u{3000}".contains(character))
}
