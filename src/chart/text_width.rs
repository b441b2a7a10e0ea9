/// How wide a text is about, where nothing measures it: Han characters and full-width signs are an em wide, others .55 em.
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(|character| if is_wide(character) { 1.0 } else { 0.55 }).sum::<f64>() * font_size
}

fn is_wide(character: char) -> bool {
    matches!(u32::from(character), 0x2018..=0x201D | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF)
}
