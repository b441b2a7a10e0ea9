use crate::ingest::source::Source;
use crate::model::BlockKind;
use crate::model::{Page, Problem};

fn page(bytes: &[u8]) -> (Page, Vec<Problem>) {
    crate::ingest::read(&Source { path: "a.html".to_owned(), document: "a.html".to_owned() }, bytes)
}

const SITE: &str = "<html><head><meta charset=\"gb2312\"><title>云溪县清淤队进村_青禾日报</title>\n<script>var a = '广告';</script></head>\n<body><div class=\"nav\"><a href=\"#\">上一版</a></div>\n<div>青禾日报 2024年3月1日 星期五</div>\n<founder-title>云溪县清淤队进村</founder-title>\n<div id=\"ozoom\"><founder-content>\n<P>　　本报讯（记者 林一舟）云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</P>\n<P>　　村民们<b>带着铁锹</b>来帮忙。<br>渠水清了。</P>\n<P>　　游人在渠边散步。 本报记者 何川 摄</P>\n</founder-content></div>\n<div class=\"foot\">版权所有</div></body></html>";

#[test]
fn a_sites_article_is_found_in_its_markup() {
    let gb = encoding_rs::GB18030.encode(SITE).0;
    for bytes in [SITE.as_bytes(), &gb] {
        let (page, problems) = page(bytes);
        assert_eq!(problems, []);
        let [article] = page.articles.as_slice() else { panic!("{page:?}") };
        assert_eq!(article.title.as_deref(), Some("云溪县清淤队进村"));
        let blocks: Vec<_> =
            article.blocks.iter().map(|block| (block.kind, block.text.as_str(), block.lines[0].1)).collect();
        assert_eq!(
            blocks,
            [
                (
                    BlockKind::Paragraph,
                    "本报讯（记者 林一舟）云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。",
                    7
                ),
                (BlockKind::Paragraph, "村民们带着铁锹来帮忙。", 8),
                (BlockKind::Paragraph, "渠水清了。", 8),
                (BlockKind::Caption, "游人在渠边散步。", 9),
                (BlockKind::Byline, "本报记者 何川 摄", 9),
            ]
        );
        assert_eq!(
            (article.reporters.join(" "), article.photographers.join(" ")),
            ("林一舟".to_owned(), "何川".to_owned())
        );
        assert_eq!(page.furniture[0].text, "青禾日报 2024年3月1日 星期五");
    }
}

#[test]
fn without_known_structure_the_densest_part_is_the_text() {
    let (page, _) = page("<h1>老渠新光景</h1><ul><li><a href=x>首页首页首页首页首页首页首页</a></ul><div><p>云溪县的老渠清了淤。<p>水流到了最远的田里。</div><div>短</div>".as_bytes());
    let texts: Vec<&str> = page.articles[0].texts(BlockKind::Paragraph).collect();
    assert_eq!(texts, ["云溪县的老渠清了淤。", "水流到了最远的田里。"]);
}

#[test]
fn a_headline_is_told_from_kicker_deck_and_byline() {
    let text = "<p>　　云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</p>";
    for head in [
        "<founder-title><div>春耕</div><div><strong>老渠清了淤</strong></div><div>——来自柳林镇的报道</div><div>本报记者 林一舟</div></founder-title>",
        "<td class=font02>春耕进行时</td><table><tr><td class=font01>老渠清了淤</td></tr></table><p class=a>本报记者 林一舟</p>",
    ] {
        let (page, _) =
            page(format!("<title>青禾日报--2024年03月01日--第04版</title>{head}<div id=ozoom>{text}</div>").as_bytes());
        assert_eq!(page.articles[0].title.as_deref(), Some("老渠清了淤"), "{head}");
        assert_eq!(page.articles[0].reporters, ["林一舟"], "{head}");
        assert!(page.furniture.iter().any(|head| head.text == "2024年03月01日"), "{head}");
    }
}

#[test]
fn deep_nesting_is_read_and_an_empty_page_reported() {
    let deep = format!(
        "{}云溪县的老渠清了淤，水流到了最远的田里，村民都来看。{}",
        "<div>".repeat(5_000),
        "</div>".repeat(5_000)
    );
    let (read, problems) = page(deep.as_bytes());
    assert_eq!((read.articles.len(), problems.len()), (1, 1));
    assert!(problems[0].what.contains("nested more than 512 deep"), "{problems:?}");
    let (empty, problems) = page(b"<html><body><script>1</script></body></html>");
    assert_eq!((empty.articles.len(), problems.len()), (0, 1));
}
