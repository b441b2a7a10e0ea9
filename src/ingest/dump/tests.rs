//! Pages of our own making, each with the defects of real ones.

use std::path::Path;

use proptest::prelude::*;

use crate::ingest::{Source, read};
use crate::model::{Article, ArticleKind, BlockKind, Page};

fn dump(text: &str) -> Page {
    read(&Source { path: "page.txt".to_owned(), document: "page.txt".to_owned() }, text.as_bytes()).0
}

fn fixture(name: &str) -> Page {
    dump(&source(name))
}

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn titles(page: &Page) -> Vec<Option<&str>> {
    page.articles.iter().map(|article| article.title.as_deref()).collect()
}

fn columns(page: &Page) -> Vec<Option<&str>> {
    page.articles.iter().map(|article| article.standing_head.as_deref()).collect()
}

fn lines(page: &Page) -> Vec<(u32, u32)> {
    page.articles.iter().map(|article| (article.start_line, article.end_line)).collect()
}

fn people(article: &Article) -> [String; 3] {
    [&article.reporters, &article.correspondents, &article.photographers].map(|names| names.join(" "))
}

fn furniture<'a>(page: &'a Page, what: &str) -> Vec<&'a str> {
    page.furniture.iter().filter(|furniture| furniture.what == what).map(|furniture| furniture.text.as_str()).collect()
}

#[test]
fn a_story_whose_headline_is_lost_begins_at_its_byline() {
    let page = fixture("lost_headline.txt");
    assert_eq!(titles(&page), [Some("云溪县：一条老渠流出新光景"), None]);
    assert_eq!(lines(&page), [(3, 10), (16, 24)]);
    assert_eq!(columns(&page), [Some("让清水流进每一块田"), None]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "许岚", ""]);
    assert_eq!(people(&page.articles[1]), ["何川", "郑小满", ""]);
    assert_eq!(page.articles[1].display_title.as_deref(), Some("临汐县的集市这个月搬了新家"));
    let heads: Vec<&str> = page.articles[1].texts(BlockKind::SectionHead).collect();
    assert_eq!(heads, ["摊位进棚“一步到位” 管理跟上“一天不落”"]);
}

#[test]
fn a_column_is_named_before_or_after_its_story() {
    let page = fixture("standing_heads.txt");
    assert_eq!(
        titles(&page),
        [Some("河湾社区：楼下多了一间书房"), None, Some("郑小满：把一盏灯守成一片光"), None, Some("柳林镇的梨花开了")]
    );
    assert_eq!(columns(&page), [Some("身边好去处"), Some("光影青禾"), Some("平凡人物风采"), None, Some("图说新农村")]);
    assert_eq!(lines(&page), [(1, 7), (13, 18), (24, 36), (42, 44), (50, 58)]);
    let kinds: Vec<ArticleKind> = page.articles.iter().map(|article| article.kind).collect();
    assert_eq!(kinds[1..4], [ArticleKind::Photo, ArticleKind::Profile, ArticleKind::News]);
    assert_eq!(furniture(&page, "standing-head"), ["身边好去处", "光影青禾", "平凡人物风采", "图说新农村"]);
}

#[test]
fn the_marks_of_pages_in_an_ocr_file_part_no_sentence_and_give_no_title() {
    let page = fixture("ocr.txt");
    assert_eq!(
        titles(&page),
        [Some("云溪县实施“碧水行动”"), Some("云溪县启动“ 红 色 驿 站 ”服务活动"), Some("雲溪縣推進「陽光食堂」建設")]
    );
    assert_eq!(lines(&page), [(5, 18), (20, 22), (28, 30)]);
    let last = page.articles[0].blocks.last().expect("the article has text");
    assert!(last.text.contains("这条老渠"), "{}", last.text);
    assert_eq!(furniture(&page, "page-number"), ["— 3 —", "- 4 -", "5 / 8"]);
    assert_eq!(furniture(&page, "page-head"), ["青禾日报", "第 3 版", "青 禾 日 报", "第 4 版", "青禾日报"]);
}

#[test]
fn a_line_that_comes_again_on_each_page_is_its_running_head() {
    let page = dump(
        "第1版\n青禾副刊\n\n老渠清了淤\n\n本报记者 林一舟\n\n云溪县的渠水清了。\n\n第2版\n青禾副刊\n\n梨花开了\n\n\
         本报记者 何川\n\n柳林镇的梨花开了。\n\n第3版\n青禾副刊\n\n粮库换了门\n\n本报记者 许岚\n\n临汐县的粮库换了新门。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤"), Some("梨花开了"), Some("粮库换了门")]);
    assert_eq!(furniture(&page, "page-head").len(), 6);
}

#[test]
fn captions_and_credits_are_apart() {
    let page = fixture("standing_heads.txt");
    let captions = |at: usize| page.articles[at].texts(BlockKind::Caption).collect::<Vec<_>>();
    assert_eq!(captions(1), ["图① 广场一角。", "图② 村民在跳舞。"]);
    assert_eq!(captions(2), ["郑小满在检修路灯。"]);
    assert_eq!(captions(4), ["游人在柳林镇看梨花。"]);
    assert_eq!(page.articles[4].texts(BlockKind::Byline).collect::<Vec<_>>(), ["本报记者 许岚", "本报记者 何川 摄"]);
    for (at, expected) in [(1, ["", "", "何川"]), (2, ["许岚", "", "何川"]), (4, ["许岚", "", "何川"])] {
        assert_eq!(people(&page.articles[at]), expected);
    }
}

#[test]
fn a_sites_page_is_freed_of_its_furniture() {
    let page = fixture("site_page.txt");
    assert_eq!(
        titles(&page),
        [Some("云溪县清淤队进村"), Some("临汐县粮库换新门 温湿度手机上看得见"), Some("柳林镇梨花节开幕")]
    );
    assert_eq!(people(&page.articles[0]), ["林一舟", "许岚", ""]);
    assert_eq!(people(&page.articles[1]), ["何川 郑小满", "", ""]);
    assert_eq!(people(&page.articles[2]), ["", "", ""]);
    assert_eq!(furniture(&page, "title-list").len(), 4);
    assert_eq!(furniture(&page, "site-bar"), ["上一版3 4下一版", "放大 缩小 默认"]);
    assert_eq!(furniture(&page, "continuation"), ["(上接一版②)"]);
    assert_eq!(furniture(&page, "page-head").len(), 2);
    assert_eq!(furniture(&page, "imprint").len(), 2);
}

#[test]
fn cut_sentences_are_whole_again_and_keep_their_lines() {
    let page = fixture("cut_sentences.txt");
    let [article] = page.articles.as_slice() else { panic!("{page:#?}") };
    let paragraphs: Vec<_> = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).collect();
    assert_eq!(paragraphs.len(), 3);
    for (text, paragraph, line) in [("郑小满看管", 0, 5), ("300人次", 0, 7), ("快件", 1, 11)] {
        let block = paragraphs[paragraph];
        let at = block.text.find(text).unwrap_or_else(|| panic!("{text} in {}", block.text));
        let offset = block.text[..at].chars().count() as u32;
        assert_eq!(block.line_at(offset), line, "{text}");
        assert_eq!(block.line_at(offset + text.chars().count() as u32 - 1), line + 2, "{text}");
    }
    assert_eq!(article.texts(BlockKind::SectionHead).collect::<Vec<_>>(), ["站点里的一面墙"]);
}

#[test]
fn lines_broken_at_any_width_are_rejoined() {
    let page = fixture("wrapped.txt");
    assert_eq!(titles(&page), [Some("临汐县粮库换新门温湿度手机上看得见"), Some("柳林镇梨花开了")]);
    let counts: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
    assert_eq!(counts, [2, 1]);
    assert!(page.articles[0].blocks[0].text.contains("粮库日前换上"));

    // The same page at other widths gives the same paragraphs.
    let whole = fixture("lost_headline.txt");
    for width in [13, 20, 30, 41] {
        let narrow: Vec<String> = source("lost_headline.txt")
            .lines()
            .flat_map(|line| {
                let characters: Vec<char> = line.chars().collect();
                let pieces: Vec<String> = characters.chunks(width).map(|piece| piece.iter().collect()).collect();
                if pieces.is_empty() { vec![String::new()] } else { pieces }
            })
            .collect();
        let page = dump(&narrow.join("\n"));
        let texts = |page: &Page| -> Vec<String> {
            let blocks = page.articles.iter().flat_map(|article| &article.blocks);
            blocks.map(|block| block.text.replace(' ', "")).collect()
        };
        assert_eq!((titles(&page), texts(&page)), (titles(&whole), texts(&whole)), "width {width}");
    }
}

#[test]
fn heads_over_two_lines_are_one() {
    let page = fixture("two_line_heads.txt");
    assert_eq!(titles(&page), [Some("清水进村 绿树上山 云溪县生态修复见成效")]);
    let heads: Vec<&str> = page.articles[0].texts(BlockKind::SectionHead).collect();
    assert_eq!(heads, ["修渠清淤 让水流得更远", "上山种树 让绿色留得更久"]);
    assert_eq!(page.articles[0].blocks[2].lines, [(0, 9), (5, 11)]);
}

#[test]
fn briefs_are_articles_each() {
    let page = fixture("briefs.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村"), Some("临汐县粮库换新门"), None]);
    assert_eq!(columns(&page), [Some("百字新闻"), None, None]);
    assert_eq!(people(&page.articles[2]), ["何川", "", ""]);
}

#[test]
fn a_photograph_with_its_text_is_an_article() {
    let page = fixture("photo_news.txt");
    assert_eq!(titles(&page), [Some("柳林镇的梨花开了"), None, Some("云溪县清淤队进村")]);
    assert_eq!(columns(&page), [None, Some("图片新闻"), None]);
    assert_eq!(page.articles[1].kind, ArticleKind::Photo);
    assert_eq!(people(&page.articles[1]), ["", "", "何川"]);
}

#[test]
fn signatures_end_their_stories() {
    let page = fixture("closing_bylines.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村"), Some("临汐县粮库换新门"), None]);
    assert_eq!(lines(&page), [(1, 4), (5, 6), (7, 8)]);
    assert_eq!(people(&page.articles[0]), ["林一舟 许岚", "", ""]);
    assert_eq!(people(&page.articles[1]), ["何川", "", "何川"]);
    assert_eq!(people(&page.articles[2]), ["郑小满", "", ""]);
}

#[test]
fn a_mirrors_noise_is_seen_through_and_kept() {
    let page = fixture("mirror.txt");
    assert_eq!(titles(&page), [Some("雲(yún)溪縣清淤隊進村"), None]);
    assert_eq!(columns(&page), [None, Some("圖片新聞")]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "许岚", ""]);
    assert_eq!(people(&page.articles[1]), ["", "", "何川"]);
    let first = page.articles[0].texts(BlockKind::Paragraph).next().unwrap();
    assert!(first.starts_with("近日，，雲溪縣"), "{first}");
}

#[test]
fn a_list_of_titles_may_name_stories_of_other_files() {
    let page = fixture("listed_elsewhere.txt");
    assert_eq!(titles(&page), [Some("粮库换新门")]);
    assert_eq!(lines(&page), [(8, 12)]);
    assert_eq!(furniture(&page, "title-list"), ["老渠新光景", "清淤队进村", "粮库换新门", "梨花节要开幕"]);
}

#[test]
fn a_page_head_ends_the_story_before_it() {
    let page = fixture("bound_volume.txt");
    assert_eq!(titles(&page), [Some("清淤队进村"), Some("渠水怎样流到田里 ——访清淤队队长何川")]);
    assert_eq!(lines(&page), [(6, 8), (14, 18)]);
    assert_eq!(columns(&page), [None, Some("专栏:记者专访")]);
    assert_eq!(people(&page.articles[1]), ["林一舟 许岚", "", ""]);
}

#[test]
fn columns_side_by_side_are_read_one_after_the_other_and_doubted() {
    let page = fixture("two_columns.txt");
    let doubt = page.doubts.iter().find(|doubt| doubt.what.contains("two columns")).expect("a doubt");
    assert!(doubt.what.contains("lines 3 to 13"), "{}", doubt.what);
    let text: String =
        page.articles.iter().flat_map(|article| &article.blocks).map(|block| block.text.as_str()).collect();
    for whole in ["给老渠做清淤的工作", "清一次淤泥", "库里的温度和湿度在手机上", "来卖粮的农民"]
    {
        assert!(text.contains(whole), "{whole}: {text}");
    }
    for name in ["wrapped.txt", "closing_bylines.txt", "cut_sentences.txt"] {
        let doubts = fixture(name).doubts;
        assert!(doubts.iter().all(|doubt| !doubt.what.contains("two columns")), "{name}: {doubts:?}");
    }
}

#[test]
fn a_short_piece_of_a_cut_sentence_is_no_section_head() {
    let page = fixture("cut_short.txt");
    let article = &page.articles[0];
    assert_eq!(article.texts(BlockKind::SectionHead).collect::<Vec<_>>(), ["渠水流到田里"]);
    let paragraphs: Vec<&str> = article.texts(BlockKind::Paragraph).collect();
    assert_eq!(paragraphs.len(), 3, "{paragraphs:?}");
    assert!(paragraphs[0].contains("水利的技术人员") && paragraphs[1].contains("这样的好事情"));
}

#[test]
fn odd_bylines_are_read_and_subheads_are_none() {
    let page = fixture("odd_bylines.txt");
    let expected =
        ["云溪县清淤队进村 ——来自柳林镇的报道", "临汐县粮库换新门", "把好事办到群众心里", "柳林镇的梨花开了"];
    assert_eq!(titles(&page), expected.map(Some));
    let reporters: Vec<String> = page.articles.iter().map(|article| article.reporters.join(" ")).collect();
    assert_eq!(reporters, ["林一舟 许岚", "何川", "", "郑小满"]);
    assert_eq!(columns(&page), [None; 4]);
}

#[test]
fn a_marked_column_is_named_over_the_headline_of_its_story() {
    let page = fixture("kickers.txt");
    let expected = [
        "云溪县修好一百所村校",
        "一百间教室亮起灯",
        "许岚：一个人的学校",
        "临汐县给老师送花",
        "临汐县奖励好老师",
        "渠水流到讲台前 ——追记柳林镇小学校长何清",
    ];
    assert_eq!(titles(&page), expected.map(Some));
    let marked = ["□山里的灯火", "□心里的感谢", "□远去的背影"];
    assert_eq!(columns(&page), [None, None, Some(marked[0]), Some(marked[1]), None, Some(marked[2])]);
    assert_eq!(furniture(&page, "page-head"), ["2024年03月01日09:14 来源:青禾网-青禾日报"]);
    let kinds: Vec<ArticleKind> = page.articles.iter().map(|article| article.kind).collect();
    assert_eq!([kinds[0], kinds[2], kinds[5]], [ArticleKind::Photo, ArticleKind::Profile, ArticleKind::Profile]);
    let captions: Vec<&str> = page.articles[0].texts(BlockKind::Caption).collect();
    assert!(captions.len() == 1 && captions[0].ends_with("看着他们玩。"), "{captions:?}");
    assert_eq!(people(&page.articles[0]), ["", "", "林一舟 许岚"]);
    assert_eq!(people(&page.articles[2]), ["", "", "郑小满"]);
    assert_eq!(people(&page.articles[5]), ["林一舟", "郑小满", ""]);
}

#[test]
fn a_headline_of_the_words_of_its_section_heads_is_no_title_list() {
    let page = fixture("heads_repeated.txt");
    assert_eq!(titles(&page), [Some("县城“十分钟”村里“三公里” 青禾市修成一张读书网")]);
    let heads: Vec<&str> = page.articles[0].texts(BlockKind::SectionHead).collect();
    assert_eq!(heads, ["县城“十分钟”", "村里“三公里”", "读书的人多了"]);
}

#[test]
fn a_story_saved_from_a_site_is_freed_of_menus_and_lists() {
    let page = fixture("web_article.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村")]);
    assert_eq!(lines(&page), [(11, 15)]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "", ""]);
    assert_eq!(page.articles[0].blocks.len(), 2);
    assert_eq!(furniture(&page, "title-list"), ["相关新闻", "临汐县粮库换新门", "柳林镇的梨花开了"]);
}

#[test]
fn stories_that_nobody_signed_are_apart() {
    let page = fixture("unsigned.txt");
    let expected =
        ["柳林镇的梨花开了", "云溪县的老渠清了淤", "临汐县粮库换了新门", "请给路口装一盏灯", "公交车多了一班"];
    assert_eq!(titles(&page), expected.map(Some), "{page:#?}");
    assert_eq!(lines(&page)[0], (1, 7), "the photograph over the headline is the story's");
    assert_eq!(people(&page.articles[0]), ["", "", "何川"]);
    assert_eq!(people(&page.articles[3]), ["林一舟", "", ""]);
}

#[test]
fn what_was_guessed_is_doubted() {
    let page = dump(
        "清水进村 绿树上山\n云溪县生态修复见成效\n本报记者 林一舟\n云溪县清了淤。\n\n\n\n本报记者 何川\n临汐县换了门。",
    );
    let found = |word: &str| -> Vec<u32> {
        page.doubts.iter().filter(|doubt| doubt.what.contains(word)).map(|doubt| doubt.line).collect()
    };
    assert_eq!(found("joined into one headline"), [1]);
    assert_eq!(found("without a headline"), [8]);
    assert_eq!(dump("清水进村\n\n本报记者 林一舟\n\n云溪县清水进村，村民都来看。").doubts, []);
    let odd = dump("清水进村\n本报记者 云溪县的人\n云溪县清了淤，清水进了村。").doubts;
    assert!(odd.iter().any(|doubt| doubt.line == 2 && doubt.what.contains("by-line")), "{odd:?}");
}

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
const LINES: [&str; 24] = [
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

#[test]
fn a_story_that_nobody_signs_begins_at_its_headline() {
    let page = dump(
        "云溪县开展春季植树\n3月1日，云溪县的老渠边种下了柳树。\n临汐县粮库换新门\n3月2日，临汐县粮库换上了新门。\n\
         市图书馆夜里开门\n近日，市图书馆夜里也开门了。\n北山区清淤\n3月4日，北山区的清淤队进村。\n",
    );
    let titles: Vec<Option<&str>> = titles(&page);
    assert_eq!(
        titles,
        [Some("云溪县开展春季植树"), Some("临汐县粮库换新门"), Some("市图书馆夜里开门"), Some("北山区清淤")]
    );
    assert_eq!(lines(&page), [(1, 2), (3, 4), (5, 6), (7, 8)]);
}

#[test]
fn the_heads_of_sections_are_not_those_of_stories() {
    let page = dump(
        "云溪县：老渠清了淤\n本报记者 林一舟\n云溪县的老渠清了淤，渠水流到了田里。\n清淤队进村 村民搭把手\n\
         3月1日，清淤队来了，云溪县的村民都去帮忙。\n渠水进田 麦苗喝足水\n3月2日，渠水进了田。\n",
    );
    assert_eq!(titles(&page), [Some("云溪县：老渠清了淤")]);
    assert_eq!(page.articles[0].texts(BlockKind::SectionHead).count(), 2);
}

#[test]
fn what_stands_over_the_first_story_is_no_part_of_its_headline() {
    let page = dump(
        "三农视窗\n青禾晚报 2024.3.1\nA07 都市·民生\n综合新闻 第3版\n云溪县\n“老渠队”清了淤\n本报讯（记者林一舟）渠水清了。\n",
    );
    assert_eq!(titles(&page), [Some("云溪县 “老渠队”清了淤")]);
    assert_eq!(furniture(&page, "page-head").len(), 4);
}

#[test]
fn an_arrow_leads_to_the_next_photograph() {
    let page = dump("←3月1日，临汐县的粮库换了新门。\n林一舟 摄\n↓近日，北山区的梨花开了。\n本报记者 许 岚 摄\n");
    assert_eq!(lines(&page), [(1, 2), (3, 4)]);
}
