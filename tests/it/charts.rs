//! What a chart draws, its table, its files and its sentence are the numbers of `baoyan stats`.

use baoyan::chart::{Chart, ChartKind, Language, Measure, Spec, Table, exact, hundredths};
use baoyan::model::Stats;
use baoyan::view::{csv, json};
use serde_json::Value;

use crate::cli::{Folder, PAGE, baoyan, region};

/// An archive of made-up pages, with what readers' eyes know to be conflicting, approximate, undated and of no county.
fn archive(folder: &Folder) -> String {
    let more = "
云溪县：“清溪行动”再出发

本报记者 林禾

2022年，云溪县实施“清溪行动”，受益群众1200人。今年，全县又建成“银龄驿站”6个，惠及老人约500人。

云溪县：河水清了

本报记者 江平

2022年，云溪县实施“清溪行动”，受益群众1500人。2020年以来，该县推进“春雨课堂”，举办培训8场。
";
    let (page, more) = (folder.file("page.txt", PAGE), folder.file("more.txt", more));
    let stories = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/pages");
    let out = folder.path("archive");
    let run =
        baoyan(&["index", &page, &more, stories, "--out", &out, "--region", &region(), "--issue-date", "2024-03"]);
    assert!(run.status < 2, "{}", run.stderr);
    out
}

/// The cells of a CSV that has neither quotes nor line breaks in its fields, but for quoted ones without commas.
fn cells(file: &str) -> Vec<Vec<String>> {
    let lines = file.trim_start_matches('\u{FEFF}').split_terminator("\r\n");
    lines.map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect()).collect()
}

fn plain(table: &Table) -> Vec<Vec<String>> {
    let rows = table.rows.iter().map(|row| (0..table.columns.len()).map(|column| row.plain(column)).collect());
    std::iter::once(table.columns.clone()).chain(rows).collect()
}

#[test]
fn chart_table_files_sentence_and_stats_are_equal() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let stats: Stats = serde_json::from_str(&baoyan(&["stats", &archive, "--format", "json"]).done().stdout).unwrap();
    assert!(
        stats.initiatives > 9 && stats.by_county.len() > 2 && stats.by_year.len() > 2,
        "the pages tell of something"
    );
    for (kind, name) in ChartKind::ALL {
        for (measure, measured) in Measure::ALL {
            let spec = Spec { kind, measure, ..Spec::default() };
            let chart = Chart::new(&spec, &stats, &stats);
            let table = chart.table();
            let (scene, sentence) = (chart.scene(640.0), chart.sentence());

            // The marks carry the numbers of the rows.
            let marks: Vec<&str> = scene.walk().filter_map(|node| node.attribute("data-value")).collect();
            let column = table.columns.len() - table.rows.first().map_or(0, |row| row.numbers.len());
            let held = |row: usize, mark: &str| {
                mark.is_empty() || (column..table.columns.len()).any(|column| table.rows[row].plain(column) == mark)
            };
            assert_eq!(marks.len(), table.rows.len(), "{name}");
            assert!(marks.iter().enumerate().all(|(row, mark)| held(row, mark)), "{name} {measured}");

            // The files have the rows.
            assert_eq!(cells(&csv(&table)), plain(&table), "{name}");
            let read: Value = serde_json::from_str(&json(&table)).unwrap();
            assert_eq!(read["rows"].as_array().unwrap().len(), table.rows.len());
            for (row, of_json) in table.rows.iter().zip(read["rows"].as_array().unwrap()) {
                for (place, number) in row.numbers.iter().enumerate() {
                    assert_eq!(of_json[row.names.len() + place].as_f64(), *number, "{name}");
                }
            }

            // The sentence tells the total, and each mark that is told one by one.
            let total: f64 = chart.data.iter().map(|datum| datum.value.unwrap_or(0.0)).sum();
            if total > 0.0 && chart.measure != Measure::Rate {
                assert!(sentence.contains(&exact(total)), "{name} {measured}: {total} in {sentence}");
            }
            if chart.data.len() <= 12 {
                for datum in chart.data.iter().filter(|datum| datum.end() > 0.0) {
                    let told = [&datum.names[0][..], &exact(datum.value.unwrap())];
                    assert!(told.iter().all(|part| sentence.contains(part)), "{name}: {told:?} in {sentence}");
                }
            }

            // The command prints the same.
            let print = |format| {
                let args = ["stats", &archive, "--chart", name, "--measure", measured, "--format", format];
                baoyan(&args).done().stdout
            };
            assert_eq!(print("csv"), csv(&table), "{name} {measured}");
            if measure == Measure::Initiatives {
                assert_eq!(print("json"), json(&table), "{name}");
                assert_eq!(print("svg"), scene.to_string(), "{name}");
                assert!(print("table").contains(&sentence), "{name}");
            }
        }
    }

    // And the numbers are those of the whole.
    let sum = |kind| -> f64 {
        let spec = Spec { kind, ..Spec::default() };
        Chart::new(&spec, &stats, &stats).data.iter().map(|datum| datum.value.unwrap_or(0.0)).sum()
    };
    for kind in
        [ChartKind::County, ChartKind::Year, ChartKind::Grid, ChartKind::Panels, ChartKind::Kinds, ChartKind::Tiles]
    {
        assert_eq!(sum(kind), f64::from(stats.initiatives), "{kind:?}");
    }
    assert_eq!(sum(ChartKind::Dates), f64::from(stats.articles));
}

#[test]
fn a_chart_answers_the_query_and_does_not_filter_itself() {
    let folder = Folder::new();
    let archive = archive(&folder);
    let rows = |query: &str, chart: &str| {
        cells(&baoyan(&["stats", &archive, query, "--chart", chart, "--format", "csv"]).done().stdout)
    };
    let all = rows("", "county");
    let county = all[1][0].clone();
    let chosen = rows(&format!("县:{county}"), "county");
    let first = |rows: &[Vec<String>]| rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(first(&all), first(&chosen), "every county stays");
    assert_eq!(all[1], chosen[1]);
    assert!(chosen[2..].iter().all(|row| row[1] == "0"), "{chosen:?}");
    assert_eq!(rows(&format!("县:{county}"), "grid"), rows("", "grid"));
    assert_ne!(rows(&format!("县:{county}"), "year"), rows("", "year"));
}

#[test]
fn a_chart_that_is_not_there_is_named_with_those_that_are() {
    let folder = Folder::new();
    let archive = archive(&folder);
    baoyan(&["stats", &archive, "--chart", "pie"]).said(2, &["pie", "county, year, grid"]);
    baoyan(&["stats", &archive, "--format", "svg"]).said(1, &["--chart county"]);
    let unit = baoyan(&["stats", &archive, "--chart", "totals", "--unit", "条", "--lang", "en", "--format", "csv"])
        .done()
        .stdout;
    assert!(unit.starts_with("\u{FEFF}County,At least,At most,Figures"), "{unit}");
}

/// Relative luminance of `#rrggbb` (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        |channel: f64| if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What colours can be seen by most readers and by those who see few.
#[test]
fn data_can_be_told_from_paper_in_both_themes() {
    let tokens = include_str!("../../static/css/tokens.css");
    let style = baoyan::chart::STYLE;
    let opacity = |class: &str| -> f64 {
        let rule = style.lines().find(|line| line.starts_with(&format!(".chart .{class} {{"))).unwrap();
        rule.split("fill-opacity: ").nth(1).unwrap().split(';').next().unwrap().parse().unwrap()
    };
    for theme in ["day", "night"] {
        // `--ink: var(--day, var(--baoyan-ink, #1d1b19)) var(--night, var(--baoyan-dark-ink, #ece7df));`
        let token = |name: &str| -> [f64; 3] {
            let line = tokens.split(&format!("--{name}: var(")).nth(1).unwrap();
            let colour = line.split(&format!("{theme}, ")).nth(1).unwrap();
            let hex = colour.split('#').nth(1).unwrap().get(..6).unwrap();
            [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
        };
        let paper = token("paper");
        // What carries data: bars, the chosen one, outlines of shades; WCAG 1.4.11 wants 3 to 1.
        for data in ["mark", "accent", "rule", "ink"] {
            assert!(contrast(token(data), paper) >= 3.0, "{theme} --{data}: {}", contrast(token(data), paper));
        }
        // The chosen bar is told from the others without its hue: by its words in bold red and by its outline of focus, and
        // what is not chosen by its shade.
        assert!(contrast(token("mark"), token("shade")) >= 3.0, "{theme}: a bar before its shade");
        // Numbers on shaded cells; WCAG 1.4.3 wants 4.5 to 1.
        let mix = |part: f64| -> [f64; 3] {
            let (mark, paper) = (token("mark"), token("paper"));
            [0, 1, 2].map(|at| mark[at] * part + paper[at] * (1.0 - part))
        };
        for (class, text) in [("faint", "ink"), ("light", "ink"), ("dark", "paper")] {
            let found = contrast(mix(opacity(class)), token(text));
            assert!(found >= 4.5, "{theme} {class}: {found}");
        }
        assert!(
            contrast(token("mark"), paper) >= 4.5 && contrast(token("accent"), paper) >= 4.5,
            "{theme}: full cells"
        );
        assert!(contrast(token("ink-soft"), paper) >= 4.5, "{theme}: ticks");
        // Neighbouring shades differ to the eye, and each cell has its number and an outline besides.
        let steps = [0.0, opacity("faint"), opacity("light"), opacity("dark"), 1.0].map(|part| luminance(mix(part)));
        assert!(steps.windows(2).all(|pair| pair[0].max(pair[1]) / pair[0].min(pair[1]) > 1.15), "{theme}: {steps:?}");
    }
}

#[test]
fn every_word_of_charts_is_there_in_three_languages() {
    let stats = Stats::default();
    for (kind, _) in ChartKind::ALL {
        let titles =
            Language::ALL.map(|language| Chart::new(&Spec { kind, language, ..Spec::default() }, &stats, &stats).title);
        assert!(titles.iter().all(|title| !title.is_empty()), "{kind:?}");
        assert!(!titles[2].contains(|c: char| c > '\u{2E80}'), "{titles:?}");
        assert!(!titles[1].contains(['县', '举', '报', '类', '览', '时', '间', '计']), "{titles:?}");
    }
    assert_eq!(hundredths(0.0), "0");
}
