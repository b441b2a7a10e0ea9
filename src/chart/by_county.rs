use super::mark::{Anchor, Bar, label, value_axis_across};
use super::{Band, Language, Linear, Node, Row, Scene, Table, exact, short, text_width};
use crate::model::Stats;
use crate::sort::sort_by_number;

const ROW: f64 = 25.0;
const FONT: f64 = 14.0;
const GAP: f64 = 10.0;
const TICKS: u32 = 4;

/// One county's bar, not yet placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyBar {
    /// The county's official name; `None` gathers what has no county.
    pub county: Option<String>,
    /// Initiatives that answer the query: the bar's length.
    pub initiatives: u32,
    /// Articles that answer the query.
    pub articles: u32,
    /// Figures of those initiatives.
    pub figures: u32,
    /// Initiatives that would answer if no county were chosen; drawn faintly behind the bar.
    pub unchosen: u32,
}

/// Initiatives by county: horizontal bars, most first, those of equal count in official order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyChart {
    /// The bars, from the top.
    pub bars: Vec<CountyBar>,
    chosen: Option<String>,
    language: Language,
}

impl CountyChart {
    /// The chart of what answers a query. `unchosen` are the numbers of the same query without its choice of a county; they
    /// decide the order, so that bars stay where they are when one is chosen. `chosen` is that county's official name.
    pub fn new(stats: &Stats, unchosen: &Stats, chosen: Option<&str>, language: Language) -> Self {
        // A choice leaves counties out and adds none, so `unchosen` has them all, in order.
        let mut bars: Vec<CountyBar> = unchosen
            .by_county
            .iter()
            .map(|whole| {
                let row = stats.by_county.iter().find(|row| row.county == whole.county);
                CountyBar {
                    county: whole.county.clone(),
                    initiatives: row.map_or(0, |row| row.initiatives),
                    articles: row.map_or(0, |row| row.articles),
                    figures: row.map_or(0, |row| row.figures),
                    unchosen: whole.initiatives,
                }
            })
            .collect();
        sort_by_number(&mut bars, |bar| u64::from(bar.county.is_none()) << 32 | u64::from(u32::MAX - bar.unchosen));
        CountyChart { bars, chosen: chosen.map(str::to_owned), language }
    }

    /// What the chart is called.
    pub fn title(&self) -> &'static str {
        self.language.pick("各县区举措", "Initiatives by county")
    }

    /// The drawing, `width` CSS pixels wide.
    pub fn scene(&self, width: f64) -> Scene {
        let names: Vec<String> = self.bars.iter().map(|bar| self.name(bar)).collect();
        let gutter = names.iter().map(|name| text_width(name, FONT)).fold(0.0, f64::max) + GAP;
        let most = self.bars.iter().map(|bar| bar.unchosen).max().unwrap_or(0);
        let room = text_width(&short(most, self.language), FONT) + GAP;
        let height = ROW * self.bars.len() as f64;
        let (across, ticks) = Linear::counts(most, TICKS, (gutter, (width - room).max(gutter + 40.0)));
        let down = Band::new(self.bars.len(), (0.0, height), 0.36);

        let mut nodes = vec![value_axis_across(&across, &ticks, (0.0, height))];
        for (place, (bar, name)) in self.bars.iter().zip(names).enumerate() {
            let (top, middle) = (down.at(place), down.middle(place));
            let extent = |count: u32| across.at(f64::from(count)) - gutter;
            let length = extent(bar.initiatives);
            let value_class = if bar.initiatives == 0 { "value zero" } else { "value" };
            let mut drawing = vec![label(gutter - GAP, middle + 5.0, Anchor::End, "name", name)];
            if bar.unchosen > bar.initiatives {
                let shade = Node::rect(gutter, top, extent(bar.unchosen), down.width());
                drawing.push(shade.with("class", "unchosen"));
            }
            if bar.initiatives > 0 {
                drawing.push(Node::rect(gutter, top, length, down.width()).with("class", "length"));
            }
            let value = short(bar.initiatives, self.language);
            drawing.push(label(gutter + length + 6.0, middle + 5.0, Anchor::Start, value_class, value));
            nodes.push(Node::from(Bar {
                key: bar.county.clone().unwrap_or_default(),
                value: bar.initiatives,
                words: self.words(bar),
                pickable: bar.county.is_some(),
                picked: bar.county.is_some() && bar.county == self.chosen,
                area: (0.0, ROW * place as f64, width, ROW),
                drawing,
            }));
        }
        Scene { width, height, title: self.title().to_owned(), description: self.sentence(), nodes }
    }

    /// What the bars show, in rows.
    pub fn table(&self) -> Table {
        Table {
            caption: self.title().to_owned(),
            columns: self
                .language
                .pick(vec!["县区", "举措", "文章", "数字"], vec!["County", "Initiatives", "Articles", "Figures"]),
            rows: self
                .bars
                .iter()
                .map(|bar| Row { name: self.name(bar), counts: vec![bar.initiatives, bar.articles, bar.figures] })
                .collect(),
        }
    }

    /// What the chart shows, for readers who do not see it.
    pub fn sentence(&self) -> String {
        let total: u64 = self.bars.iter().map(|bar| u64::from(bar.initiatives)).sum();
        let (some, none): (Vec<&CountyBar>, Vec<&CountyBar>) = self.bars.iter().partition(|bar| bar.initiatives > 0);
        let list = |separator: &str, count: fn(&str, u32) -> String| {
            let items: Vec<String> = some.iter().map(|bar| count(&self.name(bar), bar.initiatives)).collect();
            items.join(separator)
        };
        match self.language {
            Language::ZhCn | Language::ZhTw if total == 0 => "没有举措。".to_owned(),
            Language::En if total == 0 => "No initiatives.".to_owned(),
            Language::ZhCn | Language::ZhTw => {
                let rest = if none.is_empty() { String::new() } else { format!("；其余{}处没有", none.len()) };
                format!("共{}项举措：{}{rest}。", exact(total), list("，", |name, count| format!("{name}{count}项")))
            }
            Language::En => {
                let rest = if none.is_empty() { String::new() } else { format!("; none in the other {}", none.len()) };
                let plural = if total == 1 { "" } else { "s" };
                let counties = list(", ", |name, count| format!("{name} {count}"));
                format!("{} initiative{plural}: {counties}{rest}.", exact(total))
            }
        }
    }

    fn name(&self, bar: &CountyBar) -> String {
        let nameless = || self.language.pick("未注明县区", "No county").to_owned();
        bar.county.clone().unwrap_or_else(nameless)
    }

    fn words(&self, bar: &CountyBar) -> String {
        let (name, initiatives, articles) = (self.name(bar), bar.initiatives, bar.articles);
        match self.language {
            Language::ZhCn | Language::ZhTw => format!("{name}：{initiatives}项举措，{articles}篇文章"),
            Language::En => format!("{name}: initiatives {initiatives}, articles {articles}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::golden;
    use super::*;

    #[test]
    fn most_come_first_then_the_official_order_and_none_is_left_out() {
        let stats = golden::stats();
        let chart = CountyChart::new(&stats, &stats, None, Language::ZhCn);
        let order: Vec<&str> = chart.bars.iter().map(|bar| bar.county.as_deref().unwrap_or("none")).collect();
        assert_eq!(order, ["云溪县", "青禾区", "石渡县", "临汐县", "南坪市", "none"]);
    }

    #[test]
    fn marks_and_rows_are_equal() {
        let stats = golden::stats();
        let chart = CountyChart::new(&stats, &stats, None, Language::ZhCn);
        let marks: Vec<u32> = golden::values(&chart.scene(400.0));
        let rows: Vec<u32> = chart.table().rows.iter().map(|row| row.counts[0]).collect();
        assert_eq!(marks, rows);
        assert_eq!(marks.iter().sum::<u32>(), stats.initiatives);
    }

    #[test]
    fn a_choice_keeps_the_order_and_shows_what_it_leaves_out() {
        let (stats, mut chosen) = (golden::stats(), golden::stats());
        for row in &mut chosen.by_county {
            if row.county.as_deref() != Some("石渡县") {
                (row.initiatives, row.articles, row.figures) = (0, 0, 0);
            }
        }
        // What is outside the region is listed only where it has articles.
        chosen.by_county.retain(|row| row.county.is_some());
        let chart = CountyChart::new(&chosen, &stats, Some("石渡县"), Language::ZhCn);
        let order: Vec<u32> = chart.bars.iter().map(|bar| bar.unchosen).collect();
        assert!(order[..5].is_sorted_by(|before, after| before >= after));
        assert_eq!(golden::values(&chart.scene(400.0)).iter().sum::<u32>(), 4);
        golden::check("county-chosen", &chart.scene(400.0));
    }

    #[test]
    fn drawn_as_the_golden_ones() {
        let (stats, empty) = (golden::stats(), golden::empty());
        golden::check("county", &CountyChart::new(&stats, &stats, None, Language::ZhCn).scene(420.0));
        golden::check("county-narrow-en", &CountyChart::new(&stats, &stats, None, Language::En).scene(288.0));
        golden::check("county-empty", &CountyChart::new(&empty, &empty, None, Language::ZhCn).scene(420.0));
    }

    #[test]
    fn the_sentence_says_what_the_bars_say() {
        let (stats, empty) = (golden::stats(), golden::empty());
        let said = |stats: &Stats, language| CountyChart::new(stats, stats, None, language).sentence();
        assert_eq!(
            said(&stats, Language::ZhCn),
            "共27项举措：云溪县12项，青禾区7项，石渡县4项，未注明县区4项；其余2处没有。"
        );
        assert_eq!(
            said(&stats, Language::En),
            "27 initiatives: 云溪县 12, 青禾区 7, 石渡县 4, No county 4; none in the other 2."
        );
        assert_eq!(said(&empty, Language::ZhCn), "没有举措。");
    }
}
