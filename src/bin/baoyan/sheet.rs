//! What was understood of a page, laid out so that an editor checks it against the paper.

use std::io::Write;

use baoyan::model::{
    Article, ArticleKind, Basis, Block, BlockKind, DateMention, Day, Doubt, DoubtKind, Figure, Initiative,
    InitiativeKind, IssueBasis, Page,
};

use crate::table::{self, clipped, width};

/// Where the text behind a label begins, in cells.
const INDENT: usize = 10;
/// The widest name of an initiative, in cells.
const NAME: usize = 44;
/// The cells of a row of initiatives before its figures, without the name: indentation, line, kind, year and basis.
const BEFORE_FIGURES: usize = 32;
/// The widest quotation, in cells.
const QUOTE: usize = 32;

/// Prints a page: its date, its articles with all that was found in them, what stands outside of them.
pub fn print(out: &mut impl Write, page: &Page) -> std::io::Result<()> {
    let doubts = if page.doubts.is_empty() { String::new() } else { format!(" · 存疑 {} 处", page.doubts.len()) };
    writeln!(out, "{}  {} · {} 篇{doubts}", page.document, issue_date(page), page.articles.len())?;
    for article in &page.articles {
        print_article(out, article)?;
    }
    writeln!(out)?;
    let outside =
        page.furniture.iter().map(|line| format!("{} {}{}", line.line, furniture(&line.what), quoted(&line.text)));
    table::print_list(out, "  文外", INDENT, outside)?;
    if !page.doubts.is_empty() {
        writeln!(out, "  存疑")?;
        let row = |doubt: &Doubt| vec!["   ".to_owned(), doubt.line.to_string(), doubtful(doubt)];
        table::print(out, &page.doubts.iter().map(row).collect::<Vec<_>>())?;
    }
    writeln!(out)
}

fn issue_date(page: &Page) -> String {
    let Some(date) = page.issue_date.value else { return "（刊期不明）".into() };
    let basis = match page.issue_date.basis {
        IssueBasis::Option => "命令行所给",
        IssueBasis::FrontMatter => "源文件所载",
        IssueBasis::FileName => "据文件名",
        IssueBasis::Text => "据正文",
        IssueBasis::None => "无据",
    };
    let evidence = page.issue_date.evidence.as_deref().map(quoted).unwrap_or_default();
    format!("刊期 {date}（{basis}{evidence}）")
}

fn print_article(out: &mut impl Write, article: &Article) -> std::io::Result<()> {
    let title = match (&article.title, &article.display_title) {
        (Some(title), _) => title.clone(),
        (None, Some(made_up)) => format!("（无题）自拟：{made_up}"),
        (None, None) => "（无题）".into(),
    };
    let lines = format!("{}–{}", article.start_line, article.end_line);
    writeln!(out, "\n{}", clipped(&format!("{}. {title}  [{lines}]", article.order), table::LINE))?;

    let mut about = vec![kind(article.kind).to_owned()];
    about.extend(article.standing_head.iter().map(|head| format!("栏题 {head}")));
    let evidence = article.county_evidence.as_deref().map(quoted).unwrap_or_default();
    about.push(article.county.as_ref().map_or("（县区不明）".into(), |county| format!("{county}{evidence}")));
    about.push(year(article.year, article.year_basis));
    about.extend(article.date.as_ref().and_then(|date| date.value).map(|date| format!("刊于 {date}")));
    table::print_list(out, "  体裁", INDENT, about)?;

    let by_lines =
        [("记者", &article.reporters), ("通讯员", &article.correspondents), ("摄影", &article.photographers)];
    let by_lines = by_lines.iter().filter(|(_, names)| !names.is_empty());
    let by_lines: Vec<String> = by_lines.map(|(role, names)| format!("{role} {}", names.join("、"))).collect();
    let unsigned = by_lines.is_empty().then(|| "（无署名）".to_owned());
    table::print_list(out, "  署名", INDENT, by_lines.into_iter().chain(unsigned))?;

    let heads = blocks(article, BlockKind::SectionHead).map(|block| format!("{} {}", block.line_at(0), block.text));
    table::print_list(out, "  小标题", INDENT, heads)?;
    let captions = blocks(article, BlockKind::Caption).map(|block| block.line_at(0).to_string()).collect::<Vec<_>>();
    if !captions.is_empty() {
        let lines = captions.join("、");
        table::print_list(out, "  图说", INDENT, [format!("{} 条（第{lines}行）", captions.len())])?;
    }
    if !article.initiatives.is_empty() {
        writeln!(out, "  举措")?;
        table::print(out, &rows(&article.initiatives))?;
    }
    table::print_list(out, "  其他数字", INDENT + 2, article.figures.iter().map(figure_on_line))?;
    table::print_list(out, "  时间", INDENT, article.dates.iter().map(date))
}

fn blocks(article: &Article, kind: BlockKind) -> impl Iterator<Item = &Block> {
    article.blocks.iter().filter(move |block| block.kind == kind)
}

/// A row for each initiative, and more below it where its figures do not fit.
fn rows(initiatives: &[Initiative]) -> Vec<Vec<String>> {
    let names: Vec<String> = initiatives.iter().map(|initiative| clipped(&initiative.name, NAME)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let room = table::LINE.saturating_sub(BEFORE_FIGURES + widest);
    let mut rows = Vec::new();
    for (initiative, name) in initiatives.iter().zip(names) {
        let mut cells = vec![
            "   ".to_owned(),
            initiative.line.to_string(),
            initiative_kind(initiative.kind).to_owned(),
            name,
            year(initiative.year, initiative.year_basis),
        ];
        let mut figures = String::new();
        for figure in initiative.figures.iter().map(figure) {
            if !figures.is_empty() && width(&figures) + 2 + width(&figure) > room {
                cells.push(figures + "，");
                rows.push(std::mem::replace(&mut cells, vec![String::new(); 5]));
                figures = figure;
            } else {
                let comma = if figures.is_empty() { "" } else { "，" };
                figures = figures + comma + &figure;
            }
        }
        cells.push(figures);
        rows.push(cells);
    }
    rows
}

fn figure_on_line(of: &Figure) -> String {
    format!("{} {}", of.line, figure(of))
}

/// The words, and the value where they do not show it as it was understood.
fn figure(figure: &Figure) -> String {
    let end = figure.value_max.map(|end| format!("~{end}")).unwrap_or_default();
    let about = if figure.approx { "约" } else { "" };
    let number = format!("{}{end}", figure.value);
    if figure.text.contains(&number) && figure.text.contains(&figure.unit) {
        figure.text.clone()
    } else {
        format!("{} ={about}{number}{}", figure.text, figure.unit)
    }
}

/// The words and the days: a whole month or year as such.
fn date(date: &DateMention) -> String {
    let days = match (date.from, date.to) {
        (Some(from), Some(to)) => days(from, to),
        (from, to) => {
            let end = |day: Option<Day>| day.map_or("…".to_owned(), |day| day.to_string());
            format!("{}/{}", end(from), end(to))
        }
    };
    format!("{} {} ={days}", date.line, date.text)
}

fn days(from: Day, to: Day) -> String {
    let begins_month = from.day() == 1;
    let ends_month = Day::last_of(to.year(), to.month()) == Some(to);
    let begins_year = begins_month && from.month() == 1;
    let ends_year = ends_month && to.month() == 12;
    let (first, last) = if begins_year && ends_year {
        (from.year().to_string(), to.year().to_string())
    } else if begins_month && ends_month {
        let month = |day: Day| format!("{:04}-{:02}", day.year(), day.month());
        (month(from), month(to))
    } else {
        (from.to_string(), to.to_string())
    };
    if first == last { first } else { format!("{first}/{last}") }
}

fn year(year: Option<i16>, basis: Basis) -> String {
    let basis = match basis {
        Basis::Explicit => "明文",
        Basis::Relative => "推算",
        Basis::Inherited => "承前",
        Basis::Issue => "刊期",
        Basis::None => "无据",
    };
    format!("{} {basis}", year.map_or("——".to_owned(), |year| year.to_string()))
}

fn kind(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::News => "新闻",
        ArticleKind::Profile => "人物",
        ArticleKind::Photo => "图片",
    }
}

fn initiative_kind(kind: InitiativeKind) -> &'static str {
    match kind {
        InitiativeKind::Project => "工程",
        InitiativeKind::Campaign => "行动",
        InitiativeKind::Mechanism => "机制",
        InitiativeKind::Brand => "品牌",
        InitiativeKind::Venue => "阵地",
        InitiativeKind::Event => "活动",
        InitiativeKind::Award => "荣誉",
        InitiativeKind::Platform => "平台",
        InitiativeKind::Measure => "措施",
    }
}

/// What a line outside of the articles is, by its name in [`baoyan::model::Furniture`].
fn furniture(what: &str) -> &str {
    match what {
        "standing-head" => "栏题",
        "page-head" => "版头",
        "title-list" => "本版目录",
        "site-bar" => "网站栏",
        "imprint" => "版权电话",
        "rule" => "分隔线",
        "page-number" => "页码",
        "continuation" => "转版",
        "proof-mark" => "校对标记",
        other => other,
    }
}

/// What is in doubt, in the language of the page.
fn doubtful(doubt: &Doubt) -> String {
    let what = match doubt.kind {
        DoubtKind::Headline => "当作标题；也可能是栏题",
        DoubtKind::Column => "当作栏题；也可能是标题",
        DoubtKind::SectionHead => "当作小标题；也可能是下一篇的标题",
        DoubtKind::NoHeadline => "由此起一篇，没有标题",
        DoubtKind::JoinedHeadline => "与下面各行并成一个标题",
        DoubtKind::LoneColumn => "当作栏题，但邻近各篇都不相合",
        DoubtKind::Byline => "像是署名，但读不出人名",
        DoubtKind::Name => "当作人名，但不以常见姓氏开头",
        DoubtKind::CutParagraph => "段落到此中断，句子没有完",
        DoubtKind::JoinedText => "隔着空行与上文接成一段",
        DoubtKind::TwoColumns => "各行像是左右两栏，已分栏先后读",
    };
    if doubt.text.is_empty() { what.to_owned() } else { format!("{} {what}", quoted(&doubt.text)) }
}

fn quoted(text: &str) -> String {
    format!("“{}”", clipped(text.trim(), QUOTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_months_and_years_are_written_as_such() {
        let written = |from: &str, to: &str| days(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(written("2024-01-01", "2024-12-31"), "2024");
        assert_eq!(written("2024-02-01", "2024-02-29"), "2024-02");
        assert_eq!(written("2024-02-01", "2024-03-31"), "2024-02/2024-03");
        assert_eq!(written("2024-03-01", "2024-03-01"), "2024-03-01");
        assert_eq!(written("2023-01-01", "2024-03-05"), "2023-01-01/2024-03-05");
    }

    #[test]
    fn a_doubt_is_told_with_its_words_or_as_of_its_place() {
        let of = |kind, text| doubtful(&Doubt::new(3, kind, text));
        assert_eq!(of(DoubtKind::Headline, "清水进村"), "“清水进村” 当作标题；也可能是栏题");
        assert_eq!(of(DoubtKind::CutParagraph, ""), "段落到此中断，句子没有完");
    }
}
