use std::sync::OnceLock;

const DATA: &str = include_str!("table.txt");

const PAGE: usize = 256;

/// What folds to what, by pages of 256 code points: a page in which nothing folds is not there.
pub(super) struct Table {
    /// For each page of Unicode its place in `pages`.
    places: Vec<u16>,
    pages: Vec<[char; PAGE]>,
}

impl Table {
    pub(super) fn shared() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Table::parse(DATA))
    }

    #[inline]
    pub(super) fn fold(&self, c: char) -> char {
        let code = c as usize;
        match self.places.get(code / PAGE).and_then(|&place| self.pages.get(usize::from(place))) {
            Some(page) => page[code % PAGE],
            None => c,
        }
    }

    /// Reads the form that the module's documentation describes. What is malformed there folds nothing.
    fn parse(data: &str) -> Table {
        let mut table = Table { places: Vec::new(), pages: Vec::new() };
        let (runs, targets) = data.split_once('\n').unwrap_or_default();
        let mut last = 0;
        for (run, target) in runs.split(' ').zip(targets.chars()) {
            let (run, step) = run.split_once('/').map_or((run, 1), |(run, step)| (run, step.parse().unwrap_or(1)));
            let (gap, count) = run.split_once('x').unwrap_or((run, "1"));
            let first = last + gap.parse::<u32>().unwrap_or(0);
            for offset in (0..count.parse().unwrap_or(0)).map(|place: u32| place * step) {
                last = first + offset;
                if let (Some(from), Some(to)) = (char::from_u32(last), char::from_u32(u32::from(target) + offset)) {
                    table.set(from, to);
                }
            }
        }
        table
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
