//! Columns of text in which Chinese characters take two cells.

use std::io::Write;

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
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Cells that a text takes on a terminal: two for Chinese characters and full-width signs, one for others.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}') {
                2
            } else {
                1
            }
        })
        .sum()
}
