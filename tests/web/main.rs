//! What must hold in a browser too: a few tests of the engine, run in headless Chromium.

#![cfg(target_arch = "wasm32")]

#[path = "../it/analysis.rs"]
mod analysis;
mod archive;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
