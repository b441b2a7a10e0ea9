//! One native integration binary.
