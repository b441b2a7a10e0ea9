//! Folding, terms and numerals.

mod numeral;

pub use numeral::{Numeral, NumeralForm, arabic_digit, chinese_digit, numeral_at, parse_numeral, scale_unit};
