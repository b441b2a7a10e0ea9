//! What mirrors do to a newspaper's text, undone for reading: headlines, by-lines and the bounds of articles are told by
//! the text as it was meant, while the article keeps the text as it stands.

use std::borrow::Cow;

use super::name::is_han;
use crate::text::fold_char;

/// The text as it was meant: without pinyin in brackets after a character, with one mark where a mirror doubled it, without the
/// question marks that stand for a lost indentation, and with traditional and variant characters simplified.
pub fn clear(text: &str) -> Cow<'_, str> {
    if kept(text).map(|(_, character)| character).eq(text.chars()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(kept(text).map(|(_, character)| character).collect())
    }
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
            if last == Some(character) && matches!(character, '，' | '。' | '、' | '；' | '：') {
                continue;
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
    use super::*;

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
            ("(xi)", "(xi)"),
            ("??", "??"),
        ] {
            assert_eq!(clear(text), meant, "{text}");
        }
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
