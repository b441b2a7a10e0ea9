//! Classes → articles: where each one begins, and what the heads between them are.

use std::ops::Range;

use super::column;
use super::division::{counties, names_place};
use super::furniture;
use super::layout::Layout;
use super::line::{Line, is_ended};
use super::parts::{Draft, Parts, StandingHead};
use super::role::{Role, is_numbered_caption};
use super::subject::Subject;
use super::title_list::run_end;
use crate::ingest::byline::{self, Form};
use crate::model::BlockKind;

/// A head's score up to this, above or below zero, is a close call.
const CLOSE: f32 = 1.0;
/// A section head whose words the text after it has, and the text before it lacks, by more than this share, is one, too.
const APART: f32 = 0.6;

/// The words of a head that only the text after it has are more than this share where a story begins,
const CHANGED: f32 = 0.25;
/// and those of a caption where it belongs to the story after it.
const SHOWN: f32 = 0.2;

/// Splits a page's lines into articles. `named` says which heads a title list names.
pub fn split(lines: &[Line], roles: &[Role], named: &[bool], layout: &Layout) -> Parts {
    let mut splitter =
        Splitter { lines, roles, named, layout, parts: Parts::default(), current: None, is_closed: false };
    splitter.run();
    splitter.parts
}

struct Splitter<'a> {
    lines: &'a [Line<'a>],
    roles: &'a [Role],
    named: &'a [bool],
    layout: &'a Layout,
    parts: Parts,
    current: Option<Draft>,
    /// Whether a signature has ended the current article.
    is_closed: bool,
}

/// What comes after a place, furniture and photographs left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ahead {
    Byline,
    Lead,
    Text,
    Head,
    /// A photograph's caption or credit, and no text before the next head.
    Photo,
    End,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            match &self.roles[at] {
                Role::Furniture(what) => {
                    self.parts.furniture.push((at, what));
                    let has_text = self.current.as_ref().is_some_and(Draft::has_text);
                    self.is_closed |= *what == "page-head" && has_text && self.is_ended();
                    at += 1;
                }
                Role::Head => {
                    let end = run_end(self.roles, at);
                    self.heads(at, end);
                    at = end;
                }
                Role::Text => {
                    if self.text_opens(at) {
                        self.finish();
                    }
                    self.push(at, BlockKind::Paragraph);
                    self.is_closed = byline::tail(&self.lines[at].plain).is_some_and(|tail| !tail.is_photo);
                    at += 1;
                }
                Role::Caption => {
                    if self.photo_story_opens(at) {
                        self.finish();
                    }
                    self.push(at, BlockKind::Caption);
                    at += 1;
                }
                Role::Byline(form, _) => {
                    if *form != Form::PhotoCredit && self.byline_opens(at) {
                        self.finish();
                    }
                    let has_text = self.current.as_ref().is_some_and(Draft::has_text);
                    self.push(at, BlockKind::Byline);
                    self.is_closed = *form != Form::PhotoCredit && has_text;
                    at += 1;
                }
            }
        }
        self.finish();
    }

    fn finish(&mut self) {
        self.parts.drafts.extend(self.current.take());
        self.is_closed = false;
    }

    fn push(&mut self, at: usize, kind: BlockKind) {
        self.current.get_or_insert_default().parts.push((at, kind));
    }

    fn begin(&mut self, title: Vec<usize>) {
        self.finish();
        self.current = Some(Draft { title, parts: Vec::new() });
    }

    /// Whether a text line begins an article that has no headline.
    fn text_opens(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        if !current.has_text() {
            return false;
        }
        let line = &self.lines[at];
        let is_apart = || self.layout.is_wide(line.gap) || self.names_other_county(at);
        self.is_closed
            || byline::lead(&line.plain).is_some()
            || (self.is_ended() && self.begins_photo_group(at) && is_apart())
    }

    /// Whether a caption at the end of a finished story tells, with a date of its own, of a county that neither the story nor
    /// what comes after has named: a photograph that is news by itself.
    fn photo_story_opens(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let text = &self.lines[at].plain;
        let is_dated = text.split_once('，').is_some_and(|(opener, _)| {
            opener.chars().count() <= 12 && (opener.ends_with('日') || matches!(opener, "近日" | "日前" | "昨天"))
        });
        let goes_with_next = || {
            let names = counties(text);
            let after = self.lines[at + 1..].iter().take(REACH);
            after.into_iter().any(|line| names.iter().any(|name| line.plain.contains(name.as_str())))
        };
        let has_text = self.current.as_ref().is_some_and(Draft::has_text);
        has_text && is_dated && self.is_ended() && self.names_other_county(at) && !goes_with_next()
    }

    /// Whether one paragraph begins here, and under it numbered captions.
    fn begins_photo_group(&self, at: usize) -> bool {
        const LONGEST: usize = 12;
        let goes_on = |&next: &usize| self.roles[next] == Role::Text && !is_ended(&self.lines[next - 1].plain);
        let end = (at + 1..self.lines.len()).take(LONGEST).take_while(goes_on).last().unwrap_or(at) + 1;
        let rest = self.roles[end..].iter().zip(&self.lines[end..]);
        rest.filter(|(role, _)| !matches!(role, Role::Furniture(_)))
            .map(|(role, line)| *role == Role::Caption && is_numbered_caption(&line.plain))
            .next()
            .unwrap_or(false)
    }

    /// Whether a paragraph begins with a county-level division that the current article has not named.
    fn names_other_county(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        let names = counties(&self.lines[at].plain);
        let text = || {
            current.title.iter().copied().chain(current.parts.iter().map(|part| part.0)).map(|at| &self.lines[at].plain)
        };
        !names.is_empty() && !names.iter().any(|name| text().any(|text| text.contains(name.as_str())))
    }

    /// Whether the last text line ends a sentence.
    fn is_ended(&self) -> bool {
        let last = self.current.iter().flat_map(|draft| &draft.parts).rfind(|part| part.1 == BlockKind::Paragraph);
        last.is_none_or(|&(at, _)| is_ended(&self.lines[at].plain))
    }

    /// Whether a by-line begins an article that has no headline, rather than ending the one before it.
    fn byline_opens(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        if !current.has_text() {
            return false;
        }
        let mut next = at + 1;
        while next < self.roles.len() && self.roles[next].is_byline() {
            next += 1;
        }
        let gap_after = self.lines.get(next).map_or(u32::MAX, |line| line.gap);
        match self.ahead(next) {
            Ahead::Text | Ahead::Lead => !matches!(self.roles[at], Role::Byline(Form::Signature, _)),
            Ahead::Head => self.lines[at].gap > gap_after && self.layout.is_wide(self.lines[at].gap),
            Ahead::Byline | Ahead::Photo | Ahead::End => false,
        }
    }

    fn ahead(&self, from: usize) -> Ahead {
        let mut photo = false;
        for (role, line) in self.roles[from..].iter().zip(&self.lines[from..]) {
            match role {
                Role::Furniture(_) => {}
                Role::Caption | Role::Byline(Form::PhotoCredit, _) => photo = true,
                Role::Byline(..) => return Ahead::Byline,
                Role::Text if byline::lead(&line.plain).is_some() => return Ahead::Lead,
                Role::Text => return Ahead::Text,
                Role::Head => return if photo { Ahead::Photo } else { Ahead::Head },
            }
        }
        if photo { Ahead::Photo } else { Ahead::End }
    }

    /// Decides what each head of a run is.
    fn heads(&mut self, start: usize, end: usize) {
        let run: Vec<usize> = (start..end).filter(|&at| self.roles[at] == Role::Head).collect();
        for at in start..end {
            if let Role::Furniture(what) = self.roles[at] {
                self.parts.furniture.push((at, what));
            }
        }
        let mut run = run;
        let ahead = self.ahead(end);
        if ahead == Ahead::End
            && let Some(list) = run.iter().position(|&at| furniture::is_list_head(&self.lines[at].plain))
        {
            // What a site names under the story is on other pages.
            self.parts.furniture.extend(run.drain(list..).map(|at| (at, "title-list")));
            if run.is_empty() {
                return;
            }
        }
        if self.is_inside(&run, end, ahead) {
            let subject = Subject::of(self.lines, self.roles, self.current.as_ref(), run[0], end);
            let text = &self.lines[run[0]].plain;
            if subject.share_after(text) - subject.share_before(text) > APART && self.is_ended() {
                let what = "was taken for the head of a section; it may be the headline of the next story";
                self.parts.close_calls.push((run[0], what));
            }
            for at in run {
                self.push(at, BlockKind::SectionHead);
            }
            return;
        }
        let title = self.title_of(&run, end, ahead);
        let is_over_title = !title.is_empty();
        let captions = self.captions_of_next(&run[title.clone()], end);
        for &line in &run[..title.start] {
            if self.is_listed(line) {
                // Its text is lost, or is a picture.
                self.begin(vec![line]);
            } else {
                let after = self.parts.drafts.len() + usize::from(self.current.is_some());
                self.parts.standing.push(StandingHead { line, after, is_over_title });
            }
        }
        if is_over_title {
            self.begin(run[title.clone()].to_vec());
            self.current.get_or_insert_default().parts = captions;
        } else {
            self.finish();
        }
        for &at in &run[title.end..] {
            self.push(at, BlockKind::SectionHead);
        }
    }

    /// Whether a title list names this head, and it is no column's name.
    fn is_listed(&self, head: usize) -> bool {
        self.named[head] && !column::is_name(&self.lines[head].plain)
    }

    /// Whether a run of heads stands inside an article: text or a by-line before it, plain text after it, nothing that ends the
    /// article, and no more space than around a paragraph.
    fn is_inside(&self, run: &[usize], end: usize, ahead: Ahead) -> bool {
        let (Some(&first), Some(current)) = (run.first(), &self.current) else { return false };
        let is_begun = current.parts.iter().any(|part| !current.title.is_empty() || !self.is_of_photo(part));
        let is_headed = run.iter().any(|&at| self.named[at]) || self.kicker(run).is_some();
        if is_headed || ahead != Ahead::Text || self.is_closed || !is_begun {
            return false;
        }
        let next = (end..self.roles.len()).find(|&at| self.roles[at] == Role::Text);
        if next.is_some_and(|at| self.begins_photo_group(at) && self.names_other_county(at)) {
            return false;
        }
        if next.is_some_and(|next| self.changes_county(run, next, end)) {
            return false;
        }
        let gap_before = self.lines[first].gap;
        let gap_after = self.lines.get(end).map_or(0, |line| line.gap);
        let wide = self.layout.is_wide(gap_before) || self.layout.is_wide(gap_after);
        !wide || (gap_before <= gap_after && !self.layout.is_wide(gap_after))
    }

    /// Whether the current article is about a county or a town, and the heads and the text after them about another: a story that nobody
    /// signed ends here. A report on several counties has section heads of its own, or names none in its lead.
    fn changes_county(&self, run: &[usize], next: usize, end: usize) -> bool {
        let (Some(&first), Some(current)) = (run.first(), &self.current) else { return false };
        let lead = current.parts.iter().find(|part| part.1 == BlockKind::Paragraph).map(|part| part.0);
        let is_of_place = || current.title.iter().copied().chain(lead).any(|at| names_place(&self.lines[at].plain));
        let has_sections = || current.parts.iter().any(|part| part.1 == BlockKind::SectionHead);
        let is_named = || {
            let names = counties(&self.lines[next].plain);
            run.iter().any(|&at| names.iter().any(|name| self.lines[at].plain.contains(name.as_str())))
        };
        if has_sections() || !is_named() || !self.is_ended() || !is_of_place() || !self.names_other_county(next) {
            return false;
        }
        let subject = Subject::of(self.lines, self.roles, self.current.as_ref(), first, end);
        let text = &self.lines[first].plain;
        subject.share_after(text) - subject.share_before(text) > CHANGED
    }

    /// Takes from the current article the photographs at its end that show what the story after the heads tells. A page
    /// prints them over the headline, too.
    fn captions_of_next(&mut self, title: &[usize], end: usize) -> Vec<(usize, BlockKind)> {
        let (Some(current), Some(&headline)) = (&self.current, title.first()) else { return Vec::new() };
        let from = current.parts.iter().rposition(|part| !self.is_of_photo(part)).map_or(0, |last| last + 1);
        let Some(&(caption, _)) = current.parts.get(from) else { return Vec::new() };
        let is_own = from == 0 && !current.title.is_empty();
        let is_in_column = self.parts.standing.last().is_some_and(|standing| standing.line + 1 == caption);
        let is_apart =
            self.layout.is_wide(self.lines[headline].gap) && self.lines[headline].gap > self.lines[caption].gap;
        if is_own || is_in_column || is_apart {
            return Vec::new();
        }
        let captions = current.parts[from..].iter().filter(|part| part.1 == BlockKind::Caption);
        let text: String = captions.map(|&(at, _)| &*self.lines[at].plain).collect();
        let subject = Subject::of(self.lines, self.roles, Some(current), caption, end);
        if subject.share_after(&text) - subject.share_before(&text) <= SHOWN {
            return Vec::new();
        }
        let captions = self.current.as_mut().map(|current| current.parts.split_off(from)).unwrap_or_default();
        self.current.take_if(|current| current.parts.is_empty() && current.title.is_empty());
        captions
    }

    /// Whether a part is a photograph's caption or credit.
    fn is_of_photo(&self, &(at, kind): &(usize, BlockKind)) -> bool {
        kind == BlockKind::Caption || self.roles[at].is_credit()
    }

    /// The part of a run that is the next article's headline; empty, at the run's end, where there is none.
    fn title_of(&mut self, run: &[usize], end: usize, ahead: Ahead) -> Range<usize> {
        let none = run.len()..run.len();
        if let Some(last) = run.iter().rposition(|&at| self.is_listed(at)) {
            let above = run[..last].iter().rposition(|&at| !self.is_listed(at));
            return above.map_or(0, |at| at + 1)..self.deck_end(run, last + 1);
        }
        // A deck (——…) is no headline, but a part of the one it stands under.
        let chief = run.iter().rposition(|&at| !is_deck(&self.lines[at].plain));
        let Some(chief) = chief.filter(|_| ahead != Ahead::End) else { return none };
        if let Some(kicker) = self.kicker(run) {
            return kicker + 1..self.deck_end(run, chief + 1);
        }
        let followed = matches!(ahead, Ahead::Byline | Ahead::Lead);
        let subject = Subject::of(self.lines, self.roles, self.current.as_ref(), run[chief], end);
        let score = self.score(run[chief], end, &subject, followed);
        if score.abs() <= CLOSE {
            let taken = if score > 0.0 {
                "was taken for a headline; it may be a column's name"
            } else {
                "was taken for a column's name; it may be a headline"
            };
            self.parts.close_calls.push((run[chief], taken));
        }
        if score <= 0.0 {
            return none;
        }
        let mut first = chief;
        while first > 0 && chief - first < 2 {
            let (upper, lower) = (&self.lines[run[first - 1]], &self.lines[run[first]]);
            if lower.gap > self.layout.paragraph_gap.max(1) || !self.is_headline_part(upper, &subject) {
                break;
            }
            first -= 1;
        }
        first..self.deck_end(run, chief + 1)
    }

    /// The place of the last head that names a column by its mark (□平凡人物) and has the headline of its story under it.
    fn kicker(&self, run: &[usize]) -> Option<usize> {
        let chief = run.iter().rposition(|&at| !is_deck(&self.lines[at].plain))?;
        let kicker =
            run.iter().rposition(|&at| self.lines[at].plain.starts_with(['□', '■', '★', '☆', '◆', '◇', '●']))?;
        (kicker < chief).then_some(kicker)
    }

    /// The end of the decks that stand in a run from the place `from` on.
    fn deck_end(&self, run: &[usize], from: usize) -> usize {
        from + run[from..].iter().take_while(|&&at| is_deck(&self.lines[at].plain)).count()
    }

    /// Whether the line above a headline is a part of it and not a column's name.
    fn is_headline_part(&self, line: &Line, subject: &Subject) -> bool {
        let is_worded = line.length >= 10 || line.plain.contains([' ', '\u{3000}', '，', '：', '！', '？', '“']);
        line.length >= 6 && !column::is_name(&line.plain) && (is_worded || subject.share_after(&line.plain) > 0.0)
    }

    /// How well a head fits what follows it as its headline; above 0 it is one.
    fn score(&self, head: usize, end: usize, subject: &Subject, followed: bool) -> f32 {
        let line = &self.lines[head];
        let gap_after = self.lines.get(end).map_or(u32::MAX, |line| line.gap);
        let mut score = 0.0;
        if line.plain.contains(['：', ':', ' ', '\u{3000}', '！', '？', '，']) {
            score += 2.0;
        }
        score += match line.length {
            13.. => 2.0,
            10..=12 => 1.0,
            _ => 0.0,
        };
        if column::is_name(&line.plain) {
            score -= 3.0;
        }
        score += 4.0 * (subject.share_after(&line.plain) - subject.share_before(&line.plain));
        score += match line.gap.cmp(&gap_after) {
            std::cmp::Ordering::Greater => 1.5,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Less => -1.5,
        };
        if followed {
            score += 1.0;
        }
        if self.current.is_none() {
            score += 2.0;
        }
        score
    }
}

/// ——来自柳林镇的报道: the deck of a headline.
fn is_deck(text: &str) -> bool {
    text.starts_with('—')
}
