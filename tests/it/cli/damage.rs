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
