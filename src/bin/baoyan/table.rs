//! Columns of text in which Chinese characters take two cells.

use std::io::Write;

/// The cells of a line for people.
pub const LINE: usize = 120;

/// Prints rows in columns as wide as their widest cell; the first row is the head. Numbers stand to the right.
pub fn print(out: &mut impl Write, rows: &[Vec<String>]) -> std::io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    for row in rows {
        let mut line = String::new();
        for (cell, widest) in row.iter().zip(&widths) {
            let pad = " ".repeat(widest - width(cell));
            let number = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
            line += &if number { format!("{pad}{cell}  ") } else { format!("{cell}{pad}  ") };
        }
        writeln!(out, "{}", clipped(line.trim_end(), LINE))?;
    }
    Ok(())
}

/// Prints items one after the other in lines of at most [`LINE`] cells, all behind the same indentation; the first line
/// begins with the label.
pub fn print_list(
    out: &mut impl Write,
    label: &str,
    indent: usize,
    items: impl IntoIterator<Item = String>,
) -> std::io::Result<()> {
    const GAP: &str = " · ";
    let begin = |label: &str| format!("{label}{}", " ".repeat(indent.saturating_sub(width(label))));
    let mut line = begin(label);
    let mut is_empty = true;
    for item in items {
        let item = clipped(&item, LINE - indent);
        if is_empty {
            line += &item;
        } else if width(&line) + width(GAP) + width(&item) <= LINE {
            line = line + GAP + &item;
        } else {
            writeln!(out, "{line}")?;
            line = begin("") + &item;
        }
        is_empty = false;
    }
    if is_empty { Ok(()) } else { writeln!(out, "{line}") }
}

/// A text of at most so many cells; one that was cut ends in an ellipsis.
pub fn clipped(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += cells_of(c);
        if used > cells {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// Cells that a text takes on a terminal: two for Chinese characters and full-width signs, one for others.
pub fn width(text: &str) -> usize {
    text.chars().map(cells_of).sum()
}

fn cells_of(c: char) -> usize {
    if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}') { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_and_broken_by_cells() {
        assert_eq!(clipped("青禾市", 6), "青禾市");
        assert_eq!(clipped("青禾市", 5), "青禾…");
        let mut out = Vec::new();
        print_list(&mut out, "dates", 7, (0..30).map(|_| "云溪县".to_owned())).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().count() > 1 && text.lines().all(|line| width(line) <= LINE), "{text}");
        assert_eq!(text.matches("云溪县").count(), 30);
        assert!(text.lines().skip(1).all(|line| line.starts_with("       云")), "{text}");
    }
}
