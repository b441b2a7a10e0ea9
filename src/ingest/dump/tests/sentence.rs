//! Sentences that the page cuts.

use super::reading::{dump, fixture, people, source, titles};
use crate::model::{BlockKind, Page};

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
fn a_number_cut_by_a_blank_line_is_no_section_head() {
    let page =
        dump("老兵办起“微课堂”\n本报记者 林一舟\n云溪县的老兵办起课堂，今年已讲课3\n\n6场，听众1\n\n200余人。\n");
    assert_eq!(page.articles[0].texts(BlockKind::SectionHead).count(), 0);
    assert!(page.articles[0].texts(BlockKind::Paragraph).any(|text| text.contains("36场，听众1200余人")), "{page:#?}");
}

#[test]
fn a_sentence_that_names_who_held_the_event_is_no_imprint() {
    let page = dump("擂台赛开赛\n本报讯（记者 林一舟）3月1日，由市总工会主办，县总工会承办的擂台赛在云溪县开赛。\n");
    assert_eq!(people(&page.articles[0]), ["林一舟", "", ""]);
}

#[test]
fn columns_of_two_widths_are_rejoined() {
    let page = dump(
        "云溪县老渠清淤\n连日来，云溪县的清淤队伍\n走进村里，为老渠清淤，渠\n水流到了最远的田里，群众\n都说好。秋收以后，队伍还\n要去临汐县，把那里的老渠\n也清一遍。（林一舟）\n临汐县粮库换新门\n\
         本报讯（记者何川）临汐县的粮库近日换上了新门，库里的温\n度和湿度在手机上都看得见，保管员不用半夜起来看温度计，\n群众把粮食放在这里也放心。今年秋天，全县另外十二座粮库\n都要换上一样的新门，工程队已经走了七座，剩下的五座年底\n以前完工。\n",
    );
    assert_eq!(titles(&page), ["云溪县老渠清淤", "临汐县粮库换新门"].map(Some));
    let texts: Vec<&str> = page.articles.iter().map(|article| article.blocks[0].text.as_str()).collect();
    assert!(texts[0].contains("渠水流到了") && texts[1].contains("剩下的五座年底以前完工。"), "{texts:?}");
}
