use super::{FigureFlag, INITIATIVE_KINDS, InitiativeFlag, RAW, SCALES, YEAR_BASES, line_of, place, words};
use crate::format::Encoder;
use crate::index::documents::Document;
use crate::index::phrases::PhraseWriter;
use crate::model::{Article, DateMention, Day, Figure, Initiative, Span};

/// Writes the facts of an article.
pub fn write(document: &Document, out: &mut Encoder, phrases: &PhraseWriter) {
    let article = &document.article;
    let mut writer = FactWriter { article, out, phrases, before: Span::default() };
    let anchor = super::anchor(document);
    let dates = article.dates.iter().filter(|date| date.span.block != Span::TITLE);
    writer.out.size(dates.clone().count());
    dates.for_each(|date| writer.date(date, anchor));
    writer.figures(&article.figures);
    writer.out.size(article.initiatives.len());
    article.initiatives.iter().for_each(|initiative| writer.initiative(initiative));
}

struct FactWriter<'a> {
    article: &'a Article,
    out: &'a mut Encoder,
    phrases: &'a PhraseWriter,
    before: Span,
}

impl FactWriter<'_> {
    fn span(&mut self, span: Span) {
        self.out.i64(i64::from(span.block) - i64::from(self.before.block));
        let start = if span.block == self.before.block { self.before.start } else { 0 };
        self.out.i64(i64::from(span.start) - i64::from(start));
        self.out.i64(i64::from(span.end) - i64::from(span.start));
        self.before = span;
    }

    /// What the text and the line of a fact are where they do not follow from its span.
    fn exceptions(&mut self, span: Span, text: &str, line: u32) {
        if words(self.article, span) != Some(text) {
            self.phrases.encode(text, self.out);
        }
        if line_of(self.article, span) != line {
            self.out.u64(line.into());
        }
    }

    fn differs(&self, span: Span, text: &str, line: u32) -> u8 {
        let text = u8::from(words(self.article, span) != Some(text));
        text << 6 | u8::from(line_of(self.article, span) != line) << 7
    }

    fn date(&mut self, date: &DateMention, anchor: i32) {
        self.span(date.span);
        let flags = place(&YEAR_BASES, date.basis) as u8
            | u8::from(date.from.is_some()) << 3
            | u8::from(date.to.is_some()) << 4
            | self.differs(date.span, &date.text, date.line);
        self.out.byte(flags);
        let from = date.from.map_or(anchor, Day::to_days);
        if date.from.is_some() {
            self.out.i64((from - anchor).into());
        }
        if let Some(to) = date.to {
            self.out.i64((to.to_days() - from).into());
        }
        self.exceptions(date.span, &date.text, date.line);
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.out.size(figures.len());
        figures.iter().for_each(|figure| self.figure(figure));
    }

    fn figure(&mut self, figure: &Figure) {
        self.span(figure.span);
        let ends_so = figure.text.ends_with(&figure.unit);
        let flags = u8::from(figure.approx) << FigureFlag::Approx as u32
            | u8::from(figure.value_max.is_some()) << FigureFlag::IsRange as u32
            | u8::from(ends_so) << FigureFlag::EndsWithUnit as u32
            | self.differs(figure.span, &figure.text, figure.line);
        self.out.byte(flags);
        self.exceptions(figure.span, &figure.text, figure.line);
        self.number(figure.value);
        figure.value_max.iter().for_each(|&value| self.number(value));
        if ends_so {
            self.out.size(figure.unit.chars().count());
        } else {
            self.phrases.encode(&figure.unit, self.out);
        }
    }

    /// A decimal number with few places as a whole number and its scale.
    fn number(&mut self, value: f64) {
        for (scale, ten) in SCALES.iter().enumerate() {
            let whole = (value * ten).round();
            if whole.abs() < 1e15 && (whole / ten).to_bits() == value.to_bits() {
                return self.out.i64(whole as i64 * 8 + scale as i64);
            }
        }
        self.out.i64(RAW);
        self.out.f64(value);
    }

    fn initiative(&mut self, initiative: &Initiative) {
        let article = self.article;
        self.span(initiative.span);
        let same_county = initiative.county == article.county;
        let same_year = initiative.year == article.year;
        let kind = place(&INITIATIVE_KINDS, initiative.kind);
        self.out.size(kind | place(&YEAR_BASES, initiative.year_basis) << 4);
        let flags = u8::from(same_county) << InitiativeFlag::SameCounty as u32
            | u8::from(initiative.county.is_some()) << InitiativeFlag::HasCounty as u32
            | u8::from(same_year) << InitiativeFlag::SameYear as u32
            | u8::from(initiative.year.is_some()) << InitiativeFlag::HasYear as u32
            | self.differs(initiative.span, &initiative.name, initiative.line);
        self.out.byte(flags);
        self.exceptions(initiative.span, &initiative.name, initiative.line);
        if !same_county {
            initiative.county.iter().for_each(|county| self.phrases.encode(county, self.out));
        }
        if !same_year {
            initiative.year.iter().for_each(|&year| self.out.i64(year.into()));
        }
        self.figures(&initiative.figures);
    }
}
