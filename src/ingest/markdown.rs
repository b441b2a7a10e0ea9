//! Markdown with front matter: one article a file.

use super::byline::{self, Form};
use super::day;
use super::dump::{self, Line};
use super::front_matter::{self, Field, Value};
use super::json_lines::split_names;
use super::source::Source;
use crate::model::{Article, BlockKind, IssueBasis, IssueDate, Page, Problem};

/// Reads the file's one article into `page`. What the front matter says outranks the body.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let front = front_matter::parse(text);
    for (line, what) in &front.broken {
        problems.push(source.problem(Some(*line), what.clone(), "write “key: value”, or begin the line with #"));
    }
    let mut article = Article { order: 1, ..Article::default() };
    let start = usize::try_from(front.length).unwrap_or(usize::MAX);
    read_body((1_u32..).zip(text.split('\n')).skip(start), &mut article);
    if article.start_line == 0 {
        // An article of nothing but fields stands where they do.
        (article.start_line, article.end_line) = (1, front.length.max(1));
    }
    for field in &front.fields {
        if let Err((what, mend)) = apply(field, &mut article) {
            problems.push(source.problem(Some(field.line), what, mend));
        }
    }
    if let Some(date) = &article.date {
        page.issue_date = date.clone();
    }
    if article.blocks.is_empty() && article.title.is_none() {
        problems.push(source.problem(
            None,
            "the file has neither a title nor a text",
            "write the article under the front matter",
        ));
        return;
    }
    if article.title.is_none() {
        article.display_title = dump::display_title(&article.blocks);
    }
    page.articles.push(article);
}

fn read_body<'a>(lines: impl Iterator<Item = (u32, &'a str)>, article: &mut Article) {
    let mut blocks: Vec<(BlockKind, Line)> = Vec::new();
    let mut may_go_on = false;
    for (number, raw) in lines {
        let line = raw.trim();
        if line.is_empty() {
            may_go_on = false;
            continue;
        }
        if article.start_line == 0 {
            article.start_line = number;
        }
        article.end_line = number;
        let heading = line.trim_start_matches('#');
        let level = line.len() - heading.len();
        if (1..=6).contains(&level) && (heading.is_empty() || heading.starts_with(char::is_whitespace)) {
            let heading = heading.trim().trim_end_matches('#').trim_end();
            if level == 1 && article.title.is_none() && blocks.is_empty() {
                article.title = Some(heading.to_owned());
            } else {
                blocks.extend(block(BlockKind::SectionHead, heading, number));
            }
            may_go_on = false;
            continue;
        }
        let is_item = line.starts_with("- ") || line.starts_with("* ");
        let item = if is_item { line[2..].trim_start() } else { line };
        if let Some((form, credits)) = byline::line(item) {
            if form == Form::PhotoCredit || article.reporters.is_empty() {
                dump::add(credits, article);
            }
            blocks.extend(block(BlockKind::Byline, item, number));
            may_go_on = false;
        } else if dump::is_caption(item) {
            blocks.extend(block(BlockKind::Caption, item, number));
            may_go_on = false;
        } else {
            match blocks.last_mut().filter(|_| may_go_on && !is_item) {
                Some((_, paragraph)) => {
                    Line::new(item, number, 0).into_iter().for_each(|line| paragraph.join(line, false))
                }
                None => blocks.extend(block(BlockKind::Paragraph, item, number)),
            }
            may_go_on = true;
        }
    }
    article.blocks = blocks.into_iter().map(|(kind, line)| line.into_block(kind)).collect();
    dump::credit_text(article);
}

fn block(kind: BlockKind, text: &str, number: u32) -> Option<(BlockKind, Line<'_>)> {
    Line::new(text, number, 0).map(|line| (kind, line))
}

/// Puts a field where it belongs; else what is wrong and how to mend it.
fn apply(field: &Field, article: &mut Article) -> Result<(), (String, String)> {
    let text = match &field.value {
        Value::Text(text) => text.clone(),
        Value::List(items) => items.join("、"),
    };
    let given = Some(text.clone()).filter(|text| !text.is_empty());
    let names = || match &field.value {
        Value::Text(text) => split_names(text),
        Value::List(items) => items.clone(),
    };
    match field.key.as_str() {
        "title" => article.title = given,
        "county" => {
            article.county_evidence = given.as_ref().map(|county| format!("county: {county}"));
            article.county = given;
        }
        "standing_head" => article.standing_head = given,
        "url" => article.url = given,
        "page" => article.page = given,
        "id" => article.id = given,
        "reporters" => article.reporters = names(),
        "correspondents" => article.correspondents = names(),
        "photographers" => article.photographers = names(),
        "byline" | "author" => {
            let (_, credits) =
                byline::line(&text).or_else(|| byline::line(&format!("记者 {text}"))).ok_or_else(|| {
                    (
                        format!("the by-line “{text}” could not be read"),
                        "write it as “记者 甲 通讯员 乙”, or give reporters: [甲]".to_owned(),
                    )
                })?;
            dump::add(credits, article);
        }
        "date" if given.is_some() => {
            let value = day::parse(&text).map_err(|error| {
                (
                    format!("the field “date”: {error}"),
                    "write it as 2024-03-01, 2024-03, 2024 or 2024-02/2024-03".to_owned(),
                )
            })?;
            article.date = Some(IssueDate {
                value: Some(value),
                basis: IssueBasis::FrontMatter,
                evidence: Some(format!("date: {text}")),
            });
        }
        "date" => {}
        unknown => {
            return Err((
                format!("the field “{unknown}” is not known and was passed over"),
                "the known fields are title, date, county, byline (or author), reporters, correspondents, photographers, standing_head, url, page, id".to_owned(),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    fn page(text: &str) -> (Page, Vec<Problem>) {
        read(&Source { path: "articles/a.md".to_owned(), document: "a.md".to_owned() }, text.as_bytes())
    }

    #[test]
    fn front_matter_and_body_are_one_article() {
        let (page, problems) = page(
            "---\ntitle: 云溪县：老渠新光景\ndate: 2024-02/2024-03\ncounty: 云溪县\nreporters: [林一舟]\ncorrespondents:\n  - 许岚\nstanding_head: 身边好去处\nurl: https://paper.example/1\npage: 4\n---\n\n老渠清了淤，\n水流到了田里。\n\n## 上山种树\n\n山绿了。\n\n- 图① 老渠。\n- 本报记者 何川 摄\n",
        );
        assert_eq!(problems, []);
        let [article] = page.articles.as_slice() else { panic!("{page:?}") };
        assert_eq!(article.title.as_deref(), Some("云溪县：老渠新光景"));
        assert_eq!(article.standing_head.as_deref(), Some("身边好去处"));
        assert_eq!(article.county_evidence.as_deref(), Some("county: 云溪县"));
        assert_eq!((article.start_line, article.end_line), (13, 21));
        assert_eq!(
            [&article.reporters, &article.correspondents, &article.photographers].map(|n| n.join(" ")),
            ["林一舟", "许岚", "何川"]
        );
        assert_eq!(page.issue_date.value.unwrap().to_string(), "2024-02/2024-03");
        let blocks: Vec<_> =
            article.blocks.iter().map(|block| (block.kind, block.text.as_str(), block.lines.clone())).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Paragraph, "老渠清了淤，水流到了田里。", vec![(0, 13), (6, 14)]),
                (BlockKind::SectionHead, "上山种树", vec![(0, 16)]),
                (BlockKind::Paragraph, "山绿了。", vec![(0, 18)]),
                (BlockKind::Caption, "图① 老渠。", vec![(0, 20)]),
                (BlockKind::Byline, "本报记者 何川 摄", vec![(0, 21)]),
            ]
        );
    }

    #[test]
    fn a_heading_is_the_title_and_a_lost_one_is_none() {
        let (with, _) = page("# 老渠新光景\n\n老渠清了淤。\n");
        assert_eq!(with.articles[0].title.as_deref(), Some("老渠新光景"));
        let (without, problems) = page("---\ntitle:\n颜色 红\ncolour: 红\ndate: 昨天\n---\n云溪县的老渠清了淤。\n");
        assert_eq!(
            (without.articles[0].title.as_deref(), without.articles[0].display_title.as_deref()),
            (None, Some("云溪县的老渠清了淤"))
        );
        assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [Some(3), Some(4), Some(5)]);
    }

    #[test]
    fn an_article_of_nothing_but_fields_stands_where_they_do() {
        let (page, _) = page("---\ntitle: 云溪县：老渠新光景\n---\n");
        assert_eq!((page.articles[0].start_line, page.articles[0].end_line), (1, 3));
    }
}
