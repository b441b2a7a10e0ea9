use super::{INITIALS, initial};
use crate::format::Decoder;
use crate::model::{Vocabulary, Word, WordKind};
use crate::sort::sort_by_number;

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Words {
    vocabulary: Vocabulary,
}

/// How letters fit a word's pinyin: the better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// They are all of it.
    Whole,
    /// They are how it begins.
    Begun,
    /// Some of its characters are spelled by their first letters.
    Short,
    /// They do not.
    Not,
}

impl Words {
    /// Reads the section `WORD`. Words that are out of order are a failure of the decoder.
    pub fn read(from: &mut Decoder<'_>) -> Words {
        let mut words = Words::default();
        words.add_words(from);
        words.add_readings(from);
        words
    }

    /// Takes in one of so many files. What makes no sense is a failure of the decoder.
    pub fn add(&mut self, number: u32, count: u32, from: &mut Decoder<'_>) {
        if count == 1 || number > 0 {
            self.add_words(from);
        }
        if number == 0 {
            self.add_readings(from);
        }
    }

    /// Whether a file has words that are not in another: all such files have all words.
    pub fn is_own(number: u32) -> bool {
        number as usize <= INITIALS
    }

    /// Whether a file may have words that somebody wants who has typed this, as far as the readings are known.
    pub fn may_complete(&self, number: u32, typed: &str) -> bool {
        let mut chars = typed.chars().skip_while(|c| *c == '\'');
        let Some(place) = (number as usize).checked_sub(1) else { return true };
        match chars.next() {
            Some(letter) if letter.is_ascii_lowercase() => place % INITIALS == initial(Some(&letter.into())),
            Some(first) if !self.vocabulary.readings.is_empty() => {
                let is_first_alone = chars.next().is_none();
                place % INITIALS == initial(self.readings(first).first()) && (place < INITIALS || !is_first_alone)
            }
            _ => false,
        }
    }

    fn add_words(&mut self, from: &mut Decoder<'_>) {
        let more = from.list(word);
        if !more.is_sorted_by(|a, b| a.text < b.text) {
            from.fail("it is out of order");
        }
        if !from.is_well() {
            return;
        }
        // Both are ascending, and some may stand in both.
        let mut more = more.into_iter().peekable();
        let mut merged = Vec::new();
        for word in std::mem::take(&mut self.vocabulary.words) {
            while let Some(other) = more.next_if(|other| other.text <= word.text) {
                merged.extend((other.text < word.text).then_some(other));
            }
            merged.push(word);
        }
        merged.extend(more);
        self.vocabulary.words = merged;
    }

    fn add_readings(&mut self, from: &mut Decoder<'_>) {
        let readings = from.list(|from| (from.char(), from.list(Decoder::string)));
        if !readings.is_sorted_by(|a, b| a.0 < b.0) {
            from.fail("it is out of order");
        }
        if !from.is_well() {
            return;
        }
        self.vocabulary.readings = readings;
    }

    /// The words that begin so, folded; ascending.
    fn beginning_with(&self, text: &str) -> &[Word] {
        let words = &self.vocabulary.words;
        let from = words.partition_point(|word| word.text.as_str() < text);
        let length = words[from..].partition_point(|word| word.text.starts_with(text));
        &words[from..from + length]
    }

    /// The words of so many characters.
    pub fn of_length(&self, length: usize) -> impl Iterator<Item = &Word> {
        // A character has one byte to four: most words need not be counted.
        let may = move |word: &&Word| (length..=4 * length).contains(&word.text.len());
        self.vocabulary.words.iter().filter(may).filter(move |word| word.text.chars().count() == length)
    }

    /// Whether two characters have a reading in common.
    pub fn sound_alike(&self, one: char, other: char) -> bool {
        self.readings(one).iter().any(|reading| self.readings(other).contains(reading))
    }

    /// The words that are spelled so in pinyin without tones, in small letters: in whole syllables, or, for names (not
    /// for plain words), by their initials. The likeliest first.
    pub fn spelled(&self, letters: &str) -> Vec<&Word> {
        let mut found: Vec<&Word> = (self.sounding_like(letters))
            .filter(|(word, fit)| {
                *fit == Fit::Whole
                    || word.kind < WordKind::Word && letters.len() > 1 && word.text.chars().count() == letters.len()
            })
            .map(|(word, _)| word)
            .collect();
        sort_by_number(&mut found, |word| (word.kind as u64) << 32 | u64::from(u32::MAX - word.articles));
        found
    }

    /// The words that somebody who has typed so much may want, at most so many, the likeliest first: those that begin so,
    /// and names that have it inside; for letters those whose pinyin begins so, syllables whole or not.
    pub fn completing(&self, typed: &str, is_pinyin: bool, most: usize) -> Vec<&Word> {
        let mut found: Vec<(&Word, u64)> = Vec::new();
        let likely = |word: &Word| {
            let kind = match word.kind {
                WordKind::County => 8,
                WordKind::Initiative | WordKind::Column => 4,
                WordKind::Person => 3,
                WordKind::Word => 1,
            };
            u64::from(word.articles) * kind
        };
        if is_pinyin {
            let letters: String =
                typed.chars().filter(|c| *c != '\'').map(|c| if c == 'ü' { 'v' } else { c }).collect();
            let order = |fit| [2_u64, 1, 0, 0][fit as usize] << 40;
            found.extend(self.sounding_like(&letters).map(|(word, fit)| (word, order(fit) | likely(word))));
        } else if !typed.is_empty() {
            found.extend(self.beginning_with(typed).iter().map(|word| (word, 1 << 40 | likely(word))));
            if typed.chars().nth(1).is_some() {
                let inside = |word: &&Word| {
                    word.kind < WordKind::Word && word.text.contains(typed) && !word.text.starts_with(typed)
                };
                found.extend(self.vocabulary.words.iter().filter(inside).map(|word| (word, likely(word))));
            }
        }
        found.retain(|(word, _)| word.articles > 0 && word.text != typed);
        sort_by_number(&mut found, |(_, likely)| !likely);
        found.into_iter().take(most).map(|(word, _)| word).collect()
    }

    fn readings(&self, c: char) -> &[String] {
        let readings = &self.vocabulary.readings;
        readings.binary_search_by_key(&c, |(known, _)| *known).map_or(&[], |at| &readings[at].1)
    }

    /// The words whose pinyin the letters begin, and how they fit.
    fn sounding_like(&self, letters: &str) -> impl Iterator<Item = (&Word, Fit)> {
        let first = letters.chars().next();
        let begins = |word: &Word| word.text.chars().next();
        let may = move |words: &&[Word]| {
            let readings = words.first().and_then(begins).map_or(&[][..], |c| self.readings(c));
            readings.iter().any(|reading| first.is_some_and(|c| reading.starts_with(c)))
        };
        let words = self.vocabulary.words.chunk_by(move |a, b| begins(a) == begins(b)).filter(may).flatten();
        words.filter_map(move |word| {
            let fit = self.fit(&word.text, letters);
            (fit != Fit::Not).then_some((word, fit))
        })
    }

    /// How letters fit characters: each is spelled by its syllable or by how that begins. Dynamic programming over how many
    /// letters the characters so far take.
    fn fit(&self, text: &str, letters: &str) -> Fit {
        let letters = letters.as_bytes();
        let end = letters.len();
        let mut taken = vec![Fit::Not; end + 1];
        taken[0] = Fit::Begun;
        let mut best = Fit::Not;
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let before = std::mem::replace(&mut taken, vec![Fit::Not; end + 1]);
            best = best.min(before[end]);
            for at in (0..end).filter(|&at| before[at] != Fit::Not) {
                for reading in self.readings(c) {
                    let common = reading.bytes().zip(&letters[at..]).take_while(|(a, b)| a == *b).count();
                    for length in 1..=common {
                        let (is_whole, next) = (length == reading.len(), at + length);
                        // The last syllable may be still coming.
                        let fit = if is_whole || next == end { before[at] } else { Fit::Short };
                        taken[next] = taken[next].min(fit);
                        if next == end && rest.as_str().is_empty() {
                            best = best.min(if is_whole && fit != Fit::Short { Fit::Whole } else { fit });
                        }
                    }
                }
            }
        }
        best
    }

    /// Cuts a run of folded Han characters into words of the archive and, where there is none, single characters: the
    /// fewest, and the more frequent words where there is a choice. Dynamic programming over the run's ends.
    pub fn cut<'a>(&self, run: &'a [char]) -> Vec<&'a [char]> {
        /// What a piece costs that is no word of the archive, against a word that stands in one article.
        const UNKNOWN: f64 = 9.0;
        const WORD: f64 = 5.0;
        // By end: the cost, and where the last piece begins.
        let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); run.len() + 1];
        best[0].0 = 0.0;
        let mut text = String::new();
        for start in 0..run.len() {
            let before = best[start].0;
            let mut offer = |end: usize, cost: f64| {
                if before + cost < best[end].0 {
                    best[end] = (before + cost, start);
                }
            };
            offer(start + 1, UNKNOWN);
            text.clear();
            for (end, c) in (start + 1..).zip(&run[start..]) {
                text.push(*c);
                match self.beginning_with(&text) {
                    [] => break,
                    [word, ..] if word.text == text && end > start + 1 => {
                        offer(end, WORD - 0.5 * f64::from(word.articles.max(1)).ln());
                    }
                    _ => {}
                }
            }
        }
        let (mut pieces, mut end) = (Vec::new(), run.len());
        while end > 0 {
            let start = best[end].1;
            pieces.push(&run[start..end]);
            end = start;
        }
        pieces.reverse();
        pieces
    }
}

fn word(from: &mut Decoder<'_>) -> Word {
    use WordKind::{Column, County, Initiative, Person};
    let kinds = [County, Person, Initiative, Column, WordKind::Word];
    Word { text: from.string(), kind: from.one_of(&kinds), articles: from.u32() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let word = |text: &str, kind, articles| Word { text: text.into(), kind, articles };
        let mut list = vec![
            word("云溪", WordKind::County, 5),
            word("单云", WordKind::Person, 1),
            word("清溪行动", WordKind::Initiative, 3),
            word("行动", WordKind::Word, 9),
            word("清溪", WordKind::Word, 2),
            word("允许", WordKind::Word, 7),
        ];
        list.sort_by(|a, b| a.text.cmp(&b.text));
        let mut readings: Vec<(char, Vec<String>)> = [
            ("云", "yun"),
            ("溪", "xi"),
            ("单", "dan shan"),
            ("清", "qing"),
            ("行", "xing hang"),
            ("动", "dong"),
            ("允", "yun"),
            ("许", "xu"),
        ]
        .map(|(c, all)| (c.chars().next().unwrap(), all.split(' ').map(str::to_owned).collect()))
        .to_vec();
        readings.sort();
        Words::read(&mut Decoder::new(&super::super::encode(&Vocabulary { words: list, readings })))
    }

    /// Words of two characters and names of three, of which some are read in two ways.
    fn many() -> Vocabulary {
        let chars: Vec<char> = ('一'..).take(64).collect();
        let syllable = |at: usize| ["bei", "jing", "xi", "zhu", "an", "shan", "dan", "le", "yue"][at % 9].to_owned();
        let readings = (0..).zip(&chars).filter(|(at, _)| at % 11 > 0);
        let readings = readings.map(|(at, &c)| {
            let other = (at % 4 == 0).then(|| syllable(at / 4 + 1)).filter(|other| *other != syllable(at));
            (c, [syllable(at)].into_iter().chain(other).collect())
        });
        let mut words = Vec::new();
        for (at, &first) in chars.iter().enumerate() {
            for (to, &second) in chars.iter().enumerate() {
                let mut text = String::from_iter([first, second]);
                let is_name = (at * 7 + to) % 5 == 0;
                text.extend(is_name.then(|| chars[(at + to) % 64]));
                let kind = if is_name { WordKind::Initiative } else { WordKind::Word };
                words.push(Word { text, kind, articles: (at * 64 + to * 31) as u32 % 97 + 1 });
            }
        }
        words.sort_by(|a, b| a.text.cmp(&b.text));
        Vocabulary { readings: readings.collect(), words }
    }

    #[test]
    fn what_is_typed_is_completed_from_few_files() {
        let vocabulary = many();
        let whole = Words::read(&mut Decoder::new(&super::super::encode(&vocabulary)));
        let files = super::super::write(&vocabulary);
        let count = files.len() as u32;
        assert!(count > 1);
        let all: usize = files.iter().map(Vec::len).sum();
        for typed in ["一", "丁", "一丁", "丌不", "七三上", "x", "xi", "s", "shanle", "yj", "dan", "'an", "囗"]
        {
            let (mut words, mut bytes) = (Words::default(), 0);
            let mut read = vec![false; files.len()];
            for _ in 0..2 {
                let wanted: Vec<u32> = (0..count).filter(|&number| words.may_complete(number, typed)).collect();
                for number in wanted {
                    let file = &files[number as usize];
                    if !std::mem::replace(&mut read[number as usize], true) {
                        bytes += file.len();
                        words.add(number, count, &mut Decoder::new(file));
                    }
                }
            }
            let is_pinyin = typed.is_ascii();
            assert_eq!(words.completing(typed, is_pinyin, 9), whole.completing(typed, is_pinyin, 9), "{typed}");
            assert_eq!(words.spelled(typed), whole.spelled(typed), "{typed}");
            assert!(bytes < all / 3, "{typed}: {bytes} of {all}");
        }
        let mut words = Words::default();
        for number in (0..count).rev().filter(|&number| Words::is_own(number)) {
            words.add(number, count, &mut Decoder::new(&files[number as usize]));
        }
        assert_eq!(words.vocabulary, vocabulary);
    }

    #[test]
    fn found_by_whole_syllables_and_names_by_initials() {
        let words = words();
        let spelled = |letters| words.spelled(letters).iter().map(|word| word.text.as_str()).collect::<Vec<_>>();
        assert_eq!(spelled("yunxi"), ["云溪"]);
        assert_eq!(spelled("yx"), ["云溪"]);
        assert_eq!(spelled("yunxu"), ["允许"]);
        assert_eq!(spelled("qingxixingdong"), ["清溪行动"]);
        assert_eq!(spelled("shanyun"), ["单云"]);
        assert_eq!(spelled("xd"), Vec::<&str>::new());
        assert_eq!(spelled("yunx"), Vec::<&str>::new());
    }

    #[test]
    fn typing_is_completed_in_characters_and_in_pinyin() {
        let words = words();
        let completing = |typed: &str| {
            let found = words.completing(typed, typed.is_ascii(), 3);
            found.iter().map(|word| word.text.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(completing("云"), ["云溪"]);
        assert_eq!(completing("清"), ["清溪行动", "清溪"]);
        assert_eq!(completing("行动"), ["清溪行动"]);
        for typed in ["q", "qing", "qingx", "qx", "qingxixing", "qxxd", "qingxixd"] {
            assert_eq!(completing(typed)[0], "清溪行动", "{typed}");
        }
        // Either reading of a surname.
        assert_eq!(completing("shany"), ["单云"]);
        assert_eq!(completing("dy"), ["单云"]);
        assert_eq!(completing("yunxi"), ["云溪"]);
        assert_eq!(completing("yunx"), ["云溪", "允许"]);
        assert_eq!(completing("xq"), Vec::<&str>::new());
        assert_eq!(completing(""), Vec::<&str>::new());
    }

    /// How letters fit characters, every way tried in turn.
    fn slowly(words: &Words, text: &str, letters: &str, so_far: Fit) -> Fit {
        let mut rest = text.chars();
        let Some(c) = rest.next() else {
            let whole = if so_far == Fit::Short { Fit::Short } else { Fit::Whole };
            return if letters.is_empty() { whole } else { Fit::Not };
        };
        if letters.is_empty() {
            return so_far;
        }
        let mut best = Fit::Not;
        for reading in words.readings(c) {
            for length in (1..=reading.len()).filter(|&length| letters.starts_with(&reading[..length])) {
                let (left, whole) = (&letters[length..], length == reading.len());
                let fits = if whole || left.is_empty() { so_far } else { Fit::Short };
                let ends = left.is_empty() && !whole && rest.as_str().is_empty();
                let fit = slowly(words, rest.as_str(), left, fits);
                best = best.min(if ends { fit.max(Fit::Begun) } else { fit });
            }
        }
        best
    }

    proptest::proptest! {
        #[test]
        fn letters_fit_as_in_the_best_of_all_ways(text in "[云溪单行许]{1,4}", letters in "[yunxidahgsq]{1,8}", at in 0..4usize) {
            let words = words();
            let spelled: String = text.chars().map(|c| words.readings(c)[0].as_str()).collect();
            for letters in [&letters, &spelled, &spelled[..spelled.len() - at.min(spelled.len())]] {
                let fit = if letters.is_empty() { continue } else { words.fit(&text, letters) };
                proptest::prop_assert_eq!(fit, slowly(&words, &text, letters, Fit::Begun), "{}", letters);
            }
        }
    }

    /// Letters that can be shared out in ever so many ways, as only a made-up archive has them.
    #[test]
    fn letters_are_fitted_in_no_time() {
        let word = Word { text: "云".repeat(200), kind: WordKind::Column, articles: 1 };
        let readings = vec![('云', vec!["aaaaaaaa".to_owned(), "aaaaaaab".to_owned()])];
        let vocabulary = Vocabulary { words: vec![word], readings };
        let words = Words::read(&mut Decoder::new(&super::super::encode(&vocabulary)));
        assert_eq!(words.completing(&("a".repeat(250) + "c"), true, 3), Vec::<&Word>::new());
        assert_eq!(words.completing(&"a".repeat(250), true, 3).len(), 1);
    }

    #[test]
    fn runs_are_cut_by_the_fewest_words() {
        let words = words();
        let cut = |text: &str| {
            let run: Vec<char> = text.chars().collect();
            words.cut(&run).iter().map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(cut("云溪清溪行动"), "云溪 清溪行动");
        assert_eq!(cut("允许行动"), "允许 行动");
        assert_eq!(cut("火星行动"), "火 星 行动");
        assert_eq!(cut(""), "");
    }
}
