//! The native integration tests, in one binary.

mod house;
