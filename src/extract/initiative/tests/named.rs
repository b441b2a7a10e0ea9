//! Names in one text.

use super::*;

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
fn a_sentence_proves_a_quoted_name_by_how_it_uses_it() {
    for (text, name) in [
        ("以“茶乡夜谈”为抓手，该县走访农户。", "“茶乡夜谈”"),
        ("该县把“送茶上山”纳入民生实事。", "“送茶上山”"),
        ("“茶山夜校”近日在云溪县开课。", "“茶山夜校”"),
        ("推行“一口受理，限时办结”，", "“一口受理，限时办结”"),
        ("叫响自己的劳务品牌“云溪茶工”。", "“云溪茶工”"),
        ("开通了点对点免费“采茶专车”，", "点对点免费“采茶专车”"),
        ("成立全县首支“银发护渠联盟”，", "“银发护渠联盟”"),
        ("湖畔有一个“茶香文创小镇”。", "“茶香文创小镇”"),
        ("此外还开展“回头看”监督，", "“回头看”监督"),
        ("通过“茶园管护积分机制”，", "“茶园管护积分机制”"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
    for text in [
        "以“茶香四溢”为主题的晚会",
        "把“绿水青山”的底色擦亮",
        "“讲学习、讲政治、讲正气”成为自觉，推行“讲学习、讲政治、讲正气”，",
        "着力推进“五个突破”，",
        "就开始了“三秋”服务，",
        "构筑“双向”服务格局，",
        "成为集咨询、培训于一体的“一站式”服务平台。",
        "设有‘茶事咨询’‘用工登记’等窗口。",
        "采取“线上+线下”的方式，",
        "落实“一对一”帮扶，",
        "根据《关于印发“茶山红黑榜”考核办法的通知》精神，",
        "成立了“云溪县茶山种植专业合作社”，",
        "“茶乡通”拓展应用经验",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_describes_a_way_stands_between_its_quotes_and_its_noun() {
    for (text, name) in [
        ("该镇探索出“户户抱团”的发展方式。", "“户户抱团”的发展方式"),
        ("制定了“双轨”并行的机制：", "“双轨”并行的机制"),
        ("形成“支部+茶企+农户”的茶园托管模式。", "“支部+茶企+农户”的茶园托管模式"),
        ("扎实开展“宁静茶山”无讼建设，", "“宁静茶山”无讼建设"),
        ("推行“茶企开办”一件事，", "“茶企开办”一件事"),
        ("上线“云溪·茶山”志愿云APP", "“云溪·茶山”志愿云APP"),
        ("实行采茶积分制管理，", "采茶积分制管理"),
        ("落实茶企代办帮办制，", "茶企代办帮办制"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn places_are_named_where_they_open_and_by_their_size() {
    for (text, name) in [
        ("4月8日，云溪县公共实训基地揭牌。", "云溪县公共实训基地"),
        ("新建行政审批服务大厅正式启用。", "行政审批服务大厅"),
        ("云溪县公共实训基地占地20亩。", "云溪县公共实训基地"),
        ("护茶共产党员服务分队已发放手册2000份。", "护茶共产党员服务分队"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
    for text in [
        "村民来到便民服务中心办事。",
        "创建多个茶文化实践基地，",
        "为开展河道综合整治，",
        "构建动态巡山机制。每天有人上山。",
        "为老人举办几十项庙会，",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_list_names_each_of_its_parts() {
    assert_eq!(names("评出“茶山之家”“最美茶户”“采茶能手”等评优活动。"), ["“茶山之家”", "“最美茶户”", "“采茶能手”"]);
    assert_eq!(
        names("引入“茶e家”、青禾集团“茶农宝”和云溪茶企“茶园通”等电商平台。"),
        ["“茶e家”", "“茶农宝”", "“茶园通”"]
    );
    assert_eq!(names("推出“采茶、制茶、品茶”等10项常规服务，"), ["“采茶、制茶、品茶”"]);
}

#[test]
fn what_is_done_ends_the_name_though_a_place_stands_in_it() {
    assert_eq!(names("开展“清凉一夏”驿站送清凉系列活动，"), ["“清凉一夏”驿站送清凉系列活动"]);
    assert_eq!(names("建成“清凉一夏”驿站，送去饮料"), ["“清凉一夏”驿站"]);
}

#[test]
fn the_activities_of_a_series_are_each_named() {
    assert_eq!(names("举办“小屋少年看城市”“小屋红色研学”等一系列活动"), ["“小屋少年看城市”", "“小屋红色研学”"]);
}

#[test]
fn systems_and_works_are_named_where_a_verb_sets_them_up() {
    assert_eq!(names("积极构建现代茶业社会化服务体系，"), ["现代茶业社会化服务体系"]);
    assert_eq!(names("构建服务体系，"), Vec::<String>::new());
    assert_eq!(names("持续开展河岸边角地整治工作，"), ["河岸边角地整治工作"]);
    assert_eq!(names("开启了“清凉模式”，"), Vec::<String>::new());
}

#[test]
fn bodies_of_one_kind_side_by_side_are_each_named() {
    assert_eq!(names("有了“工地网格队”“茶山巡护队”，心里踏实"), ["“工地网格队”", "“茶山巡护队”"]);
    assert_eq!(names("有了“工地网格队”，心里踏实"), Vec::<String>::new());
}

#[test]
fn letters_and_a_hyphen_stand_inside_a_name() {
    assert_eq!(names("启动站前大道南延段-云溪路二期打通工程，"), ["站前大道南延段-云溪路二期打通工程"]);
    assert_eq!(names("推进国道G324线云溪大桥扩宽改造工程，"), ["国道G324线云溪大桥扩宽改造工程"]);
    assert_eq!(names("推进民心工程，"), Vec::<String>::new());
}

#[test]
fn what_is_followed_or_where_it_is_done_is_no_initiative() {
    assert_eq!(names("按照国家“四级四同”目录清单，完成梳理"), Vec::<String>::new());
    assert_eq!(names("落实“点单、派单、接单”流程要求，"), Vec::<String>::new());
    assert_eq!(names("实现人员“双重嵌入”辖区服务中心。"), Vec::<String>::new());
}

#[test]
fn a_platform_that_was_developed_is_named() {
    assert_eq!(names("青禾市研发志愿服务指挥调度平台、手机系统，"), ["志愿服务指挥调度平台"]);
    assert_eq!(names("结合“世界水日”等时间节点，"), Vec::<String>::new());
}

#[test]
fn what_is_set_up_in_a_campaign_is_not_its_name() {
    assert_eq!(names("开展“先锋服务行动”设党员示范岗，"), ["“先锋服务行动”"]);
    assert_eq!(names("推进“茶香”公共设施提升行动，"), ["“茶香”公共设施提升行动"]);
}

#[test]
fn aims_and_manners_are_no_initiatives() {
    assert_eq!(names("紧紧围绕“平安之乡”建设，"), Vec::<String>::new());
    assert_eq!(names("对重点区域实施“地毯式”、滚动式清查，"), Vec::<String>::new());
}

#[test]
fn a_list_of_more_than_two_shares_its_campaign_without_a_word_for_it() {
    assert_eq!(names("开展“送新茶”、“送凉茶”、“送茶苗”活动，"), ["“送新茶”", "“送凉茶”", "“送茶苗”活动"]);
    assert_eq!(names("本轮“茶季”送温暖惠及茶农900人"), ["“茶季”送温暖"]);
}

#[test]
fn what_work_is_about_is_no_name_of_it() {
    assert_eq!(names("围绕“五清一改”重点内容集中整治茶园"), Vec::<String>::new());
    assert_eq!(names("开展茶园环境大排查大整改，"), ["茶园环境大排查大整改"]);
}

#[test]
fn works_that_the_article_comes_back_to_are_named() {
    let article = article(
        "云溪旧貌换新颜",
        &["在老旧茶厂改造等政策推动下，茶厂变了样。", "今年纳入老旧茶厂改造共10个片区。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article), [("老旧茶厂改造".to_owned(), vec![10.0])]);
}
