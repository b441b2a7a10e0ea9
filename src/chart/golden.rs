//! Numbers of a made-up prefecture, and the comparison with the drawings in `tests/golden/charts/`.

use std::path::Path;

use super::Scene;
use crate::model::{BasisCounts, CountyStats, Stats, YearStats};

/// The numbers of a query with every case in it: a county without any, a year left out, no county, no year.
pub fn stats() -> Stats {
    let county = |county: Option<&str>, articles, initiatives, figures| CountyStats {
        county: county.map(str::to_owned),
        articles,
        initiatives,
        figures,
    };
    let year = |year, explicit, relative, inherited, issue, none| YearStats {
        year,
        articles: 3,
        initiatives: explicit + relative + inherited + issue + none,
        figures: 5,
        basis: BasisCounts { explicit, relative, inherited, issue, none },
    };
    Stats {
        query: String::new(),
        articles: 14,
        initiatives: 27,
        figures: 31,
        by_county: vec![
            county(Some("青禾区"), 4, 7, 9),
            county(Some("云溪县"), 6, 12, 15),
            county(Some("临汐县"), 0, 0, 0),
            county(Some("石渡县"), 2, 4, 3),
            county(Some("南坪市"), 1, 0, 0),
            county(None, 1, 4, 4),
        ],
        by_year: vec![
            year(Some(2020), 2, 0, 0, 0, 0),
            year(Some(2022), 4, 2, 0, 0, 0),
            year(Some(2023), 5, 3, 2, 0, 0),
            year(Some(2024), 1, 0, 2, 4, 0),
            year(None, 0, 0, 0, 0, 2),
        ],
        county_year: Vec::new(),
    }
}

/// The numbers of a query that nothing answers.
pub fn empty() -> Stats {
    let mut stats = stats();
    stats.by_county.retain(|row| row.county.is_some());
    for row in &mut stats.by_county {
        (row.articles, row.initiatives, row.figures) = (0, 0, 0);
    }
    Stats { by_county: stats.by_county, ..Stats::default() }
}

/// The values of a scene's marks, in order.
pub fn values(scene: &Scene) -> Vec<u32> {
    scene.walk().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect()
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
