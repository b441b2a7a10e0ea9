use super::section::Entry;
use super::{CHECKED, Decoder, ENTRY, FormatError, HEADER, Kind, MAGIC, Room, STORED, VERSION, checksum};

/// Reads an archive that is wholly in memory. Opening checks the header and the table; a section is checked whenever
/// it is asked for.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    room: Room,
}

impl<'a> Reader<'a> {
    /// Opens an archive's bytes.
    ///
    /// # Errors
    /// When they are no archive, of another version, of another length than they say, or altered in header or table.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let magic = bytes.get(..MAGIC.len()).unwrap_or(bytes);
        if magic != MAGIC {
            return Err(FormatError::NotAnArchive { found: String::from_utf8_lossy(magic).into_owned() });
        }
        let header = bytes.get(..HEADER).ok_or_else(|| cut(HEADER, bytes))?;
        let version = u16::from_le_bytes(array(header, 8));
        if version != VERSION {
            return Err(FormatError::Version { found: version });
        }
        let count = usize::from(u16::from_le_bytes(array(header, 10)));
        let table = bytes.get(HEADER..HEADER + count * ENTRY).ok_or_else(|| cut(HEADER + count * ENTRY, bytes))?;
        let (expected, found) =
            (number(header, CHECKED), checksum(&[header.get(..CHECKED).unwrap_or_default(), table]));
        if expected != found {
            return Err(FormatError::Checksum { part: "the header".into(), expected, found });
        }
        let length = number(header, 16);
        if length != bytes.len() as u64 {
            return Err(FormatError::Length { expected: length, found: bytes.len() as u64 });
        }

        let entries: Vec<Entry> = table.chunks_exact(ENTRY).map(entry).collect();
        let mut next = (HEADER + count * ENTRY) as u64;
        for entry in &entries {
            let end = entry.offset.checked_add(entry.length);
            if entry.offset != next || end.is_none_or(|end| end > length) {
                return Err(header_error(
                    ["section ", &entry.kind.to_string(), " does not follow the one before it"].concat(),
                ));
            }
            next += entry.length;
        }
        if next != length {
            return Err(header_error(
                ["the sections end at byte ", &next.to_string(), " of ", &length.to_string()].concat(),
            ));
        }
        Ok(Reader { bytes, entries, room: Room::of(bytes.len()) })
    }

    /// The kinds and lengths in bytes of all sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = (Kind, u64)> + '_ {
        self.entries.iter().map(|entry| (entry.kind, entry.length))
    }

    /// Whether there is such a section.
    pub fn has(&self, kind: Kind) -> bool {
        self.entries.iter().any(|entry| entry.kind == kind)
    }

    /// A section's bytes, their checksum found right.
    ///
    /// # Errors
    /// When the section is missing, altered, or packed in an unknown way.
    pub fn section(&self, kind: Kind) -> Result<&'a [u8], FormatError> {
        self.check(self.entry(kind)?)
    }

    /// Where a section ends in the archive's bytes.
    ///
    /// # Errors
    /// When the section is missing.
    pub fn end(&self, kind: Kind) -> Result<usize, FormatError> {
        let Entry { offset, length, .. } = self.entry(kind)?;
        usize::try_from(offset + length).map_err(|_| FormatError::Missing(kind))
    }

    fn entry(&self, kind: Kind) -> Result<&Entry, FormatError> {
        self.entries.iter().find(|entry| entry.kind == kind).ok_or(FormatError::Missing(kind))
    }

    /// A section's bytes to be read. All sections share one [`Room`].
    ///
    /// # Errors
    /// As for [`Reader::section`].
    pub fn decoder(&self, kind: Kind) -> Result<Decoder<'a>, FormatError> {
        Ok(Decoder::within(self.section(kind)?, self.room.clone()))
    }

    /// What a section holds.
    ///
    /// # Errors
    /// As for [`Reader::section`], and when the section is not what is read from it.
    pub fn decode<T>(&self, kind: Kind, value: impl FnOnce(&mut Decoder<'a>) -> T) -> Result<T, FormatError> {
        let mut from = self.decoder(kind)?;
        let value = value(&mut from);
        from.finish().map(|()| value).map_err(|why| FormatError::malformed(kind, why))
    }

    /// Checks every section, known or not.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn verify(&self) -> Result<(), FormatError> {
        self.entries.iter().try_for_each(|entry| self.check(entry).map(drop))
    }

    fn check(&self, entry: &Entry) -> Result<&'a [u8], FormatError> {
        // The table's offsets were held against the length of the bytes when it was opened.
        let range = usize::try_from(entry.offset).ok().zip(usize::try_from(entry.length).ok());
        let bytes = range.and_then(|(offset, length)| self.bytes.get(offset..)?.get(..length));
        let bytes = bytes.ok_or(FormatError::Missing(entry.kind))?;
        let found = checksum(&[bytes]);
        if found != entry.checksum {
            return Err(FormatError::Checksum {
                part: format!("section {}", entry.kind),
                expected: entry.checksum,
                found,
            });
        }
        if entry.codec != STORED {
            return Err(FormatError::Codec { section: entry.kind, found: entry.codec });
        }
        if entry.decoded != entry.length {
            return Err(FormatError::malformed(entry.kind, "it is stored as it is and has two lengths"));
        }
        Ok(bytes)
    }
}

fn cut(expected: usize, bytes: &[u8]) -> FormatError {
    FormatError::Length { expected: expected as u64, found: bytes.len() as u64 }
}

fn header_error(why: String) -> FormatError {
    FormatError::Malformed { part: "the header".into(), why }
}

fn entry(bytes: &[u8]) -> Entry {
    let [codec] = array(bytes, 4);
    Entry {
        kind: Kind(array(bytes, 0)),
        codec,
        offset: number(bytes, 8),
        length: number(bytes, 16),
        decoded: number(bytes, 24),
        checksum: number(bytes, 32),
    }
}

fn number(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(array(bytes, at))
}

/// `N` bytes of a header or entry whose length is known.
fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().unwrap_or([0; N])
}
