use super::wording::{self, BASIS, BEYOND, COLON, COMMA, IN_ALL, LEFT_OUT, NOTHING, REST, STOP, WITHOUT, YEAR};
use super::{Chart, ChartKind, Datum, Language, Measure, exact};
use crate::sort::{descending, sort_by_number};

/// So many marks are told one by one in a sentence.
const MOST_TOLD: usize = 12;

impl Chart {
    /// The number of a mark, exactly: 12, 300–350.
    fn number(&self, value: Option<f64>, high: Option<f64>) -> String {
        let mut number = value.map_or_else(|| "–".to_owned(), exact);
        if let Some(high) = high {
            number.push('–');
            number.push_str(&exact(high));
        }
        number
    }

    fn noun(&self) -> &str {
        self.unit.as_deref().unwrap_or_else(|| self.say(wording::noun(self.measure)))
    }

    /// What a mark is called in running text: 2024年 rather than 2024.
    fn spoken(&self, datum: &Datum) -> String {
        let mut spoken = datum.names.join(self.say(COMMA));
        if datum.slot.is_some() && self.kind != ChartKind::Dates {
            spoken.push_str(self.say(YEAR));
        }
        spoken
    }

    /// What a mark says, in words.
    pub fn words(&self, datum: &Datum) -> String {
        let number = self.number(datum.value, datum.high);
        let mut words = self.spoken(datum) + self.say(COLON) + &wording::counted(number, self.noun(), self.language);
        let mut parts = String::new();
        for (name, &part) in self.parts.iter().zip(&datum.parts).filter(|(_, part)| **part > 0.0) {
            if !parts.is_empty() {
                parts.push_str(self.say(COMMA));
            }
            parts.push_str(name);
            parts.push_str(self.language.pick("", " "));
            parts.push_str(&exact(part));
        }
        if !parts.is_empty() {
            let (open, close) = self.language.pick(("（", "）"), (" (", ")"));
            words.extend([open, &parts, close]);
        }
        words
    }

    /// What the chart shows, for readers who do not see it.
    pub fn sentence(&self) -> String {
        let language = self.language;
        let noun = self.noun();
        let classifier = match &self.unit {
            _ if language == Language::En => "",
            Some(unit) => unit,
            None => self.say(wording::classifier(self.measure)),
        };
        let mut told: Vec<&Datum> = self.data.iter().filter(|datum| datum.end() > 0.0).collect();
        let none = self.data.len() - told.len();
        if told.is_empty() {
            return [self.say(NOTHING), noun.trim_start_matches(['项', '項', '篇', '个', '個']), self.say(STOP)]
                .concat();
        }
        let mut sentence = String::new();
        // Rates cannot be added.
        let adds_up = self.measure != Measure::Rate;
        if adds_up {
            let total = wording::counted(self.total(&told), noun, language);
            sentence.extend([self.say(IN_ALL), &total, self.say(COLON)]);
        }
        // Where there are many, the greatest are told.
        if told.len() > MOST_TOLD {
            sort_by_number(&mut told, |datum| descending(datum.end()));
        }
        let (told, rest) = told.split_at(told.len().min(MOST_TOLD));
        for (place, datum) in told.iter().enumerate() {
            let comma = if place > 0 { self.say(COMMA) } else { "" };
            let number = self.number(datum.value, datum.high);
            sentence.extend([comma, &self.spoken(datum), language.pick("", " "), &number, classifier]);
        }
        if adds_up && !rest.is_empty() {
            let [before, between] = REST.map(|words| self.say(words));
            sentence.extend([before, &rest.len().to_string(), between, &self.total(rest), classifier]);
        }
        if none > 0 {
            let [before, behind] = WITHOUT.map(|words| self.say(words));
            sentence.extend([before, &none.to_string(), behind]);
        }
        if self.left_out > 0.0 {
            let words = if self.kind == ChartKind::Dates { LEFT_OUT } else { BEYOND };
            let [before, behind] = words.map(|words| self.say(words));
            sentence.extend([before, &exact(self.left_out), behind]);
        }
        sentence.push_str(self.say(STOP));
        if self.kind == ChartKind::Year && !self.parts.is_empty() {
            self.tell_grounds(&mut sentence);
        }
        sentence
    }

    /// What marks add up to.
    fn total(&self, data: &[&Datum]) -> String {
        let (low, high) =
            data.iter().fold((0.0, 0.0), |(low, high), datum| (low + datum.value.unwrap_or(0.0), high + datum.end()));
        self.number(Some(low), (high > low).then_some(high))
    }

    /// What the years rest on, all together.
    fn tell_grounds(&self, sentence: &mut String) {
        let mut join = self.say(BASIS);
        for (place, name) in self.parts.iter().take(4).enumerate() {
            let parts = self.data.iter().filter_map(|datum| datum.parts.get(place));
            let count = parts.fold(0.0, |sum, part| sum + part);
            if count > 0.0 {
                let classifier = self.say(wording::classifier(self.measure));
                sentence.extend([join, name, self.language.pick("", " "), &exact(count), classifier]);
                join = self.say(COMMA);
            }
        }
        sentence.push_str(self.say(STOP));
    }
}

/// A date as readers write it: 2024年3月5日, 2024-03-05.
pub fn date_name(written: &str, language: Language) -> String {
    if language == Language::En {
        return written.to_owned();
    }
    let mut name = String::new();
    for (part, sign) in written.split('-').zip(["年", "月", "日"]) {
        name.push_str(part.trim_start_matches('0'));
        name.push_str(sign);
    }
    name
}
