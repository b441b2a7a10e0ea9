//! Where names begin and end, and what is a way of speaking and no name.

use super::*;

#[test]
fn a_year_stands_before_a_name() {
    assert_eq!(names("举办2025年云溪县圆梦行动座谈会，"), ["云溪县圆梦行动座谈会"]);
    assert_eq!(names("1月14日，2023-2024年临汐县冬春文化惠民季暨送戏下乡活动启动。"), ["临汐县冬春文化惠民季"]);
}

#[test]
fn a_theme_stands_before_the_name_it_is_of() {
    assert_eq!(names("开展以“绿满青山”为主题的义务植树进村镇活动。"), ["义务植树进村镇活动"]);
}

#[test]
fn what_was_founded_is_the_quoted_words_themselves() {
    assert_eq!(names("这是该村正在推行的“乡村议事十条”的内容。"), ["“乡村议事十条”"]);
}

#[test]
fn a_name_goes_on_to_the_noun_of_what_was_done() {
    assert_eq!(names("按照“村村到”矛盾纠纷大排查大调处专项活动安排，"), ["“村村到”矛盾纠纷大排查大调处专项活动"]);
    assert_eq!(names("“圆梦云溪”-青年结对助学活动举行。"), ["“圆梦云溪”-青年结对助学活动"]);
    assert_eq!(names("建立“红色代办”e站12个，"), ["“红色代办”e站"]);
}

#[test]
fn bodies_and_ranks_are_no_part_of_a_name() {
    assert_eq!(names("完善村党组织书记县级备案管理制度，"), Vec::<String>::new());
    assert_eq!(names("首创全国第一张茶山积分清单，"), ["茶山积分清单"]);
    assert_eq!(names("开展系列交通安全宣传活动。"), ["交通安全宣传活动"]);
    assert_eq!(names("“12345”县委常委会周调度"), Vec::<String>::new());
}

#[test]
fn images_and_qualities_are_no_names() {
    for text in [
        "打造服务民生的“暖心港湾”，",
        "让驿站成为“追光者”的温暖港湾。",
        "以“小驿站”撬动“大治理”，",
        "激活参与“内生动力”。",
        "列席“两委”班子会议。",
        "共建暖心家园。",
        "打造“匠心干部”队伍，",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(names("组建“轻骑兵”队伍。"), ["“轻骑兵”队伍"]);
}

#[test]
fn what_a_list_of_events_has_is_summed_up() {
    assert_eq!(names("开展民间秧歌会、非遗展览会、书画展等140余场次活动。"), Vec::<String>::new());
}

#[test]
fn volts_measure_and_count_nothing() {
    assert_eq!(names("新建10千伏线路工程顺利完工。"), Vec::<String>::new());
}

#[test]
fn straight_and_cornered_quotes_are_quotes_and_stay_as_printed() {
    let article = article("就业", &["该县推出\"就业直通车\"服务，组织「直播带岗」活动26场。"], "2024-03-05");
    let found = owned(&article);
    assert_eq!(found.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["\"就业直通车\"服务", "「直播带岗」活动"]);
    assert_eq!(found[1].1, [26.0]);
}

#[test]
fn what_is_opened_in_two_words_is_opened() {
    assert_eq!(names("该街道首个“幸福加油站”揭牌启用。"), ["“幸福加油站”"]);
}

#[test]
fn two_quotes_share_the_noun_behind_them() {
    assert_eq!(names("运用“三所联动”“自治公约”机制破解难题。"), ["“三所联动”", "“自治公约”机制"]);
}

#[test]
fn a_campaign_has_its_year_behind_its_noun() {
    assert_eq!(names("“春雷行动2024”期间，检查食堂571个。"), ["“春雷行动2024”"]);
    assert_eq!(names("该局还开展了整治市场乱象百日行动，"), ["整治市场乱象百日行动"]);
    assert_eq!(names("2024年秋季村晚暨云溪县金秋采摘季在柳镇启动。"), ["秋季村晚", "云溪县金秋采摘季"]);
}

#[test]
fn a_form_an_aim_and_a_verb_are_no_nouns_of_a_name() {
    for text in
        ["采取“主题活动+系列活动”形式，", "紧扣“铁拳护民生 铁腕促发展”的行动主题，", "“面对面”商讨小区积分制管理办法，"]
    {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(names("“工会大讲堂”计划举办12期。"), ["“工会大讲堂”"]);
}

#[test]
fn verbs_in_a_list_describe_what_is_counted() {
    assert_eq!(names("检查设备制造、安装、改造及修理单位49家。"), Vec::<String>::new());
}

#[test]
fn places_and_teams_that_are_counted_were_set_up() {
    assert_eq!(names("全县划分为14个扶贫服务工作站，"), ["扶贫服务工作站"]);
    assert_eq!(names("来了5支山区医疗队，"), ["山区医疗队"]);
    assert_eq!(names("代表来自12个扶贫服务工作站。"), Vec::<String>::new());
    assert_eq!(names("9个站点集邻里之家于一身。"), Vec::<String>::new());
}

#[test]
fn a_platform_is_named_by_the_letters_at_its_end() {
    assert_eq!(names("各级河长使用护河通APP巡河1344人次。"), ["护河通APP"]);
    assert_eq!(names("村民使用手机APP缴费。"), Vec::<String>::new());
}

#[test]
fn quoted_names_side_by_side_that_are_summed_up_are_each_a_name() {
    let text = "培育了“小天使”“茶乡少年”“云溪红”等一批叫得响、立得住的品牌。";
    assert_eq!(names(text), ["“小天使”", "“茶乡少年”", "“云溪红”"]);
}

#[test]
fn things_of_each_kinds_and_people_are_no_names() {
    for text in ["各村志愿服务队共组织活动。", "创建庄园式基地，", "她们被称为“留守妇女”。"]
    {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn particles_stand_between_a_verb_and_what_it_counts() {
    assert_eq!(names("开展各类志愿服务活动400余场次。"), ["志愿服务活动"]);
    assert_eq!(names("培育了新型农民900多名。"), ["新型农民"]);
    assert_eq!(names("实施重点推广项目20个。"), ["重点推广项目"]);
}

#[test]
fn an_event_may_have_a_long_name_and_a_number_of_its_own() {
    let text = "“巧手绣云溪——云溪县妇女居家就业成果暨传统手工艺术展”在县文化馆举办。";
    assert_eq!(names(text), ["“巧手绣云溪——云溪县妇女居家就业成果暨传统手工艺术展”"]);
    assert_eq!(names("——手工技能培训班第一期开班，"), ["手工技能培训班"]);
}
