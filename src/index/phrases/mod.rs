//! The code that texts are stored in, section `CODE`: frequent characters take one byte, the others and frequent
//! sequences of characters two.
//!
//! | first byte | what |
//! |---|---|
//! | 0 | the text ends |
//! | 1 to n | one of the n single characters |
//! | n + 1 to 254 | with the byte after it, one of the pairs: `256 (first − n − 1) + second` |
//! | 255 | a character that has no code: its code point plus 1 follows, as a varint |
//!
//! The pairs are the characters of the alphabet, then the phrases. The section holds the alphabet (ascending code
//! points, each less the one before), the single characters (their places in the alphabet, the most frequent first), and the phrases, ascending, each as
//! how many characters it shares with the one before times 16 plus how many follow, and the places of those in the alphabet; all
//! are numbers in postcard's wire format, and each list has its length before it.
//!
//! A general compressor packs what is coded so better than the text itself, because its window reaches farther.

mod reader;
mod writer;

pub use reader::Phrases;
pub use writer::{PhraseWriter, Scale};

const END: u8 = 0;
const ESCAPE: u8 = 255;
/// The longest phrase.
const LONGEST: usize = 8;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::{Decoder, Encoder};

    fn coded(texts: &[String], scale: Scale) -> (Vec<u8>, Vec<u8>) {
        let writer = PhraseWriter::train(texts.iter().map(String::as_str), scale);
        let mut out = Encoder::new();
        texts.iter().for_each(|text| writer.encode(text, &mut out));
        (writer.section(), out.finish())
    }

    fn decoded(section: &[u8], coded: &[u8], count: usize) -> Result<Vec<String>, &'static str> {
        let mut from = Decoder::new(section);
        let phrases = Phrases::read(&mut from);
        from.finish()?;
        let mut from = Decoder::new(coded);
        let texts = (0..count).map(|_| phrases.text(&mut from)).collect();
        from.finish().map(|()| texts)
    }

    proptest! {
        #[test]
        fn every_text_comes_back(
            texts in proptest::collection::vec("(红色家园|清理河道|[红色家園园，“”a-cA1\\PC]){0,60}", 0..8),
            singles in 0..230usize,
            phrases in 0..300usize,
        ) {
            let (section, bytes) = coded(&texts, Scale { singles, phrases });
            prop_assert_eq!(decoded(&section, &bytes, texts.len()), Ok(texts));
        }

        #[test]
        fn any_bytes_can_be_read(
            section in proptest::collection::vec(any::<u8>(), 0..60),
            bytes in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            let _ = decoded(&section, &bytes, 3);
            let (section, _) = coded(&["清理河道，清理河道，清理河道".to_owned()], Scale { singles: 3, phrases: 9 });
            let _ = decoded(&section, &bytes, 3);
        }
    }

    #[test]
    fn what_comes_often_takes_two_bytes() {
        let text = "全市文明城市创建工作".repeat(100);
        let (_, bytes) = coded(&[text], Scale { singles: 10, phrases: 100 });
        assert!(bytes.len() <= 100 * 4 + 1, "{}", bytes.len());
    }
}
