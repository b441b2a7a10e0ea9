use super::*;
use crate::model::Block;

fn region() -> Region {
    let table = "青禾市\t青禾\n\
                 云溪县\t云溪\t白石镇 桃岭乡\n\
                 栖霞岭区\t\t东苑街道\n\
                 澄江口市\t澄江口\t河阳街道\n\
                 望岚县\t望岚\t沙坪镇\n";
    Region::from_table(table, "青禾.tsv").unwrap()
}

fn article(title: Option<&str>, paragraphs: &[&str]) -> Article {
    Article {
        title: title.map(str::to_owned),
        blocks: paragraphs.iter().map(|text| Block::on_line(BlockKind::Paragraph, *text, 1)).collect(),
        ..Article::default()
    }
}

#[track_caller]
fn assert_county(title: Option<&str>, paragraphs: &[&str], expected: Option<&str>) {
    let decided = decide(&article(title, paragraphs), Some(&region()), None);
    assert_eq!(decided.as_ref().map(|(county, _)| county.as_str()), expected, "{title:?} {paragraphs:?}: {decided:?}");
}

#[test]
fn a_county_in_the_title_decides() {
    assert_county(Some("云溪县：茶香满山"), &["全市现场会上，望岚县代表发言。", "望岚县"], Some("云溪县"));
    assert_county(Some("云溪茶香满山"), &["本报讯 近日。"], Some("云溪县"));
}

#[test]
fn the_text_decides_where_the_title_does_not() {
    assert_county(Some("茶香满山"), &["近日，云溪县开展采茶竞赛。", "该县已种茶5000亩。"], Some("云溪县"));
    assert_county(None, &["白石镇柳湾村的村民忙着采茶。"], Some("云溪县"));
    assert_county(Some("河水清清"), &["天气很好。"], None);
}

#[test]
fn who_publishes_a_story_is_not_what_it_is_about() {
    let notice = "凡青禾晚报记者署名文字，版权均属青禾日报社，使用时必须注明来源青禾网。村民在望岚县沙坪镇采茶。";
    assert_county(Some("茶香满山"), &[notice], Some("望岚县"));
    assert_county(Some("茶香满山"), &["青禾省各地忙着采茶，青禾省望岚县也是。"], Some("望岚县"));
}

#[test]
fn the_citys_own_is_the_city() {
    for (title, text) in [
        ("市第九中学：书声琅琅", "该校开展读书活动。"),
        ("青禾人才之家迎来新客", "室内设有书房。"),
        ("我市举行植树活动", "近日，大家一起植树。"),
        ("她把爱写在病房", "她是青禾市妇幼保健院的医生。在医院，她从早忙到晚。"),
        ("护航开学季", "市教育局近日走访学校。市教育局还将继续走访。"),
    ] {
        assert_county(Some(title), &[text], Some(CITY));
    }
}

#[test]
fn without_a_region_a_citys_own_is_told_by_its_name() {
    let decided =
        |title: &str, text: &str| decide(&article(Some(title), &[text]), None, None).map(|(county, _)| county);
    for (title, text) in [
        ("焦作市教育局送教下乡", "教师们到村里上课。"),
        ("老城换新颜", "近年来，鹤壁市持续推进老城改造。"),
        ("书展开幕", "本报讯（记者 林一舟 通讯员 许岚）近日，鹤壁市举行书展。"),
        ("义诊进社区", "2月28日，朝阳市第二人民医院的专家走进社区。"),
    ] {
        assert_eq!(decided(title, text).as_deref(), Some(CITY), "{title}");
    }
    assert_eq!(decided("菊花开了", "焦作市武陟县的菊花开了。").as_deref(), Some("武陟县"));
    assert_eq!(decided("灯会开幕", "不少人从郑州市赶来看灯。"), None);
}

#[test]
fn who_issues_a_notice_says_where_it_holds() {
    let mut notice = article(Some("停水通知"), &["因管网改造，今日停水。"]);
    notice.blocks.push(Block::on_line(BlockKind::Byline, "青禾市自来水公司", 2));
    assert_eq!(decide(&notice, Some(&region()), None).map(|(county, _)| county).as_deref(), Some(CITY));
    notice.reporters.push("林一舟".to_owned());
    assert_eq!(decide(&notice, Some(&region()), None), None, "a by-line says nothing of the place");
}

#[test]
fn a_mountain_with_the_citys_name_is_not_the_city() {
    assert_county(Some("青禾山茶香满坡"), &["云溪县的茶农忙着采茶。"], Some("云溪县"));
}

#[test]
fn what_the_title_calls_the_citys_is_its_own() {
    assert_county(
        Some("我市14个村上榜"),
        &[
            "近日，省里公布名单。",
            "云溪县白石镇柳湾村、云溪县桃岭乡河湾村、栖霞岭区东苑街道南村、望岚县沙坪镇北村上榜。云溪县有6个村。",
        ],
        Some(CITY),
    );
}

#[test]
fn the_names_of_one_zone_are_one_county() {
    for (title, texts, expected) in [
        (
            None,
            vec!["青禾经济技术开发区管委会近日开会。", "青禾经开区种了树。青禾市开发区的企业复工。"],
            "经济技术开发区",
        ),
        (Some("青禾市开发区：企业复工"), vec!["青禾经开区的企业复工了。", "望岚县来学习。"], "经开区"),
        (Some("市示范区（高新区）种树"), vec!["近日，市示范区（高新区）种了树。"], "示范区"),
        (Some("市示范区种树"), vec!["近日，青禾城乡一体化示范区种了树。", "望岚县也种了树。"], "城乡一体化示范区"),
        (
            None,
            vec!["青禾高新技术产业开发区的企业复工。", "青禾高新区还种了树。", "大家也到云溪县学习。"],
            "高新技术产业开发区",
        ),
    ] {
        assert_county(title, &texts, Some(expected));
    }
}

#[test]
fn a_county_level_citys_own_organs_are_not_the_prefectures() {
    assert_county(
        None,
        &["近年来，澄江口市种桃。", "该市由市委组织部牵头。全市已种桃树。", "市农业农村局提供树苗。"],
        Some("澄江口市"),
    );
}

#[test]
fn levels_of_government_are_no_city() {
    assert_county(None, &["栖霞岭区跟进省、市验收工作，", "区委对标省、市要求。"], Some("栖霞岭区"));
}

#[test]
fn a_story_of_many_counties_is_the_citys_and_two_are_unsure() {
    assert_county(None, &["云溪县、栖霞岭区、望岚县、澄江口市都种了树。"], Some(CITY));
    assert_county(None, &["云溪县和望岚县都种了树。"], None);
    // Of counties from anywhere nobody knows which city it would be.
    assert_eq!(decide(&article(None, &["固安县、丹凤县、桐梓县、闽清县都种了树。"]), None, None), None);
}

#[test]
fn a_county_of_one_picture_is_not_that_of_the_group() {
    let captions = |texts: &[&str]| {
        let blocks = texts.iter().map(|text| Block::on_line(BlockKind::Caption, *text, 1)).collect();
        let group = Article { blocks, ..Article::default() };
        decide(&group, Some(&region()), None).map(|(county, _)| county)
    };
    assert_eq!(captions(&["花开了。", "云溪县的花开了。", "茶熟了。"]), None);
    assert_eq!(captions(&["云溪县的花开了。", "云溪县的茶熟了。"]), Some("云溪县".to_owned()));
    assert_eq!(captions(&["云溪县的花开了。"]), Some("云溪县".to_owned()));
}

#[test]
fn a_county_named_by_the_source_is_kept() {
    let mut article = article(Some("云溪县：茶香满山"), &[]);
    article.county = Some("望岚县".to_owned());
    assert_eq!(decide(&article, Some(&region()), None).unwrap().0, "望岚县");
}

#[test]
fn the_county_that_a_sentence_begins_with_outweighs_those_it_goes_on_to_name() {
    assert_county(
        None,
        &["云溪县医院的医生日前到望岚县沙坪镇义诊。", "来自澄江口市、栖霞岭区的患者也赶来。云溪县今年已义诊三次。"],
        Some("云溪县"),
    );
    assert_county(Some("云溪县：与望岚县结对"), &["两地近日签约。"], Some("云溪县"));
}

#[test]
fn this_county_is_the_one_the_sentence_before_began_with() {
    assert_county(
        None,
        &["澄江口市的桃林迎来游客，有人从云溪县、望岚县赶来。", "该市新修停车场。全市民宿客满。"],
        Some("澄江口市"),
    );
}

#[test]
fn the_evidence_is_the_words() {
    let decided = decide(&article(Some("市第九中学：书声琅琅"), &[]), Some(&region()), None).unwrap();
    assert_eq!(decided, (CITY.to_owned(), "市第九中学".to_owned()));
    let decided = decide(&article(None, &["云溪县开展活动。", "该县收获多。"]), Some(&region()), None).unwrap();
    assert_eq!(decided, ("云溪县".to_owned(), "云溪县、该县".to_owned()));
}

#[test]
fn a_city_that_is_a_county_calls_itself_ours_and_names_its_towns_alone() {
    assert_county(Some("我市新建社区29个"), &["近日，我市新建社区29个，其中河阳街道19个。"], Some("澄江口市"));
    assert_county(Some("我市新建社区29个"), &["近日，我市新建社区29个，其中澄江口市河阳街道19个。"], Some(CITY));
    assert_county(Some("我市新建社区29个"), &["近日，青禾市新建社区29个，其中河阳街道19个。"], Some(CITY));
}

#[test]
fn our_county_is_the_one_whose_page_it_is() {
    let decided = |title: &str, text: &str, home: &str| {
        decide(&article(Some(title), &[text]), Some(&region()), Some(home)).map(|(county, _)| county)
    };
    for (title, text) in [
        ("我县召开茶叶生产座谈会", "会议要求，各乡镇要早做准备。"),
        ("春茶开采", "近日，全县5000亩春茶陆续开采。县委有关部门走访了茶农。"),
        ("我县考察团外出学习", "考察团来到望岚县沙坪镇。"),
    ] {
        assert_eq!(decided(title, text, "云溪县").as_deref(), Some("云溪县"), "{title}");
    }
    // 该县 was named before, a district is no county, and 全市 may be of the city above.
    assert_eq!(decided("春茶开采", "该县春茶陆续开采。", "云溪县"), None);
    assert_eq!(decided("我县召开茶叶生产座谈会", "会议要求，各乡镇要早做准备。", "栖霞岭区"), None);
    assert_eq!(
        decided("春茶开采", "近日，望岚县春茶陆续开采。我县今年种茶5000亩。", "栖霞岭区").as_deref(),
        Some("望岚县")
    );
    assert_ne!(decided("春茶开采", "近日，全市春茶陆续开采。", "澄江口市").as_deref(), Some("澄江口市"));
}
