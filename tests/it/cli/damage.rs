//! An altered archive is refused, and the message says what is wrong.

use super::{Folder, archive, baoyan};

#[test]
fn check_and_search_say_what_is_wrong() {
    let folder = Folder::new();
    let file = format!("{}/archive.baoyan", archive(&folder));
    let good = std::fs::read(&file).unwrap();
    baoyan(&["check", &file]).done();

    let altered = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good.clone();
        change(&mut bytes);
        bytes
    };
    for (bytes, words) in [
        (altered(&|bytes| bytes.truncate(good.len() / 2)), "cut"),
        (altered(&|bytes| *bytes.last_mut().unwrap() ^= 1), "altered"),
        (altered(&|bytes| bytes[8] = 9), "version 9"),
        (b"<!DOCTYPE html><title>404</title>".to_vec(), "not a Baoyan archive"),
        (Vec::new(), "not a Baoyan archive"),
    ] {
        let bad = folder.file("bad.baoyan", bytes);
        baoyan(&["check", &bad]).said(1, &["bad.baoyan", words]);
        baoyan(&["search", &bad, "清溪"]).said(1, &[words]);
        baoyan(&["stats", &bad]).said(1, &[words]);
    }
    baoyan(&["check", &folder.path("nowhere")]).said(1, &["nowhere", "baoyan index"]);
}

#[test]
fn check_finds_all_facts_of_a_spoilt_print() {
    let folder = Folder::new();
    let page = "雲溪縣老人學上網\n\n本報訊（記者林一帆）3月4日，雲(yún)溪縣 啟 動“ 銀 齡 行 動 ”，去年1O月份建成紅色家園 2 個。\
        該縣推出\"就业直通车\"服务，组织「直播带岗」活动26場，实施『村村通』工程，，開展“暖心”培訓8場。\n";
    let page = folder.file("page.txt", page);
    let out = folder.path("archive");
    baoyan(&["index", &page, "--out", &out]).done();
    baoyan(&["check", &out]).done();
    let stats = baoyan(&["inspect", &page, "--format", "json"]).done().stdout;
    for name in ["“銀齡行動”", "\\\"就业直通车\\\"服务", "「直播带岗」活动", "『村村通』工程"]
    {
        assert!(stats.contains(&format!("\"{name}\"")), "{name}: {stats}");
    }
}
