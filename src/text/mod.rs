//! Folding, terms and numerals.
