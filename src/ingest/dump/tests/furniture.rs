//! What belongs to the page and to no story.

use super::reading::{columns, dump, fixture, furniture, lines, people, titles};
use crate::model::BlockKind;

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
fn the_page_of_one_story_is_one_article_whatever_its_frame_lists() {
    let page = fixture("story_page.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村")]);
    assert_eq!(lines(&page), [(18, 36)]);
    assert_eq!(people(&page.articles[0]), ["许岚 林一舟", "", "许岚"]);
    assert_eq!(page.articles[0].texts(BlockKind::SectionHead).collect::<Vec<_>>(), ["老渠的来历"]);
    assert_eq!(furniture(&page, "title-list").len(), 10);
    assert_eq!(furniture(&page, "standing-head").len(), 0);
    assert_eq!(furniture(&page, "imprint").len(), 4);
}

#[test]
fn a_headline_over_the_bar_of_its_story_is_no_list() {
    let bar = "3上一篇  下一篇4 2024年3月1日 放大 缩小 默认";
    let page = dump(&format!("第2版:要闻\n老渠清了淤\n水到了田头\n{bar}\n本报讯 云溪县的渠水清了。\n"));
    assert_eq!(titles(&page), [Some("老渠清了淤 水到了田头")]);
}

#[test]
fn what_a_site_sets_over_its_path_and_under_its_story_is_not_the_storys() {
    let page = fixture("web_frame.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村")]);
    assert_eq!(lines(&page), [(11, 16)]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "许岚", ""]);
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
fn a_story_saved_from_a_site_is_freed_of_menus_and_lists() {
    let page = fixture("web_article.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村")]);
    assert_eq!(lines(&page), [(11, 15)]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "", ""]);
    assert_eq!(page.articles[0].blocks.len(), 2);
    assert_eq!(furniture(&page, "title-list"), ["相关新闻", "临汐县粮库换新门", "柳林镇的梨花开了"]);
}

#[test]
fn a_record_of_a_library_gives_no_title() {
    let page = dump(
        "【日期】= 1990.03.18\n【标题】= 老渠清了淤\n【作者】= 林一舟\n\n老渠清了淤\n\n林一舟  (1990.03.18)\n\n老渠清了淤\n    本报记者 林一舟\n    云溪县的老渠清了淤。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤")]);
    assert_eq!(lines(&page), [(9, 11)]);
}

#[test]
fn a_story_told_on_another_page_is_no_headline() {
    let page = dump("导读\n老渠清了淤　2版\n梨花开了　3版\n粮库换了新门\n本报记者 林一舟\n临汐县的粮库换了新门。\n");
    assert_eq!(titles(&page), [Some("粮库换了新门")]);
    assert_eq!(furniture(&page, "title-list"), ["老渠清了淤　2版", "梨花开了　3版"]);
}

#[test]
fn latin_capitals_under_a_column_are_for_show() {
    let page = dump("本市要闻\n\nBENSHI\n\nYAOWEN\n\n本报讯（记者 林一舟）云溪县的老渠清了淤。\n");
    assert_eq!(lines(&page), [(7, 7)]);
    assert_eq!(furniture(&page, "page-head"), ["BENSHI", "YAOWEN"]);
}

#[test]
fn a_sites_frame_may_have_a_word_a_line() {
    let page = dump(
        "数字报首页\n往期浏览\n文章标题\n当前版:04版\n发布日期:\n2024年03月01日\n字体:\n放大\n缩小\n故乡\n林一舟\n文章字数:168\n当我回到故乡时,\n渠水清了。\n",
    );
    assert_eq!(titles(&page), [Some("故乡")]);
    assert_eq!(lines(&page), [(10, 14)]);
}

#[test]
fn titles_of_other_pages_under_the_story_are_listed_and_not_its_own() {
    let page = dump(
        "2024年3月1日 星期五\n放大 缩小 默认\n云溪县清淤队进村\n  云溪县的老渠清了淤。\n(林一舟)\n上一篇  下一篇\n标题导航\n第A01版:要闻\n临汐县粮库换新门\n云溪县清淤队进村\n柳林镇的梨花开了\n",
    );
    assert_eq!(titles(&page), [Some("云溪县清淤队进村")]);
    assert_eq!(lines(&page), [(3, 5)]);
    assert_eq!(furniture(&page, "title-list").len(), 3);
}

#[test]
fn titles_side_by_side_over_a_page_are_its_list() {
    let page = dump(
        "2024年3月1日 星期五\n老渠流出新光景 粮库换新门 梨花开了 清淤队进村 温湿度手机上看得见 暖阳下的柳林镇\n第1版:要闻 2024-03-01\n老渠流出新光景\n\n云溪县的老渠清了淤。\n",
    );
    assert_eq!(titles(&page), [Some("老渠流出新光景")]);
    assert_eq!(furniture(&page, "title-list").len(), 1);
}

#[test]
fn what_a_site_recommends_is_another_story() {
    let page = dump(
        "云溪县清淤队进村\n\n（记者 林一舟）云溪县的老渠清了淤。\n\n新闻推荐\n\n临汐县粮库换新门\n\n（记者 何川）临汐县的粮库换了新门。\n",
    );
    assert_eq!(titles(&page), [Some("云溪县清淤队进村"), Some("临汐县粮库换新门")]);
    assert_eq!(columns(&page), [None; 2]);
}

#[test]
fn the_day_of_a_page_may_be_set_over_several_lines() {
    for head in ["2024年\n3月5日\n星期二", "2024年3月\n5\n星期二", "5\n2024年3月\n星期二"] {
        let page = dump(&format!("{head}\n老渠清了淤\n本报讯（记者林一舟）云溪县的老渠清了淤。\n"));
        assert_eq!(titles(&page), [Some("老渠清了淤")], "{head}");
        assert_eq!(furniture(&page, "page-head").len(), 3, "{head}");
    }
}

#[test]
fn the_name_of_the_page_set_wide_is_no_column() {
    let page = dump(
        "青禾日报\n2024年3月1日 第2版\n要 闻\n责编：何川 校对：许岚\n老渠清了淤\n本报讯（记者林一舟）云溪县的老渠清了淤。\n",
    );
    assert_eq!((titles(&page), columns(&page)), (vec![Some("老渠清了淤")], vec![None]));
}

#[test]
fn a_number_or_a_file_name_below_the_head_of_a_page_is_of_the_page() {
    let page = dump(
        "青禾日报\n综 合 新 闻\n2024年3月1日 星期五\n2\nqhrb\n老渠清了淤\n粮库换了门\n老渠清了淤\n本报讯（记者林一舟）云溪县的老渠清了淤。\n\
         粮库换了门\n本报讯（记者何川）临汐县的粮库换了门。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤"), Some("粮库换了门")]);
    assert_eq!(lines(&page), [(8, 9), (10, 11)]);
}

#[test]
fn what_stands_over_the_day_and_the_source_of_a_story_is_its_headline() {
    let page = dump(
        "A2:综合新闻总第960期 >2024-03-01编印\n\n老渠清淤\n刊发日期:2024-03-01 阅读次数: 作者:\n云溪县的老渠清了淤。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清淤")]);
}

#[test]
fn short_words_in_a_row_at_the_top_of_a_file_are_a_menu() {
    let page = dump("锐评\n要闻\n视听\n图说\n商城\n读报\n\n老渠清了淤\n本报讯（记者林一舟）云溪县的老渠清了淤。\n");
    assert_eq!(titles(&page), [Some("老渠清了淤")]);
    assert_eq!(furniture(&page, "site-bar").len(), 6);
}
