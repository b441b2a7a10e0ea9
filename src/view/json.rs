use crate::chart::Table;

/// A table for programs: `{"title":…,"columns":[…],"rows":[[…]]}`; numbers are numbers, and what there is none of is null.
///
/// It is written by hand: a serializer is larger than what it would write.
pub fn json(table: &Table) -> String {
    let mut file = String::from("{\"title\":");
    string(&table.caption, &mut file);
    file.push_str(",\"columns\":");
    list(table.columns.len(), &mut file, &mut |column, file| string(&table.columns[column], file));
    file.push_str(",\"rows\":");
    list(table.rows.len(), &mut file, &mut |place, file| {
        let row = &table.rows[place];
        list(table.columns.len(), file, &mut |column, file| match (row.names.get(column), row.plain(column)) {
            (Some(name), _) => string(name, file),
            (None, number) if number.is_empty() => file.push_str("null"),
            (None, number) => file.push_str(&number),
        });
    });
    file.push_str("}\n");
    file
}

fn list(count: usize, file: &mut String, write: &mut dyn FnMut(usize, &mut String)) {
    file.push('[');
    for place in 0..count {
        if place > 0 {
            file.push(',');
        }
        write(place, file);
    }
    file.push(']');
}

fn string(text: &str, file: &mut String) {
    file.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => file.extend(['\\', character]),
            control if control < ' ' => file.push_str(&format!("\\u{:04x}", u32::from(control))),
            plain => file.push(plain),
        }
    }
    file.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Row;

    #[test]
    fn any_table_is_read_back_by_a_parser() {
        let names = ["云溪县", "a\"b\\c\u{1}\n"];
        let row = |name: &str| Row { names: vec![name.to_owned()], numbers: vec![Some(1.5), None] };
        let columns = ["县区", "举措", "比率"].map(str::to_owned).into();
        let table = Table { caption: "题".to_owned(), columns, rows: names.map(row).into() };
        let read: serde_json::Value = serde_json::from_str(&json(&table)).unwrap();
        let expected = serde_json::json!({
            "title": "题", "columns": ["县区", "举措", "比率"],
            "rows": [[names[0], 1.5, null], [names[1], 1.5, null]],
        });
        assert_eq!(read, expected);
    }
}
