use crate::chart::Table;

/// A table as a file for spreadsheets (RFC 4180): UTF-8, with the byte order mark that they know it by.
pub fn csv(table: &Table) -> String {
    let mut file = String::from("\u{FEFF}");
    let head = table.columns.iter().map(|name| (*name).to_owned()).collect();
    let rows = table.rows.iter().map(|row| {
        let counts = row.counts.iter().map(u32::to_string);
        std::iter::once(row.name.clone()).chain(counts).collect()
    });
    for fields in std::iter::once(head).chain(rows) {
        let fields: Vec<String> = fields;
        let fields: Vec<String> = fields.iter().map(|field| csv_field(field)).collect();
        file.push_str(&fields.join(","));
        file.push_str("\r\n");
    }
    file
}

/// A field as it is written. Spreadsheets take what begins like a formula for one, some also in full width: an apostrophe
/// keeps it a text.
pub fn csv_field(field: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guard = if field.starts_with(formula) { "'" } else { "" };
    if guard.is_empty() && !field.contains(['"', ',', '\n', '\r']) {
        return field.to_owned();
    }
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Row;

    #[test]
    fn what_looks_like_a_formula_or_has_marks_of_the_format_stays_a_text() {
        let row = |name: &str| Row { name: name.to_owned(), counts: vec![1, 20] };
        let table = Table {
            caption: String::new(),
            columns: vec!["县区", "举措", "文章"],
            rows: vec![row("云溪县"), row("=HYPERLINK(\"x\")"), row("a,b")],
        };
        let expected = "\u{FEFF}县区,举措,文章\r\n云溪县,1,20\r\n\"'=HYPERLINK(\"\"x\"\")\",1,20\r\n\"a,b\",1,20\r\n";
        assert_eq!(csv(&table), expected);
    }
}
