/// Writes what [`Decoder`](super::Decoder) reads: postcard's wire format, a value after the other.
#[derive(Debug, Default)]
pub struct Encoder {
    bytes: Vec<u8>,
}

impl Encoder {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// How many bytes were written.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A byte as it is.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A number without sign.
    pub fn u64(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push((number & 0x7F) as u8);
    }

    /// A length, a count or a place.
    pub fn size(&mut self, size: usize) {
        self.u64(size as u64);
    }

    /// A number with its sign, which is put into its lowest bit.
    pub fn i64(&mut self, number: i64) {
        self.u64(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    /// A double.
    pub fn f64(&mut self, number: f64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    /// Bytes with their number before them.
    pub fn counted(&mut self, bytes: &[u8]) {
        self.size(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.counted(text.as_bytes());
    }

    /// A text that begins like the one before it: how many bytes they share, and the rest.
    pub fn text_after(&mut self, before: &str, text: &str) {
        let shared = before.char_indices().zip(text.chars()).take_while(|((_, a), b)| a == b);
        let shared = shared.last().map_or(0, |((at, c), _)| at + c.len_utf8());
        self.size(shared);
        self.text(text.get(shared..).unwrap_or_default());
    }
}
