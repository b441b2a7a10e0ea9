//! Where a story begins that has no headline, or that nobody signed.

use super::caption::is_numbered_caption;
use super::column;
use super::division::{counties, names_own_place, names_place};
use super::line::is_ended;
use super::parts::Draft;
use super::role::Role;
use super::split::{Ahead, Splitter};
use super::subject::Subject;
use crate::ingest::byline::{self, Credits, Form};
use crate::model::BlockKind;

/// The words of a head that only the text after it has are more than this share where a story begins.
const CHANGED: f32 = 0.25;
/// A head whose score is at least this is the headline of a story, although nobody signs it.
const STORY: f32 = 2.0;

impl Splitter<'_> {
    /// Whether a text line begins an article that has no headline.
    pub(super) fn text_opens(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        let line = &self.lines[at];
        if !self.is_one_story && self.next_photo_opens(at) {
            return true;
        }
        if !current.has_text() {
            return false;
        }
        if self.is_one_story {
            return byline::lead(&line.plain).is_some();
        }
        let is_apart = || self.layout.is_wide(line.gap) || self.names_other_county(at);
        self.is_closed
            || line.plain.trim_start_matches(['（', '(']).starts_with("上接")
            || byline::lead(&line.plain).is_some()
            || (self.is_ended() && self.begins_photo_group(at) && is_apart())
    }

    /// Whether an arrow leads from a text with a day of its own to the next photograph.
    fn next_photo_opens(&self, at: usize) -> bool {
        let text = &self.lines[at].plain;
        // Under one headline the photographs are one group.
        let begins_group = |draft: &Draft| {
            let is_first = || draft.parts.first().is_some_and(|part| self.lines[part.0].plain.starts_with(is_arrow));
            let follows_caption = || draft.parts.last().is_some_and(|part| part.1 == BlockKind::Caption);
            !draft.title.is_empty() && (is_first() || follows_caption())
        };
        let is_begun = self.current.as_ref().is_some_and(|current| !current.parts.is_empty() && !begins_group(current));
        text.starts_with(is_arrow) && is_dated(text) && is_begun && self.is_ended() || self.next_news_photo_opens(at)
    }

    /// Whether a photograph with a text and a credit of its own follows another such one, and neither has a headline: each is news
    /// by itself. Those of a group share a headline, or have captions of a few words.
    fn next_news_photo_opens(&self, at: usize) -> bool {
        const SHORTEST: usize = 40;
        let is_credit = |at: usize| {
            self.roles[at].is_credit() || byline::tail(&self.lines[at].plain).is_some_and(|tail| tail.is_photo)
        };
        let length = |places: &mut dyn Iterator<Item = usize>| places.map(|at| self.lines[at].length).sum::<usize>();
        let is_over = self.current.as_ref().is_some_and(|current| {
            current.title.is_empty()
                && current.parts.last().is_some_and(|part| is_credit(part.0))
                && length(&mut current.parts.iter().map(|part| part.0)) >= SHORTEST
        });
        let is_told = |at: usize| matches!(self.roles[at], Role::Text | Role::Caption) && !is_credit(at);
        let credit = || (at..self.roles.len()).find(|&at| !is_told(at)).filter(|&at| is_credit(at));
        is_over && credit().is_some_and(|credit| length(&mut (at..=credit)) >= SHORTEST)
    }

    /// Whether a caption at the end of a finished story tells, with a date of its own, of a county that neither the story nor
    /// what comes after has named: a photograph that is news by itself. A numbered one is of the story's own group.
    pub(super) fn photo_story_opens(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let text = &self.lines[at].plain;
        let goes_with_next = || {
            let names = counties(text);
            let after = self.lines[at + 1..].iter().take(REACH);
            after.into_iter().any(|line| names.iter().any(|name| line.plain.contains(name.as_str())))
        };
        let has_text = self.current.as_ref().is_some_and(Draft::has_text);
        if self.is_one_story {
            return false;
        }
        self.next_photo_opens(at)
            || has_text
                && !is_numbered_caption(text)
                && is_dated(text)
                && self.is_ended()
                && self.names_other_county(at)
                && !goes_with_next()
    }

    /// Whether one paragraph begins here, and under it numbered captions.
    pub(super) fn begins_photo_group(&self, at: usize) -> bool {
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
    pub(super) fn names_other_county(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        let names = counties(&self.lines[at].plain);
        let text = || {
            current.title.iter().copied().chain(current.parts.iter().map(|part| part.0)).map(|at| &self.lines[at].plain)
        };
        !names.is_empty() && !names.iter().any(|name| text().any(|text| text.contains(name.as_str())))
    }

    /// Whether a by-line begins an article that has no headline, rather than ending the one before it.
    pub(super) fn byline_opens(&self, at: usize) -> bool {
        let Some(current) = &self.current else { return false };
        if !current.has_text() {
            return false;
        }
        if self.has_note_alone(current) {
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

    /// Whether the text of an article is so far the editor's note over it.
    fn has_note_alone(&self, article: &Draft) -> bool {
        const NOTES: [&str; 6] = ["编者按", "编者的话", "编者语", "核心提示", "开栏语", "开栏的话"];
        let mut texts = article.parts.iter().filter(|part| part.1 == BlockKind::Paragraph);
        let is_note = |text: &str| {
            let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            NOTES.iter().any(|note| text.starts_with(note))
        };
        texts.next().is_some_and(|part| is_note(&self.lines[part.0].plain)) && texts.next().is_none()
    }

    /// Whether a run of heads stands inside an article: text or a by-line before it, plain text after it, nothing that ends the
    /// article, and no more space than around a paragraph.
    pub(super) fn is_inside(&self, run: &[usize], end: usize, ahead: Ahead) -> bool {
        let (Some(&first), Some(current)) = (run.first(), &self.current) else { return false };
        let is_begun = current.parts.iter().any(|part| !current.title.is_empty() || !self.is_of_photo(part));
        let is_headed = run.iter().any(|&at| self.named[at]) || self.kicker(run).is_some();
        if is_headed || ahead != Ahead::Text || self.is_closed || !is_begun || self.ends_photo_group() {
            return false;
        }
        if self.is_one_story {
            return true;
        }
        // One photograph with its headline after the other.
        let follows_photo = !current.has_text() && current.parts.iter().all(|part| self.is_of_photo(part));
        let is_caption = |at: usize| self.roles.get(at) == Some(&Role::Caption);
        let is_photographers = || {
            let tail = self.lines.get(end).and_then(|line| byline::tail(&line.plain));
            tail.is_some_and(|tail| !tail.credits.photographers.is_empty())
        };
        let begins_story = || {
            is_dated(self.lines.get(end).map_or("", |line| &line.plain))
                || run.iter().any(|&at| column::is_notice(&self.lines[at].plain))
        };
        if follows_photo && (is_caption(end) || is_photographers() || begins_story()) {
            return false;
        }
        // ①…, ②…: the headline of their group.
        if self.is_ended() && is_caption(end) && is_caption(end + 1) && self.lines[end].plain.starts_with('①') {
            return false;
        }
        let next = (end..self.roles.len()).find(|&at| self.roles[at] == Role::Text);
        if next.is_some_and(|at| self.begins_photo_group(at) && self.names_other_county(at)) {
            return false;
        }
        if next.is_some_and(|next| self.changes_county(run, next, end) || self.begins_unsigned(run, next, end)) {
            return false;
        }
        let gap_before = self.lines[first].gap;
        let gap_after = self.lines.get(end).map_or(0, |line| line.gap);
        let wide = self.layout.is_wide(gap_before) || self.layout.is_wide(gap_after);
        !wide || (gap_before <= gap_after && !self.layout.is_wide(gap_after))
    }

    /// Whether the current article ends with the one credit of several numbered photographs.
    fn ends_photo_group(&self) -> bool {
        let parts = self.current.iter().flat_map(|current| &current.parts);
        let is_numbered = |&&(at, kind): &&(usize, BlockKind)| {
            kind == BlockKind::Caption && is_numbered_caption(&self.lines[at].plain)
        };
        let last = parts.clone().next_back();
        last.is_some_and(|part| self.roles[part.0].is_credit()) && parts.filter(is_numbered).count() >= 2
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

    /// Whether a head over plain text is the headline of another story, and not the head of a section: the page tells of a day
    /// and a place anew under it, speaks of what it has not spoken of, or has it signed apart.
    fn begins_unsigned(&self, run: &[usize], next: usize, end: usize) -> bool {
        let (Some(&first), Some(current)) = (run.first(), &self.current) else { return false };
        let is_notice = run.iter().any(|&at| column::is_notice(&self.lines[at].plain));
        if !current.has_text() || !self.is_ended() && !is_notice {
            return false;
        }
        let head: String = run.iter().map(|&at| &*self.lines[at].plain).collect();
        let subject = Subject::of(self.lines, self.roles, Some(current), first, end);
        let mut score = 2.0 * (subject.share_after(&head) - subject.share_before(&head));
        if is_dated(&self.lines[next].plain) {
            score += 1.5;
        }
        if names_place(&head) || names_own_place(&head) {
            score += 1.5;
        }
        if self.names_other_county(next) {
            score += 1.0;
        }
        if is_notice {
            score += 2.0;
        } else if run.iter().all(|&at| column::is_name(&self.lines[at].plain)) {
            score += 1.5;
        }
        if self.is_signed_below(next) {
            score += if self.is_signed_above(current) { 2.0 } else { 1.0 };
        }
        if current.parts.iter().any(|part| part.1 == BlockKind::SectionHead) {
            score -= 2.0;
        }
        let has_parallel = self.has_parallel(first, end);
        if self.is_signed_above(current) && has_parallel {
            score -= 1.5;
        }
        if self.is_set_off(first, end) {
            score += if has_parallel { 1.0 } else { 2.0 };
        }
        score >= STORY
    }

    /// Whether a blank line parts a head from what is above it and none from its text, on a page that sets its paragraphs
    /// without one: so are headlines set.
    fn is_set_off(&self, head: usize, end: usize) -> bool {
        let gap_after = self.lines.get(end).map_or(0, |line| line.gap);
        self.lines[head].gap > self.layout.paragraph_gap && gap_after <= self.layout.paragraph_gap
    }

    /// Whether another head of the same form stands below a head, before anything that opens a story: those of sections are
    /// alike.
    fn has_parallel(&self, head: usize, end: usize) -> bool {
        let form = |at: usize| {
            let text = &self.lines[at].plain;
            (text.contains([' ', '\u{3000}', '，']), text.contains('“'))
        };
        let length = self.lines[head].length;
        let opens = |at: usize| self.roles[at].is_byline() || byline::lead(&self.lines[at].plain).is_some();
        (end..self.lines.len()).take_while(|&at| !opens(at)).any(|at| {
            self.roles[at] == Role::Head && self.lines[at].length.abs_diff(length) <= 1 && form(at) == form(head)
        })
    }

    /// Whether somebody signs an article over its text.
    fn is_signed_above(&self, article: &Draft) -> bool {
        let text = article.parts.iter().position(|part| part.1 == BlockKind::Paragraph).unwrap_or(article.parts.len());
        let names =
            |at: usize| byline::lead(&self.lines[at].plain).is_some_and(|credits| credits != Credits::default());
        article.parts[..text].iter().any(|part| self.roles[part.0].is_byline())
            || article.parts.get(text).is_some_and(|part| names(part.0))
    }

    /// Whether somebody signs under the text that begins at a place.
    fn is_signed_below(&self, at: usize) -> bool {
        let rest = self.roles[at..].iter().zip(&self.lines[at..]);
        for (role, line) in rest {
            match role {
                Role::Text if byline::tail(&line.plain).is_some_and(|tail| !tail.is_photo) => return true,
                Role::Byline(Form::Byline | Form::Signature, _) => return true,
                Role::Head => return false,
                _ => {}
            }
        }
        false
    }
}

/// Whether a text begins with the day it tells of: 3月1日，…; 近日，…; 3月1日上午，….
pub(super) fn is_dated(text: &str) -> bool {
    const LONGEST: usize = 14;
    let opener: String = text.trim_start_matches(is_arrow).chars().take(LONGEST).collect();
    let Some((opener, _)) = opener.split_once(['，', ',']) else { return false };
    let day = opener.trim_end_matches(['上', '下', '中', '午', '早', '晚', '清', '晨', '凌']);
    // 今天白天到夜里，…
    ["今天", "明天", "昨天", "昨日", "前天", "今日", "明日", "昨晚", "今晚", "前晚"]
        .iter()
        .any(|word| opener.starts_with(word))
        || matches!(day, "近日" | "日前" | "连日来" | "近期")
        || day.strip_suffix('日').is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()))
        || day.ends_with(['旬', '底', '初']) && day.starts_with(|c: char| c.is_ascii_digit())
}

/// An arrow that shows from a caption to its photograph.
fn is_arrow(mark: char) -> bool {
    matches!(mark, '←' | '→' | '↑' | '↓' | '▲' | '△' | '▼' | '◀' | '▶' | '◄' | '►')
}
