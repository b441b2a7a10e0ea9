//! The section of an archive that holds its folding, with a right checksum over anything.

#![no_main]

use baoyan::format::Kind;
use baoyan_fuzz::archives::ask_with_section;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| ask_with_section(Kind::FOLDING, bytes));
