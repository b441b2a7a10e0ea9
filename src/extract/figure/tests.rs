use super::*;

/// Figures as `value[-max] unit[~]`.
fn read(text: &str) -> Vec<String> {
    find_figures(text)
        .into_iter()
        .map(|figure| {
            let max = figure.value_max.map_or(String::new(), |max| format!("-{max}"));
            let chars: Vec<char> = text.chars().collect();
            let words: String = chars[figure.start as usize..figure.end as usize].iter().collect();
            assert_eq!(words, figure.text);
            assert!(words.chars().count() <= 20, "{words}");
            format!("{}{max} {}{}", figure.value, figure.unit, if figure.approx { "~" } else { "" })
        })
        .collect()
}

#[test]
fn figures_are_read_as_printed() {
    for (text, figures) in [
        ("打造书香驿站2个", vec!["2 个"]),
        ("来自学校的120名单身青年", vec!["120 名"]),
        ("兑换积分8.6万分、物品3件", vec!["8.6 万分", "3 件"]),
        ("打扫卫生加2分，6时30分集合", vec![]),
        ("念好“稳、活”四字诀", vec![]),
        ("去年前10天，接待5人", vec!["5 人"]),
        ("出台《十条措施》", vec![]),
        ("投入资金100万元", vec!["100 万元"]),
        ("惠及1.2万人", vec!["1.2 万人"]),
        ("惠及1.2万余人", vec!["1.2 万人~"]),
        ("全县共有劳动者30多万人", vec!["30 万人~"]),
        ("累计服务1200余人次", vec!["1200 人次~"]),
        ("三类课程", vec!["3 类"]),
        ("先后两次召开座谈会", vec!["2 次"]),
        ("约500平方米", vec!["500 平方米~"]),
        ("近百名青年", vec!["100 名~"]),
        ("百余人参加", vec!["100 人~"]),
        ("每村选树1~2个", vec!["1-2 个"]),
        ("3至5名队员", vec!["3-5 名"]),
        ("三四个村", vec!["3-4 个"]),
        ("来了七八十人", vec!["70-80 人"]),
        ("百分之二三十的农户", vec!["20-30 %"]),
        ("长一两千米", vec!["1-2 千米"]),
        ("种茶三四百亩", vec!["300-400 亩"]),
        ("每年三五百元", vec!["300-500 元"]),
        ("有三四万人", vec!["3-4 万人"]),
        ("增收一两万元", vec!["1-2 万元"]),
        ("选出十七八个村", vec!["17-18 个"]),
        ("补助两到三千元", vec!["2000-3000 元"]),
        ("来了五到一百人", vec!["5-100 人"]),
        ("补助1万至5万元", vec!["1-5 万元"]),
        ("下降１０％—２０．５％", vec!["10-20.5 %"]),
        ("拾到二点三万元", vec!["2.3 万元"]),
        ("十三四世纪的诗", vec![]),
        ("投资5000万至1亿元", vec!["5000-10000 万元"]),
        ("补助8500到3万元", vec!["8500-30000 元"]),
        ("开设一二三类课程", vec![]),
        ("500元至800元", vec!["500-800 元"]),
        ("颁发5000元至1万元的奖金", vec!["5000-10000 元"]),
        ("覆盖率100%", vec!["100 %"]),
        ("增长３·５％", vec!["3.5 %"]),
        ("百分之三十的农户", vec!["30 %"]),
        ("提高2.5个百分点", vec!["2.5 个百分点"]),
        ("两千三百人", vec!["2300 人"]),
        ("15家乡镇企业", vec!["15 家"]),
        ("三百万元", vec!["300 万元"]),
        ("四大项指标", vec!["4 项"]),
        ("举办论坛一期、座谈会一次。", vec!["1 期", "1 次"]),
        ("超过1,200吨", vec!["1200 吨~"]),
        ("30公里左右", vec!["30 公里~"]),
        ("集中两个月时间", vec!["2 个月"]),
        ("一个5mm的孔", vec!["5 mm"]),
        ("一百零五", vec!["105 "]),
        ("参保人数为一百二十三万。", vec!["123 万"]),
        ("投资 3.2 亿 元", vec!["3.2 亿元"]),
        ("123元1角1分", vec!["123.11 元"]),
        ("仅剩6角8分钱", vec!["6.8 角"]),
        ("不到一年就建成", vec![]),
        ("一吨半", vec!["1.5 吨"]),
        ("七成六的农户", vec!["7.6 成"]),
        ("零下5摄氏度", vec!["-5 摄氏度"]),
        ("下降-22.2%。", vec!["22.2 %"]),
        ("同比为-22.2%。", vec!["-22.2 %"]),
        ("￥300", vec!["300 元"]),
        ("人民币3.2亿", vec!["3.2 亿元"]),
        ("人民币100万元", vec!["100 万元"]),
        ("千分之五", vec!["5 ‰"]),
        ("三分之一的村", vec!["0.3333333333333333 "]),
        ("打八点五折", vec!["8.5 折"]),
        ("三斤二两", vec!["3 斤", "2 两"]),
        ("历时两个半小时", vec!["2.5 个小时"]),
        ("投資一百二十萬元", vec!["120 万元"]),
        ("身高168CM", vec!["168 cm"]),
        ("缴获近一吨", vec!["1 吨~"]),
        ("增长一倍", vec!["1 倍"]),
        ("开展活动4场次，发放传单2000余份", vec!["4 场次", "2000 份~"]),
    ] {
        assert_eq!(read(text), figures, "{text}");
    }
}

#[test]
fn names_dates_ordinals_and_set_phrases_are_not_figures() {
    for text in [
        "第3期",
        "2024年3月1日",
        "上午9时30分",
        "“2+5+N”机制",
        "“2组3轮次”的路径",
        "15分钟便民服务圈",
        "“六个一”工程",
        "一名教师",
        "一个个故事",
        "十分重要",
        "千家万户",
        "百年老校",
        "5人制足球",
        "G310国道",
        "3号楼",
        "一带一路",
        "三位一体",
        "电话13900000000",
        "齐头并进",
        "第一次",
        "仅此一项",
        "签约一批项目",
        "三道沟入口",
        "五里社区",
        "每天有几十位老人",
        "一日三餐",
        "又一次。",
        "一次次",
        "上世纪20年代",
        "9:30开会",
        "三峡",
        "三门峡下辖",
        "三台县",
        "“两个人”",
        "四面八方",
        "云溪社区5组",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_words_have_what_is_counted() {
    let words = |text: &str| find_figures(text).into_iter().map(|figure| figure.text).collect::<Vec<_>>();
    assert_eq!(words("打造书香驿站2个，惠及300余名一线职工。"), ["书香驿站2个", "300余名一线职工"]);
    assert_eq!(words("建成14个茶山党组织教学点"), ["14个茶山党组织教学点"]);
    assert_eq!(words("B超检查出一个5mm的结节"), ["5mm"]);
    assert_eq!(words("在那里找到党员48人，选派指导员22名"), ["党员48人", "指导员22名"]);
}

#[test]
fn the_words_end_before_what_was_done() {
    let words = |text: &str| find_figures(text).into_iter().map(|figure| figure.text).collect::<Vec<_>>();
    assert_eq!(words("为90余名单身青年搭建交友平台"), ["90余名单身青年"]);
    assert_eq!(words("3名检察官颁发聘书，8户家庭获评文明家庭"), ["3名检察官", "8户家庭"]);
    assert_eq!(words("800多本书籍来到云溪"), ["800多本书籍"]);
    assert_eq!(words("建县70周年社会大局稳定"), ["建县70周年"]);
    assert_eq!(words("设置52个“茶山书吧”"), ["52个"]);
    assert_eq!(words("“一刀切”式问题44件"), ["问题44件"]);
    assert_eq!(words("开展20余项暖心服务。"), ["20余项暖心服务"]);
}

#[test]
fn the_words_end_where_something_is_said_of_what_is_counted() {
    let words = |text: &str| find_figures(text).into_iter().map(|figure| figure.text).collect::<Vec<_>>();
    assert_eq!(words("从300余名一线从业人员里查找党员"), ["300余名一线从业人员"]);
    assert_eq!(words("72家驿站开启，1.4万个行政村挂职"), ["72家驿站", "1.4万个行政村"]);
    assert_eq!(words("30个乡村振兴车间，8支县直专业队"), ["30个乡村振兴车间", "8支县直专业队"]);
    assert_eq!(words("他从医18年，这座约8000平方米的院子"), ["18年", "约8000平方米"]);
}

#[test]
fn festivals_and_villages_that_begin_with_a_number_are_no_figures() {
    let words = |text: &str| find_figures(text).into_iter().map(|figure| figure.text).collect::<Vec<_>>();
    assert_eq!(words("两节期间走访茶农90户"), ["茶农90户"]);
    assert_eq!(words("今年\"两节\"送温暖活动慰问80人"), ["80人"]);
    assert_eq!(words("五里村，修路7里"), ["修路7里"]);
    assert_eq!(words("上了两节课"), ["两节课"]);
}

proptest::proptest! {
    #[test]
    fn any_words_of_number_are_read_without_harm(
        text in "[0-9一二三五十百千万亿零半两又分之点成折元角毛个吨%￥负－,. 约近余多至人次增长村]{0,24}"
    ) {
        find_figures(&text);
    }
}
