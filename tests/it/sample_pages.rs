//! The two sample pages, where they lie beside the checkout.

use std::path::PathBuf;

use baoyan::extract::{Extractor, Region, detect_region};
use baoyan::ingest::{Source, read, walk};
use baoyan::model::{BlockKind, Page};
use serde_json::Value;

/// Something that lies beside the checkout; `None`, and a word about it, where it is not there.
fn beside_the_checkout(path: &str) -> Option<PathBuf> {
    let above = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared", "../../shared"].map(|folder| above.join(folder).join(path));
    let found = found.into_iter().find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: no shared/{path} beside the checkout");
    }
    found
}

/// The pages in the order of their names.
fn sample_pages() -> Option<Vec<Page>> {
    let folder = beside_the_checkout("pages")?;
    let (sources, _) = walk(&[folder]);
    let page = |source: &Source| read(source, &std::fs::read(&source.path).unwrap()).0;
    Some(sources.iter().map(page).collect())
}

/// The counties of a page's articles, as understood with a region or without one.
fn counties(page: &Page, region: Option<&Region>) -> Vec<Option<String>> {
    let mut page = page.clone();
    Extractor::new(region.cloned()).understand(&mut page, None);
    page.articles.into_iter().map(|article| article.county).collect()
}

#[test]
fn the_articles_are_filed_under_their_counties() {
    let Some(pages) = sample_pages() else { return };
    let region = detect_region(pages.iter()).expect("the pages name their region");
    assert_eq!(region.name(), "焦作市");
    let expected = [["修武县", "高新区", "武陟县", "中站区", "市直"], ["沁阳市", "修武县", "市直", "山阳区", "市直"]];
    for (page, expected) in pages.iter().zip(expected) {
        let expected = expected.map(|county| Some(county.to_owned()));
        assert_eq!(counties(page, Some(&region)), expected, "{}", page.document);
        // Without a region less is known, but nothing is known wrong.
        for (found, expected) in counties(page, None).into_iter().zip(expected) {
            assert!(found.is_none() || found == expected, "{}: {found:?}", page.document);
        }
    }
}

#[test]
fn the_first_page_is_split_where_its_articles_begin_and_end() {
    let Some(pages) = sample_pages() else { return };
    let bounds: Vec<_> = pages[0].articles.iter().map(|article| (article.start_line, article.end_line)).collect();
    assert_eq!(bounds, [(3, 54), (61, 67), (69, 103), (109, 138), (142, 162)]);
    let has_title: Vec<_> = pages[0].articles.iter().map(|article| article.title.is_some()).collect();
    assert_eq!(has_title, [true, false, true, false, true]);
    let standing: Vec<_> = pages[0].furniture.iter().map(|furniture| furniture.line).collect();
    assert_eq!(standing, [57, 105]);
    let title = pages[0].articles[4].title.as_deref().map(str::len);
    assert_eq!(title, Some(8 * '字'.len_utf8()), "the whole line is the headline");
}

#[test]
fn the_second_page_is_read_as_its_labels_say() {
    let Some(pages) = sample_pages() else { return };
    let Some(labels) = beside_the_checkout("gold/seed-001.json") else { return };
    let labels: Value = serde_json::from_slice(&std::fs::read(labels).unwrap()).unwrap();
    let page = &pages[1];
    assert_eq!(labels["document"], *page.document);
    let labels = labels["articles"].as_array().unwrap();
    let (articles, heads): (Vec<&Value>, Vec<&Value>) = labels.iter().partition(|label| label["is_article"] == true);
    assert_eq!(page.articles.len(), articles.len());
    for (article, label) in page.articles.iter().zip(articles) {
        let read = serde_json::to_value(article).unwrap();
        for field in [
            "order",
            "title",
            "standing_head",
            "start_line",
            "end_line",
            "reporters",
            "correspondents",
            "photographers",
        ] {
            assert_eq!(read[field], label[field], "{field} of article {}", label["order"]);
        }
        for (kind, field) in [(BlockKind::SectionHead, "section_heads"), (BlockKind::Caption, "captions")] {
            let expected: Vec<_> = label[field].as_array().unwrap().iter().map(|head| &head["text"]).collect();
            assert_eq!(article.texts(kind).collect::<Vec<_>>(), expected, "{field} of article {}", label["order"]);
        }
    }
    let standing = page.furniture.iter().filter(|furniture| furniture.what == "standing-head");
    let standing: Vec<_> = standing.map(|furniture| (furniture.text.as_str(), u64::from(furniture.line))).collect();
    let expected = heads.iter().map(|head| (head["title"].as_str().unwrap(), head["start_line"].as_u64().unwrap()));
    assert_eq!(standing, expected.collect::<Vec<_>>());
}
