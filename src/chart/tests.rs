use super::*;
use crate::model::{BasisCounts, CountyStats, CountyYearStats, Stats, YearStats};

mod golden;

fn spec(kind: ChartKind) -> Spec<'static> {
    Spec { kind, ..Spec::default() }
}

fn kinds() -> [ChartKind; 9] {
    ChartKind::ALL.map(|(kind, _)| kind)
}

/// Numbers that charts are drawn of, by name.
type Data = (&'static str, fn() -> Stats);

const DATA: [Data; 7] = [
    ("typical", golden::typical),
    ("empty", golden::empty),
    ("one", golden::one),
    ("many", golden::many),
    ("long", golden::long),
    ("extreme", golden::extreme),
    ("gaps", golden::gaps),
];

/// What the marks of a drawing carry, in order.
fn marks<'a>(scene: &'a Scene, attribute: &str) -> Vec<&'a str> {
    scene.walk().filter_map(|node| node.attribute("data-key").and(node.attribute(attribute))).collect()
}

#[test]
fn drawn_as_the_golden_ones() {
    let draw = |name: &str, spec: &Spec<'_>, stats: &Stats, width| {
        golden::check(&[spec.kind.name(), name].join("-"), &Chart::new(spec, stats, stats).scene(width));
    };
    for kind in kinds() {
        for (name, data) in DATA {
            // Gaps are a matter of time alone.
            if name != "gaps"
                || kind.dimensions().iter().any(|dimension| matches!(dimension, Dimension::Year | Dimension::Date))
            {
                draw(name, &spec(kind), &data(), 400.0);
            }
        }
        draw("narrow-en", &Spec { language: Language::En, ..spec(kind) }, &golden::typical(), 288.0);
        draw("wide-tw", &Spec { language: Language::ZhTw, ..spec(kind) }, &golden::typical(), 720.0);
    }
    let typical = golden::typical();
    for (kind, chosen) in [
        (ChartKind::County, vec![Some("云溪县")]),
        (ChartKind::Year, vec![Some("2023")]),
        (ChartKind::Grid, vec![Some("云溪县"), Some("2023")]),
        (ChartKind::Dates, vec![Some("2023-06..2023-11")]),
    ] {
        let mut stats = typical.clone();
        stats.by_county.retain(|row| row.county.as_deref() == Some("云溪县"));
        stats.by_year.retain(|row| row.year == Some(2023));
        golden::check(
            &[kind.name(), "chosen"].join("-"),
            &Chart::new(&Spec { chosen, ..spec(kind) }, &stats, &typical).scene(400.0),
        );
    }
    draw("rate", &Spec { measure: Measure::Rate, ..spec(ChartKind::County) }, &typical, 400.0);
    draw("articles", &Spec { measure: Measure::Articles, ..spec(ChartKind::Year) }, &typical, 400.0);
}

#[test]
fn marks_and_rows_are_equal_and_inside_the_drawing() {
    for kind in kinds() {
        for (name, data) in DATA {
            for (measure, _) in Measure::ALL {
                let (spec, stats) = (Spec { measure, ..spec(kind) }, data());
                let chart = Chart::new(&spec, &stats, &stats);
                let table = chart.table();
                for width in [240.0, 400.0, 900.0] {
                    let scene = chart.scene(width);
                    let values: Vec<String> =
                        chart.data.iter().map(|datum| datum.value.map(hundredths).unwrap_or_default()).collect();
                    assert_eq!(marks(&scene, "data-value"), values, "{kind:?} {name}");
                    assert!(
                        scene.height.is_finite() && scene.height < 4_000.0,
                        "{kind:?} {name} is {} high",
                        scene.height
                    );
                    for node in scene.walk() {
                        let number = |attribute: &str| {
                            node.attribute(attribute).map_or(0.0, |value| value.parse::<f64>().unwrap())
                        };
                        if node.tag == "rect" && node.attribute("class") != Some("area") {
                            assert!(
                                number("x") >= -0.1 && number("x") + number("width") <= width + 1.1,
                                "{kind:?} {name} {width}: {node:?}"
                            );
                            assert!(
                                number("y") >= -0.1 && number("y") + number("height") <= scene.height + 0.1,
                                "{kind:?} {name} {width}: {node:?}"
                            );
                        }
                    }
                }
                assert_eq!(table.rows.len(), chart.data.len());
                for (row, datum) in table.rows.iter().zip(&chart.data) {
                    assert_eq!(row.names.len() + row.numbers.len(), table.columns.len(), "{kind:?} {name}");
                    assert!(datum.value.is_none() || row.numbers.contains(&datum.value), "{kind:?} {name}: {datum:?}");
                }
                let mut keys: Vec<String> = chart.data.iter().map(Datum::key).collect();
                keys.sort();
                assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{kind:?} {name}: {keys:?}");
            }
        }
    }
}

#[test]
fn parts_add_up_to_their_mark() {
    for kind in [ChartKind::Year, ChartKind::Kinds] {
        for (name, data) in DATA.into_iter().filter(|(name, _)| *name != "extreme") {
            let stats = data();
            for datum in Chart::new(&spec(kind), &stats, &stats).data {
                assert_eq!(datum.parts.iter().sum::<f64>(), datum.end(), "{kind:?} {name}: {datum:?}");
            }
        }
    }
}

#[test]
fn every_county_of_the_region_is_there_most_first_or_in_official_order() {
    let stats = golden::typical();
    let names = |official, kind| -> Vec<String> {
        let chart = Chart::new(&Spec { official, ..spec(kind) }, &stats, &stats);
        chart.data.iter().map(|datum| datum.names[0].clone()).collect()
    };
    assert_eq!(names(false, ChartKind::County), ["云溪县", "青禾区", "石渡县", "临汐县", "南坪市", "未注明县区"]);
    for kind in [ChartKind::County, ChartKind::Kinds, ChartKind::Totals] {
        assert_eq!(names(true, kind), ["青禾区", "云溪县", "临汐县", "石渡县", "南坪市", "未注明县区"]);
    }
}

#[test]
fn a_choice_keeps_every_mark_in_its_place() {
    let (whole, mut stats) = (golden::typical(), golden::typical());
    // What is outside the region is listed only where it has articles.
    stats.by_county.retain(|row| row.county.is_some());
    for row in stats.by_county.iter_mut().filter(|row| row.county.as_deref() != Some("石渡县")) {
        (row.articles, row.initiatives, row.figures) = (0, 0, 0);
    }
    let chosen = Spec { chosen: vec![Some("石渡县")], ..spec(ChartKind::County) };
    let (before, after) = (Chart::new(&spec(ChartKind::County), &whole, &whole), Chart::new(&chosen, &stats, &whole));
    let keys = |chart: &Chart| chart.data.iter().map(Datum::key).collect::<Vec<_>>();
    assert_eq!(keys(&before), keys(&after));
    let picked: Vec<String> = after.data.iter().filter(|datum| datum.picked).map(Datum::key).collect();
    assert_eq!(picked, ["石渡县"]);
    assert_eq!(after.data.iter().map(Datum::end).sum::<f64>(), 4.0);
}

#[test]
fn a_year_without_any_is_a_gap_and_no_zero() {
    let stats = golden::typical();
    let scene = Chart::new(&spec(ChartKind::Year), &stats, &stats).scene(420.0);
    let gaps: Vec<&str> = scene
        .walk()
        .filter(|node| node.attribute("class") == Some("name gap"))
        .filter_map(|node| node.text.as_deref())
        .collect();
    assert_eq!(gaps, ["2021"]);
    assert!(!marks(&scene, "data-key").contains(&"2021"));
}

#[test]
fn a_rate_without_articles_is_unknown_and_not_zero() {
    let stats = golden::typical();
    let chart = Chart::new(&Spec { measure: Measure::Rate, ..spec(ChartKind::County) }, &stats, &stats);
    let value = |name: &str| chart.data.iter().find(|datum| datum.names[0] == name).unwrap().value;
    assert_eq!((value("云溪县"), value("南坪市"), value("临汐县")), (Some(200.0), Some(0.0), None));
}

#[test]
fn units_are_never_mixed() {
    let stats = golden::typical();
    let total = |unit| Chart::new(&Spec { unit, ..spec(ChartKind::Totals) }, &stats, &stats);
    let sum = |unit| total(unit).data.iter().map(Datum::end).sum::<f64>();
    assert_eq!(total(None).units, ["人", "场", "万元"]);
    assert_eq!((sum(None), sum(Some("场")), sum(Some("万元"))), (6_110.0, 34.0, 120.5));
    assert_eq!(total(Some("吨")).unit.as_deref(), Some("人"), "a unit that is not there is the first");
    assert_eq!(total(Some("场")).title, "各县区合计：场");
}

#[test]
fn a_range_of_dates_picks_what_lies_in_it_and_no_range_breaks_it() {
    let stats = golden::typical();
    let picked = |range| {
        let chart = Chart::new(&Spec { chosen: vec![Some(range)], ..spec(ChartKind::Dates) }, &stats, &stats);
        chart.data.iter().filter(|datum| datum.picked).map(Datum::key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(picked("2023-06..2023-11"), "2023-06 2023-11");
    assert_eq!(picked("2023"), "2023-04 2023-06 2023-11");
    assert_eq!(picked("2024-02.."), "2024-02 2024-03");
    assert_eq!(picked("..2023-04"), "2023-04");
    assert_eq!(picked("2023-06-15..2023-06-20"), "2023-06");
    for odd in ["", "..", "年", "二〇二三..月", "2024..2020"] {
        picked(odd);
    }
}

#[test]
fn the_sentence_says_what_the_marks_say() {
    let said = |kind, language, stats: &Stats| Chart::new(&Spec { language, ..spec(kind) }, stats, stats).sentence();
    let (typical, empty) = (golden::typical(), golden::empty());
    assert_eq!(
        said(ChartKind::County, Language::ZhCn, &typical),
        "共27项举措：云溪县12项，青禾区7项，石渡县4项，未注明县区4项；另有2处没有。"
    );
    assert_eq!(
        said(ChartKind::County, Language::En, &typical),
        "27 initiatives: 云溪县 12, 青禾区 7, 石渡县 4, No county 4; none in 2."
    );
    assert_eq!(
        said(ChartKind::Year, Language::ZhTw, &typical),
        "共27項舉措：2020年2項，2022年6項，2023年10項，2024年7項，無年份2項。年份的依據：文中寫明12項，由文中時間推算5項，承接上文4項，依見報日期4項。"
    );
    assert_eq!(
        said(ChartKind::Totals, Language::ZhCn, &typical),
        "共5,160–6,110人：云溪县3,400–4,100人，青禾区1,200–1,350人，石渡县60人，未注明县区500–600人；另有2处没有。"
    );
    assert_eq!(said(ChartKind::County, Language::ZhCn, &empty), "没有举措。");
    assert_eq!(said(ChartKind::County, Language::En, &empty), "No initiatives.");
    assert_eq!(said(ChartKind::Kinds, Language::En, &golden::one()), "1 initiative: 临汐县 1; none in 4.");
}

#[test]
fn a_sentence_of_many_tells_the_greatest_and_what_the_rest_is() {
    let stats = golden::many();
    let chart = Chart::new(&spec(ChartKind::Grid), &stats, &stats);
    let sentence = chart.sentence();
    let numbers = |text: &str| -> Vec<f64> {
        let told = text.split(|c: char| !c.is_ascii_digit() && c != ',').filter(|part| !part.is_empty());
        told.map(|number| number.replace(',', "").parse().unwrap()).collect()
    };
    let total = numbers(&sentence)[0];
    assert_eq!(total, f64::from(stats.initiatives));
    // 松原里县，2013年23项：each of the twelve is told with its year.
    let told: f64 = sentence
        .split('：')
        .nth(1)
        .unwrap()
        .split('；')
        .next()
        .unwrap()
        .split("年")
        .skip(1)
        .map(|part| numbers(part)[0])
        .sum();
    let rest = *numbers(sentence.split("处共").nth(1).unwrap()).first().unwrap();
    assert_eq!(told + rest, total, "{sentence}");
}

#[test]
fn a_grid_keeps_what_can_be_read_and_says_what_the_rest_has() {
    let row = |at: u32| (Some(format!("第{at}县")), Some(1_950 + at as i16));
    let mut stats = Stats::default();
    for at in 0..50 {
        let (county, year) = row(at);
        let (articles, initiatives, figures) = (1, 1 + at, 0);
        stats.by_county.push(CountyStats { county: county.clone(), articles, initiatives, figures });
        stats.by_year.push(YearStats { year, articles, initiatives, figures, basis: BasisCounts::default() });
        stats.county_year.push(CountyYearStats { county, year, articles, initiatives, figures });
    }
    let chart = Chart::new(&spec(ChartKind::Grid), &stats, &stats);
    assert_eq!((chart.data.len(), chart.data[0].names[0].as_str()), (900, "第20县"));
    let shown: f64 = chart.data.iter().filter_map(|datum| datum.value).sum();
    assert_eq!((shown, chart.left_out), ((21..=50).sum::<i32>().into(), (1..=20).sum::<i32>().into()));
    assert!(chart.sentence().contains("此外另有210"), "{}", chart.sentence());
}

#[test]
fn of_very_many_counties_those_with_most_have_bars_and_the_table_has_all() {
    let mut stats = Stats::default();
    for at in 0..60 {
        let county = (at < 59).then(|| format!("第{at}县"));
        let initiatives = if at < 59 { 1 + at } else { 900 };
        stats.by_county.push(CountyStats { county, articles: 1, initiatives, figures: 0 });
    }
    let chart = Chart::new(&Spec { official: true, ..spec(ChartKind::County) }, &stats, &stats);
    let drawn: Vec<&str> = chart.drawn().iter().map(|datum| datum.names[0].as_str()).collect();
    assert_eq!((drawn.len(), drawn[0], drawn[28]), (30, "第30县", "第58县"));
    assert_eq!(chart.table().rows.len(), 60);
    let svg = chart.scene(400.0).to_string();
    assert_eq!(svg.matches("data-key").count(), 30);
    assert_eq!(svg.matches("\"break\"").count(), 1, "what has no county is broken off: {svg}");
    // The scale is that of the counties: the greatest of them is nearly as long as what is broken off.
    let lengths = svg.lines().filter(|line| line.contains("\"length\"")).map(|line| {
        let width = line.split("width=\"").nth(1).unwrap().split('"').next().unwrap();
        width.parse::<f64>().unwrap()
    });
    let lengths: Vec<f64> = lengths.collect();
    assert!(lengths[28] > 0.9 * lengths[29] && lengths[28] < lengths[29], "{lengths:?}");
}
