//! Bytes → text: UTF-8, UTF-16 with a byte order mark, else GB18030.

use encoding_rs::{Encoding, GB18030, UTF_8};

/// A text and what was lost on the way to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// How many places could not be decoded; each stands as U+FFFD in the text.
    pub errors: usize,
    /// The line of the first of them, from 1.
    pub first_error_line: Option<u32>,
}

impl Decoded {
    /// The same when so many lines stand before.
    pub fn after(self, lines: u32) -> Decoded {
        Decoded { first_error_line: self.first_error_line.map(|line| line.saturating_add(lines)), ..self }
    }
}

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// Nothing, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Bytes that no text has.
    #[error("the file is not text: it has {count} control bytes, the first on line {line}")]
    Binary {
        /// How many there are.
        count: usize,
        /// The line of the first of them, from 1.
        line: u32,
    },
    /// Neither UTF-8 nor plausible GB18030.
    #[error(
        "the encoding was not recognised: it is neither UTF-8 nor GB18030 ({errors} places in {length} bytes do not decode)"
    )]
    Unknown {
        /// How many places do not decode.
        errors: usize,
        /// The number of bytes.
        length: usize,
    },
}

impl NotText {
    /// The same when so many lines stand before.
    pub fn after(self, lines: u32) -> NotText {
        match self {
            NotText::Binary { count, line } => NotText::Binary { count, line: line.saturating_add(lines) },
            other => other,
        }
    }
}

/// Decodes bytes. `declared` is the encoding that the document itself names (HTML's charset); it is believed where
/// the bytes are not UTF-8.
///
/// Bytes that are UTF-8 but for a few places are taken as damaged UTF-8 and not as GB18030, which would read nearly
/// any bytes, as nonsense.
pub fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, NotText> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return not_empty(lossy(encoding, &bytes[length..]));
    }
    refuse_binary(bytes)?;
    if let Ok(text) = std::str::from_utf8(bytes) {
        return not_empty(Decoded { text: text.to_owned(), encoding: UTF_8.name(), errors: 0, first_error_line: None });
    }
    let as_utf8 = lossy(UTF_8, bytes);
    if is_mostly_sound(&as_utf8) {
        return not_empty(as_utf8);
    }
    let encoding = declared.filter(|&encoding| encoding != UTF_8).unwrap_or(GB18030);
    let decoded = lossy(encoding, bytes);
    if encoding == GB18030 && !is_chinese(bytes, decoded.errors) {
        return Err(NotText::Unknown { errors: decoded.errors, length: bytes.len() });
    }
    not_empty(decoded)
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let errors = text.matches('\u{FFFD}').count();
    let first_error_line = text.find('\u{FFFD}').map(|at| line_of(text[..at].bytes()));
    Decoded { text: text.into_owned(), encoding: encoding.name(), errors, first_error_line }
}

fn line_of(before: impl Iterator<Item = u8>) -> u32 {
    u32::try_from(before.filter(|&byte| byte == b'\n').count()).map_or(u32::MAX, |count| count.saturating_add(1))
}

fn not_empty(mut decoded: Decoded) -> Result<Decoded, NotText> {
    // Lines that old systems end with a carriage return alone.
    if decoded.text.contains('\r') && !decoded.text.contains('\n') {
        decoded.text = decoded.text.replace('\r', "\n");
    }
    if decoded.text.trim().is_empty() { Err(NotText::Empty) } else { Ok(decoded) }
}

/// A stray control byte is dirt; a NUL, or more than one control byte in a thousand, is not text.
fn refuse_binary(bytes: &[u8]) -> Result<(), NotText> {
    let is_control = |byte: u8| matches!(byte, 0..=8 | 14..=31 if byte != 27) || byte == 127;
    let Some(first) = bytes.iter().position(|&byte| is_control(byte)) else { return Ok(()) };
    let count = bytes.iter().filter(|&&byte| is_control(byte)).count();
    if bytes.contains(&0) || count > 8 + bytes.len() / 1000 {
        return Err(NotText::Binary { count, line: line_of(bytes[..first].iter().copied()) });
    }
    Ok(())
}

/// At most one place in a hundred characters is damaged, and what is not ASCII is more often sound than not.
fn is_mostly_sound(decoded: &Decoded) -> bool {
    let characters = decoded.text.chars().count();
    let beyond_ascii = decoded.text.chars().filter(|character| !character.is_ascii()).count();
    decoded.errors * 100 <= characters && decoded.errors * 2 < beyond_ascii
}

/// GB18030 maps nearly any two bytes to some character. But in a Chinese text hardly any place fails, and of the pairs
/// of bytes most are the commonest 3,755 characters (rows B0 to D7 of GB 2312) or punctuation (rows A1 to A3).
fn is_chinese(bytes: &[u8], errors: usize) -> bool {
    let (mut pairs, mut common) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [lead, tail @ ..] = rest {
        rest = tail;
        if let [trail, tail @ ..] = tail
            && *lead >= 0x80
        {
            pairs += 1;
            common += usize::from(matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && *trail >= 0xA1);
            rest = tail;
        }
    }
    errors * 50 <= pairs && common * 2 >= pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "青禾市：河水清了\n本报讯（记者 林一舟）近日，巡河员老郑又走了一趟。\n";

    fn ok(bytes: &[u8]) -> Decoded {
        decode(bytes, None).unwrap()
    }

    #[test]
    fn the_encodings_of_chinese_papers_give_the_same_text() {
        let gb = GB18030.encode(TEXT).0;
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (bytes, name) in [(TEXT.as_bytes(), "UTF-8"), (&gb, "gb18030"), (&marked, "UTF-8"), (&wide, "UTF-16LE")] {
            let decoded = ok(bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.errors), (TEXT, name, 0));
        }
    }

    #[test]
    fn lines_may_end_with_a_carriage_return_alone() {
        assert_eq!(ok(TEXT.replace('\n', "\r").as_bytes()).text, TEXT);
    }

    #[test]
    fn damage_is_counted_and_its_first_line_named() {
        let long = TEXT.repeat(40);
        let mut bytes = long.clone().into_bytes();
        let at = long.find("近日").unwrap();
        bytes[at] = 0xFF;
        let decoded = ok(&bytes);
        assert_eq!((decoded.encoding, decoded.first_error_line), ("UTF-8", Some(2)));
        assert!(decoded.errors >= 1 && decoded.text.contains("老郑"));

        let mut bytes = GB18030.encode(&long).0.into_owned();
        let last = bytes.len() - 2;
        bytes[last] = 0xFF;
        let decoded = ok(&bytes);
        assert_eq!((decoded.encoding, decoded.first_error_line), ("gb18030", Some(80)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"", None), Err(NotText::Empty));
        assert_eq!(decode(" \r\n\u{3000}".as_bytes(), None), Err(NotText::Empty));
        assert!(matches!(decode(b"\x89PNG\r\n\x1a\n\0\0\0", None), Err(NotText::Binary { line: 2, .. })));
        let noise: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x80).collect();
        assert!(matches!(decode(&noise, None), Err(NotText::Unknown { .. })));
    }
}
