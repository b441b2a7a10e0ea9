use std::rc::Rc;

use super::Field;
use crate::index::lexicon::Term;

/// What the terms of articles are and where they stand, derived from the texts to be written.
#[derive(Debug, Default)]
pub(super) struct Derived {
    /// The upper halves that terms have, ascending, each with the place of its first term.
    pub uppers: Vec<(u32, u32)>,
    /// By term: its lower half. Ascending within an upper half.
    pub lowers: Vec<u32>,
    /// By term: where its positions begin in `positions`; one more entry than there are terms.
    pub starts: Vec<u32>,
    /// Ascending within a term.
    pub positions: Vec<u32>,
    /// The number of positions.
    pub end: u32,
    /// Where another field begins, ascending. A word that goes on in the next unit belongs to that in which it begins.
    pub fields: Vec<(u32, Field)>,
}

impl Derived {
    /// The place of the first term of the upper half at `at`, or where the last term ends.
    fn first(&self, at: usize) -> usize {
        self.uppers.get(at).map_or(self.lowers.len(), |&(_, first)| first as usize)
    }

    /// The positions of the terms from one place up to another.
    fn between(&self, from: usize, to: usize) -> &[u32] {
        match (self.starts.get(from), self.starts.get(to)) {
            (Some(&from), Some(&to)) => self.positions.get(from as usize..to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// All terms with their positions and the fields of those.
    pub fn lists(&self) -> impl Iterator<Item = (Term, impl Iterator<Item = (u32, Field)>)> {
        // By position, so that none has to be searched.
        let mut fields = Vec::new();
        for (at, &(_, field)) in self.fields.iter().enumerate() {
            let end = self.fields.get(at + 1).map_or(self.end, |&(next, _)| next);
            fields.resize(end as usize, field);
        }
        let fields: Rc<[Field]> = fields.into();
        let of_one = move |(at, &(upper, _)): (usize, &(u32, u32))| {
            (self.first(at)..self.first(at + 1)).map(move |place| (upper, place))
        };
        self.uppers.iter().enumerate().flat_map(of_one).filter_map(move |(upper, place)| {
            let found = self.between(place, place + 1).iter();
            let term = u64::from(upper) << 32 | u64::from(*self.lowers.get(place)?);
            let fields = fields.clone();
            let field = move |position: u32| fields.get(position as usize).copied().unwrap_or(Field::Body);
            Some((term, found.map(move |&position| (position, field(position)))))
        })
    }
}
