//! The words of time. In each table the longest entry that fits is taken, so their order does not matter.

use super::expression::{Moment, MonthPart, QuarterPart, Unit, Year, YearPart};

/// Words that name a stretch of time by themselves, counted from the day of the issue or the time told of.
pub(super) const MOMENTS: &[(&str, Moment)] = &[
    // Days.
    ("大大前天", Moment::Day(-4)),
    ("大前天", Moment::Day(-3)),
    ("前天", Moment::Day(-2)),
    ("前日", Moment::Day(-2)),
    ("前晚", Moment::Day(-2)),
    ("昨天", Moment::Day(-1)),
    ("昨日", Moment::Day(-1)),
    ("昨晚", Moment::Day(-1)),
    ("昨夜", Moment::Day(-1)),
    ("昨晨", Moment::Day(-1)),
    ("昨", Moment::Day(-1)),
    ("今天", Moment::Day(0)),
    ("今日", Moment::Day(0)),
    ("即日", Moment::Day(0)),
    ("本日", Moment::Day(0)),
    ("今晨", Moment::Day(0)),
    ("今早", Moment::Day(0)),
    ("今晚", Moment::Day(0)),
    ("今夜", Moment::Day(0)),
    ("今", Moment::Day(0)),
    ("明天", Moment::Day(1)),
    ("明日", Moment::Day(1)),
    ("明早", Moment::Day(1)),
    ("明晚", Moment::Day(1)),
    ("明", Moment::Day(1)),
    ("后天", Moment::Day(2)),
    ("大后天", Moment::Day(3)),
    ("大大后天", Moment::Day(4)),
    ("当天", Moment::ToldDay(0)),
    ("当日", Moment::ToldDay(0)),
    ("当晚", Moment::ToldDay(0)),
    ("同日", Moment::ToldDay(0)),
    ("前一天", Moment::ToldDay(-1)),
    ("前一日", Moment::ToldDay(-1)),
    ("次日", Moment::ToldDay(1)),
    ("翌日", Moment::ToldDay(1)),
    // About the day of the issue.
    ("近日", Moment::Now),
    ("日前", Moment::Now),
    ("近期", Moment::Now),
    ("近来", Moment::Now),
    ("新近", Moment::Now),
    ("最近", Moment::Now),
    ("最近几天", Moment::Now),
    ("近几天", Moment::Now),
    ("近几日", Moment::Now),
    ("连日来", Moment::Now),
    ("这几天", Moment::Now),
    ("目前", Moment::Now),
    ("当前", Moment::Now),
    ("眼下", Moment::Now),
    ("如今", Moment::Now),
    ("现今", Moment::Now),
    ("当下", Moment::Now),
    ("现在", Moment::Now),
    ("时下", Moment::Now),
    ("现阶段", Moment::Now),
    ("现如今", Moment::Now),
    ("新学期", Moment::Now),
    ("到目前为止", Moment::Now),
    ("截至目前为止", Moment::Now),
    ("目前为止", Moment::Now),
    ("迄今为止", Moment::Now),
    ("到现在为止", Moment::Now),
    // Weeks.
    ("周末", Moment::Week(0, 5, 6)),
    ("上半周", Moment::Week(0, 0, 2)),
    ("前半周", Moment::Week(0, 0, 2)),
    ("下半周", Moment::Week(0, 3, 6)),
    ("后半周", Moment::Week(0, 3, 6)),
    // Months.
    ("上上个月", Moment::Month(-2, MonthPart::Whole)),
    ("上上月", Moment::Month(-2, MonthPart::Whole)),
    ("上个月", Moment::Month(-1, MonthPart::Whole)),
    ("上月", Moment::Month(-1, MonthPart::Whole)),
    ("上一个月", Moment::Month(-1, MonthPart::Whole)),
    ("本月", Moment::Month(0, MonthPart::Whole)),
    ("本月份", Moment::Month(0, MonthPart::Whole)),
    ("这个月", Moment::Month(0, MonthPart::Whole)),
    ("这月", Moment::Month(0, MonthPart::Whole)),
    ("下个月", Moment::Month(1, MonthPart::Whole)),
    ("下月", Moment::Month(1, MonthPart::Whole)),
    ("下一个月", Moment::Month(1, MonthPart::Whole)),
    ("下下个月", Moment::Month(2, MonthPart::Whole)),
    ("下下月", Moment::Month(2, MonthPart::Whole)),
    ("当月", Moment::ToldMonth(MonthPart::Whole)),
    ("同月", Moment::ToldMonth(MonthPart::Whole)),
    ("月初", Moment::Month(0, MonthPart::Days(1, 5))),
    ("月底", Moment::Month(0, MonthPart::Days(25, 31))),
    ("月末", Moment::Month(0, MonthPart::Days(25, 31))),
    ("上半月", Moment::Month(0, MonthPart::Days(1, 15))),
    ("下半月", Moment::Month(0, MonthPart::Days(16, 31))),
    // Quarters.
    ("上季度", Moment::Quarter(-1, QuarterPart::Whole)),
    ("上个季度", Moment::Quarter(-1, QuarterPart::Whole)),
    ("上一季度", Moment::Quarter(-1, QuarterPart::Whole)),
    ("上季度末", Moment::Quarter(-1, QuarterPart::End)),
    ("上季末", Moment::Quarter(-1, QuarterPart::End)),
    ("本季度", Moment::Quarter(0, QuarterPart::Whole)),
    ("这个季度", Moment::Quarter(0, QuarterPart::Whole)),
    ("本季度初", Moment::Quarter(0, QuarterPart::Beginning)),
    ("本季度末", Moment::Quarter(0, QuarterPart::End)),
    ("下季度", Moment::Quarter(1, QuarterPart::Whole)),
    ("下个季度", Moment::Quarter(1, QuarterPart::Whole)),
    ("下一季度", Moment::Quarter(1, QuarterPart::Whole)),
    ("下季度初", Moment::Quarter(1, QuarterPart::Beginning)),
    // Parts of a year whose year is not named.
    ("暑假", Moment::InYear(Year::Governing, YearPart::Months(7, 8))),
    ("暑假期间", Moment::InYear(Year::Governing, YearPart::Months(7, 8))),
    ("寒假", Moment::InYear(Year::Governing, YearPart::Months(1, 2))),
    ("寒假期间", Moment::InYear(Year::Governing, YearPart::Months(1, 2))),
    ("年初", Moment::InYear(Year::Governing, YearPart::Months(1, 2))),
    ("年中", Moment::InYear(Year::Governing, YearPart::Months(6, 7))),
    ("年底", Moment::InYear(Year::Governing, YearPart::Months(11, 12))),
    ("年末", Moment::InYear(Year::Governing, YearPart::Months(11, 12))),
    ("岁末", Moment::InYear(Year::Governing, YearPart::Months(11, 12))),
    ("年内", Moment::InYear(Year::Governing, YearPart::Whole)),
    ("全年", Moment::InYear(Year::Governing, YearPart::Whole)),
    // Times in history that have a name.
    ("抗日战争时期", Moment::Years(1931, 1945)),
    ("抗战时期", Moment::Years(1931, 1945)),
    ("抗战期间", Moment::Years(1931, 1945)),
    ("解放战争时期", Moment::Years(1945, 1949)),
    ("土地革命时期", Moment::Years(1927, 1937)),
    ("土地革命战争时期", Moment::Years(1927, 1937)),
    ("大革命时期", Moment::Years(1924, 1927)),
    ("抗美援朝时期", Moment::Years(1950, 1953)),
    ("抗美援朝期间", Moment::Years(1950, 1953)),
    ("民国时期", Moment::Years(1912, 1949)),
    ("文革时期", Moment::Years(1966, 1976)),
    ("“文革”期间", Moment::Years(1966, 1976)),
    ("新世纪", Moment::Years(2001, 2100)),
];

/// Events that only mark a time where 以来 or the like follows: 改革开放以来.
pub(super) const EVENTS: &[(&str, (i16, u8, u8))] = &[
    ("新中国成立", (1949, 10, 1)),
    ("中华人民共和国成立", (1949, 10, 1)),
    ("建国", (1949, 10, 1)),
    ("改革开放", (1978, 12, 18)),
    ("党的十一届三中全会", (1978, 12, 18)),
    ("党的十五大", (1997, 9, 12)),
    ("党的十六大", (2002, 11, 8)),
    ("党的十七大", (2007, 10, 15)),
    ("党的十八大", (2012, 11, 8)),
    ("十八大", (2012, 11, 8)),
    ("党的十九大", (2017, 10, 18)),
    ("十九大", (2017, 10, 18)),
    ("党的二十大", (2022, 10, 16)),
    ("二十大", (2022, 10, 16)),
];

/// Neighbouring times joined in one word: the first and the last.
pub(super) const JOINED: &[(&str, (Moment, Moment))] = &[
    ("今明两年", (year(0), year(1))),
    ("今明后三年", (year(0), year(2))),
    ("明后两年", (year(1), year(2))),
    ("去今两年", (year(-1), year(0))),
    ("昨今两天", (Moment::Day(-1), Moment::Day(0))),
    ("今明两天", (Moment::Day(0), Moment::Day(1))),
    ("今明后三天", (Moment::Day(0), Moment::Day(2))),
    ("明后两天", (Moment::Day(1), Moment::Day(2))),
    ("去冬今春", (Moment::InYear(Year::Offset(-1), YearPart::Winter), SPRING)),
    ("今冬明春", (Moment::InYear(Year::Offset(0), YearPart::Winter), NEXT_SPRING)),
];

const SPRING: Moment = Moment::InYear(Year::Offset(0), YearPart::Months(3, 5));
const NEXT_SPRING: Moment = Moment::InYear(Year::Offset(1), YearPart::Months(3, 5));

const fn year(offset: i16) -> Moment {
    Moment::InYear(Year::Offset(offset), YearPart::Whole)
}

/// Years counted from the issue or from the time told of.
pub(super) const YEARS: &[(&str, Year)] = &[
    ("大前年", Year::Offset(-3)),
    ("前年", Year::Offset(-2)),
    ("去年", Year::Offset(-1)),
    ("上年", Year::Told(-1)),
    ("上一年", Year::Told(-1)),
    ("上年度", Year::Told(-1)),
    ("上一年度", Year::Told(-1)),
    ("去年度", Year::Offset(-1)),
    ("今年", Year::Offset(0)),
    ("本年", Year::Offset(0)),
    ("本年度", Year::Offset(0)),
    ("今年度", Year::Offset(0)),
    ("这一年", Year::Told(0)),
    ("明年", Year::Offset(1)),
    ("下一年", Year::Offset(1)),
    ("来年", Year::Offset(1)),
    ("后年", Year::Offset(2)),
    ("大后年", Year::Offset(3)),
    ("当年", Year::Told(0)),
    ("同年", Year::Told(0)),
    ("次年", Year::Told(1)),
    ("翌年", Year::Told(1)),
    ("前一年", Year::Told(-1)),
];

/// What may follow a year.
pub(super) const YEAR_PARTS: &[(&str, YearPart)] = &[
    ("年初", YearPart::Months(1, 2)),
    ("初", YearPart::Months(1, 2)),
    ("年中", YearPart::Months(6, 7)),
    ("年底", YearPart::Months(11, 12)),
    ("年末", YearPart::Months(11, 12)),
    ("年终", YearPart::Months(11, 12)),
    ("岁末", YearPart::Months(11, 12)),
    ("底", YearPart::Months(11, 12)),
    ("末", YearPart::Months(11, 12)),
    ("春季", YearPart::Months(3, 5)),
    ("春天", YearPart::Months(3, 5)),
    ("夏季", YearPart::Months(6, 8)),
    ("夏天", YearPart::Months(6, 8)),
    ("秋季", YearPart::Months(9, 11)),
    ("秋天", YearPart::Months(9, 11)),
    ("冬季", YearPart::Winter),
    ("冬天", YearPart::Winter),
    ("同期", YearPart::Whole),
    ("全年", YearPart::Whole),
    ("以内", YearPart::Whole),
    ("伊始", YearPart::Month(1, MonthPart::Whole)),
    ("首月", YearPart::Month(1, MonthPart::Whole)),
    ("暑假", YearPart::Months(7, 8)),
    ("寒假", YearPart::Months(1, 2)),
    ("暑期", YearPart::Months(7, 8)),
];

/// Seasons that follow a year and end a phrase: 2019年冬.
pub(super) const BARE_SEASONS: &[(&str, YearPart)] = &[
    ("春", YearPart::Months(3, 5)),
    ("夏", YearPart::Months(6, 8)),
    ("秋", YearPart::Months(9, 11)),
    ("冬", YearPart::Winter),
];

/// A season joined to its year in two characters.
pub(super) const SEASONS: &[(&str, Moment)] = &[
    ("今春", Moment::InYear(Year::Offset(0), YearPart::Months(3, 5))),
    ("去春", Moment::InYear(Year::Offset(-1), YearPart::Months(3, 5))),
    ("今夏", Moment::InYear(Year::Offset(0), YearPart::Months(6, 8))),
    ("去夏", Moment::InYear(Year::Offset(-1), YearPart::Months(6, 8))),
    ("今秋", Moment::InYear(Year::Offset(0), YearPart::Months(9, 11))),
    ("去秋", Moment::InYear(Year::Offset(-1), YearPart::Months(9, 11))),
    ("今冬", Moment::InYear(Year::Offset(0), YearPart::Winter)),
    ("去冬", Moment::InYear(Year::Offset(-1), YearPart::Winter)),
];

/// Halves and quarters, with a year before them or without.
pub(super) const SHARES: &[(&str, YearPart)] = &[
    ("上半年", YearPart::Months(1, 6)),
    ("前半年", YearPart::Months(1, 6)),
    ("下半年", YearPart::Months(7, 12)),
    ("后半年", YearPart::Months(7, 12)),
    ("首季度", YearPart::Months(1, 3)),
    ("首季", YearPart::Months(1, 3)),
];

/// What may follow a month.
pub(super) const MONTH_PARTS: &[(&str, MonthPart)] = &[
    ("初", MonthPart::Days(1, 5)),
    ("月初", MonthPart::Days(1, 5)),
    ("上旬", MonthPart::Days(1, 10)),
    ("中旬", MonthPart::Days(11, 20)),
    ("下旬", MonthPart::Days(21, 31)),
    ("上中旬", MonthPart::Days(1, 20)),
    ("中上旬", MonthPart::Days(1, 20)),
    ("中下旬", MonthPart::Days(11, 31)),
    ("底", MonthPart::Days(25, 31)),
    ("月底", MonthPart::Days(25, 31)),
    ("末", MonthPart::Days(25, 31)),
    ("月末", MonthPart::Days(25, 31)),
    ("上半月", MonthPart::Days(1, 15)),
    ("下半月", MonthPart::Days(16, 31)),
];

/// Parts of a day that belong to a date's words and do not change its day.
#[rustfmt::skip]
pub(super) const DAY_PARTS: &[&str] = &[
    "上午", "下午", "早上", "早晨", "清晨", "凌晨", "中午", "傍晚", "晚上", "夜间", "深夜", "夜里", "晚间", "晚",
    "早", "夜",
];

/// Units of counted time.
pub(super) const UNITS: &[(&str, Unit)] = &[
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("周", Unit::Week),
    ("星期", Unit::Week),
    ("个星期", Unit::Week),
    ("个礼拜", Unit::Week),
    ("个月", Unit::Month),
    ("个半月", Unit::Month),
    ("个多月", Unit::Month),
    ("月", Unit::Month),
    ("个季度", Unit::Quarter),
    ("年", Unit::Year),
    ("年度", Unit::Year),
];

/// Before a count of units: the time up to now.
#[rustfmt::skip]
pub(super) const PAST: &[&str] = &[
    "近", "最近", "过去", "过去的", "最近的", "前", "这", "刚刚过去的", "此前", "近来",
];
/// Before a count of units: the time from now on.
pub(super) const COMING: &[&str] = &["未来", "今后", "接下来", "未来的", "接下来的"];

/// Times that end with the issue and begin nobody says when.
#[rustfmt::skip]
pub(super) const LONG_PAST: &[&str] = &[
    "近年来", "近年", "近些年来", "近些年", "近几年来", "近几年", "这些年来", "这些年", "这几年来", "这几年",
    "最近几年", "多年来", "一段时间以来", "前不久", "不久前", "前段时间", "前些日子", "前几天", "前些天", "前几年",
    "前些年", "前两天", "前阵子", "近几个月来", "近几个月", "几年来", "几天来", "几个月来",
    "入春以来", "开春以来", "入夏以来", "入伏以来", "入汛以来", "入秋以来", "入冬以来",
];

/// After a time: from it until the issue.
#[rustfmt::skip]
pub(super) const SINCE: &[&str] = &[
    "以来", "至今", "迄今", "到现在", "至现在", "到目前", "至目前", "起至今", "起", "开始",
];
/// After a time: from it on.
pub(super) const AFTER: &[&str] = &["以后", "之后", "后", "或之后", "及之后", "及以后", "或以后", "起及以后"];
/// After a time: until it.
pub(super) const UNTIL: &[&str] = &["之前", "以前", "前", "或之前", "及之前", "及以前", "或以前", "止"];
/// Before a time, and part of its words.
pub(super) const AS_OF: &[&str] = &["截至", "截止到", "截至到", "截止"];
/// Between the two ends of a range.
#[rustfmt::skip]
pub(super) const TO: &[&str] = &[
    "起至", "起到", "至", "到", "—", "——", "－", "-", "–", "~", "～", "〜", "−", "一直到", "﹣", "―",
];

/// What stands before a time that may still be to come.
pub(super) const NEAR: &[&str] = &[
    "持续到",
    "持续至",
    "延续到",
    "延续至",
    "延长到",
    "延长至",
    "截止",
    "截稿",
    "报名时间",
    "活动时间",
    "办理时间",
    "展出时间",
    "开放时间",
    "时间为",
];

/// What stands behind the day from which something is in force.
pub(super) const STARTING: &[&str] =
    &["施行", "实施", "执行", "启用", "恢复", "正式施行", "正式实施", "正式执行", "正式启用"];

/// Before a time: it is still to come.
#[rustfmt::skip]
pub(super) const FUTURE: &[&str] = &[
    "将于", "将在", "将从", "定于", "拟于", "拟在", "计划于", "计划在", "预计", "力争", "有望", "届时", "争取",
    "确保", "将",
];
