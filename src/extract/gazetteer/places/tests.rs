use super::super::table::County;
use super::*;

fn named(text: &str, region: Option<&Region>) -> Vec<(String, String)> {
    find_places(text, region).into_iter().map(|place| (place.text, place.county)).collect()
}

#[track_caller]
fn assert_named(text: &str, region: Option<&Region>, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|&(text, county)| (text.to_owned(), county.to_owned())).collect();
    assert_eq!(named(text, region), expected, "{text}");
}

fn jiaozuo() -> Region {
    Region::named("焦作").unwrap()
}

#[test]
fn official_short_and_former_names_and_towns_give_the_division() {
    for region in [None, Some(&jiaozuo())] {
        assert_named("修武县今年春天植树", region, &[("修武县", "修武县")]);
        assert_named("修武县公安局", region, &[("修武县", "修武县")]);
        assert_named("游客走进修武，品尝美食", region, &[("修武", "修武县")]);
        assert_named("当年的沁阳县和孟县", region, &[("沁阳县", "沁阳市"), ("孟县", "孟州市")]);
        assert_named("郇封镇的麦田", region, &[("郇封镇", "修武县")]);
        assert_named("武陟縣", region, &[("武陟縣", "武陟县")]);
        assert_named("温县、孟州两地", region, &[("温县", "温县"), ("孟州", "孟州市")]);
    }
}

#[test]
fn positions_count_characters_of_the_original() {
    let places = find_places("Ａ區𠮷，修武縣", None);
    assert_eq!((places[0].start, places[0].end), (4, 7));
}

#[test]
fn what_is_named_after_a_county_is_none() {
    let region = jiaozuo();
    for text in [
        "家住修武路18号",
        "武陟大街上",
        "修武村的村民",
        "老家在沁阳庄",
        "孟州机械厂的工人",
        "武陟食品有限公司",
        "（张修武）",
        "记者 王武陟",
        "装修武器库",
        "温县路两侧",
        "博爱是一种精神",
        "解放思想",
        "解放路",
        "示范区建设提速",
        "打造乡村振兴示范区",
        "国家级高新区",
        "本市马村的果园",
        "记者武陟平摄",
        "（王武陟摄）",
        "记者李沁阳报道",
    ] {
        assert_named(text, Some(&region), &[]);
    }
    assert_named("鼎鼎大名", None, &[]);
    assert_named("著名的大学", None, &[]);
    for text in [
        "强大名声在外",
        "沿海城市",
        "百万山区群众",
        "积极响应县委、县政府号召",
        "建成县级示范园",
        "全国文明村镇",
        "小城镇建设",
        "任县长",
        "大城市病",
        "村集体和县里",
        "喜庆元旦",
    ] {
        assert_named(text, None, &[]);
    }
    assert_named("郑州市金水路", None, &[]);
    assert_named("修武的村民", Some(&region), &[("修武", "修武县")]);
    assert_named("沁阳市场开门红", Some(&region), &[("沁阳", "沁阳市")]);
}

#[test]
fn a_road_a_bridge_a_station_and_the_like_are_told_from_words_that_begin_like_them() {
    let region = jiaozuo();
    for text in [
        "武陟桥头",
        "修武站旅客多",
        "沁阳厂房出租公司",
        "孟州寺遗址",
        "修武菜馆",
        "武陟隧道",
        "沁阳药业的股票",
        "孟州号货轮",
        "61岁的张修武",
        "村民赵武陟告诉记者",
    ] {
        assert_named(text, Some(&region), &[]);
    }
    for (text, name) in [
        ("修武村民", "修武"),
        ("武陟街头", "武陟"),
        ("沁阳山药", "沁阳"),
        ("孟州庙会", "孟州"),
        ("修武路段", "修武"),
        ("修武一路领先", "修武"),
        ("沁阳电气化改造", "沁阳"),
        ("武陟楼市", "武陟"),
    ] {
        assert_eq!(named(text, Some(&region)).first().map(|(text, _)| text.as_str()), Some(name), "{text}");
    }
}

#[test]
fn a_county_with_a_nation_in_its_name_is_called_without_it() {
    assert_named("石柱县的辣椒", None, &[("石柱县", "石柱土家族自治县")]);
    assert_named("瀍河区的早市", Some(&Region::named("洛阳").unwrap()), &[("瀍河区", "瀍河回族区")]);
}

#[test]
fn a_short_form_that_is_a_word_needs_support() {
    let region = jiaozuo();
    assert_named("博爱：小村大变化", Some(&region), &[("博爱", "博爱县")]);
    assert_named("修武、博爱、武陟等县", Some(&region), &[("修武", "修武县"), ("博爱", "博爱县"), ("武陟", "武陟县")]);
    assert_named("焦作博爱竹林", Some(&region), &[("博爱", "博爱县")]);
    assert_named("博爱交警进村", Some(&region), &[("博爱", "博爱县")]);
    assert_named("博爱交警进村", None, &[]);
}

#[test]
fn a_name_of_several_divisions_is_read_by_what_surrounds_it() {
    assert_named("鼓楼区", None, &[]);
    assert_named("南京市鼓楼区", None, &[("鼓楼区", "鼓楼区")]);
    let kaifeng = Region::named("开封").unwrap();
    assert_named("鼓楼区的夜市", Some(&kaifeng), &[("鼓楼区", "鼓楼区")]);
    assert_named("江苏省南京市鼓楼区来的客人", Some(&kaifeng), &[]);
    assert_named("南京鼓楼区", Some(&kaifeng), &[]);
    let jiaozuo = jiaozuo();
    assert_named("辽宁省朝阳县", Some(&jiaozuo), &[]);
    assert_named("兰考县城关镇", Some(&jiaozuo), &[]);
    assert_named("城关镇", None, &[]);
    assert_named("云台县郇封镇", Some(&jiaozuo), &[]);
    assert_named("该县郇封镇", Some(&jiaozuo), &[("郇封镇", "修武县")]);
    assert_named("修武县城关镇", None, &[("修武县", "修武县"), ("城关镇", "修武县")]);
    assert_named("记者来到修武县。在城关镇，", None, &[("修武县", "修武县"), ("城关镇", "修武县")]);
}

#[test]
fn functional_zones_count_by_the_name_in_the_text() {
    let region = jiaozuo();
    assert_named("高新区李万街道", Some(&region), &[("高新区", "高新区"), ("李万街道", "高新区")]);
    assert_named("李万街道", Some(&region), &[("李万街道", "焦作城乡一体化示范区")]);
    assert_named("焦作市城乡一体化示范区", Some(&region), &[("城乡一体化示范区", "城乡一体化示范区")]);
    assert_named("市示范区管委会", Some(&region), &[("示范区", "示范区")]);
    assert_named("沁阳市经济技术开发区", Some(&region), &[("沁阳市", "沁阳市")]);
    assert_named("郑州高新技术产业开发区", Some(&region), &[]);
}

#[test]
fn every_town_that_is_unique_gives_its_county() {
    let nation = Gazetteer::national();
    let mut bearers: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
    for county in &nation.table.counties {
        for town in &county.towns {
            bearers.entry(fold(town)).or_default().push((town, &county.name));
        }
    }
    let mut unique = 0;
    for towns in bearers.values() {
        if let [(town, county)] = towns.as_slice() {
            unique += 1;
            for text in [format!("记者走进{town}，看到新变化。"), format!("位于{town}的茶园")] {
                let found = find_places(&text, None);
                assert!(
                    found.iter().any(|place| place.text == *town && place.county == *county),
                    "{town} of {county}: {found:?}"
                );
            }
        }
    }
    assert!(unique > 20_000, "{unique} unique towns");
}

#[test]
fn a_made_up_region_is_read_as_the_nations_are() {
    let table = "青禾市\t青禾\n云溪县\t云溪\t白石镇\n临泽县\t\t河阳镇\n长安区\t长安?\n";
    let region = Region::from_table(table, "青禾.tsv").unwrap();
    assert_named("青禾市云溪县白石镇", Some(&region), &[("云溪县", "云溪县"), ("白石镇", "云溪县")]);
    assert_named("临泽县河阳镇", Some(&region), &[("临泽县", "临泽县"), ("河阳镇", "临泽县")]);
    assert_named("甘肃省临泽县", Some(&region), &[]);
    assert_named("岁岁长安", Some(&region), &[]);
}

#[test]
fn without_a_region_what_only_looks_like_a_name_is_none() {
    for text in [
        "朝阳产业前景广阔",
        "海南鸡饭很好吃",
        "白云飘飘的天空",
        "长安街上车水马龙",
        "和平年代居安思危",
        "前进的道路上",
        "解放路拓宽改造",
        "瑞金二路的老房子",
        "南京东路步行街",
        "沙县小吃开遍全国",
        "涪陵榨菜上市",
        "金华火腿和宣威火腿",
        "集美大学的学生",
        "兴业银行网点",
        "昆山农商银行",
        "朝阳小学开学",
        "静安寺的钟声",
        "长安汽车销量",
        "安全生产月活动",
        "平安夜的灯",
        "礼县长出席会议",
        "集安排查隐患",
        "高邮箱里的信",
        "浪漫如东西般易碎",
        "城固若金汤",
        "通许多人来过",
        "乐东西兼顾",
        "东方市场开业",
        "石狮子守门",
        "太康复中心",
        "刘文水摄",
        "张和平告诉记者",
        "临潭水清了",
        "定州际公路",
        "一缕安乡愁",
        "镇平家具畅销",
        "北辰购物中心开业",
        "临高远望海天一色",
        "来凤鸣曲",
        "高唐赋全文",
        "章丘铁锅走红",
        "单县羊汤馆",
        "霍山石斛入药",
        "乳山牡蛎上市",
        "瑞安剧院的戏",
        "临川四梦",
        "西湖龙井茶",
        "金州勇士夺冠",
        "平昌冬奥会",
        "丰城市化进程",
        "市政和县里的干部",
        "樟树底下乘凉",
        "余庆里的老房子",
        "村支书赵嵩明",
        "祁门区召开会议",
        "临高药业上市",
        "海安电气股份有限公司",
        "盱眙号货轮靠岸",
        "义乌舰起航",
        "祁门立交桥下",
        "固始新村的居民",
        "利川南街的老铺子",
        "村民赵祁门告诉记者",
        "61岁的徐盱眙",
        "司机刘固始",
        "安溪茶叶上市",
        "家在固始西环路",
        "祁门之歌",
        "利川村民委员会",
        "发展特色乡镇",
        "面临镇里的难题",
        "有关市镇的规划",
        "科教兴县的路子",
        "相对于城镇居民",
        "十户县级企业",
        "妇联和街道干部",
        "滨海城市的夏天",
        "大力建设小城镇，",
        "四川南部的山里",
        "出席的有王平安、江华、李德生",
        "庄荣昌、许连捷、钱一舟",
        "本报记者江夏从乡下报道",
    ] {
        assert_named(text, None, &[]);
    }
    for (text, name) in [
        ("祁门茶农忙采茶", "祁门"),
        ("游客走进盱眙", "盱眙"),
        ("到义乌进货", "义乌"),
        ("如皋市民踊跃参与", "如皋"),
        ("在海淀，创业者越来越多", "海淀"),
        ("固始：茶香引客来", "固始"),
        ("湖北利川味道", "利川"),
        ("在临潭水边", "临潭"),
        ("河南兰考焦桐成林", "兰考"),
        ("石柱辣椒产业兴旺", "石柱"),
        ("安吉县的竹海连着安吉竹乡", "安吉"),
        ("祁门举办采茶比赛", "祁门"),
        ("平邑人爱喝汤", "平邑"),
        ("大荔苹果喜获丰收", "大荔"),
        ("祁门茶叶基地扩大", "祁门"),
    ] {
        assert!(named(text, None).iter().any(|(text, _)| text == name), "{text}");
    }
}

/// The names of one kind that no other division of the nation has, with the divisions.
fn unique_names(kind: impl Fn(&'static County) -> Vec<&'static str>) -> Vec<(&'static str, &'static str)> {
    let nation = Gazetteer::national();
    let mut bearers: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for county in nation.table.counties.iter().filter(|county| !county.is_zone) {
        for name in kind(county) {
            bearers.entry(name).or_default().push(&county.name);
        }
    }
    let unique = bearers.into_iter().filter_map(|(name, counties)| match counties.as_slice() {
        &[county] => Some((name, county)),
        _ => None,
    });
    unique.collect()
}

fn others(county: &County, short: bool) -> Vec<&str> {
    let names =
        county.other_names.iter().filter(|other| !other.is_word && county.name.starts_with(&other.name) == short);
    names.map(|other| other.name.as_str()).collect()
}

#[test]
fn every_county_is_found_by_its_names_but_not_by_what_is_named_after_it() {
    let nation = Gazetteer::national();
    let official = unique_names(|county| {
        let is_noun = county.other_names.iter().any(|other| other.name == county.name);
        if is_noun { Vec::new() } else { vec![county.name.as_str()] }
    });
    let short = unique_names(|county| others(county, true));
    let mut former = unique_names(|county| others(county, false));
    // The present bearer of a name goes before the former one.
    former.retain(|(name, _)| !nation.table.counties.iter().any(|county| county.name == *name));
    assert!(official.len() > 2700 && short.len() > 2000 && former.len() > 800);
    for &(name, county) in official.iter().chain(&short).chain(&former) {
        for text in [
            format!("记者从{name}获悉，今年小麦丰收。"),
            format!("{name}：春耕忙"),
            format!("在{name}，大家都忙着种树。"),
        ] {
            assert_named(&text, None, &[(name, county)]);
        }
    }
    for (name, _) in short {
        for thing in ["路", "大道", "街", "村", "大酒店", "化肥厂", "商贸有限公司"] {
            assert_named(&format!("他家住在{name}{thing}附近。"), None, &[]);
        }
    }
}
