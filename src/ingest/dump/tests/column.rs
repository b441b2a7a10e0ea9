//! Names of columns.

use super::reading::{columns, dump, fixture, furniture, lines, people, titles};
use crate::model::{ArticleKind, BlockKind};

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
fn a_column_comes_again_over_each_of_its_stories() {
    let page = dump(
        "【一线见闻】\n渠边的“护鸟人”\n□ 本报记者 林一舟\n清晨五点，护鸟人何清出了门。\n\n\n【一线见闻】\n半夜出诊的乡医\n□ 本报记者 何川\n乡医许岚的手机从不关机。\n",
    );
    assert_eq!(titles(&page), [Some("渠边的“护鸟人”"), Some("半夜出诊的乡医")]);
    assert_eq!(columns(&page), [Some("【一线见闻】"); 2]);
}

#[test]
fn the_last_line_of_a_page_may_name_the_column_of_the_story_over_it() {
    let page = dump(
        "云溪县：老渠清了淤\n本报记者 林一舟\n云溪县的老渠清了淤。\n\n\n好事看变化\n\n\n临汐县：粮库换新门\n本报记者 何川\n临汐县的粮库换了新门。\n\n\n更新进行时\n",
    );
    assert_eq!(columns(&page), [Some("好事看变化"), Some("更新进行时")]);
}

#[test]
fn a_column_on_the_next_page_is_not_of_the_story_before_it() {
    let page = dump(
        "第1版()\n老渠清了淤\n【青禾社一日电】云溪县的老渠清了淤。\n\n\n第2版(农村经济)\n专栏:编后小议\n\n  该不该种树\n立人\n春天到了，渠边该不该种树？要看水够不够。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤"), Some("该不该种树")]);
    assert_eq!(columns(&page), [None, Some("专栏:编后小议")]);
}
