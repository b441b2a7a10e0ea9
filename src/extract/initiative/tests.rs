use super::*;
use crate::extract::time::date_article;
use crate::model::{Article, Basis, Block, BlockKind, DateRange, InitiativeKind};

fn names(text: &str) -> Vec<String> {
    find_named(text).into_iter().map(|found| found.name).collect()
}

/// An article of one paragraph a text, read in an issue of a date.
fn article(title: &str, paragraphs: &[&str], issue: &str) -> Article {
    let blocks = paragraphs.iter().zip(3..).map(|(text, line)| Block::on_line(BlockKind::Paragraph, *text, line));
    let mut article = Article {
        order: 1,
        title: Some(title.to_owned()),
        county: Some("云溪县".to_owned()),
        blocks: blocks.collect(),
        ..Article::default()
    };
    let issue: Option<DateRange> = issue.parse().ok();
    date_article(&mut article, issue);
    find_initiatives(&mut article, issue);
    article
}

/// Each initiative with the values of its figures.
fn owned(article: &Article) -> Vec<(String, Vec<f64>)> {
    let figures = |figures: &[crate::model::Figure]| figures.iter().map(|figure| figure.value).collect();
    article.initiatives.iter().map(|one| (one.name.clone(), figures(&one.figures))).collect()
}

#[test]
fn a_quoted_name_takes_its_head_noun() {
    for (text, name) in [
        ("该县开展“碧水行动”。", "“碧水行动”"),
        ("以“双清双建”行动为抓手", "“双清双建”行动"),
        ("叫响“云溪师傅”劳务品牌，", "“云溪师傅”劳务品牌"),
        ("健全“2+5+N”机制，", "“2+5+N”机制"),
        ("“2+N”10分钟便民服务圈覆盖全县。", "“2+N”10分钟便民服务圈"),
        ("依托“渔家书屋”，村民", "“渔家书屋”"),
        ("召开“七彩”支部建设推进会。", "“七彩”支部建设推进会"),
        ("按照“一巡三查”的督导路径，", "“一巡三查”的督导路径"),
        ("“村村有戏、月月有约”活动启动", "“村村有戏、月月有约”活动"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn a_name_with_a_quoted_character_inside_is_whole() {
    assert_eq!(names("扎实开展文旅助“农”工程，"), ["文旅助“农”工程"]);
    assert_eq!(names("争“优”专班各负其责"), ["争“优”专班"]);
}

#[test]
fn a_list_shares_its_head() {
    assert_eq!(names("打造“云溪夜读”“云溪晨跑”等文化品牌。"), ["“云溪夜读”", "“云溪晨跑”"]);
}

#[test]
fn quoted_words_side_by_side_are_one_campaign() {
    assert_eq!(names("开展“送春耕”“送农机”下乡活动30场，"), ["“送春耕”“送农机”下乡活动"]);
}

#[test]
fn formulas_metaphors_and_verbs_are_no_names() {
    for text in [
        "他们开办了“茶山医院”，",
        "给古塔系上两条“安全带”。",
        "本报“茶乡情”征文获奖作品揭晓。",
        "青禾市某装饰工程有限公司",
        "开展得很不普及的非茶类项目，",
        "９０周年纪念活动",
        "打好“组合拳”，",
        "“九五”计划期间，",
        "开展1次遍访。",
        "该村有“早鸟客”300多位。",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn festivals_are_named_wherever_they_stand() {
    assert_eq!(names("青禾葡萄文化节上，"), ["青禾葡萄文化节"]);
}

#[test]
fn formal_names_follow_a_verb_of_founding() {
    assert_eq!(names("临汐县召开返乡创业座谈会，"), ["返乡创业座谈会"]);
    assert_eq!(names("构建以村民为主体的矛盾调处机制，"), ["矛盾调处机制"]);
    assert_eq!(names("实施水源地保护攻坚行动，"), ["水源地保护攻坚行动"]);
}

#[test]
fn measures_are_counted_things_that_were_done() {
    assert_eq!(names("打造候车书屋4个"), ["候车书屋"]);
    assert_eq!(names("开展直播带货培训12场，"), ["直播带货培训"]);
    assert_eq!(names("成立6个巡护小组，"), ["巡护小组"]);
    assert_eq!(names("选派科技特派员30名。"), ["科技特派员"]);
}

#[test]
fn honours_are_named_after_their_verbs() {
    assert_eq!(
        names("他多次被评为青禾市优秀护林员标兵、青禾市技术能手等。"),
        ["青禾市优秀护林员标兵", "青禾市技术能手"]
    );
    assert_eq!(names("该馆被授予青禾市文明示范场馆称号。"), ["青禾市文明示范场馆"]);
}

#[test]
fn slogans_metaphors_and_speech_are_no_initiatives() {
    for text in [
        "拧成“一股绳”，织密“防护网”。",
        "“这里环境真好，以后常来！”他说。",
        "打通“最后一公里”",
        "形成“县里统筹、乡里落实、村里配合”的格局",
        "从“要我干”变为“我要干”",
        "开展形式多样的文化活动",
        "充分发挥“主心骨”作用",
        "有三个“最美”的地方",
        "围绕三个方面",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

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
fn events_with_a_number_and_meetings_are_named_without_a_verb() {
    assert_eq!(names("第三届青禾市采茶技能竞赛在云溪县落幕。"), ["第三届青禾市采茶技能竞赛"]);
    assert_eq!(names("他在青禾市采茶技能竞赛中夺得第一名。"), ["青禾市采茶技能竞赛"]);
    assert_eq!(names("昨天，全市森林防火工作电视电话会议要求"), ["全市森林防火工作电视电话会议"]);
    assert_eq!(names("与全市智慧林业管理平台相融合"), ["全市智慧林业管理平台"]);
    assert_eq!(names("他爱看采茶技能竞赛。"), Vec::<String>::new());
}

#[test]
fn a_verb_before_the_head_belongs_to_the_name() {
    assert_eq!(names("开展渔民技能提升行动、实施茶农持股壮大产业项目"), ["渔民技能提升行动", "茶农持股壮大产业项目"]);
    assert_eq!(names("开展全面提升行动，"), Vec::<String>::new());
}

#[test]
fn money_spent_proves_a_name() {
    assert_eq!(names("投资90万元推进梯田灌溉工程建设。"), ["梯田灌溉工程"]);
    assert_eq!(names("总投资2亿元的青禾市民文化中心动工。"), ["青禾市民文化中心"]);
    assert_eq!(names("推进梯田灌溉工程建设。"), Vec::<String>::new());
}

#[test]
fn a_verb_inside_a_name_does_not_end_it() {
    for (text, name) in [
        ("该县启动乡村工匠培育行动，", "乡村工匠培育行动"),
        ("实施低洼地改良利用工程，", "低洼地改良利用工程"),
        ("推进茶产业倍增计划，", "茶产业倍增计划"),
        ("创新“供销社+农户”双向联动机制，", "“供销社+农户”双向联动机制"),
        ("全面落实河长制，", "河长制"),
        ("建立灾害理赔绿色通道，", "灾害理赔绿色通道"),
        ("正在开展电动车消防安全专项整治，", "电动车消防安全专项整治"),
        ("投资90万元建设莲藕深加工产业园，", "莲藕深加工产业园"),
        ("建立物业服务“红黑榜”，", "物业服务“红黑榜”"),
        ("这是市图书馆推出的“流动书车”。", "“流动书车”"),
        ("上线“青禾出行”APP，", "“青禾出行”APP"),
        ("在“老林调解室”，一场纠纷化解了。", "“老林调解室”"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn an_event_is_named_where_it_was_held() {
    for (text, name) in [
        ("5月16日，全县“三夏”生产工作会议召开。", "“三夏”生产工作会议"),
        ("3月1日，全市春耕备播工作会议举行。", "全市春耕备播工作会议"),
        ("4月23日，临汐县第二届返乡创业大赛决赛举行。", "第二届返乡创业大赛"),
        ("举办首届云溪槐花文化节，", "云溪槐花文化节"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
    for text in ["加强各环节的监管，", "会议召开前，他来了。", "欢度“五一”节。", "“不脱贫，不松劲”的革命精神"]
    {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn honours_may_have_quotes() {
    assert_eq!(names("王家坪村被评为全国“一村一品”示范村。"), ["全国“一村一品”示范村"]);
    assert_eq!(names("社区被评为“全省先进党组织”。"), ["“全省先进党组织”"]);
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
fn a_list_is_named_from_its_first_quotes() {
    assert_eq!(names("依托“渔家说”“茶香”论坛、“炊烟”主题党日等载体"), ["“渔家说”", "“茶香”论坛", "“炊烟”主题党日"]);
}

#[test]
fn a_list_is_counted_at_its_end() {
    assert_eq!(names("成立种茶联合党支部和制茶党支部2个茶农党支部，"), ["茶农党支部"]);
    assert_eq!(names("建设东岭、西岭等六个村民文化广场；"), ["村民文化广场"]);
    assert_eq!(names("累计为茶农办实事22件。"), ["办实事"]);
    assert_eq!(names("组织市茶办等10家部门单位，"), Vec::<String>::new());
    assert_eq!(names("组建了两个高层次的队伍，"), Vec::<String>::new());
}

#[test]
fn kinds_are_those_of_the_name_and_not_of_the_work_around_it() {
    let kinds = |text: &str| find_named(text).into_iter().map(|found| found.kind).collect::<Vec<_>>();
    assert_eq!(kinds("推动“七彩”支部创建工作，"), [InitiativeKind::Campaign]);
    assert_eq!(
        kinds("举行了“百名茶农走访”、“春茶演讲比赛”、“茶山”演讲比赛等活动"),
        [InitiativeKind::Campaign, InitiativeKind::Event, InitiativeKind::Event]
    );
    assert_eq!(kinds("举行“春茶征文比赛”、“茶山访友”等活动"), [InitiativeKind::Event, InitiativeKind::Campaign]);
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
fn names_are_read_over_what_stands_between_quotes_and_head() {
    for (text, name) in [
        ("举办“拍茶乡、看云溪”——云溪县第一届退休职工摄影大赛，", "“拍茶乡、看云溪”——云溪县第一届退休职工摄影大赛"),
        ("开展一系列河道乱占专项整治行动，", "河道乱占专项整治行动"),
        ("举行护茶助农先进集体集中表彰暨经验交流大会，", "护茶助农先进集体集中表彰暨经验交流大会"),
        ("冬季护林攻坚战开展以来，", "冬季护林攻坚战"),
        ("在完善提质工程中，该县完成绿化。", "完善提质工程"),
        ("“我们将利用‘雁归茶乡’就业服务平台，不断招工。”他说。", "‘雁归茶乡’就业服务平台"),
        ("云溪县春季就业援助示范招聘活动成功举行", "云溪县春季就业援助示范招聘活动"),
        ("出台《茶业八条措施》，", "《茶业八条措施》"),
        ("设立“童心小屋”请消防大队来讲课，", "“童心小屋”"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn operations_in_a_list_are_each_named() {
    assert_eq!(names("开展“利剑-3”“云盾-3”等专项行动，"), ["“利剑-3”", "“云盾-3”"]);
}

#[test]
fn works_and_bodies_are_no_initiatives() {
    for text in [
        "演唱《茶山谣》，",
        "读完《茶经》，",
        "打造一支“茶乡干部”队伍，",
        "欢度“六·一”国际儿童节，",
        "共组织211家企业进场招聘，",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
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

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "[“”《》、，。的等一二三十百万余年月日前后至以来第近打造开展行动工程个名人0-9a%]{0,60}") {
        let count = text.chars().count() as u32;
        for found in find_named(&text) {
            proptest::prop_assert!(found.start < found.end && found.end <= count);
        }
        for date in crate::extract::time::find_dates(&text, "2024-02/2024-03".parse().ok()) {
            proptest::prop_assert!(date.start < date.end && date.end <= count);
            proptest::prop_assert!(date.from.is_none() || date.to.is_none() || date.from <= date.to, "{date:?}");
        }
        article(&text, &[&text, &text], "2024-03-05");
    }
}
