use std::sync::OnceLock;

const DATA: &[u8] = include_bytes!("table.bin");

const PAGE: usize = 256;

/// What folds to what, by pages of 256 code points: a page in which nothing folds is not there.
#[derive(Default)]
pub(super) struct Table {
    /// For each page of Unicode its place in `pages`.
    places: Vec<u16>,
    pages: Vec<[char; PAGE]>,
}

impl Table {
    pub(super) fn shared() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Table::parse(DATA).unwrap_or_default())
    }

    #[inline]
    pub(super) fn fold(&self, c: char) -> char {
        let code = c as usize;
        match self.places.get(code / PAGE).and_then(|&place| self.pages.get(usize::from(place))) {
            Some(page) => page[code % PAGE],
            None => c,
        }
    }

    /// Reads the form that the module's documentation describes; `None` where it has another.
    fn parse(data: &[u8]) -> Option<Table> {
        let (count, data) = data.split_first_chunk()?;
        let count = usize::from(u16::from_le_bytes(*count));
        let (planes, data) = data.split_at_checked(count)?;
        let (highs, data) = data.split_at_checked(count)?;
        let (lows, runs) = data.split_at_checked(count)?;
        let mut runs = runs.iter().copied();
        let mut table = Table::default();
        let (mut last, mut low) = (0, 0u16);
        for place in 0..count {
            low = low.wrapping_add(u16::from_be_bytes([highs[place], lows[place]]));
            let target = u32::from(planes[place]) << 16 | u32::from(low);
            let gap = varint(&mut runs)?;
            let run = if gap & 1 == 1 { varint(&mut runs)? } else { 2 };
            let (first, step) = (last + (gap >> 1), 1 + (run & 1));
            for offset in (0..run >> 1).map(|place| place * step) {
                last = first + offset;
                table.set(char::from_u32(last)?, char::from_u32(target + offset)?);
            }
        }
        Some(table)
    }

    fn set(&mut self, from: char, to: char) {
        const ABSENT: u16 = u16::MAX;
        let number = from as usize / PAGE;
        if self.places.len() <= number {
            self.places.resize(number + 1, ABSENT);
        }
        let place = &mut self.places[number];
        if *place == ABSENT {
            *place = self.pages.len() as u16;
            let start = (number * PAGE) as u32;
            // Surrogates are no characters; their pages are never set.
            self.pages.push(std::array::from_fn(|i| char::from_u32(start + i as u32).unwrap_or_default()));
        }
        self.pages[usize::from(*place)][from as usize % PAGE] = to;
    }
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut number = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let byte = bytes.next()?;
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}
