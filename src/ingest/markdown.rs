//! Markdown with front matter: one article a file.

use super::byline::{self, Form};
use super::dump::{self, Line};
use super::front_matter::{self, Field, Value};
use super::json_lines::split_names;
use super::source::Source;
use crate::model::{Article, BlockKind, DateRange, IssueBasis, IssueDate, Page, Problem};

/// Reads the file's one article into `page`. What the front matter says outranks the body.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let front = front_matter::parse(text);
    for (line, what) in &front.broken {
        problems.push(source.problem(Some(*line), what.clone(), "write “key: value”, or begin the line with #"));
    }
    let mut article = Article { order: 1, ..Article::default() };
    let start = usize::try_from(front.length).unwrap_or(usize::MAX);
    read_body((1_u32..).zip(text.split('\n')).skip(start), &mut article);
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
        "byline" => {
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
            let value: DateRange = text.parse().map_err(|error| {
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
                "the known fields are title, date, county, byline, reporters, correspondents, photographers, standing_head, url, page, id".to_owned(),
            ));
        }
    }
    Ok(())
}
