//! Counties and towns, told by the form of their names: enough to see that the text speaks of another place.

use crate::ingest::name::is_han;

/// The names of county-level divisions, told by their form, at the beginning of a text.
pub fn counties(text: &str) -> Vec<String> {
    const REACH: usize = 60;
    let beginning: Vec<char> = text.chars().take(REACH).collect();
    let is_county = |name: &[char]| {
        "县区市旗".contains(name[2]) && is_han(name[1]) && is_han(name[0]) && !"社小园景校厂城辖地".contains(name[1])
    };
    let named = beginning.windows(3).enumerate();
    named
        .filter(|&(at, name)| is_county(name) && !is_upland(&beginning, at))
        .map(|(_, name)| name.iter().collect())
        .collect()
}

/// Whether a text begins with a county or a town: its story is about one place. A city's may be about all its counties.
pub fn names_place(text: &str) -> bool {
    const REACH: usize = 60;
    let beginning: Vec<char> = text.chars().take(REACH).collect();
    beginning.windows(3).enumerate().any(|(at, name)| {
        "县区旗镇乡".contains(name[2])
            && is_han(name[0])
            && is_han(name[1])
            && !name[..2].iter().any(|&part| "社小园景校厂城辖地各全县市区镇乡个".contains(part))
            && !is_upland(&beginning, at)
    })
}

/// 豫西山区, 偏远山区 are no districts; 北山区 at the beginning of a clause is one.
fn is_upland(text: &[char], at: usize) -> bool {
    text.get(at + 1..at + 3) == Some(&['山', '区']) && at.checked_sub(1).is_some_and(|before| is_han(text[before]))
}

/// Whether a headline begins with the paper's own place: 我市…, 全县…, 市图书馆….
pub fn names_own_place(text: &str) -> bool {
    const WORDS: [&str; 10] = ["市民", "市场", "市容", "市面", "市值", "区别", "区分", "区间", "市井", "区域"];
    let rest = text.strip_prefix(['我', '全']).unwrap_or(text);
    rest.starts_with(['市', '县', '区', '省', '旗']) && !WORDS.iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_told_by_their_form() {
        assert_eq!(counties("近日，临汐县粮库换上新门，社区、景区都有人来看"), ["临汐县"]);
        assert!(names_place("柳林镇的梨花开了"));
        assert!(names_place("“渠通了。”北山区的农户说"));
        for text in ["青禾市的河水清了", "全县的渠通了", "各县区都在清淤", "豫西山区的渠通了"]
        {
            assert!(!names_place(text), "{text}");
        }
        for (text, is_own) in
            [("市图书馆开馆", true), ("我县粮库换新门", true), ("市民夜读", false), ("柳林镇的梨花", false)]
        {
            assert_eq!(names_own_place(text), is_own, "{text}");
        }
    }
}
