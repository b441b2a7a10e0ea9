use super::Language;

/// What a chart is about, and how it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// By county: bars.
    County,
    /// By year: columns, told apart by what the year rests on.
    Year,
    /// County × year: shaded cells.
    #[default]
    Grid,
    /// Year by year in each county: small columns side by side.
    Panels,
    /// By county and kind of initiative: stacked bars.
    Kinds,
    /// The initiatives that most articles tell of: bars.
    Names,
    /// What the figures of one unit add up to, by county: bars that end in a range.
    Totals,
    /// The region's counties as tiles, in official order; where a county lies it does not say.
    Tiles,
    /// The archive's articles in time: columns under a range that a reader moves.
    Dates,
}

impl ChartKind {
    /// Every kind, with the name that addresses and commands know it by.
    pub const ALL: [(ChartKind, &'static str); 9] = [
        (ChartKind::County, "county"),
        (ChartKind::Year, "year"),
        (ChartKind::Grid, "grid"),
        (ChartKind::Panels, "panels"),
        (ChartKind::Kinds, "kinds"),
        (ChartKind::Names, "names"),
        (ChartKind::Totals, "totals"),
        (ChartKind::Tiles, "tiles"),
        (ChartKind::Dates, "dates"),
    ];

    /// The name that addresses and commands know it by.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<ChartKind> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }

    /// Whether it needs the numbers by name and by unit, which take longer to count.
    pub fn is_detailed(self) -> bool {
        matches!(self, ChartKind::Names | ChartKind::Totals)
    }

    /// What the keys of its marks filter by, in their order.
    pub fn dimensions(self) -> &'static [Dimension] {
        match self {
            ChartKind::County | ChartKind::Kinds | ChartKind::Totals | ChartKind::Tiles => &[Dimension::County],
            ChartKind::Year => &[Dimension::Year],
            ChartKind::Grid | ChartKind::Panels => &[Dimension::County, Dimension::Year],
            ChartKind::Names => &[Dimension::Name],
            ChartKind::Dates => &[Dimension::Date],
        }
    }

    /// What it counts where a reader asks for `measure`: not every chart has every one.
    pub fn counts(self, measure: Measure) -> Measure {
        match (self, measure) {
            (ChartKind::County | ChartKind::Tiles, any) => any,
            (ChartKind::Dates, _) => Measure::Articles,
            (ChartKind::Totals, _) | (ChartKind::Names, Measure::Figures) => Measure::Figures,
            (ChartKind::Names, _) => Measure::Articles,
            (ChartKind::Kinds, Measure::Articles) | (_, Measure::Rate) => Measure::Initiatives,
            (_, any) => any,
        }
    }
}

/// What a filter can be set to from a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// The county.
    County,
    /// The year of an initiative, `none` for those without.
    Year,
    /// The name of an initiative.
    Name,
    /// The date of an article.
    Date,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Initiatives.
    #[default]
    Initiatives,
    /// Articles.
    Articles,
    /// Figures that measure initiatives.
    Figures,
    /// Initiatives per hundred articles.
    Rate,
}

impl Measure {
    /// Every measure, with the name that addresses and commands know it by.
    pub const ALL: [(Measure, &'static str); 4] = [
        (Measure::Initiatives, "initiatives"),
        (Measure::Articles, "articles"),
        (Measure::Figures, "figures"),
        (Measure::Rate, "rate"),
    ];

    /// The name that addresses and commands know it by.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The measure of that name.
    pub fn named(name: &str) -> Option<Measure> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(measure, _)| *measure)
    }
}

/// What is asked of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec<'a> {
    /// What it is about.
    pub kind: ChartKind,
    /// What is counted.
    pub measure: Measure,
    /// Whether counties stand in official order, and not the greatest first.
    pub official: bool,
    /// The unit of totals; none: the unit of most figures.
    pub unit: Option<&'a str>,
    /// What is chosen by each of the chart's dimensions.
    pub chosen: Vec<Option<&'a str>>,
    /// The language of its words.
    pub language: Language,
}
