//! Queries: parse, match, score, facets, snippet.
