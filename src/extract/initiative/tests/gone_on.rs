//! What a sentence goes on about that names nothing itself.

use super::*;

fn values(article: &Article, name: &str) -> Vec<f64> {
    let one = owned(article).into_iter().find(|one| one.0.contains(name));
    one.unwrap_or_else(|| panic!("{name} in {:?}", owned(article))).1
}

fn rest(article: &Article) -> Vec<f64> {
    article.figures.iter().map(|figure| figure.value).collect()
}

#[test]
fn this_activity_is_the_one_the_headline_names() {
    let article = article(
        "“科普沿溪行”活动启动",
        &[
            "“百村千户科普沿溪行”活动启动。",
            "该市科普大篷车累计开展科普活动6700次，并开展科普“五进”活动。",
            "据介绍，本次活动调集大篷车30辆，深入128所学校。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "科普沿溪行"), [30.0, 128.0]);
    assert!(values(&article, "五进").is_empty());
}

#[test]
fn a_part_belongs_to_what_its_whole_does() {
    let article = article(
        "工会送温暖",
        &["云溪县启动“送温暖行动”。目前，全县建成工会驿站48处，其中，最美驿站4处，示范驿站9处。"],
        "2024-03-05",
    );
    assert_eq!(values(&article, "驿站"), [48.0, 4.0, 9.0]);
    assert!(values(&article, "送温暖").is_empty());
}

#[test]
fn a_sum_that_says_which_are_meant_parts_nothing() {
    let article = article(
        "北山区集中签约",
        &[
            "北山区举行一季度项目集中签约仪式。此次集中签约的30个项目中，工业项目16个；其中，30亿元以上项目3个，亿元以上项目11个。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "签约仪式"), [30.0, 16.0, 3.0, 11.0]);
}

#[test]
fn what_is_there_before_the_story_names_anything_is_no_result() {
    let article = article(
        "邻里驿站集民意",
        &[
            "该小区是现代服务园区的安置小区，共有住房18栋，计划安置群众1272户。",
            "邻里驿站正式开放。驿站设了5个区域。",
            "邻里驿站建成以来，累计解决问题60件。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "邻里驿站"), [5.0, 60.0]);
    assert_eq!(rest(&article), [18.0, 1272.0]);
}

#[test]
fn an_item_beside_others_with_names_is_of_none_of_them() {
    let article = article(
        "食品安全",
        &[
            "云溪县推行“街长+网格员”管理体系，选聘街长56名。",
            "一是推进“阳光厨房”建设，改造食堂45个。二是开展“光盘行动”，发放倡议书2万份。三是抽检样品1300批次。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "街长"), [56.0]);
    assert_eq!(rest(&article), [1300.0]);
}

#[test]
fn an_item_about_the_state_of_a_trade_measures_nothing() {
    let article = article(
        "营商环境",
        &["云溪县打造“云满意”营商品牌。", "一是选好监测点。轴承产业现有企业157家，从业人员2万余人。二是建好监测点。"],
        "2024-03-05",
    );
    assert!(values(&article, "云满意").is_empty());
}

#[test]
fn what_was_counted_does_not_own_the_part_of_the_sentence_behind_it() {
    let article =
        article("科普进山村", &["期间举办科普讲座4场，培训教师120名；向5所学校赠送望远镜300件。"], "2024-03-05");
    assert_eq!(values(&article, "科普讲座"), [4.0, 120.0]);
    assert_eq!(values(&article, "赠送望远镜"), [300.0]);
    assert_eq!(rest(&article), [5.0]);
}

#[test]
fn a_training_costs_what_was_put_into_it() {
    let article =
        article("技能培训", &["该县举办茶艺技能培训班24期，投入资金101万元，完成培训1027人次。"], "2024-03-05");
    assert_eq!(values(&article, "培训班"), [24.0, 101.0, 1027.0]);
}

#[test]
fn after_the_meeting_is_still_the_meeting() {
    let article = article(
        "公开退赃",
        &["临汐县公安局举行“清风行动”退赃大会。", "会后，民警将追回的40辆电动车返还给群众。"],
        "2024-03-05",
    );
    assert_eq!(values(&article, "退赃大会"), [40.0]);
}

#[test]
fn a_short_name_of_an_operation_is_the_operation() {
    let article = article(
        "北山区法院开展“春雷”集中执行行动",
        &["北山区法院开展“春雷”集中执行行动。", "执行行动由20余名干警参加。据统计，本次行动执结案件4起。"],
        "2024-03-05",
    );
    assert_eq!(owned(&article).len(), 1, "{:?}", owned(&article));
    assert_eq!(values(&article, "春雷"), [20.0, 4.0]);
}

#[test]
fn a_paragraph_with_a_head_of_its_own_goes_on_about_nothing_else() {
    let article = article(
        "云溪县办好民生实事",
        &[
            "着力实施“薄弱校提升”工程。投入资金806万元，新建校舍1558平方米。",
            "着力落实资助政策。高中助学金资助学生208人，发放资金42.8万元。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "薄弱校提升"), [806.0, 1558.0]);
    assert_eq!(rest(&article), [208.0, 42.8]);
}

#[test]
fn what_there_is_is_no_result() {
    let article = article(
        "护线“进村入户”活动",
        &["云溪县开展护线“进村入户”活动。", "队员们来到清溪村，有2条线路从该村通过。近日，有35人加入队伍。"],
        "2024-03-05",
    );
    assert!(!values(&article, "进村入户").contains(&2.0));
    assert!(rest(&article).contains(&2.0));
}

#[test]
fn what_was_demanded_elsewhere_has_no_figures_of_what_was_done() {
    let article = article("", &["按照“护苗行动”部署要求，云溪县选出23名律师，开展“送法到村”活动。"], "2024-03-05");
    assert!(values(&article, "护苗").is_empty());
}

#[test]
fn this_activity_is_no_service_that_is_named_alike() {
    let article = article(
        "",
        &[
            "云溪县司法局开展法律援助进山村活动。",
            "活动中宣传了“云溪”法律援助热线。此次法律援助活动共发放资料600份，受理法律援助案件2起。",
        ],
        "2024-03-05",
    );
    assert_eq!(values(&article, "进山村"), [600.0, 2.0]);
}

#[test]
fn what_was_held_at_a_place_is_a_measure_of_its_own() {
    let article = article("", &["云溪县妇联依托“巧手工作室”开展手工培训18期，培训200人。"], "2024-03-05");
    assert_eq!(values(&article, "手工培训"), [18.0, 200.0]);
}

#[test]
fn what_was_worked_on_is_no_size_of_a_place() {
    let article = article("", &["自实施“茶苗工程”以来，云溪县引进品种35个，推广总面积达5000亩。"], "2024-03-05");
    assert_eq!(values(&article, "茶苗工程"), [35.0, 5000.0]);
}

#[test]
fn what_was_occupied_is_no_share() {
    let article = article(
        "",
        &["云溪县开展“护河”专项监督活动。", "通过履行职能，督促挽回被非法占用的耕地21亩，清理河道19公里。"],
        "2024-03-05",
    );
    assert_eq!(values(&article, "护河"), [21.0, 19.0]);
}

#[test]
fn what_people_were_given_has_their_number() {
    let article = article("", &["云溪县举行“圆梦”助学金发放仪式。仪式上，230名学生获得“茶乡计划”资助。"], "2024-03-05");
    assert_eq!(values(&article, "茶乡计划"), [230.0]);
}
