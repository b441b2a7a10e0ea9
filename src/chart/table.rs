/// What a chart shows, in rows: one for each of its marks, in the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called.
    pub caption: String,
    /// The heads of the columns; the first column names the rows.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a chart's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// The counts, exact: one for each column after the first.
    pub counts: Vec<u32>,
}
