#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use super::{FigureFlag, INITIATIVE_KINDS, InitiativeFlag, RAW, SCALES, YEAR_BASES, after, line_of};
use crate::format::Decoder;
use crate::index::documents::Document;
use crate::index::phrases::Phrases;
use crate::model::{Article, DateMention, Day, Figure, Initiative, Span};

/// Reads the facts of an article whose text is there. A fact outside its article is a failure of the decoder.
pub fn read(document: &mut Document, from: &mut Decoder<'_>, phrases: &Phrases) {
    let anchor = super::anchor(document);
    let article = &document.article;
    let mut reader = FactReader { article, phrases, before: Span::default(), byte: 0 };
    let dates = from.list(|from| reader.date(from, anchor));
    let figures = from.list(|from| reader.figure(from));
    let initiatives = from.list(|from| reader.initiative(from));
    (document.article.dates, document.article.figures, document.article.initiatives) = (dates, figures, initiatives);
}

struct FactReader<'a> {
    article: &'a Article,
    phrases: &'a Phrases,
    before: Span,
    /// The byte of its block that the last fact begins at: the next is seldom far behind it.
    byte: usize,
}

impl<'a> FactReader<'a> {
    fn span(&mut self, from: &mut Decoder<'_>) -> Span {
        let mut step = |base: u32| u32::try_from(from.i64().wrapping_add(base.into())).unwrap_or(u32::MAX);
        let block = step(self.before.block);
        let start = step(if block == self.before.block { self.before.start } else { 0 });
        Span { block, start, end: step(start) }
    }

    /// The words that stand at a span; `None` outside the article.
    fn words(&mut self, span: Span) -> Option<&'a str> {
        let known = if span.block == self.before.block && span.start >= self.before.start {
            (self.before.start, self.byte)
        } else {
            (0, 0)
        };
        self.before = span;
        let text = self.article.blocks.get(span.block as usize)?.text.as_str();
        self.byte = after(text, known, span.start)?;
        text.get(self.byte..after(text, (span.start, self.byte), span.end)?)
    }

    /// The text and the line of a fact: those of its span, but for exceptions.
    fn text_and_line(&mut self, from: &mut Decoder<'_>, span: Span, flags: u8) -> (String, u32) {
        let own = self.words(span).unwrap_or_else(|| {
            from.fail("a fact lies outside its article");
            ""
        });
        let text = if flags >> 6 & 1 == 1 { self.phrases.text(from) } else { from.again(own) };
        let line = if flags >> 7 == 1 { from.u32() } else { line_of(self.article, span) };
        (text, line)
    }

    fn date(&mut self, from: &mut Decoder<'_>, anchor: i32) -> DateMention {
        let span = self.span(from);
        let flags = from.byte();
        let mut days = i64::from(anchor);
        let mut day = |from: &mut Decoder<'_>, is_there: bool| {
            is_there.then(|| {
                days = days.wrapping_add(from.i64());
                let day = i32::try_from(days).ok().and_then(Day::from_days);
                if day.is_none() {
                    from.fail("a day is not in the calendar");
                }
                day
            })?
        };
        let (first, last) = (day(from, flags >> 3 & 1 == 1), day(from, flags >> 4 & 1 == 1));
        let (text, line) = self.text_and_line(from, span, flags);
        let basis = from.pick(&YEAR_BASES, u64::from(flags & 7));
        DateMention { text, line, from: first, to: last, basis, span }
    }

    fn figure(&mut self, from: &mut Decoder<'_>) -> Figure {
        let span = self.span(from);
        let flags = from.byte();
        let has = |flag: FigureFlag| flags >> flag as u32 & 1 == 1;
        let (text, line) = self.text_and_line(from, span, flags);
        let value = number(from);
        let value_max = has(FigureFlag::IsRange).then(|| number(from));
        let unit = if has(FigureFlag::EndsWithUnit) {
            let length = from.u32() as usize;
            let start = text.char_indices().rev().nth(length.wrapping_sub(1)).map_or(text.len(), |(at, _)| at);
            from.again(text.get(start..).unwrap_or_default())
        } else {
            self.phrases.text(from)
        };
        Figure { text, value, value_max, unit, approx: has(FigureFlag::Approx), line, span }
    }

    fn initiative(&mut self, from: &mut Decoder<'_>) -> Initiative {
        let span = self.span(from);
        let kinds = from.u64();
        let flags = from.byte();
        let has = |flag: InitiativeFlag| flags >> flag as u32 & 1 == 1;
        let (name, line) = self.text_and_line(from, span, flags);
        let county = match (has(InitiativeFlag::SameCounty), has(InitiativeFlag::HasCounty)) {
            (true, _) => self.article.county.as_deref().map(|county| from.again(county)),
            (false, is_there) => is_there.then(|| self.phrases.text(from)),
        };
        let year = match (has(InitiativeFlag::SameYear), has(InitiativeFlag::HasYear)) {
            (true, _) => self.article.year,
            (false, is_there) => is_there.then(|| from.i16()),
        };
        Initiative {
            name,
            kind: from.pick(&INITIATIVE_KINDS, kinds & 15),
            county,
            year,
            year_basis: from.pick(&YEAR_BASES, kinds >> 4),
            line,
            span,
            figures: from.list(|from| self.figure(from)),
        }
    }
}

fn number(from: &mut Decoder<'_>) -> f64 {
    let coded = from.i64();
    match SCALES.get((coded & 7) as usize) {
        Some(scale) => (coded >> 3) as f64 / scale,
        None if coded == RAW => from.f64(),
        None => {
            from.fail("a number is of no scale");
            0.0
        }
    }
}
