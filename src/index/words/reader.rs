use crate::format::Decoder;
use crate::model::{Vocabulary, Word, WordKind};
use crate::sort::sort_by_number;

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Words {
    vocabulary: Vocabulary,
}

impl Words {
    /// Reads the section `WORD`. Words that are out of order are a failure of the decoder.
    pub fn read(from: &mut Decoder<'_>) -> Words {
        let vocabulary = vocabulary(from);
        if !vocabulary.words.is_sorted_by(|a, b| a.text < b.text) || !vocabulary.readings.is_sorted_by(|a, b| a.0 < b.0)
        {
            from.fail("it is out of order");
        }
        Words { vocabulary }
    }

    /// The word that is written so, folded.
    pub fn get(&self, text: &str) -> Option<&Word> {
        let words = &self.vocabulary.words;
        words.binary_search_by(|word| word.text.as_str().cmp(text)).ok().map(|at| &words[at])
    }

    /// The words that begin so, folded; ascending.
    pub fn beginning_with<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Word> {
        let words = &self.vocabulary.words;
        let from = words.partition_point(|word| word.text.as_str() < text);
        words[from..].iter().take_while(move |word| word.text.starts_with(text))
    }

    /// The words that are spelled so in pinyin without tones, in small letters: in whole syllables, or, for names (not
    /// for plain words), by their initials. The likeliest first.
    pub fn spelled(&self, letters: &str) -> Vec<&Word> {
        let mut found: Vec<&Word> = (self.vocabulary.words.iter())
            .filter(|word| {
                let chars: Vec<char> = word.text.chars().collect();
                self.is_spelled(&chars, letters) || (word.kind < WordKind::Word && self.has_initials(&chars, letters))
            })
            .collect();
        sort_by_number(&mut found, |word| (word.kind as u64) << 32 | u64::from(u32::MAX - word.articles));
        found
    }

    fn readings(&self, c: char) -> &[String] {
        let readings = &self.vocabulary.readings;
        readings.binary_search_by_key(&c, |(known, _)| *known).map_or(&[], |at| &readings[at].1)
    }

    /// Whether the characters' readings, one a character, make up the letters.
    fn is_spelled(&self, chars: &[char], letters: &str) -> bool {
        match chars {
            [] => letters.is_empty(),
            [first, rest @ ..] => (self.readings(*first).iter()).any(|reading| {
                letters.strip_prefix(reading.as_str()).is_some_and(|letters| self.is_spelled(rest, letters))
            }),
        }
    }

    fn has_initials(&self, chars: &[char], letters: &str) -> bool {
        chars.len() == letters.len()
            && chars.len() > 1
            && chars
                .iter()
                .zip(letters.chars())
                .all(|(&c, letter)| self.readings(c).iter().any(|r| r.starts_with(letter)))
    }

    /// Cuts a run of folded Han characters into words of the archive with the fewest pieces, the more frequent words where
    /// there is a choice; `None` where some character belongs to no word. Dynamic programming over the run's ends.
    pub fn cut(&self, run: &[char]) -> Option<Vec<String>> {
        const LONGEST: usize = 12;
        // By end: pieces, cost, and where the last piece begins.
        let mut best: Vec<Option<(usize, f64, usize)>> = vec![None; run.len() + 1];
        best[0] = Some((0, 0.0, 0));
        for start in 0..run.len() {
            let Some((pieces, cost, _)) = best[start] else { continue };
            for end in start + 2..=run.len().min(start + LONGEST) {
                let text: String = run[start..end].iter().collect();
                let Some(word) = self.get(&text) else { continue };
                let cost = cost - f64::from(word.articles.max(1)).ln();
                let better = best[end].is_none_or(|(other, its, _)| (pieces + 1, cost) < (other, its));
                if better {
                    best[end] = Some((pieces + 1, cost, start));
                }
            }
        }
        let mut cut = Vec::new();
        let mut end = run.len();
        while end > 0 {
            let (_, _, start) = best[end]?;
            cut.push(run[start..end].iter().collect());
            end = start;
        }
        cut.reverse();
        Some(cut)
    }
}

fn vocabulary(from: &mut Decoder<'_>) -> Vocabulary {
    Vocabulary { words: from.list(word), readings: from.list(|from| (from.char(), from.list(Decoder::string))) }
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
    fn runs_are_cut_by_the_fewest_words() {
        let words = words();
        let cut = |text: &str| words.cut(&text.chars().collect::<Vec<_>>()).map(|cut| cut.join(" "));
        assert_eq!(cut("云溪清溪行动").as_deref(), Some("云溪 清溪行动"));
        assert_eq!(cut("允许行动").as_deref(), Some("允许 行动"));
        assert_eq!(cut("火星行动"), None);
    }
}
