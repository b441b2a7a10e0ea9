//! The queries a reader asked before, kept on the device: a text with a query a line, the latest first.

/// So many are kept.
const MOST: usize = 8;

/// The queries in the text that is kept.
pub fn recent(kept: &str) -> Vec<String> {
    kept.lines().filter(|line| !line.trim().is_empty()).take(MOST).map(str::to_owned).collect()
}

/// The text to keep after another query was asked.
pub fn remembered(kept: &str, query: &str) -> String {
    let query = query.trim();
    let mut all = vec![query.to_owned()];
    all.extend(recent(kept).into_iter().filter(|known| known != query));
    recent(&all.join("\n")).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_is_first_and_each_stands_once() {
        let kept = ["养老", "茶园", " 养老 ", ""].iter().fold(String::new(), |kept, query| remembered(&kept, query));
        assert_eq!(recent(&kept), ["养老", "茶园"]);
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let kept = (0..20).fold(String::new(), |kept, number| remembered(&kept, &number.to_string()));
        assert_eq!(recent(&kept), ["19", "18", "17", "16", "15", "14", "13", "12"]);
    }
}
