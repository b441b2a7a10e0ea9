//! The two sample pages, where they lie beside the checkout.

use std::path::PathBuf;

use baoyan::extract::{Extractor, Region, detect_region};
use baoyan::ingest::{Source, read, walk};
use baoyan::model::Page;

/// The pages in the order of their names; `None`, and a word about it, where they are not there.
fn sample_pages() -> Option<Vec<Page>> {
    let above = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = ["../shared/pages", "../../shared/pages"].map(|folder| above.join(folder));
    let Some(folder) = folder.into_iter().find(|folder| folder.is_dir()) else {
        eprintln!("skipped: no shared/pages beside the checkout");
        return None;
    };
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
