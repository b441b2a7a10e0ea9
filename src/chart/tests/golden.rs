//! Numbers of made-up prefectures, and the comparison of charts with the drawings in `tests/golden/charts/`.

use std::path::Path;

use crate::chart::Scene;
use crate::model::{
    Basis, BasisCounts, CountyKindStats, CountyStats, CountyUnitStats, CountyYearStats, DateStats, InitiativeKind,
    NameStats, Stats, YearStats,
};

/// So many initiatives of a county, a year, a kind, each with so many figures.
pub type Told = (Option<&'static str>, Option<i16>, InitiativeKind, Basis, u32, u32);

/// The numbers of initiatives and of the articles by county, by year and by date, as a count of an archive would give them.
pub fn counted(region: &[&'static str], told: &[Told], articles: &[(Option<&'static str>, &str, u32)]) -> Stats {
    let mut stats = Stats::default();
    let mut counties: Vec<Option<&str>> = region.iter().copied().map(Some).collect();
    let mut years: Vec<Option<i16>> = Vec::new();
    for &(county, year, ..) in told {
        if !counties.contains(&county) {
            counties.push(county);
        }
        if !years.contains(&year) {
            years.push(year);
        }
    }
    let year_of = |date: &str| date[..4].parse::<i16>().ok();
    for &(county, date, _) in articles {
        if !counties.contains(&county) {
            counties.push(county);
        }
        if !years.contains(&year_of(date)) {
            years.push(year_of(date));
        }
    }
    counties.sort_by_key(Option::is_none);
    years.sort_by_key(|year| (year.is_none(), *year));
    let tally = |county: Option<Option<&str>>, year: Option<Option<i16>>| {
        let here = |found: Option<&str>, when: Option<i16>| {
            county.is_none_or(|county| county == found) && year.is_none_or(|year| year == when)
        };
        let (mut initiatives, mut figures, mut basis) = (0, 0, BasisCounts::default());
        for &(_, _, _, ground, count, each) in told.iter().filter(|told| here(told.0, told.1)) {
            initiatives += count;
            figures += count * each;
            (0..count.min(100_000)).for_each(|_| basis.add(ground));
        }
        let articles: u32 = articles.iter().filter(|told| here(told.0, year_of(told.1))).map(|told| told.2).sum();
        (initiatives, articles, figures, basis)
    };
    for &county in &counties {
        let (initiatives, articles, figures, _) = tally(Some(county), None);
        let name = county.map(str::to_owned);
        stats.by_county.push(CountyStats { county: name.clone(), articles, initiatives, figures });
        for &year in &years {
            let (initiatives, articles, figures, _) = tally(Some(county), Some(year));
            if initiatives + articles > 0 {
                stats.county_year.push(CountyYearStats { county: name.clone(), year, articles, initiatives, figures });
            }
        }
        for kind in InitiativeKind::ALL {
            let of = told.iter().filter(|told| told.0 == county && told.2 == kind);
            let (initiatives, figures) = of.fold((0, 0), |sum, told| (sum.0 + told.4, sum.1 + told.4 * told.5));
            if initiatives > 0 {
                stats.county_kind.push(CountyKindStats { county: name.clone(), kind, initiatives, figures });
            }
        }
    }
    for &year in &years {
        let (initiatives, articles, figures, basis) = tally(None, Some(year));
        stats.by_year.push(YearStats { year, articles, initiatives, figures, basis });
    }
    let mut dates: Vec<(&str, u32)> = Vec::new();
    for &(_, date, count) in articles {
        match dates.iter_mut().find(|(known, _)| *known == date) {
            Some((_, before)) => *before += count,
            None => dates.push((date, count)),
        }
    }
    dates.sort_unstable();
    stats.by_date = dates
        .into_iter()
        .map(|(date, articles)| DateStats { date: date.parse().unwrap(), articles, initiatives: 0, figures: 0 })
        .collect();
    (stats.initiatives, stats.articles, stats.figures, _) = tally(None, None);
    stats
}

fn names(names: &[(&str, u32, u32, u32)]) -> Vec<NameStats> {
    let name = |&(name, articles, initiatives, figures): &(&str, u32, u32, u32)| NameStats {
        name: name.to_owned(),
        articles,
        initiatives,
        figures,
    };
    names.iter().map(name).collect()
}

fn units(units: &[(&str, Option<&str>, u32, f64, f64)]) -> Vec<CountyUnitStats> {
    let unit = |&(unit, county, figures, low, high): &(&str, Option<&str>, u32, f64, f64)| CountyUnitStats {
        unit: unit.to_owned(),
        county: county.map(str::to_owned),
        figures,
        low,
        high,
    };
    units.iter().map(unit).collect()
}

const REGION: [&str; 5] = ["青禾区", "云溪县", "临汐县", "石渡县", "南坪市"];

/// Every case in it: a county without any, a year left out, no county, no year, ranges.
pub fn typical() -> Stats {
    use Basis::{Explicit, Inherited, Issue, None as NoYear, Relative};
    use InitiativeKind::{Brand, Campaign, Event, Mechanism, Project, Venue};
    let (a, b, d) = (Some("青禾区"), Some("云溪县"), Some("石渡县"));
    let told = [
        (a, Some(2022), Project, Explicit, 3, 1),
        (a, Some(2023), Campaign, Explicit, 2, 2),
        (a, Some(2024), Venue, Issue, 2, 0),
        (b, Some(2020), Project, Explicit, 2, 2),
        (b, Some(2022), Mechanism, Relative, 2, 0),
        (b, Some(2023), Campaign, Explicit, 3, 1),
        (b, Some(2023), Event, Relative, 3, 1),
        (b, Some(2024), Brand, Inherited, 2, 3),
        (d, Some(2023), Campaign, Inherited, 2, 1),
        (d, Some(2024), Venue, Issue, 2, 0),
        (None, Some(2024), Project, Explicit, 1, 0),
        (None, Some(2022), Event, Explicit, 1, 4),
        (None, None, Event, NoYear, 2, 0),
    ];
    let articles = [
        (a, "2023-04", 2),
        (a, "2024-01", 2),
        (b, "2023-06", 1),
        (b, "2023-11", 3),
        (b, "2024-02", 2),
        (d, "2024-03", 2),
        (Some("南坪市"), "2024-03", 1),
        (None, "2024-03", 1),
    ];
    let mut stats = counted(&REGION, &told, &articles);
    stats.by_name = names(&[
        ("“碧水行动”", 5, 6, 9),
        ("“银龄课堂”", 3, 3, 4),
        ("“红色驿站”", 2, 4, 2),
        ("村企结对帮扶机制", 2, 2, 0),
        ("“青禾夜市”", 1, 1, 3),
    ]);
    stats.county_unit = units(&[
        ("人", a, 3, 1_200.0, 1_350.0),
        ("人", b, 5, 3_400.0, 4_100.0),
        ("人", d, 1, 60.0, 60.0),
        ("人", None, 1, 500.0, 600.0),
        ("场", a, 2, 26.0, 26.0),
        ("场", b, 1, 8.0, 8.0),
        ("万元", b, 1, 120.5, 120.5),
    ]);
    stats
}

/// Nothing answers.
pub fn empty() -> Stats {
    counted(&REGION, &[], &[])
}

/// One initiative in one article.
pub fn one() -> Stats {
    let county = Some("临汐县");
    let mut stats = counted(
        &REGION,
        &[(county, Some(2024), InitiativeKind::Venue, Basis::Explicit, 1, 1)],
        &[(county, "2024-03-05", 1)],
    );
    stats.by_name = names(&[("“红色驿站”", 1, 1, 1)]);
    stats.county_unit = units(&[("个", county, 1, 1.0, 2.0)]);
    stats
}

const MANY: [&str; 16] = [
    "东岭区",
    "西泽区",
    "南坪市",
    "北山区",
    "青禾区",
    "云溪县",
    "临汐县",
    "石渡县",
    "长亭县",
    "古槐县",
    "白鹭县",
    "松原里县",
    "望海区",
    "桃浦县",
    "柳河市",
    "雁鸣县",
];

/// Many counties in many years.
pub fn many() -> Stats {
    let (mut told, mut articles, mut totals) = (Vec::new(), Vec::new(), Vec::new());
    let dates: Vec<String> = (0..12 * 6).map(|month| format!("{}-{:02}", 2019 + month / 12, month % 12 + 1)).collect();
    let (mut most, mut next) = (Vec::new(), 7_u32);
    // A small linear congruential generator: the same numbers for ever.
    let mut random = |below: u32| {
        next = next.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (next >> 16) % below
    };
    for (place, county) in MANY.into_iter().enumerate() {
        for year in 2013..=2024 {
            let kind = InitiativeKind::ALL[random(9) as usize];
            told.push((
                Some(county),
                Some(year),
                kind,
                [Basis::Explicit, Basis::Issue][random(2) as usize],
                random(24),
                1 + random(2),
            ));
        }
        totals.push(("人", Some(county), 3, f64::from(random(90_000)), f64::from(90_000 + random(30_000))));
        most.push((place, random(40) + 1));
    }
    for date in &dates {
        articles.push((Some(MANY[random(16) as usize]), date.as_str(), random(30)));
    }
    let mut stats = counted(&MANY, &told, &articles);
    most.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let written: Vec<String> = most.iter().map(|(place, _)| format!("“{}提升工程”", MANY[*place])).collect();
    let rows: Vec<(&str, u32, u32, u32)> =
        written.iter().zip(&most).map(|(name, (_, count))| (name.as_str(), *count, count + 2, 3)).collect();
    stats.by_name = names(&rows);
    stats.county_unit = units(&totals);
    stats
}

/// Names that no gutter has room for.
pub fn long() -> Stats {
    let region = ["云溪哈萨克族蒙古族自治县经济技术开发区", "青禾新型工业化产业示范基地管理委员会", "临汐县"];
    let told = [
        (Some(region[0]), Some(2023), InitiativeKind::Project, Basis::Explicit, 5, 1),
        (Some(region[1]), Some(2024), InitiativeKind::Campaign, Basis::Relative, 3, 1),
    ];
    let mut stats = counted(&region, &told, &[(Some(region[0]), "2023-12", 2), (Some(region[1]), "2024-01", 1)]);
    stats.by_name = names(&[
        ("“党建引领基层治理网格员能力素质全面提升三年行动计划暨示范点创建工程”", 3, 3, 1),
        ("“家门口的好日子”", 2, 2, 0),
    ]);
    stats.county_unit = units(&[
        ("公里（双向四车道）", Some(region[0]), 2, 12.5, 13.25),
        ("公里（双向四车道）", Some(region[2]), 1, 0.4, 0.4),
    ]);
    stats
}

/// Huge numbers beside tiny ones.
pub fn extreme() -> Stats {
    let (a, b, c) = (Some("青禾区"), Some("云溪县"), Some("石渡县"));
    let told = [
        (a, Some(1958), InitiativeKind::Project, Basis::Explicit, 1, 1),
        (b, Some(2023), InitiativeKind::Campaign, Basis::Explicit, 98_765, 12),
        (c, Some(2024), InitiativeKind::Venue, Basis::Issue, 12_345, 0),
    ];
    let mut stats = counted(&REGION, &told, &[(a, "1958-01", 1), (b, "2023-06", 123_456), (c, "2024-03", 9_999)]);
    stats.by_name = names(&[("“千村万户”工程", 98_765, 100_000, 1), ("“一人一策”", 1, 1, 0)]);
    stats.county_unit = units(&[
        ("元", a, 1, 0.5, 0.5),
        ("元", b, 9, 1_234_567_890.0, 1_300_000_000.0),
        ("元", c, 2, 99_999_999.0, 99_999_999.0),
    ]);
    stats
}

/// Years and months between which nothing is told.
pub fn gaps() -> Stats {
    let (a, b) = (Some("青禾区"), Some("云溪县"));
    let told = [
        (a, Some(2011), InitiativeKind::Project, Basis::Explicit, 2, 1),
        (a, Some(2012), InitiativeKind::Brand, Basis::Explicit, 4, 1),
        (b, Some(2018), InitiativeKind::Brand, Basis::Relative, 1, 1),
        (b, Some(2024), InitiativeKind::Event, Basis::Inherited, 3, 1),
    ];
    let articles = [(a, "2020", 2), (a, "2023-01", 4), (b, "2023-09", 1), (b, "2024-03-05", 3)];
    let mut stats = counted(&REGION, &told, &articles);
    stats.by_name = names(&[("“青禾品牌”", 2, 2, 1)]);
    stats.county_unit = units(&[("个", b, 1, 3.0, 3.0)]);
    stats
}

/// Compares a scene with `tests/golden/charts/NAME.svg`; with `BAOYAN_GOLDEN=write` in the environment, writes it.
pub fn check(name: &str, scene: &Scene) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts").join(format!("{name}.svg"));
    let drawn = scene.to_string();
    if std::env::var("BAOYAN_GOLDEN").is_ok_and(|wish| wish == "write") {
        std::fs::write(&path, &drawn).expect("the folder of golden charts can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == drawn,
        "{name} is not drawn as {} has it; look, then rewrite with BAOYAN_GOLDEN=write",
        path.display()
    );
}
