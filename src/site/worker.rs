use serde_json::json;

use super::{File, digest};

/// The line of the service worker that its list of files takes the place of.
pub const PLACE: &str = "const SITE = { build: '', files: [] };";

/// The element of the document that says which build it is of; the worker takes no document of another one.
const BUILD: &str = "</head>";

/// Up to here an archive is kept with the page; a larger one only where the reader asks for it, or as it is used.
const WHOLE: usize = 8_000_000;

/// The documents and the service worker of a site: all know the same build, a digest of everything that works offline. `shell`
/// are the files that the page needs, `archive` those that it reads.
pub fn worker(worker: &str, document: &str, shell: &[&File], archive: &[File]) -> [File; 2] {
    let small = archive.iter().map(|file| file.bytes.len()).sum::<usize>() <= WHOLE;
    let row = |file: &File, needed: bool| json!([file.path, digest(&file.bytes), file.bytes.len(), needed]);
    let mut files: Vec<serde_json::Value> = shell.iter().map(|file| row(file, true)).collect();
    files.extend(archive.iter().map(|file| row(file, small)));
    let all = json!([files, digest(document.as_bytes()), digest(worker.as_bytes())]).to_string();
    let build: String = digest(all.as_bytes()).chars().take(16).collect();
    let document = document.replacen(BUILD, &format!("<meta name=\"baoyan-build\" content=\"{build}\"/>\n{BUILD}"), 1);
    files.insert(0, json!(["", "", document.len(), true]));
    let list = format!("const SITE = {};", json!({ "build": build, "files": files }));
    [File::new("sw.js", worker.replacen(PLACE, &list, 1)), File::new("index.html", document)]
}
