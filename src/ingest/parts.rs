use std::io::{self, Read};

use super::json_lines::JsonLines;
use super::read::read_after;
use super::source::Source;
use crate::model::{Page, Problem};

/// About so many bytes are read at once.
const PART: usize = 4 << 20;

/// A file of JSON Lines of any length, some megabytes after the others, each part a page of the file's name. An article without
/// a date has it from the articles of its part.
pub struct Parts<R> {
    source: Source,
    input: R,
    /// What was read of the next part.
    rest: Vec<u8>,
    before: JsonLines,
    is_done: bool,
}

impl<R: Read> Parts<R> {
    /// The parts of a source.
    pub fn new(source: Source, input: R) -> Self {
        Parts { source, input, rest: Vec::new(), before: JsonLines::default(), is_done: false }
    }

    /// The bytes of the next part, which ends with a line.
    fn part(&mut self) -> io::Result<Vec<u8>> {
        // In UTF-16 the byte of a line's end stands inside of other characters too: such a file is one part.
        let is_wide = |bytes: &[u8]| bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        loop {
            let before = self.rest.len();
            let read = self.input.by_ref().take(PART as u64).read_to_end(&mut self.rest)?;
            if read == 0 {
                self.is_done = true;
                return Ok(std::mem::take(&mut self.rest));
            }
            let end = self.rest.get(before..).and_then(|new| new.iter().rposition(|&byte| byte == b'\n'));
            if let Some(end) = end.filter(|_| !is_wide(&self.rest)) {
                let rest = self.rest.split_off(before + end + 1);
                return Ok(std::mem::replace(&mut self.rest, rest));
            }
        }
    }
}

impl<R: Read> Iterator for Parts<R> {
    type Item = io::Result<(Page, Vec<Problem>)>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            let bytes = match self.part() {
                Ok(bytes) => bytes,
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            };
            let is_first = self.before.lines == 0;
            if !is_first && bytes.trim_ascii().is_empty() {
                continue;
            }
            let read = read_after(&mut self.before, &self.source, &bytes);
            let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
            self.before.lines = self.before.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            return Some(Ok(read));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::read;

    /// Gives as many bytes as it likes.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(to.len()).min(self.0.len());
            let (now, rest) = self.0.split_at(length);
            to[..length].copy_from_slice(now);
            self.0 = rest;
            Ok(length)
        }
    }

    #[test]
    fn parts_are_what_the_whole_is() {
        let source = Source { path: "a.jsonl".to_owned(), document: "a.jsonl".to_owned() };
        let body = "云溪县清理河道。".repeat(40);
        let mut text = String::new();
        for number in 0..14_000 {
            let id = if number % 5_000 == 4_999 { 7 } else { number };
            text += &format!(
                "{{\"id\":\"{id}\",\"title\":\"第{number}条河\",\"body\":\"{body}\",\"date\":\"2024-03-01\"}}\n"
            );
            if number % 3_000 == 0 {
                text += "\n{\n";
            }
        }
        assert!(text.len() > 3 * PART);
        let (whole, problems) = read(&source, text.as_bytes());
        let parts: Vec<(Page, Vec<Problem>)> =
            Parts::new(source, Slow(text.as_bytes(), 70_000)).map(|part| part.unwrap()).collect();
        assert!(parts.len() >= 4, "{}", parts.len());
        let (pages, its_problems): (Vec<Page>, Vec<_>) = parts.into_iter().unzip();
        assert_eq!(its_problems.concat(), problems);
        assert!(problems.iter().any(|problem| problem.what.contains("already")));
        assert!(pages.iter().all(|page| page.issue_date == whole.issue_date && page.document == whole.document));
        let articles: Vec<_> = pages.into_iter().flat_map(|page| page.articles).collect();
        assert!(articles == whole.articles);
    }

    #[test]
    fn what_is_wide_or_empty_is_one_part() {
        let source = Source { path: "a.jsonl".to_owned(), document: "a.jsonl".to_owned() };
        let line = "{\"id\":1,\"title\":\"河\",\"body\":\"一\"}\n";
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(line.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [wide.as_slice(), b"", b" \n"] {
            let parts: Vec<_> = Parts::new(source.clone(), bytes).map(|part| part.unwrap()).collect();
            assert_eq!(parts, [read(&source, bytes)]);
        }
    }
}
