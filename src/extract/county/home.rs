use crate::extract::gazetteer::{Region, find_places};
use crate::model::Page;

/// The county whose own page this is: the only one that the page's head names (第02版：云溪县新闻).
pub fn home(page: &Page, region: Option<&Region>) -> Option<String> {
    let heads = page.furniture.iter().filter(|line| line.what == "page-head");
    let mut counties = heads.flat_map(|line| find_places(&line.text, region)).map(|place| place.county);
    let first = counties.next()?;
    counties.all(|county| county == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Furniture;

    fn home_of(heads: &[&str]) -> Option<String> {
        let region =
            Region::from_table("青禾市\t青禾\n云溪县\t云溪\t白石镇\n望岚县\t望岚\t沙坪镇\n", "青禾.tsv").unwrap();
        let line =
            |(text, line): (&&str, u32)| Furniture { line, text: (*text).to_owned(), what: "page-head".to_owned() };
        let furniture = heads.iter().zip(1..).map(line).collect();
        home(&Page { furniture, ..Page::default() }, Some(&region))
    }

    #[test]
    fn the_only_county_of_the_pages_head_has_the_page() {
        assert_eq!(home_of(&["第02版：云溪县新闻", "2024年3月5日"]).as_deref(), Some("云溪县"));
        assert_eq!(home_of(&["第04版：青禾市/ 云溪县·望岚县"]), None);
        assert_eq!(home_of(&["第01版：要闻"]), None);
    }
}
