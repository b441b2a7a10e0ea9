use crate::format::{Decoder, FormatError, Kind, PartName, Parts, Reader, Stage};
use crate::index::directory::{Directory, Portion};
use crate::index::documents::{self, KnownPlaces, Outline};
use crate::index::lexicon::Lexicon;
use crate::index::phrases::Phrases;
use crate::index::postings::Postings;
use crate::index::shelves::Shelves;
use crate::index::words::Words;
use crate::query::{Fetched, Key, Query};
use crate::text::Folding;

/// What is fetched of an archive, and what of it is there.
#[derive(Debug)]
pub(super) struct ByNeed {
    directory: Directory,
    phrases: Phrases,
    parts: Parts,
    shelves: Shelves,
    /// The files of collections that are of use only when all are there, and are not yet.
    facets: Vec<PartName>,
    places: Vec<PartName>,
    names: Vec<PartName>,
    initiatives: Vec<PartName>,
    initiative_names: Vec<PartName>,
    figures: Vec<PartName>,
    lexicon: Vec<PartName>,
    words: Vec<PartName>,
    variants: Vec<PartName>,
}

impl ByNeed {
    /// Reads the directory.
    pub fn open(reader: &Reader<'_>, articles: u32, phrases: Phrases) -> Result<Self, FormatError> {
        let directory = reader.decode(Kind::PARTS, |from| Directory::read(from, articles))?;
        Ok(ByNeed {
            phrases,
            parts: Parts::default(),
            shelves: Shelves::new(directory.shelves.clone(), directory.per_file),
            facets: directory.files(Portion::Facets),
            places: directory.files(Portion::Places),
            names: directory.files(Portion::Names),
            initiatives: directory.files(Portion::Initiatives),
            initiative_names: directory.files(Portion::InitiativeNames),
            figures: directory.files(Portion::Figures),
            lexicon: directory.files(Portion::Words),
            words: directory.word_files(),
            variants: vec![directory.variants()],
            directory,
        })
    }

    /// Which files there are.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// All files.
    pub fn files(&self, articles: u32) -> Vec<PartName> {
        let mut files = self.directory.word_files();
        files.push(self.directory.variants());
        Portion::ALL.iter().for_each(|&portion| files.extend(self.directory.files(portion)));
        files.extend((0..articles).filter_map(|document| self.shelves.file_of(document)));
        files.dedup();
        files
    }

    /// Notes what a question needs whatever is found: what is asked for, and what the filters look at.
    pub fn ask(&self, query: &Query, portions: &[Portion]) {
        let has = |key: Key| query.filters.iter().any(|filter| filter.key == key);
        let want = |names: &[PartName]| self.parts.want(names, Stage::Terms);
        want(&self.facets);
        if portions.contains(&Portion::Names) || has(Key::Reporter) || has(Key::Page) || has(Key::Column) {
            want(&self.names);
        }
        let filters_initiatives = query.filters.iter().any(|filter| filter.key.is_of_initiatives());
        let wants_initiatives = portions.contains(&Portion::Initiatives) || filters_initiatives;
        if portions.contains(&Portion::Places) || wants_initiatives || has(Key::County) || has(Key::Year) {
            want(&self.places);
        }
        if wants_initiatives {
            want(&self.initiatives);
        }
        if portions.contains(&Portion::InitiativeNames) || has(Key::Initiative) {
            want(&self.initiative_names);
        }
        if portions.contains(&Portion::Figures) {
            want(&self.figures);
        }
    }

    /// Whether a text cannot be folded yet: a character that no article has may be another form of one that some have.
    pub fn lacks_variants(&self, text: &str, folding: &Folding) -> bool {
        let is_known = |c: char| c.is_ascii() || folding.fold_char(c) != c || self.phrases.has(c);
        let lacks = !self.variants.is_empty() && !text.chars().all(is_known);
        if lacks {
            self.parts.want(&self.variants, Stage::Terms);
        }
        lacks
    }

    /// What queries look at.
    pub fn fetched(&self) -> Fetched<'_> {
        let ByNeed { parts, shelves, lexicon, words, .. } = self;
        Fetched { parts, shelves, lexicon, words }
    }

    /// See [`Parts::take_missing`].
    pub fn take_missing(&self) -> Option<Vec<PartName>> {
        self.parts.take_missing()
    }

    /// The articles that an id may be of.
    pub fn candidates(&self, id: &str) -> Vec<u32> {
        let mut candidates = Vec::new();
        for name in self.directory.id_files(id) {
            if let Some(bytes) = self.parts.get(name, Stage::Terms) {
                candidates.extend(self.directory.candidates(name, bytes, id));
            }
        }
        candidates
    }

    /// Takes in a file.
    pub fn feed(&mut self, name: PartName, bytes: Vec<u8>, articles: u32) -> Result<(), FormatError> {
        self.parts.feed(name, bytes)?;
        if self.shelves.has(name) {
            let bytes = self.parts.take(name);
            let count = self.shelves.count(name, articles);
            self.shelves.feed(name, &bytes, &self.phrases, count)?;
        }
        Ok(())
    }

    /// Puts together what is there whole now. Whether more is known of the articles.
    pub fn settle(
        &mut self,
        outlines: &mut Vec<Outline>,
        postings: &mut Postings,
        lexicon: &mut Lexicon,
        words: &mut Words,
        folding: &mut Folding,
    ) -> Result<bool, FormatError> {
        let ByNeed { directory, parts, facets, places, names, initiatives, initiative_names, figures, .. } = self;
        let segments = &directory.segments;
        let count = directory.words.1;
        let mut at = 0;
        while let Some(&name) = self.words.get(at) {
            if parts.has(name) {
                // Where it makes no sense it stays wanted.
                decode(&parts.take(name), |from| words.add(name.number, count, from))?;
                self.words.remove(at);
            } else {
                at += 1;
            }
        }
        read(&mut self.variants, parts, &mut |files| {
            for bytes in files {
                folding.add(&Folding::read(bytes).ok_or_else(|| malformed("the variants are no table of characters"))?);
            }
            Ok(())
        })?;
        let mut is_more = read(facets, parts, &mut |files| {
            let counts = segments.iter().flat_map(|segment| segment.counts(Portion::Facets));
            let (mut read, mut lengths) = (Vec::new(), Vec::new());
            for (bytes, count) in files.iter().zip(counts) {
                decode(bytes, |from| documents::read_facets(from, count as usize, &mut read, &mut lengths))?;
            }
            if !postings.arrange(&lengths) {
                return Err(malformed("the articles are too long"));
            }
            *outlines = read;
            Ok(())
        })?;
        if !facets.is_empty() {
            return Ok(is_more);
        }
        let portions =
            [Portion::Places, Portion::Names, Portion::Initiatives, Portion::InitiativeNames, Portion::Figures];
        for portion in portions {
            let wanted = match portion {
                Portion::Places => &mut *places,
                Portion::Names => &mut *names,
                // Counties and years are read into initiatives.
                Portion::Initiatives if !places.is_empty() => continue,
                Portion::Initiatives => &mut *initiatives,
                // Names and figures are read into the initiatives that they belong to.
                _ if !initiatives.is_empty() => continue,
                Portion::InitiativeNames => &mut *initiative_names,
                _ => &mut *figures,
            };
            is_more |= read(wanted, parts, &mut |files| {
                let counts = segments.iter().flat_map(|segment| segment.counts(portion).enumerate());
                let (mut rest, mut known) = (&mut outlines[..], KnownPlaces::default());
                for (bytes, (place, count)) in files.iter().zip(counts) {
                    if place == 0 {
                        known = KnownPlaces::default();
                    }
                    let Some((some, others)) = rest.split_at_mut_checked(count as usize) else { break };
                    rest = others;
                    decode(bytes, |from| match portion {
                        Portion::Places => documents::read_places(from, some, &mut known),
                        Portion::Names => documents::read_names(from, some),
                        Portion::Initiatives => documents::read_initiatives(from, some),
                        Portion::InitiativeNames => documents::read_initiative_names(from, some),
                        _ => documents::read_figures(from, some),
                    })?;
                }
                Ok(())
            })?;
        }
        read(&mut self.lexicon, parts, &mut |files| {
            let mut files = files.iter();
            let mut lists = Vec::new();
            for segment in segments {
                let mut words: Vec<Box<str>> = Vec::new();
                for bytes in files.by_ref().take(segment.words as usize) {
                    decode(bytes, |from| {
                        let mut word = String::new();
                        while !from.is_at_end() {
                            word = from.text_after(&word);
                            words.push(word.as_str().into());
                        }
                    })?;
                }
                lists.push(words);
            }
            *lexicon = Lexicon::new(lists);
            Ok(())
        })?;
        Ok(is_more)
    }
}

/// Takes in the contents of files that belong together.
type Read<'a> = dyn FnMut(&[Vec<u8>]) -> Result<(), FormatError> + 'a;

/// Reads files when they are all there; then no names are left. Files that make no sense stay wanted, so that no question is answered
/// without them. Whether they were read.
fn read(names: &mut Vec<PartName>, parts: &mut Parts, read: &mut Read<'_>) -> Result<bool, FormatError> {
    if names.is_empty() || !names.iter().all(|&name| parts.has(name)) {
        return Ok(false);
    }
    let files: Vec<Vec<u8>> = names.iter().map(|&name| parts.take(name)).collect();
    read(&files)?;
    names.clear();
    Ok(true)
}

fn decode<T>(bytes: &[u8], value: impl FnOnce(&mut Decoder<'_>) -> T) -> Result<T, FormatError> {
    let mut from = Decoder::new(bytes);
    let value = value(&mut from);
    from.finish().map(|()| value).map_err(malformed)
}

fn malformed(why: &str) -> FormatError {
    FormatError::malformed(Kind::PARTS, why)
}
