//! No text of a page is lost, whatever stands on it.

use std::path::Path;

use proptest::prelude::*;

use super::reading::dump;

/// What must hold of every page: no text is lost or doubled, and each piece of a block stands on the line it names.
fn assert_whole(text: &str) {
    let page = dump(text);
    let blocks = || page.articles.iter().flat_map(|article| &article.blocks);
    let read = page
        .articles
        .iter()
        .filter_map(|article| article.title.as_deref())
        .chain(blocks().map(|block| block.text.as_str()))
        .chain(page.furniture.iter().map(|furniture| furniture.text.as_str()));
    assert_eq!(letters(read), letters(std::iter::once(text)), "{page:#?}");

    let source: Vec<&str> = text.split('\n').collect();
    for block in blocks() {
        let characters: Vec<char> = block.text.chars().collect();
        let ends = block.lines.iter().skip(1).map(|&(start, _)| start as usize).chain([characters.len()]);
        for (&(start, line), end) in block.lines.iter().zip(ends) {
            let piece: String = characters[start as usize..end].iter().collect();
            assert!(source[line as usize - 1].contains(piece.trim()), "{piece} stands on line {line}");
        }
    }
    for (order, article) in (1..).zip(&page.articles) {
        assert_eq!(article.order, order);
        assert!(1 <= article.start_line && article.start_line <= article.end_line);
        assert!(article.end_line as usize <= source.len());
        let within = article.start_line..=article.end_line;
        assert!(article.blocks.iter().flat_map(|block| &block.lines).all(|(_, line)| within.contains(line)));
    }
}

fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut letters: Vec<char> = texts.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn no_fixture_loses_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            assert_whole(&std::fs::read_to_string(path).unwrap());
            read += 1;
        }
    }
    assert!(read >= 8, "{read} pages");
}

/// Lines of every class, to be put together in any order.
const LINES: [&str; 32] = [
    "",
    "",
    "　",
    "云溪县：一条老渠流出新光景",
    "身边好去处",
    "图片新闻",
    "修渠清淤 让水流得更远",
    "本报记者 林一舟",
    "本报通讯员 许 岚",
    "本报记者 何川 摄",
    "（林一舟 何 川）",
    "（青宣）",
    "本报讯（记者林一舟）云溪县清淤队走进柳林镇，给老渠清淤。",
    "老渠修好了，浇地的日子从五天缩到两天。",
    "站点由村里的老会计郑小",
    "满看管，每天从早上六点开到夜里十点，一个月接待过路的人超过300",
    "　　清淤队有队员12人，计划用两周清完老渠8公里。①3",
    "图① 广场一角。",
    "- 图② 村民在跳舞。 本报记者 何川 摄",
    "第04版:青禾市/ 云溪县·临汐县",
    "放大 缩小 默认",
    "(上接一版②)",
    "责编：林一舟 美编：许岚",
    "水流到田里了吗？",
    "① 广场一角。",
    "② 村民在跳舞。",
    "本报讯",
    "老渠流出新光景（记者 林一舟/通讯员 许岚）",
    "老渠流出新光景　2版",
    "【一线见闻】",
    "原标题：老渠流出新光景",
    "（记者 林一舟 近日，老渠清了淤",
];

proptest! {
    #[test]
    fn no_order_of_lines_loses_text(order in prop::collection::vec(0..LINES.len(), 0..40)) {
        let text: Vec<&str> = order.into_iter().map(|at| LINES[at]).collect();
        assert_whole(&text.join("\n"));
    }

    #[test]
    fn no_text_at_all_is_lost(text in "([\\PC&&[^\u{200B}-\u{200D}\u{FEFF}\u{2060}\u{FFFD}]]{0,30}\n){0,12}") {
        assert_whole(&text);
    }
}
