//! Pure charts: a spec becomes scales, marks, a scene, and SVG text; no browser is needed.
