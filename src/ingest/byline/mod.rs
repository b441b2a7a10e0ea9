//! By-lines, photo credits, datelines and signatures: who wrote and took what, as newspapers print it.

mod bracket;
mod credits;
mod lead;
mod line;
mod tail;
#[cfg(test)]
mod tests;
mod words;

pub use credits::Credits;
pub use lead::lead;
pub use line::{
    Form, author, bare_names, before_text, behind_headline, dateline, letter, line, names, pen_name, unspaced_names,
};
pub use tail::{is_proofed, tail, without_proof_mark};
