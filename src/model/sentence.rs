/// The sentence around a stretch of a text: where it begins and ends, in Unicode scalar values. A sentence ends with its full
/// stop, question or exclamation mark, with a semicolon, or where the line does.
pub fn sentence_around(text: &[char], (start, end): (u32, u32)) -> (u32, u32) {
    let start = text.len().min(start as usize);
    let end = text.len().min(end as usize).max(start);
    let ends = |c: &char| matches!(c, '。' | '！' | '？' | '；' | '\n');
    let (before, _) = text.split_at(start);
    let (_, after) = text.split_at(end);
    let first = before.iter().rposition(ends).map_or(0, |at| at + 1);
    let last = after.iter().position(ends).map_or(text.len(), |at| end + at + 1);
    (first as u32, last as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_its_mark_and_never_outside_the_text() {
        let text: Vec<char> = "水清。鱼来！人笑".chars().collect();
        let around = |start, end| sentence_around(&text, (start, end));
        assert_eq!(around(0, 1), (0, 3));
        assert_eq!(around(3, 4), (3, 6));
        assert_eq!(around(7, 8), (6, 8));
        assert_eq!(around(1, 4), (0, 6));
        assert_eq!(around(90, 4), (6, 8));
        assert_eq!(sentence_around(&[], (0, 9)), (0, 0));
    }
}
