use crate::web::pen::Pen;

/// Short facts side by side; those that are not known are left out.
pub fn facts<const N: usize>(pen: &mut Pen, facts: [Option<String>; N]) {
    facts.iter().flatten().for_each(|fact| pen.leaf("span", fact));
}
