//! Counties and towns, told by the form of their names: enough to see that the text speaks of another place.

use crate::ingest::name::is_han;

/// The names of county-level divisions, told by their form, at the beginning of a text.
pub fn counties(text: &str) -> Vec<String> {
    const REACH: usize = 60;
    let beginning: Vec<char> = text.chars().take(REACH).collect();
    let is_county = |name: &&[char]| {
        "县区市旗".contains(name[2]) && is_han(name[1]) && is_han(name[0]) && !"社小园景校厂城辖地山".contains(name[1])
    };
    beginning.windows(3).filter(is_county).map(|name| name.iter().collect()).collect()
}

/// Whether a text begins with a county or a town: its story is about one place. A city's may be about all its counties.
pub fn names_place(text: &str) -> bool {
    const REACH: usize = 60;
    let beginning: Vec<char> = text.chars().take(REACH).collect();
    beginning.windows(3).any(|name| {
        "县区旗镇乡".contains(name[2])
            && is_han(name[0])
            && is_han(name[1])
            && !name[..2].iter().any(|&part| "社小园景校厂城辖地山各全县市区镇乡个".contains(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_told_by_their_form() {
        assert_eq!(counties("近日，临汐县粮库换上新门，社区、景区都有人来看"), ["临汐县"]);
        assert!(names_place("柳林镇的梨花开了"));
        for text in ["青禾市的河水清了", "全县的渠通了", "各县区都在清淤"] {
            assert!(!names_place(text), "{text}");
        }
    }
}
