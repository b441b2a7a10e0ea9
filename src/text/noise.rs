//! What mirrors and OCR do to a newspaper's text, undone for reading: headlines, by-lines, the bounds of articles and
//! their facts are told by the text as it was meant, while the article keeps the text as it stands.

use std::borrow::Cow;

use super::{Folding, fold_char, is_han};

/// A text as it was meant, and where each character of it stands in the print.
#[derive(Debug)]
pub struct Meant {
    /// The text: cleared (see [`clear`]), without stray spaces, and with numbers whose digits OCR took for letters mended.
    pub text: String,
    /// For each character of `text` its place in the print, in characters. Ascending.
    places: Vec<u32>,
    /// For each character of `text` how it is printed, unless it was mended: a traditional one stays.
    printed: Vec<char>,
}

impl Meant {
    /// The text as it was meant; `None` where that is how it is printed.
    pub fn of(text: &str) -> Option<Meant> {
        // What is mended below are these letters and spaces.
        let may_be_mended = text.contains([' ', '\u{A0}', 'O', 'o', 'l', 'I']);
        if !may_be_mended && matches!(clear(text), Cow::Borrowed(_)) {
            return None;
        }
        let mut sources: Vec<(usize, char)> = kept(text).collect();
        mend_digits(&mut sources);
        drop_stray_spaces(&mut sources);
        if sources.iter().map(|&(_, character)| character).eq(text.chars()) {
            return None;
        }
        let mut print = (0_u32..).zip(text.char_indices());
        let (mut places, mut printed) = (Vec::new(), Vec::new());
        for &(byte, character) in &sources {
            let (place, (_, original)) = print.find(|&(_, (at, _))| at == byte)?;
            places.push(place);
            printed.push(if is_han(original) { original } else { character });
        }
        Some(Meant { text: sources.into_iter().map(|(_, character)| character).collect(), places, printed })
    }

    /// Where the characters `start..end` of the text begin and end in the print.
    pub fn in_print(&self, start: u32, end: u32) -> (u32, u32) {
        let place = |at: u32| self.places.get(at as usize).copied().unwrap_or_default();
        (place(start), end.checked_sub(1).map_or(0, |last| place(last) + 1))
    }

    /// The first character of the text that stands in the print at `place` or later.
    pub fn from_print(&self, place: u32) -> u32 {
        self.places.partition_point(|&at| at < place) as u32
    }

    /// A part of the text that stands at `start` or later, in the characters of the print.
    pub fn as_printed(&self, part: &str, start: u32) -> Option<String> {
        let from = self.text.char_indices().nth(start as usize)?.0;
        let at = start as usize + self.text[from..][..self.text[from..].find(part)?].chars().count();
        Some(self.printed.get(at..at + part.chars().count())?.iter().collect())
    }
}

/// 2O24年, l5日, 1OO万元: letters that OCR reads for digits, where a number stands. O2O, 4o and 5l of water stay.
fn mend_digits(text: &mut [(usize, char)]) {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I');
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|&&(_, c)| is_figure(c)).count();
        if end == at {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).map(|before| text[before].1);
        let after = text.get(end).map(|after| after.1);
        let is_apart = !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-')
            && !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
        let (first, last) = (text[at].1, text[end - 1].1);
        let begins = first.is_ascii_digit()
            || matches!(first, 'l' | 'I') && text.get(at + 1).is_some_and(|next| next.1.is_ascii_digit());
        let ends = match last {
            'O' => end - at >= 2 && after.is_some_and(is_han),
            'l' | 'I' => after.is_some_and(|c| "年月日时个余万多亿元人名次家".contains(c)),
            'o' => false,
            _ => true,
        };
        let is_number = after.is_some_and(|c| is_han(c) || matches!(c, '%' | '％' | '.' | ',' | '-' | '~'));
        if is_apart && begins && ends && is_number {
            for (_, c) in &mut text[at..end] {
                *c = match *c {
                    'O' | 'o' => '0',
                    'l' | 'I' => '1',
                    digit => digit,
                };
            }
        }
        at = end;
    }
}

/// 云 溪 县, 红色家园 2 个, 5 0 0余人: a single space between two Han characters or marks, beside a number, or between digits
/// that stand alone. Wider spaces part what belongs apart.
fn drop_stray_spaces(text: &mut Vec<(usize, char)>) {
    let is_space = |c: char| matches!(c, ' ' | '\u{A0}');
    let is_wide = |c: char| is_han(c) || "，。、；：！？“”‘’（）《》「」『』【】".contains(c);
    let at = |place: Option<usize>| place.and_then(|place| text.get(place)).map(|&(_, c)| c);
    let is_stray = |place: usize| {
        let (Some(before), Some(after)) = (at(place.checked_sub(1)), at(Some(place + 1))) else { return false };
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let stands_alone = || !is_digit(at(place.checked_sub(2))) && !is_digit(at(Some(place + 2)));
        match (before, after) {
            _ if is_wide(before) && is_wide(after) => true,
            _ if before.is_ascii_digit() && after.is_ascii_digit() => stands_alone(),
            _ => is_han(before) && after.is_ascii_digit() || before.is_ascii_digit() && is_han(after),
        }
    };
    let kept: Vec<bool> = (0..text.len()).map(|place| !(is_space(text[place].1) && is_stray(place))).collect();
    let mut kept = kept.into_iter();
    text.retain(|_| kept.next() == Some(true));
}

/// The text as it was meant: without pinyin in brackets after a character, with one mark where a mirror doubled it, without the
/// question marks that stand for a lost indentation, and with traditional and variant characters simplified.
pub fn clear(text: &str) -> Cow<'_, str> {
    if is_plain(text) || kept(text).map(|(_, character)| character).eq(text.chars()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(kept(text).map(|(_, character)| character).collect())
    }
}

/// Whether nothing of a text can be spoilt: most text is passed by this look at each character.
fn is_plain(text: &str) -> bool {
    let folding = Folding::whole();
    let mut last = ' ';
    let mut is_plain = |character: char| {
        let before = std::mem::replace(&mut last, character);
        match character {
            '(' | '（' => false,
            '《' | '“' | '【' | '，' | '。' | '、' | '；' | '：' => before != character,
            _ => !is_han(character) || folding.fold_char(character) == character,
        }
    };
    !text.starts_with('?') && text.chars().all(&mut is_plain)
}

/// The byte of `text` that the byte `at` of its cleared form comes from.
pub fn source_of(text: &str, at: usize) -> usize {
    let mut seen = 0;
    kept(text)
        .find(|&(_, character)| {
            let is_there = seen >= at;
            seen += character.len_utf8();
            is_there
        })
        .map_or(text.len(), |(source, _)| source)
}

/// The characters that are kept, each with the byte of `text` that it stands at.
fn kept(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = lost_indentation(text);
    let mut last = None;
    // Opening brackets printed twice, of which the closing ones may be so too; only then are two of those no nesting.
    let mut doubled = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let rest = text.get(at..)?;
            let character = rest.chars().next()?;
            at += character.len_utf8();
            if last.is_some_and(is_han) && matches!(character, '(' | '（') {
                let reading = reading(&rest[character.len_utf8()..]);
                if reading > 0 {
                    at += reading;
                    continue;
                }
            }
            if last == Some(character) {
                let is_open = matches!(character, '（' | '《' | '“' | '【');
                let is_close = doubled > 0 && matches!(character, '）' | '》' | '”' | '】');
                doubled += usize::from(is_open);
                doubled -= usize::from(is_close);
                if is_open || is_close || matches!(character, '，' | '。' | '、' | '；' | '：') {
                    continue;
                }
            }
            let folded = if is_han(character) { fold_char(character) } else { character };
            last = Some(folded);
            return Some((start, folded));
        }
    })
}

/// The length in bytes of ????, which a mirror put where white space stood.
fn lost_indentation(text: &str) -> usize {
    let marks = text.bytes().take_while(|&byte| byte == b'?').count();
    if marks >= 2 && marks < text.len() { marks } else { 0 }
}

/// The length in bytes of a reading in pinyin up to and with the bracket that closes it; 0 where none stands here. A reading
/// without a mark of tone is one short syllable.
fn reading(text: &str) -> usize {
    const LONGEST: usize = 30;
    let Some((end, close)) = text.char_indices().take(LONGEST).find(|(_, character)| matches!(character, ')' | '）'))
    else {
        return 0;
    };
    let letters = &text[..end];
    let is_latin = |c: char| c.is_ascii_lowercase() || "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’ ".contains(c);
    let is_toned = !letters.is_ascii();
    let is_syllable = letters.len() <= 6 && letters.contains(['a', 'e', 'i', 'o', 'u']);
    if letters.chars().all(is_latin) && (is_toned || is_syllable) { end + close.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_looks_plain_is_kept_as_it_is(text in "[?天地玄（）()《》“”，。：雲云a1 ]{0,12}") {
            if is_plain(&text) {
                prop_assert!(kept(&text).map(|(_, character)| character).eq(text.chars()));
            }
        }
    }

    #[test]
    fn what_a_mirror_added_is_seen_through() {
        for (text, meant) in [
            ("云溪(xī)县柳（liǔ）林镇", "云溪县柳林镇"),
            ("青禾日報(bào)記(jì)者 林一舟", "青禾日报记者 林一舟"),
            ("周年(zhōunián)的(de)日子", "周年的日子"),
            ("河水清了，，渠也通了。。", "河水清了，渠也通了。"),
            ("????3月1日，河水清了", "3月1日，河水清了"),
            ("长8公里(km)，宽(下同)3米", "长8公里(km)，宽(下同)3米"),
            ("真的？？！！", "真的？？！！"),
            ("（（林一舟摄））", "（林一舟摄）"),
            ("渠水（长8公里（下同））", "渠水（长8公里（下同））"),
            ("(xi)", "(xi)"),
            ("??", "??"),
        ] {
            assert_eq!(clear(text), meant, "{text}");
        }
    }

    #[test]
    fn stray_spaces_and_misread_digits_are_mended() {
        for (text, meant) in [
            ("云 溪 县实施“ 碧水行动 ”", "云溪县实施“碧水行动”"),
            ("建成红色家园 2 个，服务 5 0 0余人", "建成红色家园2个，服务500余人"),
            ("2O24年3月l5日", "2024年3月15日"),
            ("投资1OO万元，清淤l2条", "投资100万元，清淤12条"),
            ("陽(yáng)光食堂", "阳光食堂"),
        ] {
            assert_eq!(Meant::of(text).map(|meant| meant.text).as_deref(), Some(meant), "{text}");
        }
        for text in
            ["云溪县清淤队进村。", "O2O模式", "GPT-4o模型", "放水5l", "H2O分子", "甲　乙", "Wi-Fi 6 GHz", "2024 15"]
        {
            assert!(Meant::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_was_meant_is_found_in_print() {
        let meant = Meant::of("建成 陽(yáng)光食堂 2O家").expect("it is mended");
        assert_eq!(meant.text, "建成阳光食堂20家");
        assert_eq!(meant.in_print(6, 9), (14, 17));
        assert_eq!(meant.from_print(14), 6);
        assert_eq!(meant.as_printed("阳光食堂20", 0).as_deref(), Some("陽光食堂20"));
    }

    #[test]
    fn a_place_is_found_again() {
        let text = "云溪(xī)县，，（林一舟）";
        let meant = clear(text);
        let at = meant.find('（').unwrap();
        assert_eq!(&text[source_of(text, at)..], "（林一舟）");
        assert_eq!(source_of(text, meant.len()), text.len());
        assert_eq!(source_of(text, 0), 0);
    }
}
