use crate::model::Vocabulary;

/// The section `WORD`.
pub fn encode(vocabulary: &Vocabulary) -> Vec<u8> {
    postcard::to_allocvec(vocabulary).expect("plain data in memory always has a postcard form")
}
