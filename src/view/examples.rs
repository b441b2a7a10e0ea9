use crate::model::Answer;

const MOST: usize = 4;
const LONGEST: usize = 8;

/// Queries that this archive answers, to begin with: names of initiatives, from as many articles as there are examples.
pub fn examples(everything: &Answer) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for hit in &everything.hits {
        let names = hit.initiatives.iter().filter_map(|name| quoted(name));
        if let Some(name) = names.into_iter().find(|name| !found.iter().any(|known| known == name)) {
            found.push(name.to_owned());
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The part of a name that stands in quotes: the part that a reader would remember.
fn quoted(name: &str) -> Option<&str> {
    let (inner, _) = name.split_once('“')?.1.split_once('”')?;
    let length = inner.chars().count();
    ((2..=LONGEST).contains(&length) && !inner.contains(char::is_whitespace)).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hit;

    #[test]
    fn each_article_gives_one_short_name() {
        let hit = |names: &[&str]| Hit {
            id: String::new(),
            title: None,
            display_title: None,
            title_highlights: Vec::new(),
            score: 0.0,
            county: None,
            date: None,
            url: None,
            page: None,
            standing_head: None,
            names: Vec::new(),
            snippet: Default::default(),
            why: None,
            initiatives: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let hits = vec![
            hit(&["“碧水行动”", "“银龄”课堂"]),
            hit(&["清河6条", "“碧水行动”", "“银龄”课堂"]),
            hit(&["一个长得没有人记得住的名字"]),
            hit(&[]),
        ];
        assert_eq!(examples(&Answer { hits, ..Answer::default() }), ["碧水行动", "银龄"]);
    }
}
