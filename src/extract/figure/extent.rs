//! How far the words of a figure reach: 党员48人, 14个新兴产业园区.

use super::find::{FoundFigure, Read, Text};
use super::words::{BODIES, STOPS, TRAILING, VERBS};
use crate::text::{dictionary, is_han, numeral_at};

/// The longest text of a figure, in characters.
const LONGEST: usize = 20;
/// The most characters of what is counted that stand before the number.
const LONGEST_BEFORE: usize = 10;

impl Text<'_> {
    /// Adds the words of what is counted: those behind the unit, else those before the number.
    pub(super) fn found(&self, read: Read, from: usize) -> FoundFigure {
        // 建县70周年: an anniversary counts nothing but its years.
        let most = if read.unit == "周年" { 0 } else { read.about + LONGEST };
        let mut end = self.words_behind(read.end, most);
        let mut start = read.about;
        // 设置52个“茶山书吧”: what is counted stands in quotes behind the unit.
        if end == read.end && self.get(end) != Some('“') {
            start = self.words_before(read.about, from.max(end.saturating_sub(LONGEST)));
        }
        end = end.min(start + LONGEST);
        FoundFigure {
            text: self.chars[start..end].iter().collect(),
            start: start as u32,
            end: end as u32,
            value: read.value,
            value_max: read.value_max,
            unit: read.unit,
            approx: read.approx,
            number: read.number as u32,
            unit_end: read.unit_end as u32,
        }
    }

    /// The end of the words that follow a unit and are counted by it.
    fn words_behind(&self, start: usize, most: usize) -> usize {
        let mut run = start;
        while run < self.chars.len()
            && is_han(self.chars[run])
            && (self.chars[run] == '一' || numeral_at(self.chars, run).is_none())
        {
            run += 1;
        }
        let words = words(&self.chars[start..run]);
        let mut end = start;
        for (at, word) in words.iter().enumerate() {
            let len = word.text.chars().count();
            let previous = at.checked_sub(1).map(|before| &words[before]);
            // 党组织 is a thing, 组织 by itself a verb.
            let thing = word.text == "组织" && previous.is_some_and(|word| BODIES.contains(&word.text.as_str()));
            // 200名志愿者巡逻: a verb that no noun follows says what they did; 30个乡村振兴车间 has one in its name.
            let next = words.get(at + 1).is_some_and(|next| next.tag.starts_with(['n', 'v', 'l']))
                && words[at + 1..].iter().any(|later| later.tag.starts_with(['n', 'l']) || later.tag == "vn");
            let said = word.tag == "v" && !next && previous.is_some_and(|word| !word.tag.starts_with(['a', 'b', 'v']));
            // 暖心服务, 技能培训: a noun where it ends the words.
            let is_noun = at > 0 && at + 1 == words.len() && matches!(word.text.as_str(), "服务" | "培训" | "改造");
            let stops = said || word.is_function(at > 0) || stops(&word.text) && !is_noun;
            if end + len > most || stops && !thing {
                break;
            }
            end += len;
            if TRAILING.contains(&word.text.as_str()) {
                return end - len;
            }
        }
        end
    }

    /// The beginning of the words before a number that it counts.
    fn words_before(&self, end: usize, least: usize) -> usize {
        let mut run = end;
        while run > least && is_han(self.chars[run - 1]) {
            run -= 1;
        }
        // What letters begin (B超检查) is not cut in its middle.
        let before = run.checked_sub(1).and_then(|at| self.get(at));
        // “一刀切”式问题12件: nor is 式 any part of it.
        let cut = before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '”' && "式型".contains(self.chars[run]));
        let words = words(&self.chars[run..end]);
        let mut start = end;
        let mut first = None;
        for word in words.iter().skip(usize::from(cut)).rev() {
            let len = word.text.chars().count();
            if end - (start - len) > LONGEST_BEFORE {
                break;
            }
            if start < end && word.is_function(true) || stops(&word.text) {
                // 这座约8000平方米, 从医18年: what the word that is left out went with goes with it.
                let led = matches!(word.text.as_str(), "从" | "在");
                let goes_with = |first: &&Word| {
                    first.text.chars().count() == 1 && (matches!(first.tag.as_str(), "q" | "uv") || led)
                };
                return start + usize::from(first.as_ref().is_some_and(goes_with));
            }
            start -= len;
            first = Some(word);
        }
        start
    }
}

/// A word with its part of speech.
struct Word {
    text: String,
    /// As jieba names them: n a noun, v a verb, d an adverb, p a preposition.
    tag: String,
}

impl Word {
    /// Whether it is an adverb, a preposition or a conjunction, or behind another word a pronoun or a place (里), and so
    /// no part of what is counted.
    fn is_function(&self, is_behind: bool) -> bool {
        // 县直 is a kind of body.
        self.text != "直"
            && (matches!(self.tag.as_str(), "d" | "p" | "c")
                || is_behind && matches!(self.tag.as_str(), "f" | "r" | "ad" | "uj" | "ul"))
    }
}

/// A run of Han characters as words.
fn words(run: &[char]) -> Vec<Word> {
    if run.is_empty() {
        return Vec::new();
    }
    let text: String = run.iter().collect();
    dictionary()
        .tag(&text, false)
        .into_iter()
        .map(|word| Word { text: word.word.to_owned(), tag: word.tag.to_owned() })
        .collect()
}

/// Whether a word is no part of what is counted: a verb of doing or a particle.
fn stops(word: &str) -> bool {
    let mut chars = word.chars();
    let alone = chars.next().is_some_and(|c| STOPS.contains(c)) && chars.next().is_none();
    alone || VERBS.contains(&word)
}
