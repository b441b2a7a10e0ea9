/// Writes numbers of any width in bits, the highest bit first.
#[derive(Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    /// Bits of the last byte that are in use; 0 where it is full.
    used: u32,
}

impl BitWriter {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many bits were written.
    pub fn len(&self) -> usize {
        self.bytes.len() * 8 - (8 - self.used as usize) % 8
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// What was written; the last byte is filled up with zeros.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// The lowest `count` bits of a number.
    pub fn bits(&mut self, number: u64, count: u32) {
        let mut left = count;
        while left > 0 {
            if self.used == 0 {
                self.bytes.push(0);
            }
            let free = 8 - self.used;
            let take = free.min(left);
            left -= take;
            let some = (number >> left & ((1 << take) - 1)) << (free - take);
            if let Some(last) = self.bytes.last_mut() {
                *last |= (some & 0xFF) as u8;
            }
            self.used = (self.used + take) % 8;
        }
    }

    /// A number in the Rice code: what is above its lowest `low` bits as so many zeros and a one, then those bits
    /// (Golomb: “Run-Length Encodings”, 1966; Rice: “Some Practical Universal Noiseless Coding Techniques”, 1979).
    pub fn rice(&mut self, number: u64, low: u32) {
        let mut zeros = number >> low;
        while zeros > 0 {
            let some = zeros.min(32);
            self.bits(0, (some & 63) as u32);
            zeros -= some;
        }
        self.bits(1, 1);
        self.bits(number, low);
    }

    /// A number in Elias' gamma code: of itself plus 1, as many zeros as it has bits after the first, then its bits
    /// (Elias: “Universal Codeword Sets and Representations of the Integers”, 1975).
    pub fn gamma(&mut self, number: u64) {
        let count = (number + 1).ilog2();
        self.bits(0, count);
        self.bits(number + 1, count + 1);
    }
}

/// Of the eight bytes from a bit's own on, so many bits at least are that bit and those after it.
const SEEN: u32 = 57;

/// Reads what [`BitWriter`] wrote, from bytes that nobody vouches for: beyond their end everything is 0, and
/// [`BitReader::is_well`] tells.
#[derive(Clone, Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    well: bool,
}

impl<'a> BitReader<'a> {
    /// Reads from a bit on.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        BitReader { bytes, at, well: true }
    }

    /// Whether everything that was read stood there.
    pub fn is_well(&self) -> bool {
        self.well
    }

    /// So many bits, at most 64.
    pub fn bits(&mut self, count: u32) -> u64 {
        if count > SEEN {
            return self.bits(count - 32) << 32 | self.bits(32);
        }
        let number = self.ahead() >> 1 >> (u64::BITS - 1 - count);
        self.pass(count);
        number
    }

    /// A number in the Rice code.
    pub fn rice(&mut self, low: u32) -> u64 {
        let ahead = self.ahead();
        let high = ahead.leading_zeros();
        let length = high + 1 + low;
        if length <= SEEN {
            self.pass(length);
            return u64::from(high) << low | ahead << (high + 1) >> 1 >> (u64::BITS - 1 - low);
        }
        let high = self.zeros();
        high << low | self.bits(low)
    }

    /// A number in Elias' gamma code.
    pub fn gamma(&mut self) -> u64 {
        match u32::try_from(self.zeros()) {
            Ok(count) if count <= 62 => (1 << count | self.bits(count)) - 1,
            _ => {
                self.well = false;
                0
            }
        }
    }

    /// How many zeros stand before the next one, which is read too.
    fn zeros(&mut self) -> u64 {
        let mut zeros = 0;
        loop {
            let here = self.ahead().leading_zeros();
            if here < SEEN {
                self.pass(here + 1);
                return zeros + u64::from(here);
            }
            self.pass(SEEN);
            if !self.well {
                return 0;
            }
            zeros += u64::from(SEEN);
        }
    }

    /// The next bits, the first of them highest: [`SEEN`] at least, with zeros beyond the end.
    fn ahead(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let eight = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut eight = [0; 8];
            eight.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            eight
        });
        u64::from_be_bytes(eight) << (self.at % 8)
    }

    fn pass(&mut self, count: u32) {
        self.at += count as usize;
        self.well &= self.at <= self.bytes.len() * 8;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_code_comes_back(numbers in proptest::collection::vec((0..3u8, 0..5_000u64, 0..13u32), 0..60)) {
            let mut writer = BitWriter::new();
            for &(code, number, low) in &numbers {
                match code {
                    0 => writer.bits(number, 13),
                    1 => writer.rice(number, low),
                    _ => writer.gamma(number),
                }
            }
            let length = writer.len();
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes, 0);
            for &(code, number, low) in &numbers {
                let read = match code {
                    0 => reader.bits(13),
                    1 => reader.rice(low),
                    _ => reader.gamma(),
                };
                prop_assert_eq!(read, number);
            }
            prop_assert!(reader.is_well());
            prop_assert_eq!(reader.at, length);
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..20), low in 0..40u32) {
            let mut reader = BitReader::new(&bytes, 0);
            while reader.is_well() {
                reader.gamma();
                reader.rice(low);
                reader.bits(low);
            }
        }
    }
}
