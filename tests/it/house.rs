//! Holds the house of `src/lib.rs`: which folder may import which, where the browser and the disk may be named, and what
//! a file may not be called. The rules on imports are read from the table in the documentation of `src/lib.rs` itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

const BROWSER: [&str; 7] =
    ["gloo", "js_sys", "serde_wasm_bindgen", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew"];
/// What works on an archive that is open.
const FOLDED_BY_ARCHIVE: [&str; 5] = ["query", "index", "engine", "view", "web"];
const CATCH_ALLS: [&str; 3] = ["common", "helpers", "utils"];

/// Folder → the folders it may import.
type Table = BTreeMap<String, BTreeSet<String>>;

/// The rows of the table, such as ``//! | [`text`] | folding, terms | model |``.
fn table(lib: &str) -> Table {
    lib.lines()
        .filter_map(|line| {
            let cells: Vec<_> = line.strip_prefix("//! |")?.split('|').map(str::trim).collect();
            let [folder, _, imports, ""] = cells[..] else { return None };
            let folder = folder.split('`').nth(1)?;
            let imports = imports.split(',').map(str::trim).filter(|name| !name.is_empty());
            Some((folder.to_owned(), imports.map(str::to_owned).collect()))
        })
        .collect()
}

/// The modules that `src/lib.rs` declares.
fn declared(lib: &str) -> BTreeSet<String> {
    lib.lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// One source file below `src/`.
struct Source {
    path: PathBuf,
    tokens: TokenStream,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let tokens = text.parse().unwrap_or_else(|error| panic!("{path} cannot be read as Rust: {error}"));
        Source { path: path.into(), tokens }
    }

    /// The module that the file is: `["text", "fold"]` for `text/fold.rs`, `["text"]` for `text/mod.rs`.
    fn module(&self) -> Vec<String> {
        let path = self.path.with_extension("");
        let mut parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
            parts.pop();
        }
        parts
    }

    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The top-level modules of the library that it names, its own among them.
    fn imports(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        if self.is_in("bin") {
            paths_below("baoyan", &self.tokens, &mut found);
        } else {
            imports_of(&self.tokens, self.module().len(), &mut found);
        }
        found
    }

    /// Every word of its code: comments and strings are not among them.
    fn words(&self) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        words_of(&self.tokens, &mut words);
        words
    }
}

fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

fn is_path_separator(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(a), TokenTree::Punct(b), ..] if a.as_char() == ':' && b.as_char() == ':')
}

/// The first words of the paths that begin here, behind a `::`: one, or those of a group in braces. Anything else (`*`)
/// is given as it is, and no table allows it.
fn heads(tokens: &[TokenTree], found: &mut BTreeSet<String>) {
    match tokens.first() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
            inner.split(is_comma).for_each(|path| heads(path, found));
        }
        Some(token) => {
            found.insert(token.to_string());
        }
        None => {}
    }
}

/// What follows `root::`, wherever it stands.
fn paths_below(root: &str, tokens: &TokenStream, found: &mut BTreeSet<String>) {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    for (i, token) in tokens.iter().enumerate() {
        let rest = &tokens[i + 1..];
        match token {
            TokenTree::Group(group) => paths_below(root, &group.stream(), found),
            TokenTree::Ident(name) if *name == root && is_path_separator(rest) => heads(&rest[2..], found),
            _ => {}
        }
    }
}

/// What follows `crate::`, and what follows as many `super::` as lead out of the crate's top-level modules, in a module
/// that lies `depth` below the crate.
fn imports_of(tokens: &TokenStream, depth: usize, found: &mut BTreeSet<String>) {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut i = 0;
    while i < tokens.len() {
        match &tokens[i] {
            TokenTree::Group(group) => {
                let is_module = i >= 2 && ident(tokens.get(i - 2)).is_some_and(|word| word == "mod");
                imports_of(&group.stream(), depth + usize::from(is_module), found);
            }
            TokenTree::Ident(word) if *word == "crate" && is_path_separator(&tokens[i + 1..]) => {
                heads(&tokens[i + 3..], found);
            }
            TokenTree::Ident(word) if *word == "super" => {
                let mut ups = 1;
                while is_path_separator(&tokens[i + 1..])
                    && ident(tokens.get(i + 3)).is_some_and(|word| word == "super")
                {
                    ups += 1;
                    i += 3;
                }
                if ups >= depth && is_path_separator(&tokens[i + 1..]) {
                    heads(&tokens[i + 3..], found);
                }
            }
            _ => {}
        }
        i += 1;
    }
}

fn words_of(tokens: &TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => words_of(&group.stream(), words),
            TokenTree::Ident(word) => {
                words.insert(word.to_string());
            }
            _ => {}
        }
    }
}

/// All that is wrong with a file, a sentence each.
fn faults(source: &Source, table: &Table) -> Vec<String> {
    let path = source.path.display();
    let mut faults = Vec::new();
    let module = source.module();
    let home = module.first().map_or("", String::as_str);
    let imports = source.imports();
    if source.is_in("bin") {
        let unknown = imports.iter().filter(|name| !table.contains_key(*name));
        faults.extend(unknown.map(|name| format!("{path} names {name}, which is no folder of the library")));
    } else if !home.is_empty() {
        let Some(allowed) = table.get(home) else {
            return vec![format!("{path} lies in {home}, which the table of src/lib.rs does not have")];
        };
        let forbidden = imports.iter().filter(|name| *name != home && !allowed.contains(*name));
        faults.extend(forbidden.map(|name| format!("{path} imports {name}, which {home} may not")));
    }
    if !source.is_in("web") && source.path != Path::new("bin/app.rs") {
        let words = source.words();
        let named = BROWSER.iter().filter(|name| words.contains(**name));
        faults.extend(named.map(|name| format!("{path} names {name}: only web and bin/app.rs know the browser")));
    }
    // Drawings are compared with files: a module of tests.
    let is_golden = module.last().is_some_and(|name| name == "golden");
    if !source.is_in("bin/baoyan") && !source.is_in("ingest") && !is_golden {
        let mut std_modules = BTreeSet::new();
        paths_below("std", &source.tokens, &mut std_modules);
        let named = std_modules.iter().filter(|name| *name == "fs" || *name == "net");
        faults.extend(named.map(|name| format!("{path} names std::{name}: only bin/baoyan and ingest touch the disk")));
    }
    // An archive is searched by the folding that it carries; tests compare with the whole table.
    let is_test = module.last().is_some_and(|name| name == "tests");
    if FOLDED_BY_ARCHIVE.iter().any(|folder| source.is_in(folder)) && !is_test {
        let mut of_text = BTreeSet::new();
        paths_below("text", &source.tokens, &mut of_text);
        let named = of_text.iter().filter(|name| *name == "fold" || *name == "fold_char");
        faults.extend(named.map(|name| format!("{path} names text::{name}: it folds by the archive's Folding alone")));
    }
    let called = module.last().filter(|name| CATCH_ALLS.contains(&name.as_str()));
    faults.extend(called.map(|name| format!("{path} is called {name}: name it by the noun it holds")));
    faults
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
                sources.push(Source::new(name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources
}

fn house_table() -> Table {
    table(include_str!("../../src/lib.rs"))
}

#[test]
fn every_file_keeps_to_the_house() {
    let table = house_table();
    let sources = sources();
    let faults: Vec<_> = sources.iter().flat_map(|source| faults(source, &table)).collect();
    assert!(sources.len() > 20, "only {} files were found", sources.len());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_table_has_every_folder_and_no_other() {
    let table = house_table();
    assert_eq!(table.keys().cloned().collect::<BTreeSet<_>>(), declared(include_str!("../../src/lib.rs")));
    for (folder, imports) in &table {
        let unknown: Vec<_> = imports.iter().filter(|name| !table.contains_key(*name)).collect();
        assert!(unknown.is_empty(), "{folder} may import {unknown:?}, which are no folders");
    }
}

/// Each rule finds its fault in a small bad file, and nothing in a good one.
#[test]
fn each_rule_finds_its_fault() {
    let table = house_table();
    let count = |path: &str, text: &str| faults(&Source::new(path, text), &table).len();

    for (path, bad) in [
        ("text/fold.rs", "use crate::query::Query;"),
        ("text/fold.rs", "use crate::{model::Span, query::{Query, parse}};"),
        ("text/fold.rs", "fn f() -> crate::index::Lexicon { todo!() }"),
        ("text/fold.rs", "use super::super::index::Lexicon;"),
        ("text/mod.rs", "use super::index;"),
        ("text/mod.rs", "mod tests { use super::super::{model, index}; }"),
        ("text/fold.rs", "macro_rules! m { () => { $crate::engine::open() }; }"),
        ("model/day.rs", "use crate::*;"),
        ("attic/box.rs", "struct Box;"),
        ("bin/baoyan/stats.rs", "use baoyan::attic::Box;"),
        ("view/state.rs", "use web_sys::Document;"),
        ("bin/baoyan/main.rs", "fn f(v: wasm_bindgen::JsValue) {}"),
        ("engine/mod.rs", "use std::{collections::BTreeMap, fs::File};"),
        ("bin/app.rs", "use std::net::TcpStream;"),
        ("text/utils.rs", ""),
        ("query/helpers/mod.rs", ""),
        ("query/parse.rs", "use crate::text::{Term, fold_char};"),
        ("engine/archive.rs", "fn f(text: &str) -> String { crate::text::fold(text) }"),
    ] {
        assert_eq!(count(path, bad), 1, "{path}: {bad}");
    }

    for (path, good) in [
        ("text/fold.rs", "use super::term; use crate::model::Span; mod tests { use super::*; }"),
        ("text/fold.rs", "// crate::query and web_sys\n/// See [`crate::query`].\nconst A: &str = \"crate::query\";"),
        ("text/mod.rs", "pub(crate) mod a { use super::term; } pub(super) struct A;"),
        ("query/score/mod.rs", "use super::super::text::cut;"),
        ("web/search_box.rs", "use yew::prelude::*; use crate::view::State;"),
        ("bin/baoyan/index.rs", "use std::fs; use baoyan::{ingest, format};"),
        ("bin/app.rs", "fn main() { baoyan::web::mount(); yew::set_custom_panic_hook(); }"),
        ("lib.rs", "pub mod text;"),
        ("query/find.rs", "use crate::text::{Folding, cut};"),
        ("engine/tests.rs", "use crate::text::fold;"),
    ] {
        assert_eq!(count(path, good), 0, "{path}: {good}");
    }
}
