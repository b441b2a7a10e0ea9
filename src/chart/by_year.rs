use super::mark::{Anchor, BASES, Bar, label, part_class, rule, swatches, tint, tints, value_axis_up};
use super::{Band, Language, Linear, Node, Row, Scene, Table, exact, short, text_width};
use crate::model::{Basis, BasisCounts, Stats};

const PLOT: f64 = 140.0;
const FONT: f64 = 14.0;
const TICKS: u32 = 4;

/// One year's column, not yet placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearColumn {
    /// The year; `None` gathers what has no year.
    pub year: Option<i16>,
    /// Initiatives that answer the query, by what their year rests on: the column's parts.
    pub basis: BasisCounts,
    /// All of them: the column's height.
    pub initiatives: u32,
    /// Articles of that year that answer the query.
    pub articles: u32,
    /// Initiatives that would answer if no year were chosen; drawn faintly behind the column.
    pub unchosen: u32,
}

/// Initiatives by year: columns in the order of time, stacked by what the year rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearChart {
    /// The columns, from the left; years between them that have none are gaps.
    pub columns: Vec<YearColumn>,
    chosen: Option<String>,
    language: Language,
}

impl YearChart {
    /// The chart of what answers a query. `unchosen` are the numbers of the same query without its choice of a year, so that
    /// the years to choose from stay; `chosen` is the key of that year, `none` for what has no year.
    pub fn new(stats: &Stats, unchosen: &Stats, chosen: Option<&str>, language: Language) -> Self {
        // A choice leaves years out and adds none, so `unchosen` has them all, in order.
        let columns = unchosen
            .by_year
            .iter()
            .filter(|whole| whole.initiatives > 0)
            .map(|whole| {
                let row = stats.by_year.iter().find(|row| row.year == whole.year);
                YearColumn {
                    year: whole.year,
                    basis: row.map(|row| row.basis).unwrap_or_default(),
                    initiatives: row.map_or(0, |row| row.initiatives),
                    articles: row.map_or(0, |row| row.articles),
                    unchosen: whole.initiatives,
                }
            })
            .collect();
        YearChart { columns, chosen: chosen.map(str::to_owned), language }
    }

    /// What the chart is called.
    pub fn title(&self) -> &'static str {
        self.language.pick("逐年举措", "Initiatives by year")
    }

    /// The drawing, `width` CSS pixels wide.
    pub fn scene(&self, width: f64) -> Scene {
        let most = self.columns.iter().map(|column| column.unchosen).max().unwrap_or(0);
        let (key, key_height) = swatches(&self.key(), width, FONT);
        let (top, bottom) = (key_height + 22.0, key_height + 22.0 + PLOT);
        let (up, ticks) = Linear::counts(most, TICKS, (bottom, top));
        let left = ticks.iter().map(|&tick| text_width(&short(tick, self.language), FONT)).fold(0.0, f64::max) + 8.0;

        // A slot for every year from the first to the last, whether it has a column or not; one more, set apart by an
        // empty one, for what has no year.
        let years: Vec<i16> = self.columns.iter().filter_map(|column| column.year).collect();
        let first = years.first().copied().unwrap_or(0);
        let span = years.last().map_or(0, |&last| usize::from(last.abs_diff(first)) + 1);
        let yearless = self.columns.iter().any(|column| column.year.is_none());
        let slots = span + if yearless { 1 + usize::from(span > 0) } else { 0 };
        // Few columns are not stretched into slabs.
        let right = width.min(left + 84.0 * slots as f64);
        let along = Band::new(slots, (left, right), 0.34);
        let place = Place { along, up, top, bottom, width, first, last: slots.saturating_sub(1) };

        let mut nodes = vec![tints(), key, value_axis_up(&up, &ticks, (left, width), self.language)];
        nodes.extend(self.gaps(&place, span));
        nodes.extend(self.columns.iter().filter_map(|column| self.name_below(column, &place)));
        nodes.extend(self.columns.iter().map(|column| self.column(column, &place)));
        Scene { width, height: bottom + 30.0, title: self.title().to_owned(), description: self.sentence(), nodes }
    }

    fn column(&self, column: &YearColumn, place: &Place) -> Node {
        let key = self.column_key(column);
        let picked = self.chosen.as_ref() == Some(&key);
        let slot = place.slot(column.year);
        let (x, width, bottom) = (place.along.at(slot), place.along.width(), place.bottom);
        let mut drawing = Vec::new();
        if column.unchosen > column.initiatives {
            let y = place.up.at(f64::from(column.unchosen));
            drawing.push(Node::rect(x, y, width, bottom - y).with("class", "unchosen"));
        }
        let mut stacked = 0;
        for basis in BASES.into_iter().chain([Basis::None]) {
            let count = column.basis.of(basis);
            if count > 0 {
                let (low, high) = (place.up.at(f64::from(stacked)), place.up.at(f64::from(stacked + count)));
                let segment = Node::rect(x, high, width, low - high);
                drawing.push(segment.with("class", part_class(basis)).with("fill", tint(basis, picked)));
                stacked += count;
            }
        }
        let value = short(column.initiatives, self.language);
        if text_width(&value, FONT) + 2.0 <= place.along.step() {
            let class = if column.initiatives == 0 { "value zero" } else { "value" };
            let head = place.up.at(f64::from(column.initiatives)) - 6.0;
            drawing.push(label(x + width / 2.0, head, Anchor::Middle, class, value));
        }
        Node::from(Bar {
            key,
            value: column.initiatives,
            words: self.words(column),
            pickable: true,
            picked,
            area: (x - 4.0, place.top - 20.0, width + 8.0, bottom - place.top + 48.0),
            drawing,
        })
    }

    /// A column's name. It stands on the axis, below the area that answers for the column.
    fn name_below(&self, column: &YearColumn, place: &Place) -> Option<Node> {
        let slot = place.slot(column.year);
        let picked = self.chosen.as_ref() == Some(&self.column_key(column));
        let class = if picked { "name chosen" } else { "name" };
        let named = column.year.is_none() || place.is_named(slot);
        named.then(|| place.name(slot, class, &self.column_name(column)).with("aria-hidden", "true"))
    }

    /// A short stroke below the baseline for each year without a column, and its name where there is room.
    fn gaps(&self, place: &Place, span: usize) -> Vec<Node> {
        let mut gaps = Vec::new();
        if place.along.step() < 4.0 {
            return gaps;
        }
        for slot in 0..span {
            let Some(year) = i16::try_from(slot).ok().and_then(|slot| place.first.checked_add(slot)) else { break };
            if self.columns.iter().any(|column| column.year == Some(year)) {
                continue;
            }
            let (middle, bottom) = (place.along.middle(slot), place.bottom);
            gaps.push(rule((middle, bottom), (middle, bottom + 5.0), "gap"));
            if place.is_named(slot) {
                gaps.push(place.name(slot, "name gap", &year.to_string()));
            }
        }
        gaps
    }

    /// What the columns show, in rows.
    pub fn table(&self) -> Table {
        let mut columns = self.language.pick(vec!["年份", "举措"], vec!["Year", "Initiatives"]);
        columns.extend(BASES.map(|basis| self.basis_name(basis)));
        Table {
            caption: self.title().to_owned(),
            columns,
            rows: self
                .columns
                .iter()
                .map(|column| Row {
                    name: self.column_name(column),
                    counts: [&[column.initiatives][..], &BASES.map(|basis| column.basis.of(basis))].concat(),
                })
                .collect(),
        }
    }

    /// What the chart shows, for readers who do not see it.
    pub fn sentence(&self) -> String {
        let total: u64 = self.columns.iter().map(|column| u64::from(column.initiatives)).sum();
        let name = |column: &YearColumn| match (column.year, self.language) {
            (Some(year), Language::ZhCn | Language::ZhTw) => format!("{year}年{}项", column.initiatives),
            (Some(year), Language::En) => format!("{year} {}", column.initiatives),
            (None, Language::ZhCn | Language::ZhTw) => format!("没有年份的{}项", column.initiatives),
            (None, Language::En) => format!("without a year {}", column.initiatives),
        };
        let years: Vec<String> = self.columns.iter().filter(|column| column.initiatives > 0).map(name).collect();
        let grounds: Vec<String> = BASES
            .into_iter()
            .map(|basis| (basis, self.columns.iter().map(|column| column.basis.of(basis)).sum::<u32>()))
            .filter(|&(_, count)| count > 0)
            .map(|(basis, count)| match self.language {
                Language::ZhCn | Language::ZhTw => format!("{}{count}项", self.basis_name(basis)),
                Language::En => format!("{} {count}", self.basis_name(basis).to_ascii_lowercase()),
            })
            .collect();
        match self.language {
            Language::ZhCn | Language::ZhTw if total == 0 => "没有举措。".to_owned(),
            Language::En if total == 0 => "No initiatives.".to_owned(),
            Language::ZhCn | Language::ZhTw if grounds.is_empty() => {
                format!("共{}项举措：{}。", exact(total), years.join("，"))
            }
            Language::ZhCn | Language::ZhTw => {
                format!("共{}项举措：{}。年份的依据：{}。", exact(total), years.join("，"), grounds.join("，"))
            }
            Language::En => {
                let plural = if total == 1 { "" } else { "s" };
                let ground =
                    if grounds.is_empty() { String::new() } else { format!(" Basis: {}.", grounds.join(", ")) };
                format!("{} initiative{plural}: {}.{ground}", exact(total), years.join(", "))
            }
        }
    }

    /// The tints that occur, and what they mean.
    fn key(&self) -> Vec<(Basis, &'static str)> {
        BASES
            .into_iter()
            .filter(|&basis| self.columns.iter().any(|column| column.basis.of(basis) > 0))
            .map(|basis| (basis, self.basis_name(basis)))
            .collect()
    }

    fn basis_name(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Explicit => self.language.pick("文中写明", "Printed"),
            Basis::Relative => self.language.pick("由文中时间推算", "Reckoned"),
            Basis::Inherited => self.language.pick("承接上文", "From context"),
            Basis::Issue => self.language.pick("依见报日期", "Issue date"),
            Basis::None => self.yearless(),
        }
    }

    fn yearless(&self) -> &'static str {
        self.language.pick("无年份", "No year")
    }

    fn column_key(&self, column: &YearColumn) -> String {
        column.year.map_or_else(|| "none".to_owned(), |year| year.to_string())
    }

    fn column_name(&self, column: &YearColumn) -> String {
        column.year.map_or_else(|| self.yearless().to_owned(), |year| year.to_string())
    }

    fn words(&self, column: &YearColumn) -> String {
        let grounds: Vec<String> = BASES
            .into_iter()
            .filter(|&basis| column.basis.of(basis) > 0)
            .map(|basis| format!("{}{}{}", self.basis_name(basis), self.language.pick("", " "), column.basis.of(basis)))
            .collect();
        let grounds = match (grounds.is_empty(), self.language) {
            (true, _) => String::new(),
            (false, Language::ZhCn | Language::ZhTw) => format!("（{}）", grounds.join("，")),
            (false, Language::En) => format!(" ({})", grounds.join(", ")),
        };
        match (column.year, self.language) {
            (Some(year), Language::ZhCn | Language::ZhTw) => format!("{year}年：{}项举措{grounds}", column.initiatives),
            (Some(year), Language::En) => format!("{year}: initiatives {}{grounds}", column.initiatives),
            (None, Language::ZhCn | Language::ZhTw) => format!("无年份：{}项举措", column.initiatives),
            (None, Language::En) => format!("No year: initiatives {}", column.initiatives),
        }
    }
}

/// Where the columns of a drawing stand.
struct Place {
    along: Band,
    up: Linear,
    top: f64,
    bottom: f64,
    width: f64,
    first: i16,
    last: usize,
}

impl Place {
    /// The slot of a year; what has no year is in the last one.
    fn slot(&self, year: Option<i16>) -> usize {
        year.map_or(self.last, |year| usize::from(year.abs_diff(self.first)))
    }

    /// Whether a year is named: each one, or each second, third … where they would touch.
    fn is_named(&self, slot: usize) -> bool {
        let room = text_width("2024", FONT) + 6.0;
        slot.is_multiple_of(((room / self.along.step()).ceil() as usize).max(1))
    }

    /// The name below a column; at the right edge it stays inside the drawing.
    fn name(&self, slot: usize, class: &'static str, name: &str) -> Node {
        let middle = self.along.middle(slot).min(self.width - text_width(name, FONT) / 2.0);
        label(middle, self.bottom + 20.0, Anchor::Middle, class, name)
    }
}

#[cfg(test)]
mod tests {
    use super::super::golden;
    use super::*;

    #[test]
    fn marks_and_rows_are_equal_and_parts_add_up() {
        let stats = golden::stats();
        let chart = YearChart::new(&stats, &stats, None, Language::ZhCn);
        let marks = golden::values(&chart.scene(420.0));
        let rows: Vec<u32> = chart.table().rows.iter().map(|row| row.counts[0]).collect();
        assert_eq!(marks, rows);
        assert_eq!(marks.iter().sum::<u32>(), stats.initiatives);
        for row in chart.table().rows.iter().filter(|row| row.name != "无年份") {
            assert_eq!(row.counts[1..].iter().sum::<u32>(), row.counts[0], "{}", row.name);
        }
    }

    #[test]
    fn a_year_without_any_is_a_gap_and_no_zero() {
        let stats = golden::stats();
        let scene = YearChart::new(&stats, &stats, None, Language::ZhCn).scene(420.0);
        let gaps: Vec<&str> = scene
            .walk()
            .filter(|node| node.attribute("class") == Some("name gap"))
            .filter_map(|node| node.text.as_deref())
            .collect();
        assert_eq!(gaps, ["2021"]);
        assert!(scene.walk().all(|node| node.attribute("data-key") != Some("2021")));
    }

    #[test]
    fn drawn_as_the_golden_ones() {
        let (stats, empty) = (golden::stats(), golden::empty());
        golden::check("year", &YearChart::new(&stats, &stats, None, Language::ZhCn).scene(420.0));
        golden::check("year-narrow-en", &YearChart::new(&stats, &stats, None, Language::En).scene(288.0));
        golden::check("year-empty", &YearChart::new(&empty, &empty, None, Language::ZhCn).scene(420.0));
        let mut chosen = stats.clone();
        chosen.by_year.retain(|row| row.year == Some(2023));
        golden::check("year-chosen", &YearChart::new(&chosen, &stats, Some("2023"), Language::ZhCn).scene(420.0));
    }

    #[test]
    fn names_never_touch_however_many_years_there_are() {
        for (last, width) in [(2000, 300.0), (2003, 300.0), (2024, 420.0), (2099, 288.0)] {
            let row = |year| crate::model::YearStats { year: Some(year), ..golden::stats().by_year[0].clone() };
            let stats = Stats { by_year: (1990..=last).map(row).collect(), ..golden::stats() };
            let scene = YearChart::new(&stats, &stats, None, Language::ZhCn).scene(width);
            let names = scene.walk().filter(|node| node.attribute("class") == Some("name"));
            let places: Vec<f64> = names.map(|node| node.attribute("x").unwrap().parse().unwrap()).collect();
            assert!(places.len() > 1);
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] > text_width("2024", FONT)), "{last}: {places:?}");
            assert_eq!(golden::values(&scene).len(), stats.by_year.len());
        }
    }

    #[test]
    fn the_sentence_says_what_the_columns_say() {
        let stats = golden::stats();
        let said = |language| YearChart::new(&stats, &stats, None, language).sentence();
        assert_eq!(
            said(Language::ZhCn),
            "共27项举措：2020年2项，2022年6项，2023年10项，2024年7项，没有年份的2项。\
             年份的依据：文中写明12项，由文中时间推算5项，承接上文4项，依见报日期4项。"
        );
        assert!(said(Language::En).starts_with("27 initiatives: 2020 2, 2022 6, 2023 10, 2024 7, without a year 2."));
    }
}
