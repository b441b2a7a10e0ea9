//! What the indexer and the browser must do alike: folding, cutting into terms, reading numerals. And what reading alone
//! needs in several places: what OCR and mirrors spoilt, undone; the words of the language.

#[cfg(feature = "cli")]
mod by_char;
#[cfg(feature = "cli")]
mod dictionary;
mod fold;
pub mod noise;
mod numeral;
mod term;

#[cfg(feature = "cli")]
pub use by_char::ByChar;
#[cfg(feature = "cli")]
pub use dictionary::dictionary;
pub use fold::{Folding, fold, fold_char};
pub use numeral::{Numeral, NumeralForm, arabic_digit, chinese_digit, numeral_at, parse_numeral, scale_unit};
pub use term::{GAP, Term, cut, is_han, is_word, terms};
