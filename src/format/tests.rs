use proptest::prelude::*;

use super::*;

fn sample() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.section(Kind::META, b"about".to_vec());
    writer.section(Kind::TEXT, "云溪县的文字".as_bytes().to_vec());
    writer.section(Kind::FACTS, Vec::new());
    writer.finish()
}

/// Opens, and reads everything there is.
fn read(bytes: &[u8]) -> Result<(), FormatError> {
    let reader = Reader::open(bytes)?;
    reader.verify()?;
    for kind in [Kind::META, Kind::TEXT, Kind::FACTS] {
        reader.section(kind)?;
    }
    Ok(())
}

/// Test vectors of its authors.
#[test]
fn the_checksum_is_fnv_1a() {
    assert_eq!(checksum(&[]), 0xcbf2_9ce4_8422_2325);
    assert_eq!(checksum(&[b"a"]), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(checksum(&[b"foo", b"bar"]), 0x8594_4171_f739_67e8);
}

#[test]
fn sections_come_back() {
    let bytes = sample();
    let reader = Reader::open(&bytes).unwrap();
    assert_eq!(reader.section(Kind::META).unwrap(), b"about");
    assert_eq!(reader.section(Kind::TEXT).unwrap(), "云溪县的文字".as_bytes());
    assert_eq!(reader.section(Kind::FACTS).unwrap(), b"");
    assert_eq!(reader.section(Kind::DOCUMENTS), Err(FormatError::Missing(Kind::DOCUMENTS)));
    assert_eq!(reader.sections().map(|(_, length)| length).sum::<u64>(), 5 + 18);
}

#[test]
fn every_flipped_bit_is_found() {
    let good = sample();
    for at in 0..good.len() * 8 {
        let mut bad = good.clone();
        bad[at / 8] ^= 1 << (at % 8);
        assert!(read(&bad).is_err(), "bit {at} was flipped unnoticed");
    }
}

#[test]
fn every_cut_and_every_tail_is_found() {
    let good = sample();
    for end in 0..good.len() {
        assert!(read(&good[..end]).is_err(), "{end} of {} bytes passed", good.len());
    }
    let mut long = good.clone();
    long.push(0);
    assert_eq!(read(&long).unwrap_err().code(), "integrity");
}

#[test]
fn failures_have_the_code_that_tells_them_apart() {
    assert_eq!(read(b"<!DOCTYPE html>").unwrap_err().code(), "corrupt");
    assert_eq!(read(b"").unwrap_err().code(), "corrupt");
    let mut later = sample();
    later[8] = 2;
    assert_eq!(read(&later), Err(FormatError::Version { found: 2 }));
    let mut altered = sample();
    *altered.last_mut().unwrap() ^= 1;
    let error = read(&altered).unwrap_err();
    assert_eq!(error.code(), "integrity");
    assert!(error.to_string().contains("section TEXT"), "{error}");
}

proptest! {
    #[test]
    fn hostile_bytes_never_panic(tail in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(tail);
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn any_sections_come_back(sections in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..50), 0..5)) {
        let mut writer = Writer::new();
        for (at, bytes) in sections.iter().enumerate() {
            writer.section(Kind([b'S', b'0' + at as u8, b'_', b'_']), bytes.clone());
        }
        let bytes = writer.finish();
        let reader = Reader::open(&bytes).unwrap();
        prop_assert_eq!(reader.verify(), Ok(()));
        for (at, expect) in sections.iter().enumerate() {
            prop_assert_eq!(reader.section(Kind([b'S', b'0' + at as u8, b'_', b'_'])).unwrap(), &expect[..]);
        }
    }
}
