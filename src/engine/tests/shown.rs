//! Hits, snippets and articles as they are shown.

use super::*;

#[test]
fn snippets_and_titles_mark_the_original_characters() {
    let answer = small().search("問題", Options::default());
    let snippet = &answer.hits[0].snippet;
    assert_eq!(snippet.text, "他们说：“问題解决了。”");
    assert_eq!(snippet.highlights, [(5, 7)]);
    let answer = small().search("清溪 行动", Options::default());
    assert_eq!(answer.hits[0].title_highlights, [(5, 9)]);
    // A match over a line's end is marked on both sides.
    let archive = small();
    let reading = archive.article("c", "云溪县落地").unwrap();
    let marks: Vec<_> = reading
        .passages
        .iter()
        .map(|passage| passage.marks.iter().map(|m| (m.start, m.end)).collect::<Vec<_>>())
        .collect();
    assert_eq!(marks, [vec![(9, 12)], vec![(0, 2)]]);
}

#[test]
fn a_name_is_found_however_it_was_spaced_in_print() {
    let mut article = document("a", "云溪县", "题\n文");
    article.article.blocks.push(Block::on_line(BlockKind::Byline, "本报记者 林 禾", 3));
    article.article.reporters = vec!["林禾".into()];
    let archive = archive(&[article]);
    for query in ["林禾", "\"林 禾\"", "记者:林禾"] {
        assert_eq!(archive.search(query, Options::default()).total, 1, "{query}");
    }
    assert_eq!(archive.search("林禾文", Options::default()).total, 0);
}

#[test]
fn a_long_paragraph_is_cut_around_its_matches() {
    let text = format!("题\n{}，这时“清溪行动”启动，清溪行动再启。{}", "前文".repeat(100), "后文".repeat(100));
    let archive = archive(&[document("a", "云溪县", &text)]);
    let answer = archive.search("清溪行动", Options::default());
    let snippet = &answer.hits[0].snippet;
    assert!(snippet.text.starts_with("…这时“清溪行动”"), "{}", snippet.text);
    let chars: Vec<char> = snippet.text.chars().collect();
    assert_eq!(snippet.highlights.len(), 2);
    for &(start, end) in &snippet.highlights {
        assert_eq!(chars[start as usize..end as usize].iter().collect::<String>(), "清溪行动");
    }
}

#[test]
fn matches_outside_the_snippet_are_left_out() {
    let far = "无关的话。".repeat(60);
    let text = format!("题\n清溪在前。{far}又见清溪，再见清溪。{far}清溪在后。");
    let archive = archive(&[document("a", "云溪县", &text)]);
    let snippet = &archive.search("清溪", Options::default()).hits[0].snippet;
    assert_eq!(snippet.highlights.len(), 2, "{}", snippet.text);
}

fn told(name: &str, figure: &str) -> Initiative {
    let figure = Figure {
        text: figure.into(),
        value: 1.0,
        value_max: None,
        unit: "个".into(),
        approx: false,
        line: 2,
        span: Span { block: 0, start: 2, end: 4 },
    };
    Initiative {
        name: name.into(),
        kind: InitiativeKind::Campaign,
        county: Some("云溪县".into()),
        year: Some(2024),
        year_basis: Basis::Issue,
        line: 2,
        span: Span { block: 0, start: 0, end: 2 },
        figures: vec![figure],
    }
}

/// All articles of an archive.
pub(super) fn documents(archive: &Archive) -> Vec<Document> {
    (0..archive.info().articles).filter_map(|number| archive.document(number).as_deref().cloned()).collect()
}

/// Four articles: two that tell of one initiative, one of the same page, one of the same county.
fn telling() -> Archive {
    let mut documents = vec![
        document("a", "云溪县", "甲\n清溪两个"),
        document("b", "临汐县", "乙\n清溪三个"),
        document("c", "云溪县", "丙\n别的事"),
        document("d", "北山区", "丁\n别的事"),
    ];
    documents[1].document = "other.txt".into();
    documents[2].document = "third.txt".into();
    documents[0].article.initiatives = vec![told("“清溪”行动", "两个")];
    documents[1].article.initiatives = vec![told("春雨课堂", "一个"), told("清溪行动", "三个")];
    archive(&documents)
}

#[cfg(feature = "cli")]
#[test]
fn an_overview_is_what_the_archive_tells_of_all_its_articles_however_they_are_counted() {
    let mut documents = documents(&telling());
    // What has no county or no year, and what is told of elsewhere.
    let elsewhere =
        |county: &str| Initiative { county: Some(county.into()), year: None, ..told("春雨课堂", "一个") };
    documents[0].article.county = None;
    documents[2] = document("c", "云溪县", "丙\n春雨一个");
    documents[3] = document("d", "北山区", "丁\n春雨一个");
    documents[2].article.initiatives = vec![elsewhere("青石县"), elsewhere("白石县")];
    documents[3].article.initiatives = vec![elsewhere("青石县"), Initiative { county: None, ..elsewhere("") }];
    let archive = archive(&documents);
    for some in 1..=documents.len() {
        let mut overview = Overview::new(archive.info().clone());
        for documents in documents.chunks(some) {
            let counted = overview.count(documents);
            overview.add(counted);
        }
        let Stats { by_county, by_year, .. } = archive.stats("");
        assert_eq!(overview.stats(), Stats { by_county, by_year, ..Stats::default() }, "by {some}");
        let last = |at: usize| overview.stats().by_county.iter().rev().nth(at).and_then(|row| row.county.clone());
        assert_eq!([last(0), last(1), last(2)], [None, Some("青石县".into()), Some("白石县".into())]);
    }
}

#[test]
fn evidence_is_of_the_initiatives_that_are_asked_for_and_no_more_than_is_wanted() {
    let archive = telling();
    let found = |query: &str, limit| archive.evidence(query, limit).into_iter().map(|told| told.id).collect::<Vec<_>>();
    assert_eq!(found("", 9), ["a", "b", "b"]);
    assert_eq!(found("举措:清溪行动", 9), ["a", "b"]);
    assert_eq!(found("", 0), [""; 0]);
    assert_eq!(found("举措年:2019", 9), [""; 0]);
}

#[test]
fn an_article_is_shown_with_those_beside_it() {
    let reading = telling().article("a", "").unwrap();
    let ids = |beside: &[Related]| beside.iter().map(|other| other.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&reading.related), ["b"]);
    assert_eq!(reading.related[0].shared, ["清溪行动"]);
    assert_eq!(ids(&reading.same_county), ["c"]);
    assert_eq!(ids(&reading.same_page), ["a", "d"]);
    let marks: Vec<_> = reading.passages[0].marks.iter().map(|mark| (mark.start, mark.kind)).collect();
    assert_eq!(marks, [(0, MarkKind::Initiative(0)), (2, MarkKind::Figure(0))]);
    assert_eq!(telling().article("c", "").unwrap().same_page, []);
}

#[test]
fn what_was_told_is_listed_and_filtered_by_name() {
    let tellings = |query, limit| -> Vec<(String, u32)> {
        telling().tellings(query, limit).into_iter().map(|telling| (telling.id, telling.place)).collect()
    };
    assert_eq!(tellings("", 9), [("a".to_owned(), 0), ("b".to_owned(), 0), ("b".to_owned(), 1)]);
    assert_eq!(tellings("举措:清溪行动", 9), [("a".to_owned(), 0), ("b".to_owned(), 1)]);
    assert_eq!(tellings("县:临汐 -举措:春雨课堂", 9), []);
    assert_eq!(tellings("", 1).len(), 1);
    let stats = telling().stats("举措:清溪行动");
    assert_eq!((stats.articles, stats.initiatives), (2, 2));
}

#[test]
fn facets_count_what_each_filter_asks_for() {
    let answer = telling().search("", Options::default());
    assert_eq!(answer.facets.kind, [(InitiativeKind::Campaign, 2)]);
    let answer = telling().search("类:行动 县:云溪县", Options::default());
    assert_eq!(ids(&answer), ["a"]);
    assert_eq!(answer.choices.kind, [(InitiativeKind::Campaign, 1)]);
    assert_eq!(answer.choices.county.len(), 2);
}

#[test]
fn order_by_date_and_pages_of_hits() {
    let mut documents = vec![
        document("a", "云溪县", "甲\n共同"),
        document("b", "云溪县", "乙\n共同"),
        document("c", "云溪县", "丙\n共同"),
    ];
    documents[0].date = "2023".parse().ok();
    documents[2].date = None;
    let archive = archive(&documents);
    let sorted = |sort, offset| archive.search("共同", Options { sort, offset, limit: 2, ..Options::default() });
    assert_eq!(ids(&sorted(Sort::Newest, 0)), ["b", "a"]);
    assert_eq!(ids(&sorted(Sort::Newest, 2)), ["c"]);
    assert_eq!(ids(&sorted(Sort::Oldest, 0)), ["a", "b"]);
    assert_eq!(sorted(Sort::Oldest, 5).hits, []);
    assert_eq!(sorted(Sort::Oldest, 5).total, 3);
}
