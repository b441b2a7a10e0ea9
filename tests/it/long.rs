//! Reading takes time that grows with the length of a page, whatever stands on it.

use std::path::Path;
use std::time::{Duration, Instant};

use baoyan::extract::Extractor;
use baoyan::ingest::{Source, read};

/// The shortest of the readings that a third of a second has time for, three at least.
fn time(text: &str) -> Duration {
    const FEWEST: usize = 3;
    const LONGEST: Duration = Duration::from_millis(333);
    let source = Source::new(Path::new("page.txt"));
    let extractor = Extractor::new(None);
    let once = || {
        let start = Instant::now();
        let (mut page, _) = read(&source, text.as_bytes());
        extractor.understand(&mut page, None);
        start.elapsed()
    };
    let start = Instant::now();
    let readings = (0..).take_while(|&times| times < FEWEST || start.elapsed() < LONGEST).map(|_| once());
    readings.min().unwrap_or_default()
}

/// A headline, a by-line and a paragraph of so many parts, each with its number.
fn story(parts: usize, part: &dyn Fn(usize) -> String) -> String {
    let told: String = (0..parts).map(part).collect();
    format!("清溪行动见成效\n本报讯（记者林一舟）{told}\n")
}

#[test]
fn a_story_four_times_as_long_takes_no_more_than_its_share() {
    const LEAST: usize = 120;
    // Were it to grow with the square, it would be 16; names that are all different are still compared with each other.
    const MOST: f64 = 12.0;
    let named = |_| "云溪县开展“清溪行动”，全县共打造红色家园2个，培训8场，累计为1200余人提供服务。".to_owned();
    let coined = |at: usize| {
        let name: String = [at / 20 % 20, at % 20, at * 7 % 20]
            .iter()
            .filter_map(|&c| "山水云溪清河春夏秋冬东西南北红黄蓝白金木".chars().nth(c))
            .collect();
        format!("云溪县开展“{name}”行动，打造{name}家园2个。")
    };
    let pages = |parts: usize, part: &dyn Fn(usize) -> String| [story(parts, part), story(parts * 4, part)];
    let table = |parts: usize| "云溪县    清淤\n".repeat(parts);
    for (what, [short, long]) in [
        ("one programme again and again", pages(LEAST, &named)),
        ("another programme in each sentence", pages(LEAST, &coined)),
        ("no mark at all", pages(LEAST * 2, &|at| named(at).replace(['，', '。'], ""))),
        ("nothing but figures", pages(LEAST * 8, &|_| "25个".to_owned())),
        ("nothing but counties", pages(LEAST * 8, &|_| "修武县".to_owned())),
        ("two columns that are a table", [table(LEAST * 4), table(LEAST * 16)]),
    ] {
        let (short, long) = (time(&short), time(&long));
        let ratio = long.as_secs_f64() / short.as_secs_f64();
        println!("{what}: {short:?} and {long:?}, {ratio:.1} times");
        assert!(ratio < MOST, "{what}: {short:?} for one length, {long:?} for four");
    }
}
