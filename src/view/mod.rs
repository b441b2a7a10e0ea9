//! Pure UI state: everything the page shows follows from it.
