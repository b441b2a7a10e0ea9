use crate::model::Reading;

/// Names beyond these are summed up (GB/T 7714-2015, 8.1.2).
const MOST_NAMES: usize = 3;

/// How an article is cited by GB/T 7714-2015, 4.3 and 4.7, as one of a newspaper that is read online. What is not known
/// is left out. `publication` is the newspaper's name, `today` the day on which it was read, `address` where it is found.
pub fn citation(reading: &Reading, publication: Option<&str>, today: &str, address: &str) -> String {
    let article = &reading.article;
    let mut cited = String::new();
    let names: &[String] = if article.reporters.is_empty() { &article.correspondents } else { &article.reporters };
    if !names.is_empty() {
        cited += &names[..names.len().min(MOST_NAMES)].join(", ");
        cited += if names.len() > MOST_NAMES { ", 等. " } else { ". " };
    }
    if let Some(title) = article.title.as_ref().or(article.display_title.as_ref()) {
        cited += title;
    }
    cited += "[N/OL]. ";
    if let Some(publication) = publication {
        cited += publication;
        cited += ", ";
    }
    if let Some(date) = reading.date {
        cited += &date.to_string().replace('/', "~");
    }
    if let Some(page) = &article.page {
        cited += &["(", page.trim_start_matches('第').trim_end_matches('版'), ")"].concat();
    }
    cited += &["[", today, "]. ", article.url.as_deref().unwrap_or(address), "."].concat();
    cited
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    fn reading(names: &[&str], date: &str) -> Reading {
        Reading {
            id: "a#1".into(),
            document: "a.txt".into(),
            date: date.parse().ok(),
            article: Article {
                title: Some("云溪县：清渠行动让河水变清".into()),
                reporters: names.iter().map(|name| (*name).to_owned()).collect(),
                page: Some("第4版".into()),
                ..Article::default()
            },
            title_marks: Vec::new(),
            passages: Vec::new(),
            previous: None,
            next: None,
            same_page: Vec::new(),
            related: Vec::new(),
            same_county: Vec::new(),
        }
    }

    #[test]
    fn as_the_standard_has_it() {
        let cited =
            |names: &[&str], date| citation(&reading(names, date), None, "2026-11-21", "https://a.example/?article=1");
        assert_eq!(
            cited(&["林知远"], "2024-03-05"),
            "林知远. 云溪县：清渠行动让河水变清[N/OL]. 2024-03-05(4)[2026-11-21]. https://a.example/?article=1."
        );
        let paper = citation(&reading(&[], "2024-03-05"), Some("青禾日报"), "2026-11-21", "https://a.example/");
        assert!(paper.contains("[N/OL]. 青禾日报, 2024-03-05(4)[2026-11-21]. "), "{paper}");
        assert!(cited(&["甲", "乙", "丙", "丁"], "2024-03").starts_with("甲, 乙, 丙, 等. 云溪县"));
        assert!(cited(&[], "").starts_with("云溪县：清渠行动让河水变清[N/OL]. (4)["));
    }

    #[test]
    fn the_papers_own_address_goes_first() {
        let mut reading = reading(&[], "2024");
        reading.article.url = Some("https://paper.example/1.html".into());
        assert!(
            citation(&reading, None, "2026-11-21", "https://a.example/")
                .ends_with("[2026-11-21]. https://paper.example/1.html.")
        );
    }
}
