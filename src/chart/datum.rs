/// What one mark of a chart stands for, not yet placed: a row of its table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datum {
    /// What filters are set to where it is chosen, in the order of the chart's dimensions.
    pub keys: Vec<String>,
    /// Whether a reader can choose it.
    pub choosable: bool,
    /// Whether it is chosen.
    pub picked: bool,
    /// What it is called: a name for each of the table's first columns.
    pub names: Vec<String>,
    /// Its number; `None` where there is none to tell, which is not zero.
    pub value: Option<f64>,
    /// The end of a range that begins with `value`.
    pub high: Option<f64>,
    /// Its number if none of its chart's own filters were set; drawn faintly behind it.
    pub unchosen: f64,
    /// What it is made of, in the order of the chart's parts.
    pub parts: Vec<f64>,
    /// The numbers of its row.
    pub numbers: Vec<Option<f64>>,
    /// Its place in a row of equal steps, years or months; what has no place comes last.
    pub slot: Option<i32>,
}

impl Datum {
    /// What tells it from all others of its chart.
    pub fn key(&self) -> String {
        self.keys.join(" ")
    }

    /// Whether it leads to anything.
    pub fn pickable(&self) -> bool {
        self.choosable && self.extent() > 0.0
    }

    /// Its number or the end of its range; zero where there is none.
    pub fn end(&self) -> f64 {
        self.high.or(self.value).unwrap_or(0.0)
    }

    /// As far as its drawing reaches.
    pub fn extent(&self) -> f64 {
        self.end().max(self.unchosen)
    }
}
