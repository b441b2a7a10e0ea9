use crate::chart::Table;

/// A table as a file for spreadsheets (RFC 4180): UTF-8, with the byte order mark that they know it by.
pub fn csv(table: &Table) -> String {
    let mut file = String::from("\u{FEFF}");
    let mut line = |fields: &mut dyn Iterator<Item = String>| {
        for (place, field) in fields.enumerate() {
            if place > 0 {
                file.push(',');
            }
            push_csv_field(&mut file, &field);
        }
        file.push_str("\r\n");
    };
    line(&mut table.columns.iter().cloned());
    for row in &table.rows {
        line(&mut (0..table.columns.len()).map(|column| row.plain(column)));
    }
    file
}

/// Writes a field as it stands in such a file. Spreadsheets take what begins like a formula for one, some also in full width:
/// an apostrophe keeps it a text.
pub fn push_csv_field(file: &mut String, field: &str) {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guard = if field.starts_with(formula) { "'" } else { "" };
    if guard.is_empty() && !field.contains(['"', ',', '\n', '\r']) {
        return file.push_str(field);
    }
    file.extend(["\"", guard, &field.replace('"', "\"\""), "\""]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Row;

    #[test]
    fn what_looks_like_a_formula_or_has_marks_of_the_format_stays_a_text() {
        let row = |name: &str| Row { names: vec![name.to_owned()], numbers: vec![Some(1.0), Some(2000.5), None] };
        let table = Table {
            caption: String::new(),
            columns: ["县区", "举措", "文章", "比率"].map(str::to_owned).into(),
            rows: vec![row("云溪县"), row("=HYPERLINK(\"x\")"), row("a,b")],
        };
        let expected = "\u{FEFF}县区,举措,文章,比率\r\n云溪县,1,2000.5,\r\n\"'=HYPERLINK(\"\"x\"\")\",1,2000.5,\r\n\"a,b\",1,2000.5,\r\n";
        assert_eq!(csv(&table), expected);
    }
}
