//! Deeds that no initiative has, told by the verbs of public work.

use super::*;

fn read(paragraphs: &[&str]) -> (Vec<(String, Vec<f64>)>, Vec<f64>) {
    let article = article("云溪县新闻", paragraphs, "2024-03-05");
    (owned(&article), article.figures.iter().map(|figure| figure.value).collect())
}

fn one(name: &str, values: &[f64]) -> Vec<(String, Vec<f64>)> {
    vec![(name.to_owned(), values.to_vec())]
}

#[test]
fn a_verb_of_public_work_and_what_it_did_are_a_measure() {
    let (owned, rest) = read(&["去年以来，云溪县检察院共办理涉茶案件56件。全县有茶企90家。"]);
    assert_eq!((owned, rest), (one("办理涉茶案件", &[56.0]), vec![90.0]));
    let (owned, _) = read(&["该县发放1000万元春茶消费券，市民踊跃领取。"]);
    assert_eq!(owned, one("春茶消费券", &[1000.0]));
    let (owned, _) = read(&["该县查处了35家无证茶叶店。"]);
    assert_eq!(owned, one("无证茶叶店", &[35.0]));
}

#[test]
fn shares_and_bare_verbs_go_on_about_the_deed_before_them() {
    let (owned, rest) = read(&["该县完成74户困难茶农旧房改造，完成率105%，共办结70件。产茶5万吨。"]);
    assert_eq!((owned, rest), (one("困难茶农旧房改造", &[74.0, 105.0, 70.0]), vec![5.0]));
    let (owned, _) = read(&["该局共办理各类涉茶案件90件，其中假茶案件60件、坏茶案件30件。"]);
    assert_eq!(owned, one("办理各类涉茶案件", &[90.0, 60.0, 30.0]));
    let (owned, _) = read(&["该行累计发放春茶贷款90笔，发放金额600万元，获贷人数80人。"]);
    assert_eq!(owned, one("发放春茶贷款", &[90.0, 600.0, 80.0]));
}

#[test]
fn two_characters_name_a_thing_only_where_it_was_built() {
    let (owned, _) = read(&["该镇新建公厕8座。"]);
    assert_eq!(owned, one("新建公厕", &[8.0]));
    let (owned, rest) = read(&["该镇化解纠纷8起，提供岗位20个。"]);
    assert_eq!((owned, rest), (Vec::new(), vec![8.0, 20.0]));
}

#[test]
fn what_is_so_and_what_is_sold_is_no_deed() {
    for text in ["全县茶园种植面积8.3万亩。", "云溪县茶叶产值14亿元。", "合作社销售春茶5吨。", "查处销售假茶企业8家。"]
    {
        assert_eq!(read(&[text]).0, Vec::new(), "{text}");
    }
}

#[test]
fn an_initiative_keeps_its_deeds() {
    let (owned, _) = read(&["云溪县开展“碧水茶乡”行动，清理河道垃圾56吨，整治排污企业8家。"]);
    assert_eq!(owned, one("“碧水茶乡”行动", &[56.0, 8.0]));
}

#[test]
fn one_deed_told_twice_is_one() {
    let (owned, _) = read(&["去年该县发放茶农补贴64万元。", "今年又发放茶农补贴80万元。"]);
    assert_eq!(owned, one("发放茶农补贴", &[64.0, 80.0]));
}

#[test]
fn a_portrait_has_no_deeds() {
    let mut portrait = article("茶山上的引路人", &["十年来，他共办理涉茶案件56件。"], "2024-03-05");
    portrait.kind = crate::model::ArticleKind::Profile;
    (portrait.initiatives, portrait.figures) = Default::default();
    find_initiatives(&mut portrait, None);
    assert_eq!(owned(&portrait), Vec::new());
}
