use super::expression::{Expression, Moment, MonthPart, Year, YearPart};
use super::parse::{Mention, Tense, parse};
use crate::model::{BlockKind, DateRange, Day, IssueBasis, IssueDate, Page, PartialDate};
use crate::text::noise;

/// A date that bears on the day of the issue.
struct Clue {
    year: Option<i16>,
    month: Option<(u8, Option<u8>)>,
    /// Told as a time that runs until the issue: 2023年以来.
    since: bool,
    /// A year in words that go on to tell of 去年 or 今年 (2012年，…。去年，…), or that a story begins a sentence with on a page
    /// that calls its own years so: it is neither of them, but long past.
    is_past: bool,
    words: String,
}

/// The date of the issue from the page's own words: the page head, else the latest date that is certain.
///
/// A day is given only where the page head prints it; a date in a text proves that the issue is not older, and so gives the month.
/// The year may be known without the month. Nothing is given where nothing supports a year.
pub fn issue_date_from_text(page: &Page) -> IssueDate {
    let head = page_head(page);
    let is_day = |date: &IssueDate| date.value.is_some_and(|value| matches!(value.last, PartialDate::Day(_)));
    let day = head.clone().filter(is_day).or_else(|| spread_day(page));
    day.or(head).or_else(|| latest(page)).unwrap_or_default()
}

fn found(value: DateRange, words: &str) -> IssueDate {
    IssueDate { value: Some(value), basis: IssueBasis::Text, evidence: Some(words.to_owned()) }
}

/// A full date in the lines around the articles.
fn page_head(page: &Page) -> Option<IssueDate> {
    // The day beside the number of the page, where there is one: over it a site may print the day on which it is read.
    let is_numbered = |text: &str| text.starts_with('第') && text.contains('版');
    let furniture =
        || page.furniture.iter().filter(|line| matches!(line.what.as_str(), "page-head" | "imprint" | "site-bar"));
    let furniture = furniture().filter(|line| is_numbered(&line.text)).chain(furniture());
    // 作者：林一舟 来源：青禾日报 发布时间：2024-03-01
    let bylines = page.articles.iter().flat_map(|article| article.texts(BlockKind::Byline));
    let fields = bylines.filter(|text| {
        let meant = noise::clear(text);
        ["时间", "日期", "来源"].iter().any(|label| meant.contains(label))
    });
    furniture.map(|line| line.text.as_str()).chain(fields).find_map(|text| {
        let chars: Vec<char> = text.chars().collect();
        parse(&chars).into_iter().find_map(|mention| {
            let Expression::At(Moment::InYear(Year::Printed(year), YearPart::Month(month, part))) = mention.expression
            else {
                return None;
            };
            let date = match part {
                MonthPart::Day(day) => PartialDate::Day(Day::new(year, month, day)?),
                _ => PartialDate::Month(year, month),
            };
            let words: String = chars[mention.start..mention.end].iter().collect();
            Some(found(date.into(), &words))
        })
    })
}

/// The day that the lines of the page's head give together: 2024年3月, 5, 星期二; or the month and the day that they give where the year is
/// known from the articles. The day of the week must agree where it is printed, and be printed where nothing else says that a number
/// is the day.
fn spread_day(page: &Page) -> Option<IssueDate> {
    /// The latest month that a page tells of is hardly farther from it than so many days.
    const NEAR: i32 = 92;
    let mut year = None;
    let mut month = None;
    let mut day = None;
    let mut number = None;
    let mut weekday = None;
    let mut words = Vec::new();
    for line in page.furniture.iter().filter(|line| line.what == "page-head") {
        let chars: Vec<char> = line.text.chars().collect();
        number = number.or_else(|| line.text.trim().parse::<u8>().ok().filter(|day| (1..=31).contains(day)));
        for mention in parse(&chars) {
            let (told, part) = match mention.expression {
                Expression::At(Moment::InYear(told @ (Year::Printed(_) | Year::Missing), part)) => (told, part),
                Expression::At(Moment::Week(0, day, _)) => {
                    weekday = weekday.or(Some(day));
                    continue;
                }
                _ => continue,
            };
            if let Year::Printed(told) = told {
                year = year.or(Some(told));
            }
            if let YearPart::Month(told, part) = part {
                month = month.or(Some(told));
                if let MonthPart::Day(told) = part {
                    day = day.or(Some(told));
                }
            }
            words.push(chars[mention.start..mention.end].iter().collect::<String>());
        }
    }
    let agrees = |date: &Day| weekday.is_none_or(|weekday| (date.to_days() + 3).rem_euclid(7) == i32::from(weekday));
    let day = day.or(number.filter(|_| weekday.is_some()))?;
    let month = month?;
    let date = match year {
        Some(year) => Day::new(year, month, day).filter(agrees)?,
        None => {
            // The articles tell of a time that is past: their year, or the next one.
            let told = latest(page)?.value?;
            let (first, last) = (told.first.first_day()?, told.last.first_day()?);
            let is_near = |date: Day| date.to_days() - last.to_days() <= NEAR;
            let is_known = |date: Day| weekday.is_some() || is_near(date) && !matches!(told.last, PartialDate::Year(_));
            let mut years = (first.year()..=last.year().checked_add(1)?).filter_map(|year| Day::new(year, month, day));
            years.find(|date| is_known(*date) && *date >= first && agrees(date))?
        }
    };
    Some(found(PartialDate::Day(date).into(), &words.join(" ")))
}

fn latest(page: &Page) -> Option<IssueDate> {
    let clues = clues(page);
    // 2023年以来 is said when the year is over; within it a paper writes 今年以来.
    let year = clues
        .iter()
        .filter(|clue| !clue.is_past)
        .filter_map(|clue| clue.year.map(|year| if clue.since { year + 1 } else { year }))
        .filter(|year| (1900..2200).contains(year))
        .max()?;
    // 2023年推行，截至今年2月底: the issue is later than that year, how much is not said.
    if clues.iter().any(|clue| clue.is_past && clue.year > Some(year)) {
        return None;
    }
    if let Some(date) = next_year(&clues, year) {
        return Some(date);
    }
    let by_year = clues
        .iter()
        .filter(|clue| clue.year.is_some_and(|printed| printed == year || clue.since && printed + 1 == year))
        .max_by_key(|clue| clue.month)?;
    let by_month = clues
        .iter()
        .filter(|clue| clue.month.is_some() && clue.year.is_none_or(|printed| printed == year))
        .max_by_key(|clue| clue.month);
    match by_month {
        Some(clue) => {
            let (month, _) = clue.month?;
            Some(found(PartialDate::Month(year, month).into(), &clue.words))
        }
        None => Some(new_year(page, year).unwrap_or_else(|| found(PartialDate::Year(year).into(), &by_year.words))),
    }
}

/// 2023年6月 beside 4月9日: the days told without a year come before the month that is told with the latest one, so they are of the year
/// after it. A full date may be that of a notice on the page: it must lie far behind.
fn next_year(clues: &[Clue], year: i16) -> Option<IssueDate> {
    const FAR: u8 = 6;
    let (told, day) =
        clues.iter().filter(|clue| clue.year == Some(year) && !clue.since).filter_map(|clue| clue.month).max()?;
    let latest =
        clues.iter().filter(|clue| clue.year.is_none() && clue.month.is_some()).max_by_key(|clue| clue.month)?;
    let (month, _) = latest.month?;
    let apart = if day.is_some() { FAR } else { 1 };
    (month + apart <= told).then(|| found(PartialDate::Month(year + 1, month).into(), &latest.words))
}

/// The animals of the years, from 1900 on.
const ANIMALS: [&str; 12] = ["鼠", "牛", "虎", "兔", "龙", "蛇", "马", "羊", "猴", "鸡", "狗", "猪"];
/// The school term that begins after the Spring Festival, and begins again in autumn.
const TERM: &[&str] = &["新学期", "开学"];

/// A new term that is told of with a play on the year's animal is the one after the Spring Festival: February or March.
fn new_year(page: &Page, year: i16) -> Option<IssueDate> {
    let animal = format!("“{}”", ANIMALS.get(usize::from((year - 1900).rem_euclid(12).unsigned_abs()))?);
    let texts = page.articles.iter().flat_map(|article| &article.blocks).map(|block| block.text.as_str());
    let sentence = texts
        .flat_map(|text| text.split(['。', '！', '？']))
        .find(|sentence| sentence.contains(&animal) && TERM.iter().any(|word| sentence.contains(word)))?;
    let range = DateRange { first: PartialDate::Month(year, 2), last: PartialDate::Month(year, 3) };
    Some(found(range, sentence))
}

/// All dates of the page that lie in the past of the issue: with a year, or month and day of a report.
fn clues(page: &Page) -> Vec<Clue> {
    let blocks = page.articles.iter().flat_map(|article| &article.blocks);
    // The day of a notice is in the line under who issues it.
    let is_day = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    let texts =
        blocks.filter(|block| block.kind != BlockKind::Byline || is_day(&block.text)).map(|block| block.text.as_str());
    let titles = page.articles.iter().filter_map(|article| article.title.as_deref());
    let texts: Vec<&str> = texts.chain(titles).collect();
    let tells_of_now = texts.iter().any(|text| text.contains("今年") || text.contains("去年"));
    texts
        .into_iter()
        .flat_map(|text| {
            let chars: Vec<char> = text.chars().collect();
            parse(&chars)
                .into_iter()
                .filter(|mention| mention.tense != Tense::Future && !looks_ahead(&chars, mention))
                .filter_map(|mention| clue(&mention, &chars, tells_of_now))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Words of a sentence that speaks of years to come.
const AHEAD: &[&str] = &["到", "规划", "远景", "力争", "预计", "目标", "将", "计划"];

/// No clause is looked through farther back than so many characters.
const CLAUSE: usize = 200;

/// Words of a sentence that says what is to be done.
const TO_DO: &[&str] = &["，要", ",要", "要把", "年内"];

/// 到2035年, 2030年远景目标: the words before a date in its clause, or right behind it, look ahead; 他强调，要…，2025年实现全覆盖: those of its
/// sentence.
fn looks_ahead(chars: &[char], mention: &Mention) -> bool {
    let near = mention.start.saturating_sub(CLAUSE);
    let ends = |c: &char| "，。；：！？".contains(*c);
    let clause = chars[near..mention.start].iter().rposition(ends).map_or(near, |mark| near + mark + 1);
    let before: String = chars[clause..mention.start].iter().collect();
    let behind: String = chars[mention.end..].iter().take(4).collect();
    let sentence = chars[near..mention.start].iter().rposition(|&c| c == '。').map_or(near, |mark| near + mark + 1);
    let led: String = chars[sentence..mention.start].iter().collect();
    let is_year = mention.end > mention.start && chars.get(mention.end - 1) == Some(&'年');
    if is_year && TO_DO.iter().any(|word| led.contains(word)) {
        return true;
    }
    AHEAD.iter().any(|word| before.contains(word) || behind.contains(word))
}

/// Whether words tell of 去年 or 今年.
fn tells_of_now(words: &[char]) -> bool {
    words.windows(2).any(|pair| matches!(pair, ['去' | '今', '年']))
}

fn clue(mention: &Mention, chars: &[char], page_tells_of_now: bool) -> Option<Clue> {
    let (moment, since) = match mention.expression {
        Expression::At(moment) => (moment, false),
        Expression::Since(moment) => (moment, true),
        Expression::Between(_, moment) => (moment, false),
        _ => return None,
    };
    let Moment::InYear(year, part) = moment else { return None };
    let year = match year {
        Year::Printed(year) => Some(year),
        Year::Missing => None,
        _ => return None,
    };
    // A month alone may be of last year; a month and day is a report of this one.
    let month = match part {
        YearPart::Month(month, MonthPart::Day(day)) => Some((month, Some(day))),
        YearPart::Month(month, _) if year.is_some() => Some((month, None)),
        _ => None,
    };
    (year.is_some() || month.is_some()).then(|| Clue {
        year,
        month,
        since: since && month.is_none(),
        is_past: !since
            && part == YearPart::Whole
            && (tells_of_now(&chars[mention.end..])
                || page_tells_of_now && matches!(chars.get(mention.end), Some('，' | ','))),
        words: chars[mention.start..mention.end].iter().collect(),
    })
}
