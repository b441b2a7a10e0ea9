//! What takes longer to count: initiatives by name, and figures by unit.

use std::cmp::Ordering;

use super::bare;
use crate::index::documents::{Counted, Told};
use crate::model::{CountyStats, CountyUnitStats, NAMES, NameStats};
use crate::sort::{sort_by, sort_by_number};
use crate::text::{Folding, arabic_digit, chinese_digit};

/// Initiatives with the numbers of the articles that tell of them, by name.
pub fn by_name(told: &[(u32, &Told)], folding: &Folding) -> Vec<NameStats> {
    // A name is the same however it is quoted.
    let mut told: Vec<(Box<str>, u32, &Told)> =
        told.iter().map(|&(number, told)| (bare(&told.name, folding).collect(), number, told)).collect();
    sort_by(&mut told, |(a, ..), (b, ..)| a.cmp(b));
    // Initiatives come article by article, so those of one article are neighbours.
    let articles = |same: &[(Box<str>, u32, &Told)]| same.chunk_by(|(_, a, _), (_, b, _)| a == b).count() as u32;
    let mut names: Vec<&[(Box<str>, u32, &Told)]> = told.chunk_by(|(a, ..), (b, ..)| a == b).collect();
    sort_by_number(&mut names, |same| !(u64::from(articles(same)) << 32 | same.len() as u64));
    let name = |same: &[(Box<str>, u32, &Told)]| NameStats {
        name: same.first().map_or_else(String::new, |(.., told)| told.name.to_string()),
        articles: articles(same),
        initiatives: same.len() as u32,
        figures: same.iter().map(|(.., told)| told.count).sum(),
    };
    names.into_iter().take(NAMES).map(name).collect()
}

/// A figure, and what it belongs to.
#[derive(Clone, Copy)]
struct Measured<'a> {
    told: &'a Told,
    figure: &'a Counted,
    thing: &'a str,
}

impl<'a> Measured<'a> {
    /// Whether two figures are filed together, and whether they tell of the same thing: one initiative in one year, one
    /// unit, and the same words before the number.
    fn cmp(&self, other: &Self) -> Ordering {
        self.filed().cmp(&other.filed()).then_with(|| self.about().cmp(&other.about()))
    }

    fn filed(&self) -> (&'a str, Option<&'a str>) {
        (&self.figure.unit, self.told.county.as_deref())
    }

    fn about(&self) -> (&'a str, Option<i16>, &'a str) {
        (&self.told.name, self.told.year, self.thing)
    }
}

/// Figures by unit and county; `counties` gives the order.
pub fn county_unit(told: &[(u32, &Told)], counties: &[CountyStats]) -> Vec<CountyUnitStats> {
    let mut measured: Vec<Measured<'_>> = Vec::new();
    for &(_, told) in told {
        let figures = told.figures.iter().filter(|figure| adds_up(&figure.unit));
        measured.extend(figures.map(|figure| Measured { told, figure, thing: thing(&figure.text) }));
    }
    sort_by(&mut measured, Measured::cmp);
    let mut sums: Vec<CountyUnitStats> = Vec::new();
    for filed in measured.chunk_by(|a, b| a.filed() == b.filed()) {
        let Some((unit, county)) = filed.first().map(Measured::filed) else { continue };
        let (mut low, mut high) = (0.0, 0.0);
        for same in filed.chunk_by(|a, b| a.about() == b.about()) {
            let extents = || same.iter().map(|measured| extent(measured.figure));
            low += extents().map(|(low, _)| low).fold(f64::INFINITY, f64::min);
            high += extents().map(|(_, high)| high).fold(f64::NEG_INFINITY, f64::max);
        }
        let (unit, county) = (unit.to_owned(), county.map(str::to_owned));
        sums.push(CountyUnitStats { unit, county, figures: filed.len() as u32, low, high });
    }
    let place = |county: &Option<String>| counties.iter().position(|row| row.county == *county).unwrap_or(usize::MAX);
    sort_by_number(&mut sums, |sum| place(&sum.county) as u64);
    sort_by(&mut sums, |a, b| a.unit.cmp(&b.unit));
    let mut by_unit: Vec<&[CountyUnitStats]> = sums.chunk_by(|a, b| a.unit == b.unit).collect();
    sort_by_number(&mut by_unit, |unit| !unit.iter().map(|sum| u64::from(sum.figures)).sum::<u64>());
    by_unit.concat()
}

/// Shares, rates and degrees cannot be added.
fn adds_up(unit: &str) -> bool {
    !unit.is_empty()
        && !unit.starts_with(['%', '％', '‰', '倍', '℃', '°', '成', '折', '度', '/'])
        && unit != "百分点"
        && unit != "个百分点"
}

/// The words before the number: what is counted.
fn thing(text: &str) -> &str {
    let is_digit = |c| {
        arabic_digit(c).is_some() || chinese_digit(c).is_some() || matches!(c, '十' | '百' | '千' | '半' | '几' | '数')
    };
    text.split(is_digit).next().unwrap_or_default()
}

/// The least and the most that a figure can mean. A round number that is about so much stands for all that rounds to it:
/// its last digit that is not 0 is uncertain by one, upwards (500余: 500 to 600), downwards (近500: 400 to 500), or by half
/// of one in both directions (约500: 450 to 550).
fn extent(figure: &Counted) -> (f64, f64) {
    let Counted { text, value, value_max, approx, .. } = figure;
    if let Some(most) = value_max {
        return (value.min(*most), value.max(*most));
    }
    if !approx {
        return (*value, *value);
    }
    let step = last_digit(*value);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["余", "多", "超", "逾", "以上", "至少", "不少于", "不低于", "突破"]) {
        (*value, value + step)
    } else if says(&["近", "不足", "不到", "以下", "以内", "最多"]) {
        (value - step, *value)
    } else {
        (value - step / 2.0, value + step / 2.0)
    }
}

/// The worth of the last digit that is not 0: 100 for 500, 1 for 35, 0.1 for 1.2.
fn last_digit(value: f64) -> f64 {
    let hundredths = (value.abs() * 100.0).round();
    let mut step = 1.0;
    while hundredths > 0.0 && step < 1e15 && (hundredths / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    step / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str, value: f64, value_max: Option<f64>, unit: &str, approx: bool) -> Counted {
        Counted { text: text.into(), value, value_max, unit: unit.into(), approx }
    }

    fn initiative(name: &str, county: &str, figures: Vec<Counted>) -> Told {
        Told {
            name: name.into(),
            county: Some(county.into()),
            year: Some(2024),
            count: figures.len() as u32,
            figures: figures.into(),
            ..Told::default()
        }
    }

    #[test]
    fn about_so_much_is_as_much_as_rounds_to_it() {
        let extent = |text, value| extent(&figure(text, value, None, "人", true));
        assert_eq!(extent("受益500余人", 500.0), (500.0, 600.0));
        assert_eq!(extent("近2000人", 2000.0), (1000.0, 2000.0));
        assert_eq!(extent("约35人", 35.0), (34.5, 35.5));
        assert_eq!(extent("约1.2万人", 1.2), (1.15, 1.25));
        assert_eq!(super::extent(&figure("1~2个", 1.0, Some(2.0), "个", false)), (1.0, 2.0));
    }

    #[test]
    fn what_is_told_twice_counts_once_and_what_conflicts_is_a_range() {
        let exact = |text, value, unit| figure(text, value, None, unit, false);
        let once =
            initiative("“清溪行动”", "云溪县", vec![exact("清理河道6条", 6.0, "条"), exact("受益90人", 90.0, "人")]);
        let again =
            initiative("“清溪行动”", "云溪县", vec![exact("清理河道6条", 6.0, "条"), exact("受益120人", 120.0, "人")]);
        let other =
            initiative("“银龄课堂”", "云溪县", vec![exact("学员30人", 30.0, "人"), exact("满意度98%", 98.0, "%")]);
        let counties: Vec<CountyStats> = Vec::new();
        let sums = county_unit(&[(0, &once), (1, &again), (2, &other)], &counties);
        let told: Vec<(&str, u32, f64, f64)> =
            sums.iter().map(|sum| (sum.unit.as_str(), sum.figures, sum.low, sum.high)).collect();
        assert_eq!(told, [("人", 3, 120.0, 150.0), ("条", 2, 6.0, 6.0)]);
    }

    #[test]
    fn names_that_most_articles_tell_of_come_first() {
        let (one, two) = (initiative("甲", "云溪县", Vec::new()), initiative("乙", "云溪县", Vec::new()));
        let names = by_name(&[(0, &two), (0, &two), (1, &one), (2, &one)], Folding::whole());
        let told: Vec<(&str, u32, u32)> =
            names.iter().map(|name| (name.name.as_str(), name.articles, name.initiatives)).collect();
        assert_eq!(told, [("甲", 2, 2), ("乙", 1, 2)]);
    }
}
