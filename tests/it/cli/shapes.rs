//! Every command's JSON as the contract has it.

use serde_json::{Value, json};

use super::{Folder, PAGE, archive, baoyan, baoyan_with, region};

/// Holds that an object has at least these fields, each of the type of the sample (`null` stands for “may be null”).
#[track_caller]
fn has_shape(value: &Value, sample: &Value, path: &str) {
    match sample {
        Value::Null => {}
        Value::Object(fields) => {
            for (name, sample) in fields {
                let field = value.get(name).unwrap_or_else(|| panic!("{path}.{name} is missing in {value}"));
                has_shape(field, sample, &format!("{path}.{name}"));
            }
        }
        Value::Array(items) => {
            let values = value.as_array().unwrap_or_else(|| panic!("{path} is no list: {value}"));
            if let Some(sample) = items.first() {
                assert!(!values.is_empty(), "{path} is empty");
                values.iter().for_each(|value| has_shape(value, sample, &format!("{path}[]")));
            }
        }
        Value::String(_) => assert!(value.is_string(), "{path} is no string: {value}"),
        Value::Number(_) => assert!(value.is_number(), "{path} is no number: {value}"),
        Value::Bool(_) => assert!(value.is_boolean(), "{path} is no boolean: {value}"),
    }
}

fn figure() -> Value {
    json!({"text": "清理河道6条", "value": 6, "unit": "条", "approx": false})
}

#[test]
fn inspect() {
    let folder = Folder::new();
    let page = folder.file("page.txt", PAGE);
    let report =
        baoyan(&["inspect", &page, "--format", "json", "--region", &region(), "--issue-date", "2024-03"]).done().json();
    let initiative = json!({
        "name": "", "kind": "", "county": null, "year": null, "year_basis": "", "line": 0, "figures": []
    });
    let article = json!({
        "order": 1, "title": null, "standing_head": null, "kind": "", "start_line": 0, "end_line": 0, "reporters": [""],
        "correspondents": [], "photographers": [], "section_heads": [], "captions": [], "county": "", "county_evidence": "",
        "year": 0, "year_basis": "", "dates": [{"text": "", "line": 0, "from": null, "to": null, "basis": ""}],
        "display_title": null, "figures": [], "initiatives": [initiative]
    });
    let issue_date = json!({"value": "", "basis": "", "evidence": null});
    has_shape(
        &report,
        &json!({"pages": [{"document": "", "issue_date": issue_date, "articles": [article]}], "problems": []}),
        "$",
    );

    let page = &report["pages"][0];
    assert_eq!(page["document"], "page.txt");
    assert_eq!(page["issue_date"]["value"], "2024-03");
    assert_eq!(page["issue_date"]["basis"], "option");
    let articles = page["articles"].as_array().unwrap();
    let told = |field: &str| articles.iter().map(|article| article[field].clone()).collect::<Vec<_>>();
    assert_eq!(told("title"), ["云溪县：“清溪行动”护碧水", "临汐县：“春雨课堂”送到村头"]);
    assert_eq!(told("county"), ["云溪县", "临汐县"]);
    assert_eq!(told("order"), [1, 2]);
    assert_eq!(told("start_line"), [3, 12]);
    assert_eq!(told("end_line"), [10, 16]);
    assert_eq!(told("reporters"), [json!(["林禾"]), json!(["江平"])]);
    assert_eq!(articles[0]["correspondents"], json!(["苏青"]));

    let initiatives = articles[0]["initiatives"].as_array().unwrap();
    let action = initiatives.iter().find(|initiative| initiative["name"] == "“清溪行动”").expect("“清溪行动” is found");
    assert_eq!(action["kind"], "campaign");
    assert_eq!(action["year"], 2024);
    let figures = initiatives.iter().flat_map(|initiative| initiative["figures"].as_array().unwrap());
    let figures: Vec<(&Value, &Value, &Value)> = figures.map(|f| (&f["value"], &f["unit"], &f["approx"])).collect();
    for expect in [(json!(6), "条", false), (json!(1200), "人次", true), (json!(8), "场", false)] {
        let found = figures.iter().any(|f| (f.0, f.1, f.2) == (&expect.0, &json!(expect.1), &json!(expect.2)));
        assert!(found, "{expect:?} is not among {figures:?}");
    }
    let dates: Vec<(&Value, &Value, &Value)> = articles[0]["dates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|date| (&date["text"], &date["from"], &date["to"]))
        .collect();
    assert!(dates.contains(&(&json!("去年10月份"), &json!("2023-10-01"), &json!("2023-10-31"))), "{dates:?}");
}

/// Whether a value is what the contract names, or `null` where the page does not say.
#[track_caller]
fn is_told(value: &Value, test: impl Fn(&str) -> bool, path: &str) {
    assert!(value.is_null() || value.as_str().is_some_and(test), "{path}: {value}");
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, c)| if at == 4 || at == 7 { c == b'-' } else { c.is_ascii_digit() })
}

/// Every field of every article of the made-up pages: there, of its type, from its list of words, on a line of the article
/// that has its words.
#[test]
fn inspect_on_every_page() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let folders = ["pages", "labels"].map(|name| data.join(name).to_str().unwrap().to_owned());
    let report = baoyan(&["inspect", &folders[0], &folders[1], "--format", "json", "--region", &region()]).json();
    const BASES: [&str; 5] = ["explicit", "relative", "inherited", "issue", "none"];
    const KINDS: [&str; 9] =
        ["project", "campaign", "mechanism", "brand", "venue", "event", "award", "platform", "measure"];
    let text_of = |document: &str| {
        let found = folders.iter().find_map(|folder| std::fs::read_to_string(format!("{folder}/{document}")).ok());
        found.unwrap_or_else(|| panic!("{document} is not among the pages"))
    };
    let mut seen = [0; 3];
    for page in report["pages"].as_array().unwrap() {
        let document = page["document"].as_str().unwrap();
        let text = text_of(document);
        // What mirrors add to the print, such as pinyin in brackets, is in no name.
        let bare = |text: &str| text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect::<String>();
        let lines: Vec<String> = text.split('\n').map(bare).collect();
        // Words may run on over the lines below.
        let stands = |words: &str, line: &Value| {
            let from = line.as_u64().unwrap() as usize;
            (1..=lines.len()).contains(&from) && lines[from - 1..].concat().contains(&bare(words))
        };
        let issue = &page["issue_date"];
        assert!(["option", "front-matter", "file-name", "text", "none"].contains(&issue["basis"].as_str().unwrap()));
        assert_eq!(issue["value"].is_null(), issue["basis"] == "none", "{document}: {issue}");
        for (order, article) in (1..).zip(page["articles"].as_array().unwrap()) {
            let path = format!("{document}#{order}");
            assert_eq!(article["order"], order, "{path}");
            for name in ["title", "standing_head", "display_title", "county", "county_evidence"] {
                assert!(article.get(name).is_some(), "{path}.{name} is missing");
                is_told(&article[name], |text| !text.is_empty(), &format!("{path}.{name}"));
            }
            assert!(article["title"].is_null() || article["display_title"].is_null(), "{path} has two titles");
            assert!(["news", "profile", "photo"].contains(&article["kind"].as_str().unwrap()), "{path}");
            for name in ["reporters", "correspondents", "photographers", "section_heads", "captions"] {
                let list = article[name].as_array().unwrap_or_else(|| panic!("{path}.{name} is no list"));
                assert!(list.iter().all(Value::is_string), "{path}.{name}");
            }
            let (start, end) = (article["start_line"].as_u64().unwrap(), article["end_line"].as_u64().unwrap());
            assert!(1 <= start && start <= end, "{path}: {start}–{end}");
            assert!(article["year"].is_null() || article["year"].is_i64(), "{path}");
            is_told(&article["year_basis"], |basis| BASES.contains(&basis), &path);
            let within = |line: &Value| (start..=end).contains(&line.as_u64().unwrap());
            let figure = |figure: &Value, path: &str| {
                has_shape(figure, &json!({"text": "", "value": 0, "unit": "", "approx": false, "line": 0}), path);
                let max = figure.get("value_max").unwrap_or_else(|| panic!("{path}.value_max is missing"));
                assert!(max.is_null() || max.as_f64() > figure["value"].as_f64(), "{path}: {figure}");
                let words = figure["text"].as_str().unwrap();
                assert!(within(&figure["line"]) && words.chars().count() <= 20, "{path}: {figure}");
            };
            for date in article["dates"].as_array().unwrap() {
                seen[0] += 1;
                assert!(within(&date["line"]), "{path}: {date}");
                for name in ["from", "to"] {
                    assert!(date.get(name).is_some(), "{path}: {date} has no {name}");
                    is_told(&date[name], is_day, &format!("{path}: {date}"));
                }
                assert!(BASES.contains(&date["basis"].as_str().unwrap()), "{path}: {date}");
            }
            for one in article["figures"].as_array().unwrap() {
                figure(one, &path);
            }
            for initiative in article["initiatives"].as_array().unwrap() {
                seen[1] += 1;
                let name = initiative["name"].as_str().unwrap();
                assert!(within(&initiative["line"]) && stands(name, &initiative["line"]), "{path}: {initiative}");
                assert!(KINDS.contains(&initiative["kind"].as_str().unwrap()), "{path}: {initiative}");
                assert_eq!(initiative["county"], article["county"], "{path}: {initiative}");
                assert!(initiative["year"].is_null() || initiative["year"].is_i64(), "{path}: {initiative}");
                assert!(BASES.contains(&initiative["year_basis"].as_str().unwrap()), "{path}: {initiative}");
                for one in initiative["figures"].as_array().unwrap() {
                    seen[2] += 1;
                    figure(one, &path);
                }
            }
        }
    }
    assert!(seen.iter().all(|&count| count > 50), "{seen:?} dates, initiatives and figures are few");
}

#[test]
fn what_is_wrong_with_a_page_is_told_with_its_line_and_its_mending() {
    let folder = Folder::new();
    let good = folder.file("page.txt", PAGE);
    let bad =
        folder.file("cut.jsonl", "{\"id\": \"1\", \"title\": \"渠通了\", \"body\": \"渠通了。\"}\n{\"id\": \"2\"\n");
    let told = baoyan(&["inspect", &good, &bad, "--format", "json"]).said(1, &["cut.jsonl:2"]);
    let report = told.json();
    assert_eq!(report["pages"].as_array().unwrap().len(), 2);
    let problem = &report["problems"][0];
    has_shape(problem, &json!({"path": "", "line": 2, "what": "", "mend": ""}), "$.problems[0]");
    assert_eq!(problem["line"], 2);
    assert!(problem["path"].as_str().unwrap().ends_with("cut.jsonl"), "{problem}");
}

#[test]
fn analyze() {
    let lines = "去年10月份，云溪县建成红色家园2个。\n\nＡＢＣ問題\n";
    let answers = baoyan_with(&["analyze", "--issue-date", "2024-03", "--region", &region()], lines).done().lines();
    assert_eq!(answers.len(), 3);
    let sample = json!({"text": "", "normalized": "", "tokens": [""], "places": [{"text": "云溪县", "county": "云溪县"}],
        "dates": [{"text": "去年10月份", "from": "2023-10-01", "to": "2023-10-31", "basis": "relative"}],
        "figures": [figure()], "initiatives": []});
    has_shape(&answers[0], &sample, "$");
    assert_eq!(answers[0]["places"][0]["county"], "云溪县");
    assert_eq!(answers[0]["dates"][0]["from"], "2023-10-01");
    assert_eq!(answers[0]["figures"][0]["value"], 2);
    assert_eq!(answers[1]["text"], "");
    assert_eq!(answers[2]["normalized"], "abc问题");
    assert_eq!(answers[2]["tokens"], json!(["abc", "问题", "题"]));
}

#[test]
fn analyze_looks_places_up_in_the_whole_nation() {
    let answers = baoyan_with(&["analyze"], "他从修武县来。\n").done().lines();
    let places = answers[0]["places"].as_array().unwrap();
    assert_eq!(places.len(), 1);
    assert_eq!((&places[0]["text"], &places[0]["county"]), (&json!("修武县"), &json!("修武县")));
}

#[test]
fn search() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let answer = baoyan(&["search", &archive, "問題", "--format", "json"]).done().json();
    let hit = json!({"id": "", "title": "", "score": 0, "county": "", "date": "", "url": null,
        "snippet": {"text": "", "highlights": [[0, 0]]}});
    let sample = json!({"query": "", "micros": 0, "total": 0, "total_is_exact": true, "notes": [], "hits": [hit],
        "facets": {"county": [], "year": []}});
    has_shape(&answer, &sample, "$");
    assert_eq!(answer["hits"][0]["id"], "page.txt#1");
    assert_eq!(answer["hits"][0]["date"], "2024-03");
    assert_eq!(answer["facets"]["county"], json!([["云溪县", 1]]));
    assert_eq!(answer["facets"]["year"], json!([[2024, 1]]));
    let snippet = &answer["hits"][0]["snippet"];
    let [start, end] = [0, 1].map(|at| snippet["highlights"][0][at].as_u64().unwrap() as usize);
    let marked: String = snippet["text"].as_str().unwrap().chars().skip(start).take(end - start).collect();
    assert_eq!(marked, "问題");
}

#[test]
fn search_in_a_batch() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let queries = "清溪行动\n\n县:临汐\n颜色:红 培训\n";
    let answers = baoyan_with(&["search", &archive, "--batch", "--limit", "1"], queries).done().lines();
    let totals: Vec<&Value> = answers.iter().map(|answer| &answer["total"]).collect();
    assert_eq!(totals, [&json!(1), &json!(2), &json!(1), &json!(2)]);
    assert!(answers.iter().all(|answer| answer["hits"].as_array().unwrap().len() == 1 && answer["micros"].is_u64()));
    assert_eq!(answers[3]["notes"][0]["kind"], "unknown-filter");
}

#[test]
fn stats_agree_with_inspect() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let page = folder.path("page.txt");
    let report =
        baoyan(&["inspect", &page, "--format", "json", "--region", &region(), "--issue-date", "2024-03"]).done().json();
    let stats = baoyan(&["stats", &archive, "--format", "json"]).done().json();
    let row = json!({"county": null, "articles": 0, "initiatives": 0, "figures": 0});
    let year = json!({"year": null, "articles": 0, "initiatives": 0, "figures": 0, "basis": {"explicit": 0, "relative": 0,
        "inherited": 0, "issue": 0, "none": 0}});
    let cell = json!({"county": null, "year": null, "articles": 0, "initiatives": 0});
    let sample = json!({"query": "", "articles": 2, "initiatives": 0, "figures": 0, "by_county": [row], "by_year": [year],
        "county_year": [cell]});
    has_shape(&stats, &sample, "$");

    let articles = report["pages"][0]["articles"].as_array().unwrap();
    for county in ["云溪县", "临汐县"] {
        let told: usize = (articles.iter().filter(|article| article["county"] == county))
            .map(|article| article["initiatives"].as_array().unwrap().len())
            .sum();
        let row = stats["by_county"].as_array().unwrap().iter().find(|row| row["county"] == county).unwrap();
        assert_eq!(row["initiatives"], told, "{county}");
        assert_eq!(row["articles"], 1);
    }
    let sum =
        |rows: &Value| rows.as_array().unwrap().iter().map(|row| row["initiatives"].as_u64().unwrap()).sum::<u64>();
    for rows in ["by_county", "by_year", "county_year"] {
        assert_eq!(sum(&stats[rows]), stats["initiatives"].as_u64().unwrap(), "{rows}");
    }
    let csv = baoyan(&["stats", &archive, "--format", "csv"]).done().stdout;
    let of_csv: u64 = csv.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse::<u64>().unwrap()).sum();
    assert_eq!(of_csv, stats["initiatives"].as_u64().unwrap());
}

#[test]
fn tables_are_for_people() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let page = folder.path("page.txt");
    for (args, words) in [
        (vec!["inspect", &page, "--region", &region()], vec!["“清溪行动”", "林禾", "云溪县"]),
        (vec!["search", &archive, "清溪"], vec!["云溪县", "【清溪】", "page.txt#1"]),
        (vec!["stats", &archive], vec!["county", "临汐县", "2024"]),
        (vec!["check", &archive], vec!["TEXT", "2 articles"]),
    ] {
        let stdout = baoyan(&args).done().stdout;
        words.iter().for_each(|word| assert!(stdout.contains(word), "“{word}” is not in: {stdout}"));
    }
}

#[test]
fn completions_and_help() {
    assert!(baoyan(&["completions", "bash"]).done().stdout.contains("baoyan"));
    for command in ["inspect", "analyze", "index", "search", "check", "stats"] {
        assert!(baoyan(&[command, "--help"]).done().stdout.len() > 200, "{command}");
    }
}
