use super::*;
use crate::model::{Basis, DateRange};

/// Dates as `words from..to`, each end empty where it is open.
fn read(text: &str, reference: &str) -> Vec<String> {
    let reference: Option<DateRange> = (!reference.is_empty()).then(|| reference.parse().unwrap());
    find_dates(text, reference)
        .into_iter()
        .map(|date| {
            let day = |day: Option<crate::model::Day>| day.map_or(String::new(), |day| day.to_string());
            let chars: Vec<char> = text.chars().collect();
            let words: String = chars[date.start as usize..date.end as usize].iter().collect();
            assert_eq!(words, date.text);
            format!("{} {}..{}", date.text, day(date.from), day(date.to))
        })
        .collect()
}

/// One expression in an issue of Tuesday, 5 March 2024.
fn one(text: &str) -> String {
    let found = read(text, "2024-03-05");
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].strip_prefix(text).unwrap_or(&found[0]).trim().to_owned()
}

#[test]
fn dates_with_their_year_need_no_reference() {
    for (text, days) in [
        ("2024年", "2024年 2024-01-01..2024-12-31"),
        ("2023年3月", "2023年3月 2023-03-01..2023-03-31"),
        ("二〇二四年三月一日", "二〇二四年三月一日 2024-03-01..2024-03-01"),
        ("２０２３年１０月", "２０２３年１０月 2023-10-01..2023-10-31"),
        ("一九九八年元旦", "一九九八年元旦 1998-01-01..1998-01-01"),
        ("2024-03-05", "2024-03-05 2024-03-05..2024-03-05"),
        ("2024/3/5", "2024/3/5 2024-03-05..2024-03-05"),
        ("2023年年初", "2023年年初 2023-01-01..2023-03-31"),
        ("2023年底", "2023年底 2023-10-01..2023-12-31"),
        ("2023年上半年", "2023年上半年 2023-01-01..2023-06-30"),
        ("2023年第三季度", "2023年第三季度 2023-07-01..2023-09-30"),
        ("2023年前三季度", "2023年前三季度 2023-01-01..2023-09-30"),
        ("2020年至2024年", "2020年至2024年 2020-01-01..2024-12-31"),
        ("2020—2024年", "2020—2024年 2020-01-01..2024-12-31"),
        ("2023年3月至5月", "2023年3月至5月 2023-03-01..2023-05-31"),
        ("2023年3月1日至5日", "2023年3月1日至5日 2023-03-01..2023-03-05"),
        ("2020年至今", "2020年至今 2020-01-01.."),
        ("2012年以后", "2012年以后 2012-01-01.."),
        ("上世纪20年代", "上世纪20年代 1920-01-01..1929-12-31"),
        ("20世纪80年代初", "20世纪80年代初 1980-01-01..1982-12-31"),
        ("九十年代", "九十年代 1990-01-01..1999-12-31"),
        ("上世纪20年代初期至抗战时期", "上世纪20年代初期至抗战时期 1920-01-01..1945-12-31"),
        ("2024年春节", "2024年春节 2024-02-10..2024-02-10"),
        ("2024年1月1日起至6月30日", "2024年1月1日起至6月30日 2024-01-01..2024-06-30"),
        ("2019年冬", "2019年冬 2019-12-01..2020-02-29"),
        ("“十四五”期间", "“十四五”期间 2021-01-01..2025-12-31"),
        ("改革开放以来", "改革开放以来 1978-12-18.."),
    ] {
        assert_eq!(read(text, ""), [days]);
    }
}

#[test]
fn relative_dates_are_reckoned_from_the_issue() {
    for (text, days) in [
        ("去年", "2023-01-01..2023-12-31"),
        ("去年10月份", "2023-10-01..2023-10-31"),
        ("前年", "2022-01-01..2022-12-31"),
        ("今年年初", "2024-01-01..2024-03-31"),
        ("今年以来", "2024-01-01..2024-03-05"),
        ("2023年以来", "2023-01-01..2024-03-05"),
        ("昨日", "2024-03-04..2024-03-04"),
        ("近日", "2024-03-05..2024-03-05"),
        ("截至目前", "2024-03-05..2024-03-05"),
        ("截至2月底", "2024-02-21..2024-02-29"),
        ("上个月", "2024-02-01..2024-02-29"),
        ("上月中旬", "2024-02-11..2024-02-20"),
        ("本月", "2024-03-01..2024-03-31"),
        ("上周五", "2024-03-01..2024-03-01"),
        ("本周三", "2024-03-06..2024-03-06"),
        ("星期一", "2024-03-04..2024-03-04"),
        ("近半年来", "2023-09-05..2024-03-05"),
        ("近三年", "2021-03-05..2024-03-05"),
        ("未来五年", "2024-03-05..2029-03-05"),
        ("三天前", "2024-03-02..2024-03-02"),
        ("两个月前", "2024-01-01..2024-01-31"),
        ("三年前", "2021-01-01..2021-12-31"),
        ("近年来", "..2024-03-05"),
        ("年底", "2024-10-01..2024-12-31"),
        ("上半年", "2024-01-01..2024-06-30"),
        ("今年1至2月", "2024-01-01..2024-02-29"),
        ("去年前10个月", "2023-01-01..2023-10-31"),
        ("去年同期", "2023-01-01..2023-12-31"),
        ("今春", "2024-03-01..2024-05-31"),
        ("春节期间", "2024-02-10..2024-02-10"),
        ("春节前", "..2024-02-10"),
        ("年前", "..2024-02-09"),
        ("上周一至周五", "2024-02-26..2024-03-01"),
    ] {
        assert_eq!(one(text), days, "{text}");
    }
}

#[test]
fn a_missing_year_is_the_last_one_unless_the_text_looks_ahead() {
    assert_eq!(one("11月"), "2023-11-01..2023-11-30");
    assert_eq!(one("3月1日"), "2024-03-01..2024-03-01");
    assert_eq!(one("3月1日上午"), "2024-03-01..2024-03-01");
    assert_eq!(one("2月26日至3月1日"), "2024-02-26..2024-03-01");
    assert_eq!(one("11月至次年1月"), "2023-11-01..2024-01-31");
    assert_eq!(read("论坛将于4月6日举行", "2024-03-05"), ["4月6日 2024-04-06..2024-04-06"]);
    assert_eq!(read("6月底前完成", "2024-03-05"), ["6月底前 ..2024-06-30"]);
    assert_eq!(read("12日", "2024-03-05"), ["12日 2024-02-12..2024-02-12"]);
}

#[test]
fn a_year_told_of_is_inherited() {
    assert_eq!(
        read("2021年起，他担任主任。3个月后，新办法推行。", "2024-02/2024-03"),
        ["2021年起 2021-01-01..2024-03-31", "3个月后 2021-01-01..2021-12-31"]
    );
    assert_eq!(
        read("2023年以来，该县锚定全年目标。", "2024-02/2024-03"),
        ["2023年以来 2023-01-01..2024-03-31", "全年 2023-01-01..2023-12-31"]
    );
    assert_eq!(
        read("2021年5月开工，9月完工，次年投用。", "2024-03-05"),
        ["2021年5月 2021-05-01..2021-05-31", "9月 2021-09-01..2021-09-30", "次年 2022-01-01..2022-12-31"]
    );
}

#[test]
fn what_is_finer_than_the_issue_is_known_means_no_more_than_its_span() {
    for text in ["昨日", "近日", "目前", "新学期", "上周五", "三天前"] {
        assert_eq!(read(text, "2024-02/2024-03"), [format!("{text} 2024-02-01..2024-03-31")]);
    }
    assert_eq!(read("去年10月份", "2024-02/2024-03"), ["去年10月份 2023-10-01..2023-10-31"]);
    assert_eq!(read("上个月", "2024-03"), ["上个月 2024-02-01..2024-02-29"]);
    assert_eq!(read("上个月", "2024"), ["上个月 2024-01-01..2024-12-31"]);
}

#[test]
fn without_a_reference_relative_dates_have_no_days() {
    for text in ["去年10月份", "近日", "11月", "近三年", "上周"] {
        let found = find_dates(text, None);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].from, found[0].to, found[0].basis), (None, None, Basis::Relative), "{text}");
    }
}

#[test]
fn durations_recurring_times_ordinals_and_clock_times_are_not_dates() {
    for text in [
        "从医18年",
        "两个月",
        "每月",
        "每年3月",
        "每年春节",
        "每周五",
        "每月15日",
        "第3期",
        "9时30分",
        "百年老校",
        "3个月",
        "2000年历史",
        "7日游",
        "3日内",
        "文明天数",
        "第3届",
        "3月龄",
        "3.15公里",
        "一年一度",
        "四周",
        "马上周知",
        "15号楼",
        "2月30日",
        "十年树木",
        "一周一次",
        "半年",
        "先后天",
        "改革开放",
        "党的二十大精神",
        "1998吨",
    ] {
        assert_eq!(read(text, "2024-03-05"), Vec::<String>::new(), "{text}");
    }
}

/// A page of one paragraph, with a page head or without.
fn issue_date(head: Option<&str>, text: &str) -> (Option<String>, Option<String>) {
    use crate::model::{Article, Block, BlockKind, Furniture, Page};
    let article = Article { blocks: vec![Block::on_line(BlockKind::Paragraph, text, 3)], ..Article::default() };
    let furniture = head.map(|head| Furniture { line: 1, text: head.to_owned(), what: "page-head".to_owned() });
    let page = Page { articles: vec![article], furniture: furniture.into_iter().collect(), ..Page::default() };
    let date = issue_date_from_text(&page);
    (date.value.map(|value| value.to_string()), date.evidence)
}

#[test]
fn the_issue_is_dated_no_more_precisely_than_its_page() {
    let value = |head: Option<&str>, text: &str| issue_date(head, text).0;
    assert_eq!(value(Some("2024年3月5日 星期二 第04版"), "去年，"), Some("2024-03-05".into()));
    assert_eq!(value(None, "3月1日，2024年第一期论坛举行。"), Some("2024-03".into()));
    assert_eq!(value(None, "2023年以来，该县狠抓环保。"), Some("2024".into()));
    assert_eq!(value(None, "2023年11月，大坝完工，到2035年建成十座。"), Some("2023-11".into()));
    assert_eq!(value(None, "2021年以来，成绩可喜。新学期“虎”劲十足。"), Some("2022-02/2022-03".into()));
    assert_eq!(value(None, "3月1日，论坛举行。"), None);
    assert_eq!(value(None, "近日，该县狠抓环保。"), None);
}
