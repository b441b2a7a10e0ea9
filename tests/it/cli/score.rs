//! What an editor checks a page with: the sheet of `inspect`, and `inspect --against` with scores, misses, broken labels;
//! and the floors that the reading of the sample page holds.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Folder, baoyan, region};

/// A file of the made-up page: its text or its labels.
fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/labels").join(name);
    path.to_str().unwrap().to_owned()
}

fn field<'a>(score: &'a Value, name: &str) -> &'a Value {
    let fields = score["fields"].as_array().unwrap();
    fields.iter().find(|field| field["field"] == name).unwrap_or_else(|| panic!("no field {name}"))
}

#[test]
fn a_page_is_scored_field_by_field() {
    let (page, labels) = (fixture("page.txt"), fixture("page.json"));
    let args = ["inspect", &page, "--region", &region(), "--issue-date", "2024-03", "--against", &labels];
    let report = baoyan(&[&args[..], &["--format", "json"]].concat()).done().json();
    let score = &report["scores"][0];
    assert_eq!(score["document"], "page.txt");
    for name in ["articles", "titles", "reporters", "correspondents", "counties"] {
        assert_eq!(field(score, name)["f1"], 1.0, "{name}: {}", field(score, name));
    }
    // The labels of the fixture claim a photographer that the page does not have.
    let photographers = field(score, "photographers");
    assert_eq!([&photographers["expected"], &photographers["found"], &photographers["right"]], [2, 1, 1]);
    assert_eq!(photographers["slips"][0]["kind"], "missed");
    assert_eq!(photographers["slips"][0]["line"], 2);
    assert_eq!(report["total"]["fields"], score["fields"]);

    let table = baoyan(&args).done().stdout;
    for words in ["photographers", "missed  不在页上", "titles", "1.00"] {
        assert!(table.contains(words), "“{words}” is not in: {table}");
    }
}

/// Pages of other shapes than the sample, labelled before they were read: briefs signed at their end, notices under a line of
/// imprint, a saved site page, stories that nobody signed, kickers over headlines, columns named before and after their stories.
#[test]
fn pages_of_other_shapes_hold_their_floors() {
    for (name, linked) in [
        ("schools", 0.5),
        ("police", 0.9),
        ("culture", 0.75),
        ("notices", 0.7),
        ("law", 0.7),
        ("projects", 0.8),
        ("party", 0.65),
    ] {
        let (page, labels) = (fixture(&format!("{name}.txt")), fixture(&format!("{name}.json")));
        let args = ["inspect", &page, "--region", &region(), "--against", &labels, "--format", "json"];
        let report = baoyan(&args).done().json();
        let score = &report["scores"][0];
        for exact in ["articles", "first and last lines", "titles", "counties"] {
            assert_eq!(field(score, exact)["f1"], 1.0, "{name}, {exact}: {}", field(score, exact));
        }
        for people in ["reporters", "correspondents"] {
            let found = field(score, people);
            assert_eq!(found["right"], found["expected"], "{name}, {people}: {found}");
            assert_eq!(found["right"], found["found"], "{name}, {people}: {found}");
        }
        for (floored, recall, precision) in
            [("initiatives, named", 0.85, 0.85), ("figures", 0.9, 0.9), ("figures under initiatives", linked, linked)]
        {
            let found = field(score, floored);
            assert!(found["recall"].as_f64() >= Some(recall), "{name}: {found}");
            assert!(found["precision"].as_f64() >= Some(precision), "{name}: {found}");
        }
    }
}

#[test]
fn broken_labels_are_said_with_their_line() {
    let folder = Folder::new();
    let page = fixture("page.txt");
    let good = std::fs::read_to_string(fixture("page.json")).unwrap();
    for (labels, words) in [
        (folder.file("cut.json", good.trim_end().trim_end_matches('}')), ["cut.json:", "list of such"]),
        (folder.file("time.json", good.replace("\"2023-10\"", "\"last autumn\"")), ["time.json:", "YYYY-MM"]),
        (folder.file("other.json", good.replace("page.txt", "other.txt")), ["other.txt", "not among the pages"]),
        (folder.path("none.json"), ["none.json", "cannot be read"]),
    ] {
        baoyan(&["inspect", &page, "--against", &labels]).said(1, &words);
    }
}

#[test]
fn the_sheet_fits_a_terminal_and_marks_what_is_ours() {
    let folder = Folder::new();
    let text = std::fs::read_to_string(fixture("page.txt")).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    // The headline of the second article is lost, and its first sentence grows long.
    lines[10] = "";
    let long = lines[14].repeat(9);
    lines[14] = &long;
    let page = folder.file("page.txt", lines.join("\n"));
    let sheet = baoyan(&["inspect", &page, "--region", &region(), "--issue-date", "2024-03"]).done().stdout;
    for words in [
        "刊期 2024-03",
        "（无题）自拟：",
        "北山区",
        "记者 江平",
        "摄影 江平",
        "图说",
        "去年10月份 =2023-10",
        "果农300余名",
    ] {
        assert!(sheet.contains(words), "“{words}” is not in:\n{sheet}");
    }
    assert_eq!(sheet.matches("12期").count(), 9, "figures that do not fit a row go below it: {sheet}");
    let cells = |line: &str| line.chars().map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum::<usize>();
    assert!(sheet.lines().all(|line| cells(line) <= 120), "{sheet}");
    assert!(!sheet.contains('\u{1B}'), "no colours where there is no terminal");
}

/// The floors on the sample page with its labels, where both lie beside the checkout.
#[test]
fn the_sample_page_is_read_above_the_floors() {
    let above = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let shared = ["../shared", "../../shared"].map(|folder| above.join(folder));
    let Some(shared) = shared.into_iter().find(|folder| folder.join("gold/seed-001.json").is_file()) else {
        eprintln!("skipped: no shared/gold beside the checkout");
        return;
    };
    let pages = shared.join("pages");
    let labels = shared.join("gold/seed-001.json");
    let args = ["inspect", pages.to_str().unwrap(), "--against", labels.to_str().unwrap(), "--format", "json"];
    let report = baoyan(&args).done().json();
    let score = &report["scores"][0];
    for (name, measure, floor) in [
        ("issue date", "f1", 1.0),
        ("articles", "f1", 0.95),
        ("titles", "f1", 1.0),
        ("standing heads", "f1", 1.0),
        ("reporters", "f1", 0.97),
        ("correspondents", "f1", 0.97),
        ("photographers", "f1", 0.97),
        ("counties", "f1", 0.9),
        ("dates: expressions", "f1", 0.85),
        ("dates: resolved", "f1", 0.85),
        ("initiatives, named", "recall", 0.8),
        ("initiatives, named", "precision", 0.75),
        ("figures", "recall", 0.9),
        ("figures", "precision", 0.85),
        ("figures under initiatives", "recall", 0.65),
    ] {
        let field = field(score, name);
        let reached = field[measure].as_f64().unwrap();
        assert!(reached >= floor, "{measure} of {name}: {reached} < {floor}\n{:#}", field["slips"]);
    }
}
