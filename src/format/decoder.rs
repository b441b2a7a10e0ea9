use super::Room;

/// Reads values in postcard's wire format (<https://postcard.jamesmunns.com/wire-format>) from bytes that nobody vouches
/// for.
///
/// Reading goes on to the end whatever comes: from the first thing that makes no sense on, every value is 0 or empty, and
/// [`Decoder::finish`] tells what it was. Nothing is allocated before its bytes are seen to be there, and room for it in its
/// [`Room`].
///
/// By hand and not by deriving `Deserialize`, which makes several times as much program for the browser to load.
#[derive(Debug)]
pub struct Decoder<'a> {
    rest: &'a [u8],
    wrong: Option<&'static str>,
    room: Room,
}

impl<'a> Decoder<'a> {
    /// Reads these bytes from the beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        Decoder::within(bytes, Room::of(bytes.len()))
    }

    /// Reads these bytes from the beginning, into room that is shared with others.
    pub fn within(bytes: &'a [u8], room: Room) -> Self {
        Decoder { rest: bytes, wrong: None, room }
    }

    /// Bytes that were read, to be read in turn into the same room.
    pub fn inside<'b>(&self, bytes: &'b [u8]) -> Decoder<'b> {
        Decoder::within(bytes, self.room.clone())
    }

    /// Takes room for something that is larger than its bytes.
    pub fn charge(&mut self, bytes: usize) {
        if !self.room.take(bytes) {
            self.fail("it takes more memory than its bytes may");
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// What made no sense first: the bytes ended too soon or too late, or a value is none of its kind.
    pub fn finish(mut self) -> Result<(), &'static str> {
        if !self.rest.is_empty() {
            self.fail("it has bytes too many");
        }
        self.wrong.map_or(Ok(()), Err)
    }

    /// Says that what was read makes no sense; the first who does so is heard.
    pub fn fail(&mut self, why: &'static str) {
        self.wrong.get_or_insert(why);
        self.rest = &[];
    }

    /// A yes or no.
    pub fn flag(&mut self) -> bool {
        match self.bytes(1) {
            [1] => true,
            [0] | [] => false,
            _ => {
                self.fail("a flag is neither 0 nor 1");
                false
            }
        }
    }

    /// A number without sign.
    pub fn u64(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let &[byte] = self.bytes(1) else { return 0 };
            let bits = u64::from(byte & 0x7F);
            if bits << shift >> shift != bits {
                break;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail("a number is too great");
        0
    }

    /// A number without sign.
    pub fn u32(&mut self) -> u32 {
        let number = self.u64();
        u32::try_from(number).unwrap_or_else(|_| {
            self.fail("a number is too great");
            0
        })
    }

    /// A number without sign.
    pub fn u16(&mut self) -> u16 {
        let number = self.u32();
        u16::try_from(number).unwrap_or_else(|_| {
            self.fail("a number is too great");
            0
        })
    }

    /// A number with its sign, which stands in its lowest bit.
    pub fn i16(&mut self) -> i16 {
        let number = self.u64();
        let magnitude = i16::try_from(number >> 1).unwrap_or_else(|_| {
            self.fail("a number is too great");
            0
        });
        if number & 1 == 0 { magnitude } else { !magnitude }
    }

    /// A number with its sign, which stands in its lowest bit.
    pub fn i64(&mut self) -> i64 {
        let number = self.u64();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    /// A double.
    pub fn f64(&mut self) -> f64 {
        self.bytes(8).try_into().map_or(0.0, f64::from_le_bytes)
    }

    /// A text.
    pub fn text(&mut self) -> &'a str {
        std::str::from_utf8(self.counted()).unwrap_or_else(|_| {
            self.fail("a text is not UTF-8");
            ""
        })
    }

    /// Bytes with their number before them.
    pub fn counted(&mut self) -> &'a [u8] {
        let length = self.u64();
        self.bytes(usize::try_from(length).unwrap_or(usize::MAX))
    }

    /// A text that begins like the one before it.
    pub fn text_after(&mut self, before: &str) -> String {
        let shared = usize::try_from(self.u64()).ok().and_then(|shared| before.get(..shared)).unwrap_or_else(|| {
            self.fail("a text begins like no other");
            ""
        });
        let rest = self.text();
        self.charge(shared.len());
        let shared = if self.is_well() { shared } else { "" };
        [shared, rest].concat()
    }

    /// A text that was read before, once more.
    pub fn again(&mut self, text: &str) -> String {
        self.charge(text.len());
        if self.is_well() { text.to_owned() } else { String::new() }
    }

    /// A byte as it is.
    pub fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// How many bytes are left to read.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// Whether nothing is left to read.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Whether nothing made no sense so far.
    pub fn is_well(&self) -> bool {
        self.wrong.is_none()
    }

    /// A text of one's own.
    pub fn string(&mut self) -> String {
        self.text().to_owned()
    }

    /// Something that is written as text.
    pub fn written<T: std::str::FromStr>(&mut self) -> Option<T> {
        let value = self.text().parse().ok();
        if value.is_none() {
            self.fail("a text is not of its form");
        }
        value
    }

    /// One of several, by its place among them.
    pub fn one_of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let place = self.u64();
        self.pick(all, place)
    }

    /// One of several, by its place among them that was read.
    pub fn pick<T: Copy + Default>(&mut self, all: &[T], place: u64) -> T {
        usize::try_from(place).ok().and_then(|place| all.get(place)).copied().unwrap_or_else(|| {
            self.fail("a kind is unknown");
            T::default()
        })
    }

    /// Something that may be absent.
    pub fn option<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| value(self))
    }

    /// A list.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = usize::try_from(self.u64()).unwrap_or(usize::MAX);
        let length = self.items(length, size_of::<T>());
        let mut list = Vec::with_capacity(length);
        for _ in 0..length {
            list.push(item(self));
            // What is left out has no bytes left to be read from.
            if self.wrong.is_some() {
                break;
            }
        }
        list
    }

    /// How many of so many items are to be read, of so many bytes in memory each and at least one here: all or none.
    pub fn items(&mut self, count: usize, size: usize) -> usize {
        if count > self.rest.len() {
            self.fail("it ends too soon");
        }
        self.charge(count.saturating_mul(size));
        if self.is_well() { count } else { 0 }
    }

    /// So many bytes as they are; none where there are fewer.
    pub fn bytes(&mut self, count: usize) -> &'a [u8] {
        let Some((bytes, rest)) = self.rest.split_at_checked(count) else {
            self.fail("it ends too soon");
            return &[];
        };
        self.rest = rest;
        bytes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Values = (bool, u64, u32, i16, f64, String, Option<i16>, Vec<(u32, String)>);

    fn read(bytes: &[u8]) -> Result<Values, &'static str> {
        let mut from = Decoder::new(bytes);
        let values = (
            from.flag(),
            from.u64(),
            from.u32(),
            from.i16(),
            from.f64(),
            from.string(),
            from.option(Decoder::i16),
            from.list(|from| (from.u32(), from.string())),
        );
        from.finish().map(|()| values)
    }

    fn values() -> impl Strategy<Value = Values> {
        let list = proptest::collection::vec((any::<u32>(), ".{0,5}"), 0..5);
        (any::<bool>(), any::<u64>(), any::<u32>(), any::<i16>(), -1e9..1e9f64, ".{0,200}", any::<Option<i16>>(), list)
    }

    proptest! {
        #[test]
        fn reads_what_postcard_writes_and_no_less_and_no_more(values in values()) {
            let mut bytes = postcard::to_allocvec(&values).unwrap();
            prop_assert_eq!(read(&bytes), Ok(values));
            prop_assert!(read(&bytes[..bytes.len() - 1]).is_err());
            bytes.push(0);
            prop_assert!(read(&bytes).is_err());
        }

        #[test]
        fn any_bytes_that_postcard_reads_are_read_alike(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let theirs = postcard::take_from_bytes::<Values>(&bytes).ok().filter(|(_, rest)| rest.is_empty());
            let ours = read(&bytes);
            if let Some((theirs, _)) = theirs {
                let ours = ours.unwrap();
                prop_assert!(ours == theirs || ours.4.is_nan());
            }
        }
    }

    #[test]
    fn a_list_longer_than_its_bytes_is_an_error_at_once() {
        let mut from = Decoder::new(&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]);
        assert_eq!(from.list(Decoder::flag).len(), 0);
        assert_eq!(from.finish(), Err("it ends too soon"));
    }

    #[test]
    fn what_is_larger_than_its_bytes_has_room_for_so_much() {
        let mut bytes = postcard::to_allocvec("a long name").unwrap();
        bytes.extend([11, 0].repeat(100_000));
        let mut from = Decoder::within(&bytes, Room::of(0));
        let mut name = from.string();
        while !from.is_at_end() {
            name = from.text_after(&name);
        }
        assert_eq!(from.finish(), Ok(()));

        let once = "n".repeat(1 << 20);
        let mut from = Decoder::new(&[]);
        let times = std::iter::from_fn(|| Some(from.again(&once))).take_while(|name| !name.is_empty()).count();
        assert_eq!(times, 16);
        assert_eq!(from.finish(), Err("it takes more memory than its bytes may"));
    }

    #[test]
    fn what_is_none_of_its_kind_is_an_error() {
        for bytes in [&[2][..], &[]] {
            let mut from = Decoder::new(bytes);
            assert_eq!(from.one_of(&[0, 1]), 0);
            assert!(from.finish().is_err());
        }
        let mut from = Decoder::new(b"\x01x");
        assert_eq!(from.written::<u8>(), None);
        assert_eq!(from.finish(), Err("a text is not of its form"));
    }
}
