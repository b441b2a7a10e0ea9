//! Archives: as they are, and with every checksum put right, so that what lies behind them is reached.

#![no_main]

use baoyan::format::checksum;
use baoyan_fuzz::archives::ask;
use libfuzzer_sys::fuzz_target;

const HEADER: usize = 32;
const CHECKED: usize = 24;
const ENTRY: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    ask(bytes);
    let mut mended = bytes.to_vec();
    if mend(&mut mended).is_some() {
        ask(&mended);
    }
});

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
