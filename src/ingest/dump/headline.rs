//! Which of the heads over a story are its headline.

use std::ops::Range;

use super::column;
use super::division::names_place;
use super::line::Line;
use super::role::Role;
use super::split::{Ahead, Splitter};
use super::subject::Subject;
use super::title_list::run_end;
use crate::model::DoubtKind;

/// A head's score up to this, above or below zero, is a close call.
const CLOSE: f32 = 1.0;

impl Splitter<'_> {
    /// The part of a run that is the next article's headline; empty, at the run's end, where there is none.
    pub(super) fn title_of(&mut self, run: &[usize], end: usize, ahead: Ahead) -> Range<usize> {
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
        let mut score = self.score(run[chief], end, &subject, followed);
        // The one head between a story that was signed and the next one.
        let text = &self.lines[run[chief]];
        if self.is_closed && run.len() == 1 && !column::is_name(&text.plain) {
            score += 1.0;
        }
        // □林一舟: what a page of literature prints so has a title, however short.
        if run.len() == 1 && self.is_marked_byline(end) && !column::is_name(&text.plain) {
            score = score.max(CLOSE);
        }
        if score.abs() <= CLOSE {
            let taken = if score > 0.0 { DoubtKind::Headline } else { DoubtKind::Column };
            self.parts.close_calls.push((run[chief], taken));
        }
        if score <= 0.0 {
            return none;
        }
        let mut first = chief;
        while first > 0 && chief - first < 2 {
            let (upper, lower) = (&self.lines[run[first - 1]], &self.lines[run[first]]);
            if upper.plain == self.lines[run[chief]].plain
                || ahead == Ahead::Photo && self.is_over_one_line(end)
                || lower.gap > self.layout.paragraph_gap.max(1)
                || !self.is_headline_part(upper, &subject) && !self.is_set_tight(run[first - 1], end, &subject)
            {
                break;
            }
            first -= 1;
        }
        first..self.deck_end(run, chief + 1)
    }

    /// Whether the photograph here is followed by another one under a headline of one line: what stands over that of the first is the
    /// page's.
    fn is_over_one_line(&self, at: usize) -> bool {
        let next = (at..self.roles.len()).find(|&at| self.roles[at] == Role::Head);
        next.is_some_and(|head| {
            let end = run_end(self.roles, head);
            end == head + 1 && self.ahead(end) == Ahead::Photo
        })
    }

    /// Whether a mark, and no word, says that a line names who wrote what follows.
    fn is_marked_byline(&self, at: usize) -> bool {
        self.roles.get(at).is_some_and(Role::is_byline) && self.lines[at].plain.starts_with(is_mark)
    }

    /// The place of the last head that names a column by its mark (□平凡人物) and has the headline of its story under it.
    pub(super) fn kicker(&self, run: &[usize]) -> Option<usize> {
        let chief = run.iter().rposition(|&at| !is_deck(&self.lines[at].plain))?;
        let kicker = run.iter().rposition(|&at| self.lines[at].plain.starts_with(is_mark))?;
        (kicker < chief).then_some(kicker)
    }

    /// The end of the decks that stand in a run from the place `from` on.
    fn deck_end(&self, run: &[usize], from: usize) -> usize {
        let is_below = |text: &str| is_deck(text) || tells_who_came(text);
        from + run[from..].iter().take_while(|&&at| is_below(&self.lines[at].plain)).count()
    }

    /// Whether a short line stands right on the headline, both of them apart from what is around them, and the text speaks of what it
    /// says: 天气给力 over 晴到周末. The names of columns are set apart.
    fn is_set_tight(&self, upper: usize, end: usize, subject: &Subject) -> bool {
        const SHORTEST: usize = 4;
        let line = &self.lines[upper];
        let is_apart = |at: usize| self.lines.get(at).is_none_or(|line| line.gap > 0);
        let is_first = || upper.checked_sub(1).is_none_or(|above| matches!(self.roles[above], Role::Furniture(_)));
        self.lines[upper + 1].gap == 0
            && is_apart(end)
            && (is_apart(upper) || is_first())
            && line.length >= SHORTEST
            && !column::is_name(&line.plain)
            && subject.share_after(&line.plain) > 0.0
    }

    /// Whether the line above a headline is a part of it and not a column's name.
    fn is_headline_part(&self, line: &Line, subject: &Subject) -> bool {
        const SHORTEST: usize = 4;
        // A site shows a story apart from its column.
        if self.is_one_story && line.length >= SHORTEST && !column::is_name(&line.plain) {
            return true;
        }
        // A head that ends so has been found to be cut: 云溪：
        if line.plain.ends_with(['：', ':']) {
            return true;
        }
        // @老渠边的乡亲 over what they are told.
        if line.plain.starts_with('@') {
            return true;
        }
        // 云溪县 over what happens there.
        if line.length <= 8 && names_place(&line.plain) && line.plain.ends_with(['县', '区', '旗', '镇', '乡']) {
            return true;
        }
        // 明年元旦起 over what begins then.
        if (4..=8).contains(&line.length) && line.plain.ends_with('起') && line.plain.contains(['年', '月', '日', '周'])
        {
            return true;
        }
        // 新闻·活动 青禾新闻网: where on its site the story stands.
        if line.plain.ends_with("新闻网") || line.plain.ends_with("新闻中心") {
            return false;
        }
        let is_worded = line.length >= 10 || line.plain.contains([' ', '\u{3000}', '，', '：', '！', '？', '“']);
        line.length >= 6 && !column::is_name(&line.plain) && (is_worded || subject.share_after(&line.plain) > 0.0)
    }

    /// How well a head fits what follows it as its headline; above 0 it is one.
    fn score(&self, head: usize, end: usize, subject: &Subject, followed: bool) -> f32 {
        let line = &self.lines[head];
        let gap_after = self.lines.get(end).map_or(u32::MAX, |line| line.gap);
        let mut score = 0.0;
        let is_spread = line.plain.split(' ').all(|piece| piece.chars().count() == 1);
        if !is_spread && line.plain.contains(['：', ':', ' ', '\u{3000}', '！', '？', '，']) {
            score += 2.0;
        }
        score += match line.length {
            13.. => 2.0,
            10..=12 => 1.0,
            _ => 0.0,
        };
        if !followed && column::is_notice(&line.plain) {
            score += 2.0;
        } else if column::is_name(&line.plain) {
            score -= 4.0;
        }
        score += 4.0 * (subject.share_after(&line.plain) - subject.share_before(&line.plain));
        score += match line.gap.cmp(&gap_after) {
            std::cmp::Ordering::Greater => 1.5,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Less => -1.5,
        };
        if followed || self.ahead(end) == Ahead::Photo {
            score += 1.0;
        }
        if self.current.is_none() {
            score += 2.0;
        }
        score
    }
}

/// A mark before the name of a writer, or of a column.
fn is_mark(mark: char) -> bool {
    matches!(mark, '□' | '■' | '★' | '☆' | '◆' | '◇' | '●' | '○' | '⊙')
}

/// 林一舟出席并讲话: the second line of a headline over a meeting.
fn tells_who_came(text: &str) -> bool {
    const LONGEST: usize = 20;
    text.chars().count() <= LONGEST
        && ["出席", "主持"].iter().any(|word| text.contains(word))
        && ["讲话", "主持", "致辞", "出席", "参加"].iter().any(|word| text.ends_with(word))
}

/// ——来自柳林镇的报道: the deck of a headline.
fn is_deck(text: &str) -> bool {
    text.starts_with('—')
}
