use std::collections::BTreeMap;

use serde_json::json;

use super::{File, digest};

/// The line of the service worker that its list of files takes the place of.
pub const PLACE: &str = "const SITE = { build: '', files: [], groups: [] };";

/// The element of the document that says which build it is of; the worker takes no document of another one.
const BUILD: &str = "</head>";

/// Up to here an archive is kept with the page; a larger one only where the reader asks for it, or as it is used.
const WHOLE: usize = 8_000_000;

/// An archive beside the page.
pub struct Stored {
    /// The file that it is opened by.
    pub entry: File,
    /// Its other files, by group: how many there are, and their bytes.
    pub groups: BTreeMap<String, (usize, u64)>,
}

/// The documents and the service worker of a site: all know the same build, a digest of everything that works offline. `shell`
/// are the files that the page needs, `archive` those that it reads. Of an archive whose files are fetched by need only the one that
/// it is opened by is kept with the page; the others are listed by their groups: name, number of files, bytes.
pub fn worker(worker: &str, document: &str, shell: &[&File], archive: Option<&Stored>) -> [File; 2] {
    let row = |file: &File, needed: bool| json!([file.path, digest(&file.bytes), file.bytes.len(), needed]);
    let mut files: Vec<serde_json::Value> = shell.iter().map(|file| row(file, true)).collect();
    files.extend(archive.map(|Stored { entry, .. }| row(entry, entry.bytes.len() <= WHOLE)));
    let groups = archive.iter().flat_map(|stored| &stored.groups);
    let groups: Vec<_> = groups.map(|(group, (count, bytes))| json!([group, count, bytes])).collect();
    let all = json!([files, groups, digest(document.as_bytes()), digest(worker.as_bytes())]).to_string();
    let build: String = digest(all.as_bytes()).chars().take(16).collect();
    let document = document.replacen(BUILD, &format!("<meta name=\"baoyan-build\" content=\"{build}\"/>\n{BUILD}"), 1);
    files.insert(0, json!(["", "", document.len(), true]));
    let list = format!("const SITE = {};", json!({ "build": build, "files": files, "groups": groups }));
    [File::new("sw.js", worker.replacen(PLACE, &list, 1)), File::new("index.html", document)]
}
