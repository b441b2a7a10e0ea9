use super::{exact, hundredths};
use crate::sort::sort_by;

/// What a chart shows, in rows: one for each of its marks, in the same order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is called.
    pub caption: String,
    /// The heads of the columns; the first ones name the rows.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a chart's table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is about: a cell for each of the first columns.
    pub names: Vec<String>,
    /// The numbers, exact: one for each of the other columns; `None` where there is none to tell.
    pub numbers: Vec<Option<f64>>,
}

impl Row {
    /// The cell of a column, as people read it.
    pub fn cell(&self, column: usize) -> String {
        self.text(column, exact)
    }

    /// The cell of a column, as programs read it.
    pub fn plain(&self, column: usize) -> String {
        self.text(column, hundredths)
    }

    fn text(&self, column: usize, write: fn(f64) -> String) -> String {
        match self.names.get(column) {
            Some(name) => name.clone(),
            None => self.number(column).map(write).unwrap_or_default(),
        }
    }

    fn number(&self, column: usize) -> Option<f64> {
        self.numbers.get(column.checked_sub(self.names.len())?).copied().flatten()
    }
}

impl Table {
    /// Sorts the rows by a column: names ascending, numbers descending and what has none last; or, `backwards`, the other way
    /// round.
    pub fn sort(&mut self, column: usize, backwards: bool) {
        sort_by(&mut self.rows, |a, b| {
            let order = match (a.names.get(column), b.names.get(column)) {
                (Some(a), Some(b)) => a.cmp(b),
                _ => b.number(column).unwrap_or(-1.0).total_cmp(&a.number(column).unwrap_or(-1.0)),
            };
            if backwards { order.reverse() } else { order }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_by_any_column() {
        let row = |name: &str, number| Row { names: vec![name.to_owned()], numbers: vec![number] };
        let rows = vec![row("b", Some(2.0)), row("a", None), row("c", Some(30.0))];
        let mut table = Table { rows, ..Table::default() };
        let order = |table: &Table| table.rows.iter().map(|row| row.names[0].clone()).collect::<String>();
        table.sort(0, false);
        assert_eq!(order(&table), "abc");
        table.sort(1, false);
        assert_eq!(order(&table), "cba");
        table.sort(1, true);
        assert_eq!(order(&table), "abc");
        table.sort(9, false);
        assert_eq!(order(&table), "abc");
        assert_eq!(table.rows[2].cell(1), "30");
    }
}
