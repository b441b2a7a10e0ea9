use std::fs;
use std::path::{Path, PathBuf};

use crate::model::Problem;

/// The endings of the names of files that can be read.
const READABLE: [&str; 8] = ["txt", "md", "html", "htm", "jsonl", "xml", "rss", "atom"];

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path as given or found, for messages and for opening it.
    pub path: String,
    /// Its base name.
    pub document: String,
}

impl Source {
    /// The source at a path.
    pub fn new(path: &Path) -> Self {
        let document = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Source { path: path.to_string_lossy().into_owned(), document }
    }

    /// Whether it has an article on each line.
    pub fn is_in_lines(&self) -> bool {
        self.extension() == "jsonl"
    }

    /// The ending of its name in lower case, without the dot; empty where it has none.
    pub(super) fn extension(&self) -> String {
        Path::new(&self.document).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
    }

    pub(super) fn problem(&self, line: Option<u32>, what: impl Into<String>, mend: impl Into<String>) -> Problem {
        Problem { path: self.path.clone(), line, what: what.into(), mend: mend.into() }
    }
}

/// Walks files and folders, and keeps what can be read (`.txt`, `.md`, `.html`, `.htm`, `.jsonl`, and feeds as `.xml`, `.rss`,
/// `.atom`).
///
/// Folders are walked whole, in the order of their paths; hidden files and files of other kinds in them are passed
/// over. A symbolic link to a file is read; one to a folder is not followed, so that no circle is walked. Reported
/// are: a path that is not there, a folder or file that may not be read, a file given by name that is of no kind we
/// read, and a folder with nothing to read in it.
pub fn walk(paths: &[PathBuf]) -> (Vec<Source>, Vec<Problem>) {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let before = (sources.len(), problems.len());
                walk_folder(path, &mut sources, &mut problems);
                if before == (sources.len(), problems.len()) {
                    problems.push(Source::new(path).problem(
                        None,
                        "the folder has no file that can be read",
                        "give a folder with .txt, .md, .html, .jsonl or .xml files",
                    ));
                }
            }
            Ok(_) if is_readable(path) => sources.push(Source::new(path)),
            Ok(_) => problems.push(Source::new(path).problem(
                None,
                "the name does not end in a kind of file that can be read",
                "give a .txt, .md, .html, .jsonl or .xml file, or rename it to one",
            )),
            Err(error) => problems.push(unreadable(path, &error)),
        }
    }
    (sources, problems)
}

/// Folders may be nested deeper than a stack is high: an explicit stack, its top the next in order.
fn walk_folder(root: &Path, sources: &mut Vec<Source>, problems: &mut Vec<Problem>) {
    let mut waiting = vec![root.to_path_buf()];
    while let Some(path) = waiting.pop() {
        let kind = if path == root { fs::metadata(&path) } else { fs::symlink_metadata(&path) };
        match kind {
            Ok(meta) if meta.is_dir() => match entries(&path) {
                Ok(found) => waiting.extend(found.into_iter().rev()),
                Err(error) => problems.push(unreadable(&path, &error)),
            },
            Ok(_) if is_readable(&path) => match fs::metadata(&path) {
                Ok(meta) if meta.is_file() => sources.push(Source::new(&path)),
                Ok(_) => {}
                Err(error) => problems.push(unreadable(&path, &error)),
            },
            Ok(_) => {}
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn is_readable(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| READABLE.contains(&ending.as_str()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    let (what, mend) = match error.kind() {
        std::io::ErrorKind::NotFound => ("there is no such file or folder".to_owned(), "check the path"),
        std::io::ErrorKind::PermissionDenied => {
            ("it may not be read: permission denied".to_owned(), "give yourself the right to read it")
        }
        _ => (format!("it cannot be read: {error}"), "check the path and the disk"),
    };
    Source::new(path).problem(None, what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("baoyan-walk-{name}-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn folders_are_walked_in_order_and_hidden_or_foreign_files_passed_over() {
        let root = folder("order");
        fs::create_dir_all(root.join("b")).unwrap();
        fs::create_dir_all(root.join(".git")).unwrap();
        for name in ["c.txt", "a.MD", "b/x.html", "b/.hidden.txt", "b/photo.jpg", ".git/y.txt"] {
            fs::write(root.join(name), "text").unwrap();
        }
        let (sources, problems) = walk(std::slice::from_ref(&root));
        let names: Vec<&str> = sources.iter().map(|source| source.document.as_str()).collect();
        assert_eq!(names, ["a.MD", "x.html", "c.txt"]);
        assert_eq!(problems, []);
        assert!(sources[1].path.ends_with("b/x.html"), "{}", sources[1].path);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_cannot_be_read_is_reported_beside_what_can() {
        let root = folder("bad");
        fs::write(root.join("good.txt"), "text").unwrap();
        fs::write(root.join("photo.jpg"), "text").unwrap();
        fs::create_dir(root.join("empty")).unwrap();
        let (sources, problems) =
            walk(&[root.join("good.txt"), root.join("photo.jpg"), root.join("missing"), root.join("empty")]);
        assert_eq!(sources.len(), 1);
        let what: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(what.len(), 3, "{what:?}");
        assert!(what[0].contains("kind of file") && what[1].contains("no such") && what[2].contains("no file"));
        fs::remove_dir_all(root).unwrap();
    }
}
