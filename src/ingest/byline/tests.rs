use super::{Credits, Form, behind_headline, dateline, lead, letter, line, pen_name, tail, unspaced_names};

fn names(credits: &Credits) -> String {
    [&credits.reporters, &credits.correspondents, &credits.photographers].map(|names| names.join(" ")).join("|")
}

#[test]
fn whole_lines() {
    for (text, form, expected) in [
        ("本报记者 林一舟", Form::Byline, "林一舟||"),
        ("本报通讯员 许 岚", Form::Byline, "|许岚|"),
        ("本报记者 林一舟 本报通讯员 许岚 郑小满", Form::Byline, "林一舟|许岚 郑小满|"),
        ("作者：本报记者 林一舟 本报通讯员 许 岚 何 川", Form::Byline, "林一舟|许岚 何川|"),
        ("通讯员 许 岚 文 清", Form::Byline, "|许岚 文清|"),
        ("◎本报记者 林一舟/文 何川/图", Form::Byline, "林一舟||何川"),
        (">>>详见第2版 本报记者 林一舟 报道", Form::Byline, "林一舟||"),
        ("本报记者林一舟摄影报道(附图片)", Form::Byline, "林一舟||林一舟"),
        ("林一舟 文 何川 图", Form::Byline, "林一舟||何川"),
        ("采写：本报记者 林一舟 摄影：何川", Form::Byline, "林一舟||何川"),
        ("文、图：本报记者 林一舟", Form::Byline, "林一舟||林一舟"),
        ("本报记者 林一舟│何川", Form::Byline, "林一舟 何川||"),
        ("（县融媒体中心 林一舟）", Form::Signature, "林一舟||"),
        ("（云溪县委宣传部供稿）", Form::Signature, "||"),
        ("青禾报业全媒体记者 林一舟", Form::Byline, "林一舟||"),
        ("□今日青禾·渠边新闻记者 林一舟", Form::Byline, "林一舟||"),
        ("（记者 何 川 通讯员 清 水）", Form::Signature, "何川|清水|"),
        ("（记者林一舟 线索提供：王先生）", Form::Signature, "林一舟||"),
        ("本报记者 上官云", Form::Byline, "上官云||"),
        ("（白尚轩）", Form::Signature, "白尚轩||"),
        ("（云纪宣）", Form::Signature, "||"),
        ("本 报 记 者 林一舟 通 讯 员 许 岚", Form::Byline, "林一舟|许岚|"),
        ("—— 本报记者 林一舟", Form::Byline, "林一舟||"),
        ("▌本报记者 林一舟", Form::Byline, "林一舟||"),
        ("《青禾日报》记者 林一舟", Form::Byline, "林一舟||"),
        ("本报记者 林一舟 文 图", Form::Byline, "林一舟||林一舟"),
        ("首席记者 何川", Form::Byline, "何川||"),
        ("□林一舟 何 川", Form::Byline, "林一舟 何川||"),
        ("□ 本报记者 林一舟 文/图", Form::Byline, "林一舟||林一舟"),
        ("文/本报记者 林一舟 图/本报记者 何川", Form::Byline, "林一舟||何川"),
        ("记者 林一舟 通讯员 许岚 摄影报道", Form::Byline, "林一舟|许岚|许岚"),
        ("青禾日报记者 林一舟", Form::Byline, "林一舟||"),
        ("本报记者 林一舟 摄", Form::PhotoCredit, "||林一舟"),
        ("本报记者林一舟摄", Form::PhotoCredit, "||林一舟"),
        ("（本栏照片均由本报记者林一舟摄）", Form::PhotoCredit, "||林一舟"),
        ("- （本栏照片均由本报记者林一舟摄）", Form::PhotoCredit, "||林一舟"),
        ("资料图片", Form::PhotoCredit, "||"),
        ("（本报记者 林一舟）", Form::Signature, "林一舟||"),
        ("(林一舟 何川)", Form::Signature, "林一舟 何川||"),
        ("（记者 林一舟/通讯员 许岚）", Form::Signature, "林一舟|许岚|"),
        ("本报记者 林一舟/本报通讯员 许岚 何川", Form::Byline, "林一舟|许岚 何川|"),
        ("（记者 林一舟 通讯员 许 岚", Form::Signature, "林一舟|许岚|"),
        ("本报记者 林一舟）", Form::Signature, "林一舟||"),
        ("（林一舟/摄）", Form::PhotoCredit, "||林一舟"),
        ("（①②林一舟 ③许 岚 摄）", Form::PhotoCredit, "||林一舟 许岚"),
        ("（青宣）", Form::Signature, "||"),
        ("□ 青宣", Form::Signature, "||"),
        ("（作者单位：云溪县委党校）", Form::Signature, "||"),
        ("（作者系北山区退休教师）", Form::Signature, "||"),
        ("（据新华社）", Form::Signature, "||"),
        ("本报记者 林一舟 临汐报道", Form::Byline, "林一舟||"),
        ("晚报记者 林一舟 摄影报道", Form::Byline, "林一舟||林一舟"),
        ("□青禾日报客户端记者 林一舟 何川", Form::Byline, "林一舟 何川||"),
        ("（今晚报特派记者林一舟尉迟小满）", Form::Signature, "林一舟 尉迟小满||"),
        ("融媒记者 林一舟 通讯员 许岚", Form::Byline, "林一舟|许岚|"),
        ("本报评论员", Form::Byline, "||"),
        ("云溪县委通讯组 青禾日报记者", Form::Byline, "||"),
        ("本报通讯员", Form::Byline, "||"),
        ("（本报记者）", Form::Signature, "||"),
        ("摄影/林一舟", Form::PhotoCredit, "||林一舟"),
        ("许 岚 摄", Form::PhotoCredit, "||许岚"),
        ("拍摄者：本报记者 许岚", Form::PhotoCredit, "||许岚"),
        ("来源：青禾日报 作者：林一舟 时间：2024-03-01", Form::Byline, "林一舟||"),
        ("⑧3许 岚 摄", Form::PhotoCredit, "||许岚"),
        ("许 岚摄（影像青禾）", Form::PhotoCredit, "||许岚"),
        ("本报记者 林一舟 摄(无人机照片)", Form::PhotoCredit, "||林一舟"),
        ("县融媒体中心供图", Form::PhotoCredit, "||"),
        ("（据青禾网）", Form::Signature, "||"),
        ("北关村供图", Form::PhotoCredit, "||"),
        ("视觉中国供图", Form::PhotoCredit, "||"),
        ("文/图 林一舟", Form::Byline, "林一舟||林一舟"),
        ("记者 林一舟 文/摄", Form::Byline, "林一舟||林一舟"),
        ("通讯员 许岚 摄影报道", Form::Byline, "|许岚|许岚"),
        ("本报记者 林一舟 通讯员 许岚 文/图", Form::Byline, "林一舟|许岚|许岚"),
        ("（林一舟 许岚/文图）", Form::Signature, "林一舟 许岚||林一舟 许岚"),
        ("见习记者 林一舟 实习生 何川", Form::Byline, "林一舟 何川||"),
        ("特约记者 林一舟 通讯员 许岚 摄", Form::PhotoCredit, "||林一舟 许岚"),
        ("（青禾新闻/青禾晚报/掌上青禾 记者 林一舟 通讯员 许岚）", Form::Signature, "林一舟|许岚|"),
        ("(中国青禾网记者 林一舟)", Form::Signature, "林一舟||"),
        ("東方今報·猛犸新聞記者 徐先友", Form::Byline, "徐先友||"),
        ("本報(bào)記者 林一舟 攝", Form::PhotoCredit, "||林一舟"),
        ("本报记(jì)者 郑(zhèng)小满", Form::Byline, "郑小满||"),
    ] {
        let (found, credits) = line(text).unwrap_or_else(|| panic!("{text} is a by-line"));
        assert_eq!((found, names(&credits).as_str()), (form, expected), "{text}");
    }
}

#[test]
fn lines_that_are_no_byline() {
    for text in [
        "记者观察",
        "林一舟",
        "记者昨日在云溪县看到，河水清了",
        "（一）",
        "提供服务",
        "本报讯",
        "文图并茂",
        "图说青禾",
        "——来自柳林镇的报道",
        "来自柳林镇的报道",
        "本报启事",
        "提供平台",
        "记者节",
        "（林一舟",
        "林一舟）",
        "小记者",
        "（云溪县",
    ] {
        assert_eq!(line(text), None, "{text}");
    }
}

#[test]
fn leads() {
    for (text, expected) in [
        ("本报讯（记者林一舟）近日，河水清了。", "林一舟||"),
        ("本报讯(记者林一舟 通讯员许 岚)3月1日，", "林一舟|许岚|"),
        ("本报讯（记者 林一舟 通讯员 许岚 何川） 近日", "林一舟|许岚 何川|"),
        ("本报讯 近日，河水清了。", "||"),
        ("【本报讯】近日，河水清了。", "||"),
        ("本报青禾3月1日电（特派记者林一舟）全市会议", "林一舟||"),
        ("（记者 林一舟）近日，河水清了。", "林一舟||"),
        ("本报讯 记者林一舟 通讯员许岚报道：近日，河水清了。", "林一舟|许岚|"),
        ("本报讯 记者从县里获悉，河水清了。", "||"),
        ("【新华社青禾三月一日电】渠通了。", "||"),
        ("据新华社青禾3月1日电 (记者林一舟)渠通了。", "林一舟||"),
        ("青禾日报讯（记者 林一舟）渠通了。", "林一舟||"),
        ("中新网青禾5月18日电(林一舟)今天下午，渠通了。", "||"),
        ("云溪讯（通讯员 许岚）渠通了。", "|许岚|"),
        ("本报讯【记者 林 一 舟 通讯员 许岚】近日，", "林一舟|许岚|"),
        ("（记者林一舟/通讯员许岚）3月1日，", "林一舟|许岚|"),
        ("（本报讯 记 者 林一舟）近日，", "林一舟||"),
        ("本报3月1日云溪消息（记者 林一舟）近日，", "林一舟||"),
        ("本报讯（首席记者 林一舟 文 何川 图）近日，", "林一舟||何川"),
        ("［本报讯］（记者 林一舟）近日，", "林一舟||"),
        ("本报讯〈记者 林一舟 摄影 何川〉近日，", "林一舟||何川"),
        ("本报讯（记者林一舟 实习生 何川 4月以来，河水清了。", "林一舟 何川||"),
        ("本报讯（记者林一舟近日，河水清了。", "林一舟||"),
        ("本报讯 通讯员许岚）5月6日，河水清了。", "|许岚|"),
        ("本报讯 记者 林一舟 通讯员 许岚 初春的云溪县，河水清了。", "林一舟|许岚|"),
        ("本报讯 记者从县里 获悉，河水清了。", "||"),
        ("本報訊（記(jì)者 林一舟）渠通了，，水来了。", "林一舟||"),
    ] {
        let credits = lead(text).unwrap_or_else(|| panic!("{text} opens a story"));
        assert_eq!(names(&credits), expected, "{text}");
    }
    for text in ["本报社区版今日与读者见面，电话照旧。", "近日，河水清了。", "（一）提高认识。"]
    {
        assert_eq!(lead(text), None, "{text}");
    }
}

#[test]
fn tails() {
    for (text, expected, is_photo) in [
        ("河水清了。（记者 林一舟 文/图）", "林一舟||林一舟", false),
        ("河水清了。（记者 林一舟/通讯员 许岚）", "林一舟|许岚|", false),
        ("河水清了。（记者 林一舟 通讯员 许岚", "林一舟|许岚|", false),
        ("河水清了。记者 林一舟 何川）", "林一舟 何川||", false),
        ("河水清了。(林一舟 何川)①3", "林一舟 何川||", false),
        ("河水清了。 本报记者 林一舟 摄", "||林一舟", true),
        ("河水清了。（林一舟/文图）", "林一舟||林一舟", false),
        ("河水清了。（青宣）", "||", false),
        ("河水清了。(安公宣)", "||", false),
        ("村民在河边散步（本报记者 林一舟 摄）", "||林一舟", true),
        ("河水清了。 青禾日报全媒体记者 林一舟 通讯员许岚 摄", "||林一舟 许岚", true),
        ("河水清了。（记者 林一舟 文 通讯员 许岚 摄）", "林一舟||许岚", false),
        ("河水清了。(记者 林一舟 采访整理)", "林一舟||", false),
        ("河水清了。（云宣）", "||", false),
        ("河水清了。⑧3林一舟 许岚 摄", "||林一舟 许岚", true),
        ("河水清了。记者 林一舟 通讯员 许岚", "林一舟|许岚|", false),
        ("河水清了。(记者何川/图 林一舟/文)", "林一舟||何川", false),
        ("河水清了。(林一舟)?", "林一舟||", false),
        ("河水清了。(青禾日报客户端记者 林一舟 通讯员 许岚 报道 策划 何川 郑小满)", "林一舟|许岚|", false),
        ("河水清了。QHPHOTO/何川 摄", "||何川", true),
        ("河水清了。特约摄影 许岚", "||许岚", true),
        ("河水清了。摄影：许岚", "||许岚", true),
        ("河水清了。⑧3何川摄", "||何川", true),
    ] {
        let tail = tail(text).unwrap_or_else(|| panic!("{text} is signed"));
        assert_eq!((names(&tail.credits).as_str(), tail.is_photo), (expected, is_photo), "{text}");
    }
    for text in [
        "河水清了。",
        "河水清了（下同）",
        "共办实事22件（次）",
        "老渠（建于1960年",
        "（一）河水清了",
        "河水清了）",
        "河水清了。林一舟）",
        "河水清了。记者林一舟说",
        "这些照片由村里拍摄",
    ] {
        assert_eq!(tail(text), None, "{text}");
    }
}

#[test]
fn datelines_that_stand_alone() {
    for (text, expected) in [("本报讯", "||"), ("本报讯（记者 林一舟）", "林一舟||"), ("【本报讯】", "||")]
    {
        assert_eq!(dateline(text).as_ref().map(names).as_deref(), Some(expected), "{text}");
    }
    for text in ["本报讯（记者 林一舟）近日，河水清了。", "（记者 林一舟）", "河水清了"] {
        assert_eq!(dateline(text), None, "{text}");
    }
}

#[test]
fn bylines_behind_headlines() {
    for (headline, byline) in [
        ("老渠流出新光景", "（记者 林一舟/通讯员 许岚）"),
        ("老渠流出新光景", "　□本报记者 林一舟"),
        ("云溪县：老渠流出新光景", "(本报记者 林一舟)"),
    ] {
        assert_eq!(behind_headline(&format!("{headline}{byline}")), Some(headline.len()), "{byline}");
    }
    for text in ["老渠流出新光景", "老渠流出新光景（上）", "村民在河边散步（林一舟 摄）", "河水清了。（记者 林一舟）"]
    {
        assert_eq!(behind_headline(text), None, "{text}");
    }
}

#[test]
fn bylines_before_text() {
    let byline = "□林一舟      ";
    assert_eq!(super::before_text(&format!("{byline}今年春天，云溪县的老渠清了淤。")), Some(byline.len()));
    for text in
        ["□老渠      今年春天，云溪县的老渠清了淤。", "林一舟      今年春天，云溪县的老渠清了淤。", "□林一舟      摄"]
    {
        assert_eq!(super::before_text(text), None, "{text}");
    }
}

#[test]
fn names_alone() {
    for (text, expected) in [("林一舟 许 岚", "林一舟 许岚"), ("林一舟何小川", "林一舟 何小川")] {
        assert_eq!(names_of(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["林一舟", "清水进村 绿树上山", "云溪县 许岚"] {
        assert_eq!(names_of(text), None, "{text}");
    }
}

#[test]
fn names_without_a_space_are_told_from_words() {
    for (text, expected) in [("林一舟", "林一舟"), ("林一舟何小川", "林一舟 何小川"), ("何川许岚", "何川 许岚")]
    {
        let found = unspaced_names(text).map(|credits| credits.reporters.join(" "));
        assert_eq!(found.as_deref(), Some(expected), "{text}");
    }
    for text in
        ["许岚", "看菜篮·谈菜篮", "安全感", "文化馆", "方向盘", "党旗红", "石桥镇", "文明和谐", "安全生产", "高质量"]
    {
        assert_eq!(unspaced_names(text), None, "{text}");
    }
}

#[test]
fn a_rare_surname_is_told_beside_plain_names() {
    for (text, expected) in [
        ("□记者 林一舟 通讯员 理小川 文/图", Some("林一舟|理小川|理小川")),
        ("⊙记者 林一舟 文 许岚 摄", Some("林一舟||许岚")),
        ("□林一舟（青禾）", Some("林一舟||")),
        ("记者 理小川", None),
        ("N海青记者 林一舟 通讯员 许岚", Some("林一舟|许岚|")),
    ] {
        let found = line(text).map(|(_, credits)| {
            [credits.reporters, credits.correspondents, credits.photographers].map(|names| names.join(" ")).join("|")
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

#[test]
fn an_office_may_be_set_wide() {
    assert_eq!(line("（云 宣）"), Some((Form::Signature, Credits::default())));
    let named = line("（林一舟 许岚宣）").map(|(_, credits)| credits.reporters.len());
    assert_eq!(named, Some(2));
}

#[test]
fn a_pen_name_is_no_word() {
    for (text, is_name) in [("立人", true), ("许岚", true), ("故乡", false), ("成效", false), ("柳林镇", false)]
    {
        assert_eq!(pen_name(text).is_some(), is_name, "{text}");
    }
}

fn names_of(text: &str) -> Option<String> {
    super::names(text).map(|credits| credits.reporters.join(" "))
}

#[test]
fn letters_are_signed_with_place_and_name() {
    for (text, expected) in [("云溪县柳林镇　林一舟", "林一舟"), ("青禾市 许 岚", "许岚"), ("临汐县 读者 何川", "何川")]
    {
        assert_eq!(letter(text).map(|credits| credits.reporters.join(" ")).as_deref(), Some(expected), "{text}");
    }
    for text in ["云溪县 清淤队进村", "柳林镇", "林一舟 许岚", "清水进村 绿树上山"] {
        assert_eq!(letter(text), None, "{text}");
    }
}
