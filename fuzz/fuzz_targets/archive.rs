//! Archives: as they are, and with every checksum put right, so that what lies behind them is reached.

#![no_main]

use baoyan::engine::{Archive, Options};
use baoyan::format::checksum;
use libfuzzer_sys::fuzz_target;

const HEADER: usize = 32;
const CHECKED: usize = 24;
const ENTRY: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    try_all(bytes);
    let mut mended = bytes.to_vec();
    if mend(&mut mended).is_some() {
        try_all(&mended);
    }
});

fn try_all(bytes: &[u8]) {
    let Ok(archive) = Archive::open(bytes) else { return };
    let total = archive.documents().len();
    for query in ["", "河", "清淤", "县:云溪 年:2020..2024", "\"河水\" -渠"] {
        let answer = archive.search(query, Options::default());
        assert!(answer.total as usize <= total && answer.hits.len() <= answer.total as usize);
        archive.stats(query);
        for hit in answer.hits.iter().take(3) {
            archive.article(&hit.id, query);
        }
    }
}

/// Puts magic, version, length and checksums right; `None` where the table does not fit.
fn mend(bytes: &mut [u8]) -> Option<()> {
    let length = u64::try_from(bytes.len()).ok()?;
    bytes.get_mut(..10)?.copy_from_slice(b"BAOYAN\r\n\x01\x00");
    bytes.get_mut(16..24)?.copy_from_slice(&length.to_le_bytes());
    let sections = usize::from(u16::from_le_bytes(bytes.get(10..12)?.try_into().ok()?));
    let table = HEADER..HEADER + sections.checked_mul(ENTRY)?;
    for entry in table.clone().step_by(ENTRY) {
        let number = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let (start, size) = (usize::try_from(number(entry + 8)?).ok()?, usize::try_from(number(entry + 16)?).ok()?);
        let checksum = checksum(&[bytes.get(start..start.checked_add(size)?)?]);
        bytes.get_mut(entry + 32..entry + 40)?.copy_from_slice(&checksum.to_le_bytes());
    }
    let checksum = checksum(&[bytes.get(..CHECKED)?, bytes.get(table)?]);
    bytes.get_mut(CHECKED..HEADER)?.copy_from_slice(&checksum.to_le_bytes());
    Some(())
}
