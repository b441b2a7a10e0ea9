/// How wide a text is about, where nothing measures it: Han characters and full-width signs are an em wide, others .55 em.
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(|character| if is_wide(character) { 1.0 } else { 0.55 }).sum::<f64>() * font_size
}

fn is_wide(character: char) -> bool {
    matches!(u32::from(character), 0x2018..=0x201D | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF)
}

/// A text cut to a width, with an ellipsis where it is cut.
pub fn cut(text: &str, font_size: f64, width: f64) -> String {
    if text_width(text, font_size) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut room = width - font_size;
    for character in text.chars() {
        room -= if is_wide(character) { font_size } else { 0.55 * font_size };
        if room < 0.0 {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_fits_and_what_fits_is_not_cut() {
        assert_eq!(cut("云溪县", 10.0, 30.0), "云溪县");
        assert_eq!(cut("云溪县", 10.0, 29.0), "云…");
        assert_eq!(cut("云溪县", 10.0, 0.0), "…");
    }
}
