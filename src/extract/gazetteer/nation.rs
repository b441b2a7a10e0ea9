use std::sync::OnceLock;

use jieba_rs::Jieba;

use super::scanner::Scanner;
use super::table::Table;
use crate::text::fold;

/// The divisions of the whole nation, and what finds them in text.
pub struct Gazetteer {
    pub(super) table: Table,
    scanner: OnceLock<Scanner>,
    dictionary: OnceLock<Jieba>,
}

impl Gazetteer {
    /// The table that is compiled in, read at the first call.
    pub fn national() -> &'static Gazetteer {
        static NATIONAL: OnceLock<Gazetteer> = OnceLock::new();
        NATIONAL.get_or_init(|| Gazetteer {
            table: Table::parse(include_str!("divisions.tsv"), include_str!("words.txt")),
            scanner: OnceLock::new(),
            dictionary: OnceLock::new(),
        })
    }

    /// What finds all names of the nation.
    pub(super) fn scanner(&self) -> &Scanner {
        self.scanner.get_or_init(|| Scanner::national(&self.table))
    }

    /// The words of the language with the short forms among them, made at the first call.
    pub(super) fn dictionary(&self) -> &Jieba {
        /// How often each name is taken to occur at least.
        const COUNT: usize = 20;
        self.dictionary.get_or_init(|| {
            let mut dictionary = crate::text::dictionary().clone();
            for name in self.table.counties.iter().flat_map(|county| &county.other_names) {
                let name = fold(&name.name);
                let count = dictionary.suggest_freq(&name).max(COUNT);
                dictionary.add_word(&name, Some(count), None);
            }
            dictionary
        })
    }
}
