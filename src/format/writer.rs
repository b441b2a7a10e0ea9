use super::{CHECKED, ENTRY, HEADER, Kind, MAGIC, STORED, VERSION, checksum};

/// Puts an archive together.
#[derive(Debug, Default)]
pub struct Writer {
    sections: Vec<(Kind, Vec<u8>)>,
}

impl Writer {
    /// An archive without sections.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a section; sections stand in the order in which they are added.
    pub fn section(&mut self, kind: Kind, bytes: Vec<u8>) -> &mut Self {
        self.sections.push((kind, bytes));
        self
    }

    /// The archive's bytes.
    ///
    /// # Panics
    /// With more than 65,535 sections.
    #[expect(clippy::expect_used, reason = "the kinds of sections are named in the source")]
    pub fn finish(&self) -> Vec<u8> {
        let count = u16::try_from(self.sections.len()).expect("an archive has at most 65,535 sections");
        let body = HEADER + ENTRY * self.sections.len();
        let length = body + self.sections.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();

        let mut table = Vec::with_capacity(ENTRY * self.sections.len());
        let mut offset = body as u64;
        for (kind, bytes) in &self.sections {
            let size = bytes.len() as u64;
            table.extend_from_slice(&kind.0);
            table.extend_from_slice(&[STORED, 0, 0, 0]);
            for number in [offset, size, size, checksum(&[bytes])] {
                table.extend_from_slice(&number.to_le_bytes());
            }
            offset += size;
        }

        let mut archive = Vec::with_capacity(length);
        archive.extend_from_slice(&MAGIC);
        archive.extend_from_slice(&VERSION.to_le_bytes());
        archive.extend_from_slice(&count.to_le_bytes());
        archive.extend_from_slice(&[0; 4]);
        archive.extend_from_slice(&(length as u64).to_le_bytes());
        debug_assert_eq!(archive.len(), CHECKED);
        let header = checksum(&[&archive, &table]);
        archive.extend_from_slice(&header.to_le_bytes());
        archive.extend_from_slice(&table);
        for (_, bytes) in &self.sections {
            archive.extend_from_slice(bytes);
        }
        archive
    }
}
