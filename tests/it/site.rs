//! A site as a newsroom makes it: what is written, what stays as it was, what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::cli::{Folder, PAGE, Run, baoyan, region};

/// The least that a built page has.
pub fn page(folder: &Folder) -> String {
    let index = r#"<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8"><title>报眼</title>
  <link rel="stylesheet" href="./page-0123456789abcdef.css">
  <script type="module" src="./start-0123456789abcdef.js"></script></head>
  <body><baoyan-archive page lang="zh-CN"><p>…</p></baoyan-archive></body>
</html>"#;
    folder.file("page/index.html", index);
    folder.file("page/page-0123456789abcdef.css", "body { margin: 0 }");
    folder.file("page/start-0123456789abcdef.js", "import './app-0123456789abcdef.js'; // </script>");
    folder.file("page/app-0123456789abcdef.js", "export {};");
    folder.file("page/icons/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    folder
        .file("page/manifest.webmanifest", r#"{ "name": "报眼", "shortcuts": [{ "name": "检索文章", "url": "./" }] }"#);
    folder.file("page/sw.js", include_str!("../../static/sw.js"));
    folder.path("page")
}

fn site(folder: &Folder, pages: &str, more: &[&str]) -> Run {
    let (page, out, region) = (page(folder), folder.path("site"), region());
    let args = ["site", pages, "--out", &out, "--page", &page, "--region", &region, "--issue-date", "2024-03-05"];
    baoyan(&[&args[..], more].concat())
}

/// Every file of a folder, by its path.
fn files(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    let root = folder.path("site");
    collect(root.as_ref(), root.as_ref(), &mut files);
    files
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is not among {:?}", files.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

fn articles(files: &BTreeMap<String, Vec<u8>>) -> Vec<&String> {
    files.keys().filter(|path| path.starts_with("articles/paper-")).collect()
}

#[test]
fn a_site_shows_everything_without_javascript() {
    let folder = Folder::new();
    site(&folder, &folder.file("news/page.txt", PAGE), &["--title", "青禾日报"]).done();
    let files = files(&folder);
    let index = text(&files, "index.html");
    for expected in
        ["<title>青禾日报</title>", "“清溪行动”护碧水", "“春雨课堂”送到村头", "<th scope=\"row\">云溪县</th>"]
    {
        assert!(index.contains(expected) || index.contains(&expected.replace('"', "&quot;")), "{expected}\n{index}");
    }
    assert_eq!(index.matches("<svg ").count(), 2);
    assert_eq!(index.matches("<table>").count(), 2);
    assert!(!index.contains("<style"), "a strict policy allows no style inside a document");
    assert!(index.contains("<baoyan-archive page=\"\" lang=\"zh-CN\" src=\"archive/\" publication=\"青禾日报\">"));

    let articles = articles(&files);
    assert_eq!(articles.len(), 2, "{articles:?}");
    assert!(articles[0].starts_with("articles/paper-2024-03-05-0-1-"), "{articles:?}");
    for path in articles {
        assert!(index.contains(&format!("href=\"./{path}\"")), "{path} is not linked");
        let article = text(&files, path);
        assert!(article.contains("\"@type\":\"NewsArticle\""));
        assert!(article.contains("name=\"citation_title\""));
    }
    assert!(text(&files, "feed.xml").contains("<title>青禾日报</title>"));
    assert_eq!(files.keys().filter(|path| path.starts_with("feeds/")).count(), 2, "a feed for each county");
    assert!(text(&files, "articles/2024-03.html").contains("“春雨课堂”"));
    assert!(!text(&files, "sw.js").contains("files: []"), "the worker knows its files");
}

#[test]
fn the_newest_come_first_and_what_has_no_date_last() {
    let folder = Folder::new();
    let dates = [("甲", "2024-03-05"), ("乙", "2024-03-06"), ("丙", "2024-03-05"), ("丁", ""), ("戊", "2024-02")];
    let line = |(name, date): (&str, &str)| {
        let date = if date.is_empty() { String::new() } else { format!(",\"date\":\"{date}\"") };
        format!("{{\"id\":\"{name}\",\"title\":\"{name}河清了\",\"body\":\"河水清了。\"{date}}}\n")
    };
    let pages = folder.file("news/all.jsonl", dates.map(line).concat());
    let (page, out, region) = (page(&folder), folder.path("site"), region());
    let base = "https://news.example/";
    baoyan(&["site", &pages, "--out", &out, "--page", &page, "--region", &region, "--base-url", base]).done();
    let files = files(&folder);
    let path = |name: &str| {
        let titled = |path: &&String| path.starts_with("articles/paper-") && text(&files, path).contains(name);
        files.keys().find(titled).unwrap().clone()
    };
    for list in ["index.html", "feed.xml", "sitemap.xml"] {
        let list = text(&files, list);
        let places = ["乙河", "甲河", "丙河", "戊河", "丁河"].map(|name| list.find(&path(name)).unwrap());
        assert!(places.is_sorted(), "{places:?} in {list}");
    }
    let by_month = ["2024-03", "2024-02", "undated"].map(|month| text(&files, &format!("articles/{month}.html")));
    assert_eq!(by_month.each_ref().map(|list| list.matches("<h3>").count()), [3, 1, 1]);
}

#[test]
fn addresses_are_whole_where_the_sites_own_is_known() {
    let folder = Folder::new();
    let base = "https://news.example/archive";
    site(&folder, &folder.file("news/page.txt", PAGE), &["--base-url", base]).done();
    let files = files(&folder);
    let path = articles(&files)[0].clone();
    let address = format!("{base}/{path}");
    assert!(text(&files, &path).contains(&format!("rel=\"canonical\" href=\"{address}\"")));
    assert!(text(&files, "sitemap.xml").contains(&format!("<loc>{address}</loc>")));
    assert!(text(&files, "robots.txt").contains("Sitemap: https://news.example/archive/sitemap.xml"));
    assert!(text(&files, "feed.xml").contains(&address));
    assert!(text(&files, "opensearch.xml").contains("template=\"https://news.example/archive/?q={searchTerms}\""));
    let oembed: serde_json::Value = serde_json::from_str(&text(&files, "oembed.json")).unwrap();
    assert_eq!(oembed["type"], "rich");
}

#[test]
fn a_rebuild_leaves_unchanged_files_alone_and_an_address_stays() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    site(&folder, &pages, &[]).done();
    let first = files(&folder);
    site(&folder, &pages, &[]).done().said(0, &["0 written"]);
    assert_eq!(first, files(&folder));

    // Tomorrow's page, with a name that sorts before the others.
    folder.file("news/a.txt", PAGE.replace("清溪", "绿水").replace("春雨", "秋实"));
    site(&folder, &folder.path("news"), &[]).done();
    let second = files(&folder);
    for path in articles(&first) {
        assert_eq!(first[path], second[path], "{path}");
    }
    assert_eq!(articles(&second).len(), 4);

    // What is no longer there goes; what is not ours stays.
    folder.file("site/CNAME", "news.example");
    fs::remove_file(folder.path("news/a.txt")).unwrap();
    site(&folder, &folder.path("news"), &[]).done().said(0, &["removed"]);
    let mut third = files(&folder);
    assert!(third.remove("CNAME").is_some());
    assert_eq!(first, third);
}

#[test]
fn what_is_of_others_is_not_overwritten() {
    let folder = Folder::new();
    folder.file("site/index.html", "<p>not ours");
    let run = site(&folder, &folder.file("news/page.txt", PAGE), &[]);
    run.said(2, &["index.html", "is not of this site", "another folder"]);
    assert_eq!(files(&folder).into_iter().collect::<Vec<_>>(), [("index.html".to_owned(), b"<p>not ours".to_vec())]);
}

#[test]
fn an_interrupted_run_is_taken_up_again() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    site(&folder, &pages, &[]).done();
    let whole = files(&folder);
    // As a run leaves it that was killed while it wrote: files aside, one of them not whole.
    folder.file("site/1.tmp/0", "<!doctype");
    folder.file("site/1.tmp/lock", "");
    site(&folder, &pages, &[]).done();
    assert_eq!(whole, files(&folder));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = r#"</script><img src=x onerror=alert(1)>"'><svg onload=alert(2)>]]>"#;
    let line = serde_json::json!({
        "id": format!("../../{hostile}"), "title": hostile, "body": format!("{hostile}\n{hostile}"), "county": hostile,
        "reporters": [hostile], "page": hostile, "date": "2024-03-05", "url": "javascript:alert(3)",
    });
    let folder = Folder::new();
    let title = format!("--title={hostile}");
    site(&folder, &folder.file("news/a.jsonl", line.to_string()), &[&title, "--base-url", "https://news.example/"])
        .done();
    for (path, bytes) in files(&folder) {
        assert!(path.is_ascii() && !path.contains(['<', '"', ' ']), "{path}");
        if path.ends_with(".html") || path.ends_with(".xml") {
            let text = String::from_utf8(bytes).unwrap();
            for wrong in ["<img", "<svg onload", "javascript:", "]]>"] {
                assert!(!text.contains(wrong), "{path} has {wrong}:\n{text}");
            }
        }
    }
}

#[test]
fn settings_come_from_a_file_and_wrong_ones_are_named() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    for (options, words) in [
        (["--base-url", "news.example"], ["base-url", "https://news.example/archive/"]),
        (["--url-template", "https://a.example/{who}"], ["url-template", "{who}"]),
        (["--lang", "fr"], ["lang", "zh-CN"]),
        (["--paper", "青禾"], ["paper", "small letters"]),
    ] {
        site(&folder, &pages, &options).said(2, &words);
    }
    let without = baoyan(&["site", &pages, "--out", &folder.path("out"), "--page", &folder.path("news")]);
    without.said(1, &["no built page", "./dev build"]);
    assert!(!Path::new(&folder.path("out")).exists());

    folder.file(
        "baoyan.toml",
        "title = \"青禾日报\"\nurl-template = \"https://q.example/{year}/{number}\"\npaper = \"qinghe\"\n",
    );
    let (page, region) = (page(&folder), region());
    let run = Command::new(env!("CARGO_BIN_EXE_baoyan"))
        .current_dir(folder.path(""))
        .env("XDG_CACHE_HOME", "/dev/null")
        .args(["site", "news", "--out", "site", "--page", &page, "--region", &region, "--issue-date", "2024-03-05"])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let files = files(&folder);
    assert!(text(&files, "index.html").contains("<title>青禾日报</title>"));
    let path = files.keys().find(|path| path.starts_with("articles/qinghe-")).unwrap();
    assert!(text(&files, path).contains("href=\"https://q.example/2024/1\""));

    folder.file("baoyan.toml", "titel = \"青禾日报\"\n");
    let wrong = Command::new(env!("CARGO_BIN_EXE_baoyan"))
        .current_dir(folder.path(""))
        .env("XDG_CACHE_HOME", "/dev/null")
        .args(["site", "news", "--out", "site", "--page", &page])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("baoyan.toml"));
}

#[test]
fn a_single_file_names_no_other() {
    let folder = Folder::new();
    let (page, out) = (page(&folder), folder.path("one.html"));
    let pages = folder.file("news/page.txt", PAGE);
    baoyan(&["site", &pages, "--single-file", &out, "--page", &page, "--region", &region()]).done();
    let document = fs::read_to_string(out).unwrap();
    assert!(document.contains("import 'data:text/javascript;base64,"));
    assert!(document.contains("src=\"data:application/octet-stream;base64,"));
    assert!(!document.contains("\"./") && !document.contains("'./"), "{document}");
    assert_eq!(document.matches("</script>").count(), 1);
}

/// Files may not grow beyond a few blocks: what is left is what a full disk gives.
#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_the_old_site_still_works() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    site(&folder, &pages, &[]).done();
    let before = files(&folder);
    folder.file("news/page.txt", PAGE.replace("清溪", "绿水"));
    let (page, out) = (folder.path("page"), folder.path("site"));
    let run = Command::new("sh")
        .env("XDG_CACHE_HOME", "/dev/null")
        .args(["-c", "trap '' XFSZ; ulimit -f 6; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_baoyan")])
        .args(["site", &pages, "--out", &out, "--page", &page, "--region", &region(), "--issue-date", "2024-03-05"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(1), "{said}");
    assert!(said.contains(&out) && said.contains("what stood there still works") && said.contains("large"), "{said}");
    // The record tells of what was to come, too, so that the next run knows it for its own.
    let but_record = |mut files: BTreeMap<String, Vec<u8>>| {
        files.remove("site.json");
        files
    };
    assert_eq!(but_record(files(&folder)), but_record(before));
    site(&folder, &pages, &[]).done();
    assert!(text(&files(&folder), "index.html").contains("绿水行动"));
}

#[test]
fn two_sites_at_once_do_not_mix() {
    let folder = Folder::new();
    let (page, out) = (page(&folder), folder.path("site"));
    let news = ["清溪", "绿水"].map(|name| folder.file(&format!("{name}/page.txt"), PAGE.replace("清溪", name)));
    let write = |pages: &String| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_baoyan"));
        run.args(["site", pages, "--out", &out, "--page", &page, "--region", &region(), "--issue-date", "2024-03-05"]);
        run.env("XDG_CACHE_HOME", "/dev/null").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for _ in 0..3 {
        let runs = news.each_ref().map(write).map(|run| run.wait_with_output().unwrap());
        // The second waits for the first.
        for run in &runs {
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        }
        let files = files(&folder);
        let shown = ["清溪行动", "绿水行动"].map(|name| text(&files, "index.html").contains(name));
        assert!(shown[0] != shown[1], "one or the other");
        assert!(!files.keys().any(|path| path.contains(".tmp")));
    }
}

#[test]
fn a_large_archive_is_published_to_be_fetched_by_need() {
    let folder = Folder::new();
    let body = "云溪县清理河道六条，群众点赞。".repeat(2_000);
    let line = |at: usize| {
        format!("{{\"id\":\"n{at}\",\"title\":\"第{at}号消息\",\"date\":\"2024-03-05\",\"body\":\"{body}\"}}\n")
    };
    site(&folder, &folder.file("news/all.jsonl", (0..30).map(line).collect::<String>()), &[]).done();
    let files = files(&folder);
    let worker = text(&files, "sw.js");
    let (_, groups) = worker.split_once("\"groups\":").unwrap();
    let (groups, _) = groups.split_once("};").unwrap();
    let groups: Vec<(String, usize, usize)> = serde_json::from_str(groups).unwrap();
    let parts = |group: &str| files.iter().filter(|(path, _)| path.starts_with(&format!("archive/{group}/"))).collect();
    for (group, count, bytes) in &groups {
        let parts: Vec<(&String, &Vec<u8>)> = parts(group);
        assert_eq!((parts.len(), parts.iter().map(|(_, part)| part.len()).sum()), (*count, *bytes), "{group}");
    }
    let all: usize = groups.iter().map(|(_, count, _)| count).sum();
    assert_eq!(files.keys().filter(|path| path.starts_with("archive/")).count(), all + 1);
    assert!(worker.contains("archive/archive.baoyan") && worker.len() < 40_000, "{} bytes", worker.len());
    baoyan(&["check", &folder.path("site/archive")]).done();
}
