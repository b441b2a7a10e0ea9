//! Headlines, and the heads that are none.

use super::reading::{columns, dump, fixture, furniture, lines, people, titles};
use crate::model::BlockKind;

#[test]
fn heads_over_two_lines_are_one() {
    let page = fixture("two_line_heads.txt");
    assert_eq!(titles(&page), [Some("清水进村 绿树上山 云溪县生态修复见成效")]);
    let heads: Vec<&str> = page.articles[0].texts(BlockKind::SectionHead).collect();
    assert_eq!(heads, ["修渠清淤 让水流得更远", "上山种树 让绿色留得更久"]);
    assert_eq!(page.articles[0].blocks[2].lines, [(0, 9), (5, 11)]);
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
fn a_headline_of_the_words_of_its_section_heads_is_no_title_list() {
    let page = fixture("heads_repeated.txt");
    assert_eq!(titles(&page), [Some("县城“十分钟”村里“三公里” 青禾市修成一张读书网")]);
    let heads: Vec<&str> = page.articles[0].texts(BlockKind::SectionHead).collect();
    assert_eq!(heads, ["县城“十分钟”", "村里“三公里”", "读书的人多了"]);
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
fn a_byline_saved_behind_a_headline_is_none_of_it() {
    let page = dump(
        "老渠流出新光景（记者 林一舟/通讯员 许岚）\n云溪县的老渠清了淤。\n\n临汐县粮库换新门　□本报记者 何川\n临汐县的粮库换了新门。\n",
    );
    assert_eq!(titles(&page), [Some("老渠流出新光景"), Some("临汐县粮库换新门")]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "许岚", ""]);
    assert_eq!(people(&page.articles[1]), ["何川", "", ""]);
    assert_eq!(lines(&page), [(1, 2), (4, 5)]);
}

#[test]
fn facts_of_a_box_are_no_headline() {
    let page = dump(
        "街拍\n\n时间：3月1日上午\n\n地点：老渠桥下\n\n拍摄者：本报记者 林一舟\n\n老渠桥下的灯亮了，村民都来看。\n",
    );
    assert_eq!(titles(&page), [None]);
    assert_eq!(people(&page.articles[0]), ["", "", "林一舟"]);
    assert_eq!(page.articles[0].standing_head.as_deref(), Some("街拍"));
}

#[test]
fn a_place_on_its_own_line_begins_the_headline() {
    let page = dump(
        "临汐县粮库换新门\n本报记者 何川\n临汐县的粮库换了新门。\n云溪县柳林镇：\n“老渠队”清了淤\n本报记者 林一舟\n渠水清了。\n",
    );
    assert_eq!(titles(&page), [Some("临汐县粮库换新门"), Some("云溪县柳林镇： “老渠队”清了淤")]);
}

#[test]
fn names_under_a_headline_are_no_part_of_it() {
    let page = dump(
        "该不该在渠边种树\n林一舟\n春天到了，该不该在渠边种树？在笔者看来，要看水够不够。\n\n老渠流出新光景\n何川许岚\n云溪县的老渠清了淤，水流到了田里。\n",
    );
    assert_eq!(titles(&page), [Some("该不该在渠边种树"), Some("老渠流出新光景")]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "", ""]);
    assert_eq!(people(&page.articles[1]), ["何川 许岚", "", ""]);
}

#[test]
fn a_notice_is_titled_by_what_it_is() {
    let page = dump(
        "云溪县清淤队进村\n本报记者 林一舟\n云溪县的老渠清了淤。\n遗失声明\n临汐县柳林商店营业执照遗失，声明作废。\n停水通知\n因清淤需要，3月1日柳林镇停水一天。\n",
    );
    assert_eq!(titles(&page), [Some("云溪县清淤队进村"), Some("遗失声明"), Some("停水通知")]);
}

#[test]
fn the_paper_and_the_day_behind_a_headline_are_none_of_it() {
    let page = dump("云溪县 清淤队进村 青禾日报·青禾网 2024年3月1日\n\n云溪县的老渠清了淤。\n");
    assert_eq!(titles(&page), [Some("云溪县 清淤队进村")]);
    assert_eq!(furniture(&page, "page-head"), ["青禾日报·青禾网 2024年3月1日"]);
}

#[test]
fn a_slogan_over_a_headline_is_a_columns_name() {
    let page = dump("不忘初心 牢记使命\n云溪县城关镇：\n清水进村 绿树上山\n本报讯（记者林一舟）云溪县城关镇清了淤。\n");
    assert_eq!(titles(&page), [Some("云溪县城关镇： 清水进村 绿树上山")]);
    assert_eq!(columns(&page), [Some("不忘初心 牢记使命")]);
}

#[test]
fn a_headline_may_end_with_an_exclamation_on_its_second_line() {
    let page = dump("老渠大篷车开进村\n三百回啦！\n昨天上午，大篷车第三百回开进柳林镇。\n");
    assert_eq!(titles(&page), [Some("老渠大篷车开进村 三百回啦！")]);
}

#[test]
fn the_name_of_a_column_is_no_title_where_its_story_has_none() {
    let page = dump("交警连线\n3月1日，云溪县交警在渠边执勤。林一舟 许岚\n");
    assert_eq!((titles(&page), columns(&page)), (vec![None], vec![Some("交警连线")]));
}

#[test]
fn a_headline_may_begin_with_the_day_or_the_county_by_its_short_name() {
    let page = dump(
        "明年元旦起\n云溪公交可刷手机\n本报讯（记者林一舟）明年元旦起，云溪县的公交可以刷手机。\n云溪：\n万亩莲藕采收忙\n\
         本报讯（记者何川）时下，云溪县的藕农开始采藕。\n",
    );
    assert_eq!(titles(&page), [Some("明年元旦起 云溪公交可刷手机"), Some("云溪： 万亩莲藕采收忙")]);
}

#[test]
fn who_came_to_a_meeting_and_whom_a_headline_calls_are_lines_of_it() {
    let page = dump(
        "县里开会修老渠\n林一舟出席并讲话\n本报讯（记者何川）云溪县开会修老渠。（记者 许岚）\n@老渠边的乡亲\n春灌渠水深要留心\n\
         春灌就要开始。渠水深，请看好孩子。\n（渠水）\n梨花开了\n3月1日，柳林镇的梨花开了。\n",
    );
    assert_eq!(
        titles(&page),
        [Some("县里开会修老渠 林一舟出席并讲话"), Some("@老渠边的乡亲 春灌渠水深要留心"), Some("梨花开了")]
    );
}

#[test]
fn a_short_line_set_tight_on_a_headline_is_a_part_of_it() {
    let story = "本报讯（记者林一舟）天气转晴，阳光到周末。";
    let page = dump(&format!("2024年3月1日 星期五\n天气给力\n阳光晴到周末\n\n{story}\n"));
    assert_eq!(titles(&page), [Some("天气给力 阳光晴到周末")]);
    let page = dump(&format!("2024年3月1日 星期五\n平凡之路\n阳光晴到周末\n\n{story}\n"));
    assert_eq!(titles(&page), [Some("阳光晴到周末")]);
}
