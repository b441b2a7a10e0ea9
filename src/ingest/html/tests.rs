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
fn the_fields_in_founders_comment_give_the_day_and_a_title_is_freed_of_its_paper() {
    let text = "<founder-content><p>云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</p></founder-content>";
    let comment = "<!--enpproperty <date>2024-03-01 00:00:00:0</date><title>老渠清了淤</title>/enpproperty-->";
    let (page, _) = page(format!("{comment}<title>青禾日报数字报-老渠清了淤</title>{text}").as_bytes());
    let date = page.articles[0].date.clone().and_then(|date| date.value);
    assert_eq!(date.map(|date| date.to_string()).as_deref(), Some("2024-03-01"));
    assert_eq!(page.articles[0].title.as_deref(), Some("老渠清了淤"));
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

const TEXT: &str =
    "<p>　　云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</p><p>　　如今，渠长有136名，村民都来帮忙。</p>";

#[test]
fn the_headline_is_neither_the_sites_name_nor_one_of_its_lists() {
    let lists = "<ul class=news-list><li><h3><a href=1>渠长日记里的变化</a></h3><li><h3><a>粮库换新门</a></h3></ul>";
    for head in [
        "<div class=newsdetatit><p>——水利见闻</p><h3>老渠清了淤</h3></div>",
        "<meta name=ArticleTitle content=老渠清了淤><h2>最新消息</h2>",
        "<h2 class=tit>老渠清了淤</h2>",
        "<h1 id=activity-name>\n 老渠清了淤\n</h1>",
        "<table><tr><td class=bt2>引题</td></tr><tr><td class=bt1><b>老渠清了淤</b></td></tr></table>",
        "<article><header><h1>老渠清了淤</h1></header></article>",
    ] {
        let site = "<div class=header><h1>青禾日报</h1></div><h2>第03版：县区新闻</h2>";
        let (page, _) = page(format!("<title>青禾网</title>{site}{lists}{head}<div id=ozoom>{TEXT}</div>").as_bytes());
        assert_eq!(page.articles[0].title.as_deref(), Some("老渠清了淤"), "{head}");
    }
}

#[test]
fn a_picture_beside_the_text_keeps_its_caption_and_credit() {
    let beside = "<div id=attachment><table><tr><td><img src=x></td></tr><tr><td>图①：渠边新景。</td></tr><tr><td>本报记者 何 川 摄</td></tr></table></div>";
    let (page, _) = page(format!("<h1>老渠清了淤</h1>{beside}<div id=ozoom>{TEXT}</div>").as_bytes());
    let article = &page.articles[0];
    assert_eq!(article.texts(BlockKind::Caption).collect::<Vec<_>>(), ["图①：渠边新景。"]);
    assert_eq!(article.photographers, ["何川"]);
}

#[test]
fn a_byline_beside_the_date_is_read_and_the_day_of_publication_is_the_articles() {
    for (date, day) in [
        ("<meta property=article:published_time content=2024-03-05T08:00:00+08:00>", "2024-03-05"),
        ("<meta name=PubDate content='2024-03-05 09:12'>", "2024-03-05"),
        ("<em id=publish_time>2024年3月5日 08:30</em>", "2024-03-05"),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\": \"2024-03-05T09:12:33+08:00\"}</script>",
            "2024-03-05",
        ),
    ] {
        let sec = "<p class=sec>本报记者 林一舟 何 川 <span>《青禾日报》（2024年03月05日 第 04 版）</span></p>";
        let (page, _) = page(format!("{date}<h1>老渠清了淤</h1>{sec}<div id=ozoom>{TEXT}</div>").as_bytes());
        assert_eq!(page.articles[0].reporters, ["林一舟", "何川"]);
        let published = page.articles[0].date.as_ref().and_then(|date| date.value).map(|date| date.to_string());
        assert_eq!(published.as_deref(), Some(day), "{date}");
    }
    let (page, _) = page(format!("<h1>老渠清了淤</h1><div id=ozoom>{TEXT}</div>").as_bytes());
    assert_eq!(page.articles[0].date, None);
}

#[test]
fn what_editors_and_sites_add_is_no_text_and_bold_lines_are_heads() {
    let body = format!(
        "<section><p>点击上方蓝字关注我们</p></section>{TEXT}<section><strong>老手艺有了新客人</strong></section>{TEXT}<p>编辑：许岚　审核：郑小满</p><p>（责任编辑：许岚）</p><p>来源：青禾融媒</p>"
    );
    let (page, _) = page(format!("<h1>老渠清了淤</h1><div id=js_content>{body}</div>").as_bytes());
    let article = &page.articles[0];
    assert_eq!(article.texts(BlockKind::SectionHead).collect::<Vec<_>>(), ["老手艺有了新客人"]);
    assert_eq!(article.texts(BlockKind::Paragraph).count(), 4);
    assert_eq!(page.furniture.iter().filter(|line| line.what == "imprint").count(), 4);
}
