//! When two names are the same name.

use crate::text::fold;

/// The shortest name that counts where it stands inside a longer one.
const SHORTEST_INSIDE: usize = 3;

/// A text as it is compared: folded (NFKC, simplified), without spaces.
pub fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// A name as it is compared: plain, and without quotes.
pub fn bare(name: &str) -> String {
    plain(name)
        .chars()
        .filter(|c| !matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '『' | '』' | '《' | '》'))
        .collect()
}

/// How well two bare names agree: higher is better, `None` where they are different names. Equal names agree best;
/// where one is a part of the other, and is long enough, the more of it the better.
pub fn agreement(a: &str, b: &str) -> Option<u32> {
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    let (short_len, long_len) = (short.chars().count(), long.chars().count());
    if short_len > 0 && short == long {
        Some(1000)
    } else if short_len >= SHORTEST_INSIDE && long.contains(short) {
        Some((short_len * 999 / long_len) as u32)
    } else {
        None
    }
}

/// How well a found name agrees with any of the names of a label.
pub fn best_agreement<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<u32> {
    let found = bare(found);
    names.into_iter().filter_map(|name| agreement(&found, &bare(name))).max()
}

/// Whether two texts (captions, heads) are the same but for a few characters that one of them lacks at an end.
pub fn same_text(a: &str, b: &str) -> bool {
    let letters = |text: &str| plain(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let (a_len, b_len) = (a.chars().count(), b.chars().count());
    !a.is_empty() && (a == b || (a_len.min(b_len) * 5 >= a_len.max(b_len) * 3 && (a.contains(&b) || b.contains(&a))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_spaces_and_variants_do_not_tell_names_apart() {
        assert_eq!(best_agreement("“春雨 課堂”", ["春雨课堂"]), Some(1000));
        assert!(best_agreement("“春雨课堂”品牌", ["春雨课堂"]).is_some());
        assert!(best_agreement("课堂", ["春雨课堂"]).is_none(), "two characters inside a name are no name");
        assert!(best_agreement("", [""]).is_none());
    }

    #[test]
    fn the_better_agreement_is_higher() {
        let [equal, close, far] =
            ["清溪行动", "清溪行动队", "青禾市清溪行动推进会"].map(|name| best_agreement("清溪行动", [name]).unwrap());
        assert!(equal > close && close > far);
    }

    #[test]
    fn captions_agree_without_their_marks() {
        assert!(same_text("- 图① 村民在护河。", "图①村民在护河"));
        assert!(!same_text("图①", "图① 村民在护河。"));
    }
}
