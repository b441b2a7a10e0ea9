//! The words of a text, told from names.

use crate::text::dictionary;

/// A word of a text.
pub struct Word<'a> {
    pub text: &'a str,
    /// Whether it is a name, or a part of one. Of the longer ones that jieba takes for names many are none (安全感).
    pub is_person: bool,
}

/// The most likely words of a text, one after the other.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let tags = dictionary().tag(text, false);
    let is_person = |text: &str, tag: &str| tag.starts_with("nr") && text.chars().nth(2).is_none();
    tags.into_iter().map(|tag| Word { text: tag.word, is_person: is_person(tag.word, tag.tag) }).collect()
}
