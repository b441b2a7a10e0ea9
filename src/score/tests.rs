//! A made-up page, its labels, and what each field makes of a good and of a bad reading.

use super::*;
use crate::model::{
    Article, Basis, Block, BlockKind, DateMention, Figure, Furniture, Initiative, InitiativeKind, IssueDate, Page,
};

const LABELS: &str = r#"{
  "document": "page.txt",
  "issue_date": {"value": "2024-02/2024-03", "accept": ["2024", "2024-03"]},
  "articles": [
    {"is_article": true, "title": "云溪县：清溪行动护碧水", "title_must_not_be": ["河长故事"], "kind": "news",
     "standing_head": "河长故事", "reporters": ["林禾"], "reporters_accept": ["林禾", "林和"], "correspondents": ["苏青"],
     "county": "云溪县", "start_line": 3, "end_line": 20, "year": 2024, "year_basis": "issue year",
     "section_heads": [{"text": "护河先治污 治污先管源", "lines": [8, 10]}], "run_in_heads": ["建章立制"],
     "captions": [{"text": "图① 村民在护河。", "line": 18}],
     "dates": [
       {"text": "近日", "resolved": "2024-02/2024-03", "line": 5, "scored": true},
       {"text": "2023年以来", "resolved": "2023/2024", "line": 12, "scored": true},
       {"text": "近年来", "resolved": null, "line": 12, "scored": false},
       {"text": "全年", "resolved": "2023", "accept": [null], "line": 14, "scored": true}],
     "initiatives": [
       {"name": "“清溪行动”", "kind": "campaign", "year": 2023, "year_accept": [2024], "year_basis": "inherited", "line": 5,
        "tier": "named", "required": true,
        "figures": [{"text": "清理河道6条", "value": 6, "unit": "条", "line": 12},
                    {"text": "投入100余万元", "value": 100, "unit": "万元", "value_base": 1000000, "line": 12,
                     "accept_under": "护河驿站"}]},
       {"name": "“送苗”“送肥”活动", "aliases": ["送苗", "送肥"], "kind": "campaign", "year": 2024, "year_basis": "issue year",
        "line": 14, "tier": "named", "required": true, "note": "分列两条亦算对", "figures": []},
       {"name": "护河驿站", "kind": "venue", "year": 2024, "year_basis": "issue year", "line": 14, "tier": "named",
        "required": false, "figures": [{"text": "驿站3个", "value": 3, "unit": "个", "line": 14}]},
       {"name": "护河培训", "kind": "event", "year": 2024, "year_basis": "issue year", "line": 16, "tier": "measure",
        "required": true, "figures": [{"text": "培训8场", "value": 8, "unit": "场", "line": 16}]}],
     "other_figures": [{"text": "43岁", "value": 43, "unit": "岁", "line": 16, "class": "age"},
                       {"text": "15分钟", "value": 15, "unit": "分钟", "line": 16, "class": "name"}],
     "neutral_names": ["一盘棋"]},
    {"is_article": false, "title": "河长故事", "kind": "standing head", "start_line": 22, "end_line": 22}
  ]}"#;

fn labels() -> PageLabels {
    read_labels(LABELS).unwrap().remove(0)
}

fn figure(text: &str, value: f64, unit: &str, line: u32) -> Figure {
    Figure {
        text: text.into(),
        value,
        value_max: None,
        unit: unit.into(),
        approx: false,
        line,
        span: Default::default(),
    }
}

fn initiative(name: &str, kind: InitiativeKind, line: u32, figures: Vec<Figure>) -> Initiative {
    Initiative {
        name: name.into(),
        kind,
        county: None,
        year: Some(2024),
        year_basis: Basis::Issue,
        line,
        span: Default::default(),
        figures,
    }
}

fn date(text: &str, line: u32, from: &str, to: &str) -> DateMention {
    let (from, to) = (from.parse().ok(), to.parse().ok());
    DateMention { text: text.into(), line, from, to, basis: Basis::Relative, span: Default::default() }
}

/// A reading that agrees with the labels in everything.
fn good() -> Page {
    let article = Article {
        order: 1,
        title: Some("云溪县：清溪行动护碧水".into()),
        standing_head: Some("河长故事".into()),
        start_line: 3,
        end_line: 20,
        reporters: vec!["林和".into()],
        correspondents: vec!["苏青".into()],
        blocks: vec![
            Block::on_line(BlockKind::SectionHead, "护河先治污　治污先管源", 8),
            Block::on_line(BlockKind::SectionHead, "建章立制", 11),
            Block::on_line(BlockKind::Caption, "图①村民在护河。", 18),
        ],
        county: Some("云溪县".into()),
        year: Some(2024),
        year_basis: Basis::Issue,
        dates: vec![
            date("近日", 5, "2024-01-01", "2024-12-31"),
            date("2023年以来", 12, "2023-01-01", "2024-03-31"),
            date("近年来", 12, "2021-01-01", "2024-03-31"),
            date("晚上", 12, "2024-03-01", "2024-03-01"),
        ],
        figures: vec![figure("43岁", 43.0, "岁", 16)],
        initiatives: vec![
            Initiative {
                year_basis: Basis::Inherited,
                ..initiative("清溪行动", InitiativeKind::Campaign, 5, vec![figure("清理河道6条", 6.0, "条", 12)])
            },
            initiative("“送苗”", InitiativeKind::Campaign, 14, vec![]),
            initiative("“送肥”", InitiativeKind::Campaign, 14, vec![]),
            initiative(
                "护河驿站",
                InitiativeKind::Venue,
                14,
                vec![figure("100余万元", 1_000_000.0, "元", 12), figure("3个", 3.0, "个", 14)],
            ),
            initiative("护河培训", InitiativeKind::Measure, 16, vec![figure("培训8场", 8.0, "场", 16)]),
            initiative("“一盘棋”", InitiativeKind::Mechanism, 16, vec![]),
        ],
        ..Article::default()
    };
    Page {
        document: "page.txt".into(),
        issue_date: IssueDate { value: Some("2024".parse().unwrap()), ..IssueDate::default() },
        articles: vec![article],
        furniture: vec![Furniture { line: 22, text: "河长故事".into(), what: "standing-head".into() }],
        ..Page::default()
    }
}

/// The slips of one field after a change of the good reading.
fn slips(field: &str, change: impl Fn(&mut Page)) -> Vec<(SlipKind, u32, Option<String>)> {
    let mut page = good();
    change(&mut page);
    let score = score(&page, &labels());
    let tally = score.field(field).unwrap_or_else(|| panic!("no field {field}"));
    tally.slips.iter().map(|slip| (slip.kind, slip.line, slip.why.clone())).collect()
}

fn kinds(field: &str, change: impl Fn(&mut Article)) -> Vec<SlipKind> {
    slips(field, |page| change(&mut page.articles[0])).into_iter().map(|(kind, ..)| kind).collect()
}

use SlipKind::{False, Missed, Wrong};

#[test]
fn a_good_reading_has_no_slips() {
    for tally in score(&good(), &labels()).fields {
        assert_eq!(tally.slips, [], "{}", tally.field);
        assert!(tally.f1().is_none_or(|f1| f1 == 1.0), "{}", tally.field);
    }
}

#[test]
fn shares_are_of_what_was_found_and_of_what_is_labelled() {
    let mut tally = Tally::new("field");
    assert_eq!((tally.precision(), tally.recall(), tally.f1()), (None, None, None));
    (0..6).for_each(|_| tally.right());
    (0..2).for_each(|line| {
        tally.missed(line, "missed");
    });
    (0..3).for_each(|line| {
        tally.false_find(line, "false");
    });
    tally.wrong(1, "a", "b");
    assert_eq!((tally.expected(), tally.found()), (9, 10));
    assert_eq!((tally.recall(), tally.precision(), tally.f1()), (Some(6.0 / 9.0), Some(0.6), Some(12.0 / 19.0)));
}

#[test]
fn an_article_that_was_cut_in_two_is_missed() {
    let cut = |page: &mut Page| {
        let mut second = page.articles[0].clone();
        page.articles[0].end_line = 11;
        second.start_line = 12;
        page.articles.push(second);
    };
    let kinds: Vec<SlipKind> = slips("articles", cut).into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, [Missed, False, False]);
    assert_eq!(self::kinds("first and last lines", |article| article.end_line = 19), [Wrong]);
}

#[test]
fn a_stolen_title_is_called_so() {
    let stolen = slips("titles", |page| page.articles[0].title = Some("河长故事".into()));
    assert_eq!(stolen, [(Wrong, 3, Some("stolen".into()))]);
    let lost = slips("titles", |page| page.articles[0].title = None);
    assert_eq!(lost, [(Missed, 3, None)]);
}

#[test]
fn a_standing_head_counts_on_its_line() {
    let moved = slips("standing heads", |page| page.furniture[0].line = 21);
    assert_eq!(moved.into_iter().map(|(kind, ..)| kind).collect::<Vec<_>>(), [False, Missed]);
    assert_eq!(kinds("columns of articles", |article| article.standing_head = None), [Missed]);
}

#[test]
fn a_name_counts_once_and_in_its_role() {
    assert_eq!(kinds("reporters", |article| article.reporters.push("林禾".into())), [False], "both spellings at once");
    assert_eq!(kinds("photographers", |article| article.photographers.push("林禾".into())), [False]);
    assert_eq!(kinds("correspondents", |article| article.correspondents.clear()), [Missed]);
}

#[test]
fn heads_and_captions_count_once() {
    assert_eq!(kinds("section heads", |article| article.blocks[0].text = "护河先治污".into()), [Missed, False]);
    assert_eq!(kinds("captions", |article| article.blocks[2].lines[0].1 = 17), [False, Missed]);
}

#[test]
fn dates_are_found_and_resolved() {
    assert_eq!(kinds("dates: expressions", |article| article.dates[0].line = 6), [Missed, False]);
    assert_eq!(kinds("dates: expressions", |article| drop(article.dates.remove(0))), [Missed]);
    let tomorrow = |article: &mut Article| article.dates[0].to = "2024-01-02".parse().ok();
    assert_eq!(kinds("dates: expressions", tomorrow), []);
    assert_eq!(kinds("dates: resolved", tomorrow), [Wrong]);
    assert_eq!(kinds("dates: resolved", |article| article.dates[1].to = None), [], "an open end lasts until the issue");
    assert_eq!(
        kinds("dates: expressions", |article| article.dates.push(date("每月", 16, "2024-01-01", "2024-12-31"))),
        [False]
    );
}

#[test]
fn initiatives_earn_credit_once_unless_they_may_be_told_in_parts() {
    let twice = |article: &mut Article| {
        article.initiatives.push(initiative("清溪行动推进会", InitiativeKind::Event, 16, vec![]))
    };
    assert_eq!(kinds("initiatives, named", twice), [False]);
    let together = |article: &mut Article| {
        article.initiatives.truncate(2);
        article.initiatives[1].name = "“送苗”“送肥”活动".into();
    };
    assert_eq!(kinds("initiatives, named", together), [], "what is not required is not missed");
    assert_eq!(kinds("initiatives, measures", together), [Missed]);
    let slogan = |article: &mut Article| {
        article.initiatives.push(initiative("“下好先手棋”", InitiativeKind::Mechanism, 16, vec![]))
    };
    assert_eq!(kinds("initiatives, named", slogan), [False]);
}

#[test]
fn years_kinds_and_bases_are_of_what_was_found() {
    assert_eq!(kinds("years of initiatives", |article| article.initiatives[0].year = Some(2022)), [Wrong]);
    let abstained = slips("years of initiatives", |page| page.articles[0].initiatives[4].year = None);
    assert_eq!(abstained, [(Missed, 16, Some("护河培训; abstained".into()))]);
    assert_eq!(kinds("kinds of initiatives", |article| article.initiatives[0].kind = InitiativeKind::Brand), [Wrong]);
    assert_eq!(kinds("bases of years", |article| article.initiatives[0].year_basis = Basis::Issue), [Wrong]);
}

#[test]
fn figures_count_by_value_and_unit_and_their_place_apart() {
    let to_article = |article: &mut Article| {
        let figure = article.initiatives[0].figures.remove(0);
        article.figures.push(figure);
    };
    assert_eq!(kinds("figures", to_article), []);
    assert_eq!(kinds("figures under initiatives", to_article), [Missed]);
    let elsewhere = |article: &mut Article| {
        let figure = article.initiatives[0].figures.remove(0);
        article.initiatives[4].figures.push(figure);
    };
    assert_eq!(kinds("figures", elsewhere), []);
    assert_eq!(kinds("figures under initiatives", elsewhere), [Wrong]);
    assert_eq!(kinds("figures", |article| article.initiatives[0].figures[0].unit = "个".into()), [Missed, False]);
    let age = |article: &mut Article| {
        let age = article.figures.remove(0);
        article.initiatives[0].figures.push(age);
    };
    assert_eq!(kinds("figures", age), []);
    assert_eq!(kinds("figures under initiatives", age), [False]);
    let in_a_name = |article: &mut Article| article.figures.push(figure("15分钟", 15.0, "分钟", 16));
    assert_eq!(kinds("figures", in_a_name), [False]);
}

#[test]
fn pages_add_up() {
    let score = score(&good(), &labels());
    let sum = Score::sum([&score, &score]);
    assert_eq!(sum.field("figures").unwrap().right, 2 * score.field("figures").unwrap().right);
    assert_eq!(sum.fields.len(), score.fields.len());
}
