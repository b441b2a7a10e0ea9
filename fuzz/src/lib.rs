//! What must hold of a page whatever it was read from, and of an archive whatever is in it.

pub mod archives;

use baoyan::ingest::{Source, read};
use baoyan::model::{Page, Problem};

/// Reads bytes as a file of this name, and checks what holds of every page.
pub fn read_as(document: &str, bytes: &[u8]) -> (Page, Vec<Problem>) {
    let source = Source { path: document.to_owned(), document: document.to_owned() };
    let (page, problems) = read(&source, bytes);
    // A block may go on at the head of the next column.
    let has_columns = page.doubts.iter().any(|doubt| doubt.what.contains("columns side by side"));
    // A line ends with a line feed, or with a carriage return that none follows.
    let ends = |&(at, &byte): &(usize, &u8)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let lines = u32::try_from(1 + bytes.iter().enumerate().filter(ends).count()).unwrap();
    for (order, article) in (1..).zip(&page.articles) {
        assert_eq!(article.order, order, "articles are counted from 1");
        assert!(1 <= article.start_line && article.start_line <= article.end_line && article.end_line <= lines);
        for block in &article.blocks {
            let length = u32::try_from(block.text.chars().count()).unwrap();
            assert!(!block.text.contains('\n') && length > 0, "a block is text without line breaks");
            assert_eq!(block.lines.first().map(|line| line.0), Some(0));
            assert!(
                block.lines.windows(2).all(|pair| pair[0].0 < pair[1].0 && (has_columns || pair[0].1 <= pair[1].1))
            );
            assert!(block.lines.iter().all(|&(start, line)| start < length && 1 <= line && line <= lines));
        }
    }
    assert!(page.furniture.iter().all(|furniture| 1 <= furniture.line && furniture.line <= lines));
    assert!(page.doubts.windows(2).all(|pair| pair[0].line <= pair[1].line), "doubts go by line");
    assert!(page.doubts.iter().all(|doubt| 1 <= doubt.line && doubt.line <= lines));
    for problem in &problems {
        assert!(!problem.what.is_empty() && !problem.mend.is_empty());
        assert!(problem.line.is_none_or(|line| 1 <= line && line <= lines));
    }
    (page, problems)
}

/// The characters that print something, sorted: two texts that have the same lost nothing to each other.
pub fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<char> {
    let prints_nothing = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}');
    let mut letters: Vec<char> = texts.flat_map(str::chars).filter(|&c| !prints_nothing(c)).collect();
    letters.sort_unstable();
    letters
}
