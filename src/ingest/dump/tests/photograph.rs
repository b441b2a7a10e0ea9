//! Photographs, their captions and credits.

use super::reading::{columns, dump, fixture, lines, people, titles};
use crate::model::{ArticleKind, BlockKind};

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
fn a_photograph_with_its_text_is_an_article() {
    let page = fixture("photo_news.txt");
    assert_eq!(titles(&page), [Some("柳林镇的梨花开了"), None, Some("云溪县清淤队进村")]);
    assert_eq!(columns(&page), [None, Some("图片新闻"), None]);
    assert_eq!(page.articles[1].kind, ArticleKind::Photo);
    assert_eq!(people(&page.articles[1]), ["", "", "何川"]);
}

#[test]
fn an_arrow_leads_to_the_next_photograph() {
    let page = dump("←3月1日，临汐县的粮库换了新门。\n林一舟 摄\n↓近日，北山区的梨花开了。\n本报记者 许 岚 摄\n");
    assert_eq!(lines(&page), [(1, 2), (3, 4)]);
}

#[test]
fn captions_under_one_credit_may_be_counted_without_a_word() {
    let page = dump(
        "老人修路十二年\n① 何清在填路。\n② 村民送来水。\n　　林一舟 摄\n本报记者 许岚\n云溪县柳林镇的何清修了十二年路。\n",
    );
    assert_eq!(titles(&page), [Some("老人修路十二年")]);
    assert_eq!(page.articles[0].texts(BlockKind::Caption).count(), 2);
    assert_eq!(people(&page.articles[0]), ["许岚", "", "林一舟"]);
}

#[test]
fn the_one_credit_of_several_photographs_ends_their_group() {
    let page = dump(
        "3月1日，云溪县的老渠清了淤。\n图①：清淤队进村。\n图②：村民来看。\n本组图片由本报记者林一舟摄\n该不该种树\n春天到了，该不该在渠边种树？在笔者看来，要看水够不够。\n",
    );
    assert_eq!(titles(&page), [None, Some("该不该种树")]);
    assert_eq!(lines(&page), [(1, 4), (5, 6)]);
}

#[test]
fn captions_of_a_page_of_photographs_are_no_headline() {
    let page = dump(
        "老渠边的春天来得早\n\n清淤队的队员在渠里忙碌\n\n柳林镇的梨花开满山坡\n\n粮库门口的新招牌挂好了\n\n一场春雨过后，云溪县老渠边的春天来得早。 记者 林一舟 摄\n",
    );
    assert_eq!(titles(&page), [Some("老渠边的春天来得早")]);
    assert_eq!(page.articles[0].texts(BlockKind::Caption).count(), 4);
    assert_eq!(people(&page.articles[0]), ["", "", "林一舟"]);
}

#[test]
fn photographs_with_arrows_under_one_headline_are_one_group() {
    let page = dump(
        "秋收忙\n\n◀10月1日,云溪县的水稻熟了。特约摄影 林一舟\n\n▲10月2日,临汐县的农户在晒玉米。通讯员 何川/摄\n\n◀日前，北山区的红薯丰收了。许岚 摄\n",
    );
    assert_eq!(titles(&page), [Some("秋收忙")]);
    assert_eq!(people(&page.articles[0])[2], "林一舟 何川 许岚");
}

#[test]
fn a_headline_that_is_counted_under_each_photograph_is_one() {
    let page = dump(
        "云溪县秋收忙\n\n云溪县的水稻熟了，农户都在田里。\n\n云溪县秋收忙(1)\n\n↑农户在收水稻。林一舟 摄\n\n云溪县秋收忙(2)\n\n↑农户在晒水稻。林一舟 摄\n",
    );
    assert_eq!(titles(&page), [Some("云溪县秋收忙")]);
    assert_eq!(page.articles[0].texts(BlockKind::Caption).count(), 4);
}

#[test]
fn numbered_photographs_belong_to_the_text_over_them() {
    let page = dump(
        "春日护渠忙\n连日来，我市各地抢抓时机清淤护渠。\n图①：3月1日，云溪县柳林镇的村民在清淤。\n记者林一舟摄\n图②：3月2日，北山区的志愿者在捡垃圾。\n记者何川摄\n",
    );
    assert_eq!(titles(&page), [Some("春日护渠忙")]);
    assert_eq!(people(&page.articles[0]), ["", "", "林一舟 何川"]);
}

#[test]
fn counted_captions_may_share_photographers() {
    let page = dump(
        "云溪县的老渠\n本报记者 郑小满\n云溪县的老渠清了淤。\n秋收“三重奏”\n①农民在晾晒玉米。\n②农机手在播种。\n时下，秋收秋种进入尾声。\n（①②林一舟 ③许 岚 摄）\n粮库换新门\n本报讯（记者何川）临汐县的粮库换了新门。\n",
    );
    assert_eq!(titles(&page), [Some("云溪县的老渠"), Some("秋收“三重奏”"), Some("粮库换新门")]);
    assert_eq!(people(&page.articles[1]), ["", "", "林一舟 许岚"]);
}

#[test]
fn arrows_under_a_counted_headline_are_of_its_group() {
    let page = dump(
        "云溪县秋收忙\n\n云溪县的水稻熟了，农户都在田里。\n\n云溪县秋收忙(1)\n\n↑2024年10月1日,云溪县的农户在收水稻。林一舟 摄\n\n云溪县秋收忙(2)\n\n↑2024年10月2日,云溪县的农户在晒水稻。林一舟 摄\n",
    );
    assert_eq!(lines(&page), [(1, 11)]);
}

#[test]
fn a_photographer_who_reports_signs_counted_captions() {
    let page = dump(
        "麦田里的守望者\n①无人机在喷药。\n②农技员查看麦穗。\n本报记者 林一舟 摄影报道\n3月1日，临汐县的麦田里，无人机来回穿梭。\n\n护学岗\n3月2日，民警护送学生。何川 摄\n\n非遗进校园\n▶3月3日，学生学剪纸。\n许岚 摄\n编者按\n本报从今日起开设新栏目，敬请关注。\n",
    );
    assert_eq!(titles(&page), [Some("麦田里的守望者"), Some("护学岗"), Some("非遗进校园")]);
    assert_eq!(people(&page.articles[0]), ["林一舟", "", "林一舟"]);
}

#[test]
fn photographs_without_a_headline_are_stories_where_each_has_a_text_and_a_credit() {
    let texts = [
        "昨日上午，云溪县城关镇的老渠里来了一群白鹭，在渠水里走走停停，引得路过的村民纷纷停下脚步，站在渠边看了好久。",
        "28日，柳林镇粮库门口的老槐树又发了新芽，库里的工人们在树下摆开桌子，把新磨的面粉一袋一袋装好，等着车来。",
    ];
    let page = dump(&format!("{}\n(林一舟 许岚 摄)\n{}\n(何川 摄)\n", texts[0], texts[1]));
    assert_eq!(lines(&page), [(1, 2), (3, 4)]);
    assert_eq!(people(&page.articles[0]), ["", "", "林一舟 许岚"]);
    let page = dump("白鹭在渠里走。\n(林一舟 摄)\n村民在渠边看。\n(何川 摄)\n");
    assert_eq!(lines(&page), [(1, 4)]);
}

#[test]
fn each_photograph_of_a_page_has_its_own_headline_and_the_page_has_one_above() {
    let page = dump(
        "第05版:影像\n老渠边的“春”景\n白鹭来了\n3月1日，云溪县的老渠里来了白鹭。\n林一舟 摄\n梨花开了\n3月2日，柳林镇的梨花开了。\n\
         何川 摄\n粮库换门\n3月3日，临汐县的粮库里，工人们正在换门。许岚 摄影报道\n停水预告\n3月6日，柳林镇停水。\n",
    );
    assert_eq!(titles(&page), [Some("白鹭来了"), Some("梨花开了"), Some("粮库换门"), Some("停水预告")]);
    assert_eq!(people(&page.articles[2]), ["许岚", "", "许岚"]);
}

#[test]
fn counted_lines_under_a_headline_are_its_captions() {
    let page = dump(
        "老渠清了淤，水到了田头\n\n①村民在渠边看水\n\n②孩子们在渠边玩耍\n\n昨天，云溪县的老渠清了淤。本报记者 林一舟\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤，水到了田头")]);
    assert_eq!(page.articles[0].texts(BlockKind::Caption).count(), 2);
}
