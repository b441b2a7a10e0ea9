use super::{BASES, BLOCK_KINDS, Document, Flag, KINDS, Sections};
use crate::format::Encoder;
use crate::index::facts::{self, YEAR_BASES, place};
use crate::index::phrases::PhraseWriter;
use crate::model::{Article, Block, DateRange};

/// The sections of articles that follow each other. They can be read without any other articles.
pub fn write(documents: &[Document], phrases: &PhraseWriter) -> Sections {
    let (mut out, mut facts, mut texts) = (Encoder::new(), Encoder::new(), Encoder::new());
    let mut before = &Document::default();
    for document in documents {
        write_document(before, document, &mut out, phrases);
        write_texts(&document.article, &mut texts, phrases);
        facts::write(document, &mut facts, phrases);
        before = document;
    }
    Sections { documents: out.finish(), facts: facts.finish(), texts: texts.finish() }
}

fn write_document(before: &Document, document: &Document, out: &mut Encoder, phrases: &PhraseWriter) {
    let (article, last) = (&document.article, &before.article);
    let id_given = article.id.as_ref() == Some(&document.id);
    let id_derived = !id_given && document.id == super::derived_id(&document.document, article.order);
    let date_given = article.date.as_ref().is_some_and(|date| date.value == document.date);
    let mut flags = 0_u64;
    for (flag, is_set) in [
        (Flag::SameDocument, before.document == document.document),
        (Flag::SameDate, before.date == document.date),
        (Flag::HasDate, document.date.is_some()),
        (Flag::SameCounty, last.county == article.county),
        (Flag::HasCounty, article.county.is_some()),
        (Flag::SameYear, last.year == article.year),
        (Flag::HasYear, article.year.is_some()),
        (Flag::IdGiven, id_given),
        (Flag::IdDerived, id_derived),
        (Flag::HasId, article.id.is_some()),
        (Flag::HasTitle, article.title.is_some()),
        (Flag::HasOwnTitle, article.display_title.is_some()),
        (Flag::HasColumn, article.standing_head.is_some()),
        (Flag::HasNames, !article.names().is_empty()),
        (Flag::HasUrl, article.url.is_some()),
        (Flag::HasPage, article.page.is_some()),
        (Flag::HasIssue, article.date.is_some()),
        (Flag::IssueIsDate, date_given),
        (Flag::HasIssueEvidence, article.date.as_ref().is_some_and(|date| date.evidence.is_some())),
        (Flag::HasCountyEvidence, article.county_evidence.is_some()),
    ] {
        flags |= u64::from(is_set) << flag as u32;
    }
    out.u64(flags);
    out.byte((place(&KINDS, article.kind) << 4 | place(&YEAR_BASES, article.year_basis)) as u8);
    out.i64(i64::from(article.order) - i64::from(last.order));
    out.i64(i64::from(article.start_line) - i64::from(last.end_line));
    out.i64(i64::from(article.end_line) - i64::from(article.start_line));
    if before.document != document.document {
        out.text(&document.document);
    }
    if before.date != document.date {
        write_date(document.date, out);
    }
    if let Some(id) = &article.id {
        out.text_after(last.id.as_deref().unwrap_or_default(), id);
    }
    if !id_given && !id_derived {
        out.text_after(&before.id, &document.id);
    }
    if let Some(url) = &article.url {
        out.text_after(last.url.as_deref().unwrap_or_default(), url);
    }
    let county = article.county.as_ref().filter(|_| last.county != article.county);
    for text in [article.page.as_ref(), county, article.county_evidence.as_ref()].into_iter().flatten() {
        phrases.encode(text, out);
    }
    if last.year != article.year
        && let Some(year) = article.year
    {
        out.i64(i64::from(year) - i64::from(last.year.unwrap_or_default()));
    }
    if let Some(issue) = &article.date {
        out.size(place(&BASES, issue.basis));
        if !date_given {
            out.byte(issue.value.is_some().into());
            write_date(issue.value, out);
        }
        issue.evidence.iter().for_each(|evidence| phrases.encode(evidence, out));
    }
    if !article.names().is_empty() {
        for names in [&article.reporters, &article.correspondents, &article.photographers] {
            out.size(names.len());
            names.iter().for_each(|name| phrases.encode(name, out));
        }
    }
    let mut line = article.start_line;
    out.size(article.blocks.len());
    for block in &article.blocks {
        write_block(block, &mut line, out);
    }
}

/// Most blocks stand on one line, the one after the block before.
fn write_block(block: &Block, line: &mut u32, out: &mut Encoder) {
    let kind = place(&BLOCK_KINDS, block.kind);
    let next = *line + 1;
    let is_next = block.lines == [(0, next)];
    out.size(kind | usize::from(is_next) << 2);
    if !is_next {
        out.size(block.lines.len());
        let mut start = 0;
        for &(from, number) in &block.lines {
            out.i64(i64::from(from) - i64::from(start));
            out.i64(i64::from(number) - i64::from(*line));
            (start, *line) = (from, number);
        }
    } else {
        *line = next;
    }
}

fn write_texts(article: &Article, texts: &mut Encoder, phrases: &PhraseWriter) {
    for text in [&article.title, &article.display_title, &article.standing_head].into_iter().flatten() {
        phrases.encode(text, texts);
    }
    article.blocks.iter().for_each(|block| phrases.encode(&block.text, texts));
}

pub(in crate::index) fn write_date(date: Option<DateRange>, out: &mut Encoder) {
    if let Some(date) = date {
        out.text(&date.to_string());
    }
}
