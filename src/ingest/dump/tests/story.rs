//! Where stories begin and end.

use super::reading::{columns, dump, fixture, lines, people, titles};
use crate::model::BlockKind;

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
fn briefs_are_articles_each() {
    let page = fixture("briefs.txt");
    assert_eq!(titles(&page), [Some("云溪县清淤队进村"), Some("临汐县粮库换新门"), None]);
    assert_eq!(columns(&page), [Some("百字新闻"); 3]);
    assert_eq!(people(&page.articles[2]), ["何川", "", ""]);
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
fn a_page_head_ends_the_story_before_it() {
    let page = fixture("bound_volume.txt");
    assert_eq!(titles(&page), [Some("清淤队进村"), Some("渠水怎样流到田里 ——访清淤队队长何川")]);
    assert_eq!(lines(&page), [(6, 8), (14, 18)]);
    assert_eq!(columns(&page), [None, Some("专栏:记者专访")]);
    assert_eq!(people(&page.articles[1]), ["林一舟 许岚", "", ""]);
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

#[test]
fn a_dateline_of_its_own_line_opens_the_story_under_it() {
    let page = dump(
        "老渠清了淤\n本报讯\n（记者 林一舟）云溪县的老渠清了淤。\n梨花开了\n本报讯（记者 何川）\n柳林镇的梨花开了。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤"), Some("梨花开了")]);
    let reporters: Vec<String> = page.articles.iter().map(|article| article.reporters.join(" ")).collect();
    assert_eq!(reporters, ["林一舟", "何川"]);
}

#[test]
fn names_alone_sign_the_last_story() {
    let page =
        dump("老渠清了淤\n云溪县的老渠清了淤，渠水流到了田里。\n林一舟 何小川\n原标题:\n老渠清了淤\n【推荐阅读】\n");
    assert_eq!(titles(&page), [Some("老渠清了淤")]);
    assert_eq!(people(&page.articles[0]), ["林一舟 何小川", "", ""]);
}

#[test]
fn thanks_at_the_end_are_of_the_story() {
    let page = dump("老渠清了淤\n\n本报记者 林一舟\n\n云溪县的老渠清了淤。\n\n感谢何先生提供线索,奖30元\n");
    assert_eq!(lines(&page), [(1, 7)]);
}

#[test]
fn a_story_that_goes_on_elsewhere_ends_and_one_that_comes_from_there_begins() {
    let page = dump(
        "本报讯（记者 林一舟）云溪县的老渠清了淤。\n（下转02版）\n全县种下柳树\n3月1日，云溪县种下柳树。\n（上接第一版）要把水管好。\n（何川）\n",
    );
    assert_eq!(lines(&page), [(1, 1), (3, 4), (5, 6)]);
    assert_eq!(people(&page.articles[2]), ["何川", "", ""]);
}

#[test]
fn who_the_writer_is_and_who_issues_a_notice_stand_at_the_end() {
    let page = dump(
        "该不该种树\n孟 夏\n春天到了，渠边该不该种树？要看水够不够。\n（作者单位：云溪县委党校）\n关于清淤的通告\n因清淤需要，老渠停水一天。\n云溪县水利局\n云溪县人民政府办公室\n2024年3月1日\n",
    );
    assert_eq!(titles(&page), [Some("该不该种树"), Some("关于清淤的通告")]);
    assert_eq!(lines(&page), [(1, 4), (5, 9)]);
    assert_eq!(people(&page.articles[0]), ["孟夏", "", ""]);
}

#[test]
fn between_signed_stories_a_head_is_a_headline_however_full_the_lines_are() {
    let page = dump(
        "云溪县推进清淤\n3月1日，云溪县的清淤队来到柳林镇，村\n民们都来帮忙。今年以来，该县已清淤三\n十公里，渠水流到了田里。（许　岚）\n春耕正当时\n“墒情正好，得抓紧。”3月2日，临汐县\n的老农站在地头说。眼下，该县已备足化\n肥，农技员一天要跑五六个村，从早跑到\n晚。（记者 林一舟 通讯员 郑小满）\n小田变大田 机器跑得欢\n北山区把零散地块连成片，建成高标准农\n田，亩均增产一百公斤。（何川）\n",
    );
    assert_eq!(titles(&page), [Some("云溪县推进清淤"), Some("春耕正当时"), Some("小田变大田 机器跑得欢")]);
    assert_eq!(lines(&page), [(1, 4), (5, 9), (10, 12)]);
}

#[test]
fn a_column_of_short_news_is_that_of_all_its_items_and_of_nothing_else() {
    let page = dump(
        "简讯\n云溪县税务局：清风进茶园\n近日，税务干部走进茶园。（林一舟）\n云溪县白石镇：体检进村\n\
         3月4日，卫生院来村里体检。（许岚）\n临汐县：粮库换新门\n本报记者 何川\n临汐县的粮库换了新门。\n",
    );
    assert_eq!(columns(&page), [Some("简讯"), Some("简讯"), None]);
}

#[test]
fn a_story_ends_where_names_stand_behind_its_last_sentence_or_the_proof_reader_marks_it() {
    let page = dump(
        "云溪交警进村\n3月1日，云溪交警走进柳林镇讲安全。 林一舟 许岚\n老渠清了淤\n渠水流到了田头。①6\n今日天气\n\
         今天白天到夜里，全市阴天有小雨。\n",
    );
    assert_eq!(titles(&page), ["云溪交警进村", "老渠清了淤", "今日天气"].map(Some));
    assert_eq!(people(&page.articles[0]), ["林一舟 许岚", "", ""]);
}

#[test]
fn a_poem_at_the_end_of_a_page_has_its_title_and_its_lines() {
    let page = dump(
        "渠边的冬日\n\n□林一舟\n\n小时候，渠边的冬日总有山村的炊烟。\n\n冬日山村\n\n○许岚（青禾）\n\n落叶拼出渠岸\n\n鸡鸣喊醒阳光\n\n\
         霜花滑下屋檐\n",
    );
    assert_eq!(titles(&page), ["渠边的冬日", "冬日山村"].map(Some));
    assert_eq!(people(&page.articles[1]), ["许岚", "", ""]);
    assert_eq!(lines(&page)[1], (7, 15));
}

#[test]
fn the_day_under_who_issues_a_notice_is_the_notices_own() {
    let page = dump("停水公告\n因清淤，3月7日停水。\n青禾市自来水公司\n2024年3月4日\n");
    assert_eq!(lines(&page), [(1, 4)]);
    assert_eq!(page.furniture, []);
}

#[test]
fn a_notice_begins_under_a_text_without_a_full_stop_and_has_its_timetable() {
    let page = dump(
        "老渠清淤\n3月1日，云溪县的老渠清了淤。\n寻人\n林大山，男，76岁，昨天在柳林镇走失。电话0399-8801\n停电预告\n因线路检修，下列地区停电：\n\
         3月6日6:00—18:00 柳林镇老渠南路\n3月7日7:00—12:00 柳林镇粮库一带\n",
    );
    assert_eq!(titles(&page), [Some("老渠清淤"), Some("寻人"), Some("停电预告")]);
    assert_eq!(lines(&page), [(1, 2), (3, 4), (5, 8)]);
}

#[test]
fn a_headline_may_follow_a_paragraph_that_ends_with_a_full_line() {
    let page = dump(
        "老渠清了淤水到了田头\n本报讯（记者林一舟）云溪县的老渠今\n年清了淤，水到了田头。渠边的村民说\n，往年这个时候渠里总是没有水，要到\n\
         四月才来，今年早了整整一个月，好啊。\n粮库换了门\n3月1日，临汐县的粮库换了门。新换的\n门又大又亮，车能一直开到库里去了。\n",
    );
    assert_eq!(titles(&page), [Some("老渠清了淤水到了田头"), Some("粮库换了门")]);
}
