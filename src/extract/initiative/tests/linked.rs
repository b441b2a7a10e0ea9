//! Names, years and figures of an article.

use super::*;

#[test]
fn a_name_told_twice_is_one_and_takes_its_figures() {
    let article = article(
        "云溪县：书香进乡村",
        &[
            "云溪县打造“渔家书屋”品牌，建成阅读点36个。",
            "在“渔家书屋”里，孩子们读书。截至目前，累计借阅图书1.2万余册次。",
            "他今年43岁，从教18年。",
        ],
        "2024-03-05",
    );
    assert_eq!(owned(&article)[0].0, "“渔家书屋”品牌");
    assert_eq!(article.initiatives.iter().filter(|one| one.name.contains("渔家书屋")).count(), 1);
    assert!(owned(&article)[0].1.contains(&1.2), "{:?}", owned(&article));
    assert_eq!(article.figures.iter().map(|figure| figure.value).collect::<Vec<_>>(), [18.0]);
    assert_eq!((article.initiatives[0].line, article.initiatives[0].county.as_deref()), (3, Some("云溪县")));
}

#[test]
fn years_say_what_they_rest_on() {
    let year = |paragraphs: &[&str]| {
        let article = article("标题", paragraphs, "2024-02/2024-03");
        article.initiatives.iter().map(|one| (one.year, one.year_basis)).collect::<Vec<_>>()
    };
    assert_eq!(year(&["2022年，该县启动“碧水行动”。"]), [(Some(2022), Basis::Explicit)]);
    assert_eq!(year(&["去年5月，该县启动“碧水行动”。"]), [(Some(2023), Basis::Relative)]);
    assert_eq!(year(&["截至目前，该县开展“碧水行动”。"]), [(Some(2024), Basis::Issue)]);
    assert_eq!(year(&["2023年以来，该县狠抓环保。", "该县开展“碧水行动”。"]), [(Some(2023), Basis::Inherited)]);
    assert_eq!(
        year(&["论坛落幕。今年年初以来，该县狠抓环保。", "该县开展“碧水行动”。"]),
        [(Some(2024), Basis::Inherited)]
    );
    assert_eq!(year(&["2022年，茶山比武。", "他荣获“青禾茶王”称号。"]), [(Some(2022), Basis::Inherited)]);
    assert_eq!(year(&["2022年，该县治水。其间开展“碧水行动”。"]), [(Some(2022), Basis::Explicit)]);
    assert_eq!(year(&["2022年，该县治水。目前开展“碧水行动”。"]), [(Some(2024), Basis::Issue)]);
    assert_eq!(year(&["1月8日，该县启动“碧水行动”。"]), [(Some(2024), Basis::Issue)]);
    assert_eq!(year(&["11月8日，该县启动“碧水行动”。"]), [(Some(2023), Basis::Relative)]);
    assert_eq!(year(&["近年来，他被评为青禾市技术能手。"]), [(None, Basis::Relative)]);
}

#[test]
fn what_was_held_under_a_programme_does_not_take_its_figures() {
    let article = article(
        "北山区推动便民服务",
        &["北山区开展“近邻帮”行动，改造菜市场5个，引进小店180家，举办邻里培训班12期，培训居民300人次。"],
        "2024-03-05",
    );
    let owned = owned(&article);
    let values = |name: &str| owned.iter().find(|one| one.0.contains(name)).map(|one| one.1.clone());
    assert_eq!(values("近邻帮"), Some(vec![5.0, 180.0]));
    assert_eq!(values("培训班"), Some(vec![12.0, 300.0]));
}

#[test]
fn a_sentence_takes_up_a_programme_by_its_noun() {
    let article = article(
        "爱心粥铺",
        &["这是该区推出的“爱心粥”项目。项目启动以来，共有商家53家加盟。", "全区有26所学校加入这项工程。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article)[0], ("“爱心粥”项目".to_owned(), vec![53.0]));
}

#[test]
fn figures_of_the_next_sentence_go_to_what_they_count() {
    let article = article(
        "青禾市：茶香",
        &[
            "青禾市举办“春芽”征文比赛、“新绿”演讲比赛。截至目前，已收到征文300篇。",
            "青禾市实施“育苗工程”。目前，全市茶校共有教师90人，占20%。",
            "近日，他在“春雨”招聘会上说。首场招聘会上，有35人就业。",
        ],
        "2024-03-05",
    );
    let owned = owned(&article);
    let figures = |name: &str| owned.iter().find(|(other, _)| other.contains(name)).map(|(_, values)| values.clone());
    assert_eq!(figures("春芽"), Some(vec![300.0]), "{owned:?}");
    assert_eq!(figures("育苗工程"), Some(vec![]), "{owned:?}");
    assert_eq!(figures("春雨"), Some(vec![35.0]), "{owned:?}");
}

#[test]
fn a_quoted_name_and_its_longer_form_are_one() {
    let article = article("", &["推行“茶香超市”积分兑换机制。各村建起“茶香超市”，兑换物品340件。"], "2024-03");
    assert_eq!(owned(&article), [("“茶香超市”积分兑换机制".to_owned(), vec![340.0])]);
}

#[test]
fn things_made_under_a_programme_are_its_figures_and_trainings_are_measures() {
    let article = article("", &["实施“茶园焕新”行动，新建采茶步道12条段、凉亭8座，开展修剪培训6场。"], "2024-03");
    let owned = owned(&article);
    assert!(owned[0].1.contains(&8.0), "{owned:?}");
    assert_eq!(owned[1], ("修剪培训".to_owned(), vec![6.0]));
}

#[test]
fn figures_of_works_and_prizes_belong_to_the_contest() {
    let paragraphs =
        ["云溪县举办“茶乡新貌”摄影大赛，收到作品750幅。", "经“送文化下乡”活动现场投票，12幅作品获一等奖。"];
    let article = article("", &paragraphs, "2024-03");
    assert_eq!(owned(&article)[0], ("“茶乡新貌”摄影大赛".to_owned(), vec![750.0, 12.0]));
}

#[test]
fn sentences_about_the_whole_place_go_on_about_nothing() {
    let text = "启动“千企联村”行动，落地项目204个。全县83个村集体收入超过10万元。";
    let article = article("", &[text], "2024-03");
    assert_eq!(owned(&article), [("“千企联村”行动".to_owned(), vec![204.0])]);
}

#[test]
fn paragraphs_of_results_go_on_about_the_only_programme() {
    let paragraphs = ["云溪县中医院举行“茶乡问诊”义诊活动。", "现场共接诊320人次。同时发放手册500余份。"];
    let article = article("云溪县中医院举行义诊", &paragraphs, "2024-03");
    assert_eq!(owned(&article), [("“茶乡问诊”义诊活动".to_owned(), vec![320.0, 500.0])]);
}

#[test]
fn what_stands_behind_a_semicolon_goes_on() {
    let paragraphs = ["全县“三个一批”活动举行。", "此次活动共签约项目21个，投资48亿元；开工项目33个；投产项目17个。"];
    let article = article("", &paragraphs, "2024-03");
    assert_eq!(owned(&article)[0].1, [21.0, 48.0, 33.0, 17.0]);
}

#[test]
fn the_end_of_a_name_is_the_name_and_a_brand_says_so() {
    let article = article(
        "标题",
        &["建成“1+N”乡村便民服务圈，打造“红枫家园”。“乡村便民服务圈”受好评。叫响“红枫家园”品牌。"],
        "2024-03-05",
    );
    let names: Vec<(&str, InitiativeKind)> =
        article.initiatives.iter().map(|one| (one.name.as_str(), one.kind)).collect();
    assert_eq!(names, [("“1+N”乡村便民服务圈", InitiativeKind::Mechanism), ("“红枫家园”", InitiativeKind::Brand)]);
}

#[test]
fn a_place_is_known_by_the_headline_and_by_its_short_name() {
    let paragraphs = [
        "昨日，青禾市民中心办件量突破90万件。",
        "据悉，青禾市民中心自试运行以来，群众满意率达99%。目前，市民中心进驻单位46家。",
    ];
    let article = article("青禾市民中心办件破百万", &paragraphs, "2024-03");
    assert_eq!(owned(&article), [("青禾市民中心".to_owned(), vec![90.0, 99.0, 46.0])]);
}

#[test]
fn a_team_in_the_headline_is_named_though_a_body_stands_before_it() {
    let paragraphs = ["云溪县供电局柳桥供电所党员服务队来到茶山。", "据统计，党员服务队共检修线路92千米。"];
    let article = article("云溪：党员服务队忙春茶", &paragraphs, "2024-03");
    assert_eq!(owned(&article), [("党员服务队".to_owned(), vec![92.0])]);
}

#[test]
fn items_of_an_exposition_belong_to_what_they_set_out() {
    let paragraphs = [
        "云溪县建立护茶联席会议机制、茶园巡查机制、“茶山警长”派驻机制等三项机制。",
        "一是部门联动。联合11个部门会商问题23个。",
        "二是日常巡查。为8400户茶农建立台账。",
        "三是警力上山。解决纠纷32起。",
    ];
    let many = owned(&article("云溪护茶", &paragraphs, "2024-03"));
    assert_eq!(
        many.iter().map(|one| one.1.clone()).collect::<Vec<_>>()[..3],
        [vec![11.0, 23.0], vec![8400.0], vec![32.0]]
    );
}

#[test]
fn the_figures_of_an_exposition_go_to_its_programme() {
    let paragraphs =
        ["云溪县深化“茶企一次办”改革。", "一是事项下沉。梳理高频事项65个。二是清单统一。引入新理念，细分为412个情形。"];
    let article = article("云溪县减环节", &paragraphs, "2024-03");
    assert_eq!(owned(&article), [("“茶企一次办”改革".to_owned(), vec![65.0, 412.0])]);
}

#[test]
fn what_a_programme_is_done_by_does_not_take_its_figures() {
    let paragraphs = ["云溪县实施茶园改良工程，推广“茶豆间作”模式，引进龙头企业4家。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03"))[0], ("茶园改良工程".to_owned(), vec![4.0]));
    let paragraphs = ["以“百警进茶山”活动为抓手，推广“茶山通”平台。今年以来，累计走访群众2万人次。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03"))[0], ("“百警进茶山”活动".to_owned(), vec![2.0]));
}

#[test]
fn an_event_has_no_figures_of_the_place_it_was_held_in() {
    let paragraphs =
        ["3月3日，云溪县召开茶产业链招商工作调度会。", "会上，7个链长发言。", "该县一季度新签约项目32个。"];
    let meeting = article("云溪县调度招商", &paragraphs, "2024-03");
    assert_eq!(owned(&meeting), [("茶产业链招商工作调度会".to_owned(), vec![7.0])]);
    assert_eq!(meeting.figures.iter().map(|figure| figure.value).collect::<Vec<_>>(), [32.0]);
}

#[test]
fn a_sum_that_tells_which_things_are_meant_measures_nothing() {
    let paragraphs = ["云溪县举行春季招商项目集中签约仪式，其中，30亿元以上项目3个。"];
    let article = article("", &paragraphs, "2024-03");
    assert_eq!(owned(&article)[0].1, [3.0]);
}

#[test]
fn who_takes_part_did_so_in_the_activity() {
    let paragraphs =
        ["云溪县柳桥镇退役军人服务站开展“茶香敬老兵”主题活动。柳桥镇退役军人服务站工作人员等25人参加此次活动。"];
    let owned = owned(&article("", &paragraphs, "2024-03"));
    let activity = owned.iter().find(|one| one.0.contains("茶香敬老兵")).map(|one| one.1.clone());
    assert_eq!(activity, Some(vec![25.0]), "{owned:?}");
}

#[test]
fn results_of_a_sum_are_no_measures() {
    let paragraphs = ["云溪县开展“茶农夜校”活动。截至目前，累计接受咨询8920人次，开展政策宣传950场次。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03")), [("“茶农夜校”活动".to_owned(), vec![8920.0, 950.0])]);
}

#[test]
fn short_and_longer_forms_of_a_name_are_one() {
    for paragraphs in [
        ["柳桥社区启用“长者茶座”。", "社区长者茶座开展读报活动。"],
        ["打造“红茶家园”品牌，", "组建“红茶家园”服务队，"],
        ["“名茶服务站—云溪站”揭牌。", "“名茶服务站”近日启用。"],
    ] {
        let article = article("", &paragraphs, "2024-03");
        assert_eq!(article.initiatives.len(), 1, "{:?}", owned(&article));
    }
}

#[test]
fn a_list_that_is_summed_up_belongs_to_the_name_before_it() {
    let paragraphs = ["“茶山有约”文化惠民季启动，陆续推出“茶歌进村”“茶戏进校”等50余项活动。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03"))[0], ("“茶山有约”文化惠民季".to_owned(), vec![50.0]));
}

#[test]
fn people_are_drawn_for_what_the_next_clause_sets_up() {
    let paragraphs = ["该县从党校抽调教师20名，组建“茶乡板凳”宣讲队，深入村组。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03"))[0], ("“茶乡板凳”宣讲队".to_owned(), vec![20.0]));
}

#[test]
fn a_plain_campaign_is_what_a_named_one_did() {
    let paragraphs = ["以“茶山双报到”活动为契机，党员走遍村庄，开展茶园环境整治行动，共清扫巷道20条。"];
    let owned = owned(&article("", &paragraphs, "2024-03"));
    assert_eq!(owned[0], ("“茶山双报到”活动".to_owned(), vec![20.0]), "{owned:?}");
}

#[test]
fn what_is_made_in_the_sentence_behind_a_programme_was_made_under_it() {
    let paragraphs = ["全市开展茶园消防专项整治，整改隐患3200处。年底前，还将新建充电点800个。"];
    assert_eq!(owned(&article("", &paragraphs, "2024-03")), [("茶园消防专项整治".to_owned(), vec![3200.0, 800.0])]);
}

#[test]
fn a_team_is_taken_up_without_the_sign_of_its_name() {
    let article = article(
        "农技到田头",
        &[
            "云溪县推行“茶叶技术员+”技术服务，组建青禾市茶叶创新团队，采取“1+N”的联系机制。",
            "去年，市县两级茶叶技术员先后办班85场，建成农业试验示范基地16个，帮助农户解决难题220项。",
        ],
        "2024-03-05",
    );
    let owned = owned(&article);
    let of_service = owned.iter().find(|one| one.0.contains("技术员")).map(|one| one.1.clone());
    assert_eq!(of_service, Some(vec![85.0, 220.0]), "{owned:?}");
}

#[test]
fn where_something_was_done_is_not_who_did_it() {
    let article = article(
        "夜查在行动",
        &["临汐县警方启动“清风”专项行动，抓获74人。", "3月3日，民警蹲守，在临汐县城河阳路抓获2人。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article), [("“清风”专项行动".to_owned(), vec![74.0, 2.0])]);
}

#[test]
fn what_the_whole_county_did_belongs_to_the_programme_that_its_words_repeat() {
    let figures = |sentence: &str| {
        let first = "临汐县实施春茶采摘攻坚行动。";
        owned(&article("春茶", &[&[first, sentence].concat()], "2024-03-05"))[0].1.clone()
    };
    assert_eq!(figures("全县采摘工达1.7万人。"), [1.7]);
    assert_eq!(figures("全县养鸡户达1.7万户。"), Vec::<f64>::new());
}

#[test]
fn a_paragraph_that_says_who_did_it_does_not_go_on() {
    let figures = |paragraph: &str| {
        let first = "北山区推行“链长制”工作机制，开通“惠企通”平台。";
        let second = "该区还办起“云溪夜校”。";
        let article = article("招商", &[first, second, paragraph], "2024-03-05");
        owned(&article).iter().flat_map(|one| one.1.clone()).collect::<Vec<f64>>()
    };
    assert_eq!(figures("据介绍，去年以来，云溪高新产业园累计收集信息156条。"), Vec::<f64>::new());
    assert_eq!(figures("据介绍，去年以来，累计收集信息156条。"), [156.0]);
}

#[test]
fn money_of_the_clause_before_is_spent_on_what_was_counted_only_where_it_was_put_into_it() {
    let figures = |sentence: &str| owned(&article("乡村", &[sentence], "2024-03-05"))[0].1.clone();
    assert_eq!(figures("临汐县争取2000万元资金，培育集体经济示范村17个。"), [17.0]);
    assert_eq!(figures("临汐县投入2000万元，培育集体经济示范村17个。"), [2000.0, 17.0]);
}

#[test]
fn what_was_counted_in_an_item_leaves_the_rest_to_the_exposition() {
    let article =
        article("护苗", &["临汐县建立防欺凌联动机制。", "一是部门联动。召开联席会议7次，会商问题23个。"], "2024-03-05");
    let of_mechanism = owned(&article).into_iter().find(|one| one.0 == "防欺凌联动机制").map(|one| one.1);
    assert_eq!(of_mechanism.map(|figures| figures.contains(&23.0)), Some(true), "{:?}", owned(&article));
}

#[test]
fn a_name_is_not_cut_inside_the_word_of_a_body() {
    let article = article(
        "临汐县实施基层党委“书记项目”",
        &["临汐县以建设两个县委书记项目和30个基层党委书记项目为抓手。"],
        "2024-03-05",
    );
    assert!(owned(&article).iter().all(|one| !one.0.starts_with('委')), "{:?}", owned(&article));
}

#[test]
fn what_a_county_counts_each_year_measures_no_programme() {
    let article = article(
        "就业",
        &["临汐县打造“云溪司炉工”品牌，培训500人，城镇新增就业4000人，旅游接待人数达35万人次。"],
        "2024-03-05",
    );
    let all: Vec<f64> = owned(&article).into_iter().flat_map(|one| one.1).collect();
    assert_eq!(all, [500.0]);
}

#[test]
fn the_headline_names_the_operation_and_not_the_ceremony_that_bears_its_name() {
    let article = article(
        "青禾公安“清风1号”行动打响",
        &["青禾市公安局举行“清风1号”行动出警仪式。", "“清风1号”行动是开局之战。", "共出动警力1100余人。"],
        "2024-03-05",
    );
    let of_operation = owned(&article).into_iter().find(|one| one.0 == "“清风1号”行动").map(|one| one.1);
    assert_eq!(of_operation, Some(vec![1100.0]), "{:?}", owned(&article));
}

#[test]
fn a_campaign_is_one_whatever_it_is_called_behind_its_quotes() {
    let article = article(
        "云溪法院出击",
        &["云溪法院启动“春茶攻坚”专项行动。", "全市法院开展“春茶攻坚”执行活动。", "28日共执结茶农案件7件。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article), [("“春茶攻坚”专项行动".to_owned(), vec![7.0])]);
}

#[test]
fn what_the_whole_place_did_is_of_what_the_headline_names() {
    let text = ["市茶办启动“清茶行动”。", "全市茶业系统重拳出击，截至6月底，共查处假茶店35家。全市共有茶店900家。"];
    let values = |title: &str| owned(&article(title, &text, "2024-03-05")).remove(0).1;
    assert_eq!(values("青禾市深入开展“清茶行动”"), [35.0]);
}

#[test]
fn those_who_did_it_are_no_measure() {
    let read = |text: &str| owned(&article("云溪法院", &[text], "2024-03-05"));
    assert_eq!(read("王某团队、李某团队等五个执行团队和39名干警出发。"), Vec::new());
    assert_eq!(read("该局的12支党员服务队就开始了服务。"), [("党员服务队".to_owned(), vec![12.0])]);
}

#[test]
fn what_brackets_say_a_name_is_called_is_the_same() {
    let article = article(
        "云溪动态",
        &["云溪县开展春季茶园整治行动（简称“春茶行动”）。", "“春茶行动”启动以来，共查处茶店35家。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article), [("春季茶园整治行动".to_owned(), vec![35.0])]);
}
