//! Which article comes first, and why.

use super::*;

#[test]
fn a_sentence_finds_the_article_that_is_nearest() {
    let answer = small().search("云溪县清溪行动大见成效", Options::default());
    assert_eq!(ids(&answer)[0], "a");
    assert_eq!(answer.notes[0].kind, NoteKind::Ignored);
}

#[test]
fn of_articles_with_the_same_pairs_the_one_with_the_characters_in_order_comes_first() {
    // The headline shortens what the text has in full: “青禾高教” for “青禾市高等教育”.
    let wanted = "青禾市发布高等教育改革方案，各校落实。";
    let other = "青禾的早市上，改革方案受到欢迎。";
    let texts = [format!("题\n{other}"), format!("题\n{wanted}"), format!("题\n{other}")];
    let documents: Vec<Document> =
        ["a", "b", "c"].iter().zip(&texts).map(|(id, text)| document(id, "云溪县", text)).collect();
    let options = Options { explain: true, ..Options::default() };
    let answer = archive(&documents).search("青禾高教改革方案", options);
    assert_eq!(ids(&answer)[0], "b");
    assert_eq!(answer.notes[0].reason, NoteReason::Nearest);
    let why = answer.hits[0].why.as_ref().unwrap();
    assert!(why.proximity > answer.hits[1].why.as_ref().unwrap().proximity);
    // Single characters are not marked.
    assert_eq!(answer.hits[0].snippet.highlights, [(0, 2), (9, 13)]);
}

#[test]
fn part_of_a_sentence_is_a_whole_word_of_letters_and_digits() {
    let texts = ["题\n全市种植小麦5万亩，长势良好。", "题\n全市种植小麦2500亩，长势良好。"];
    let documents: Vec<Document> =
        ["a", "b"].iter().zip(&texts).map(|(id, text)| document(id, "云溪县", text)).collect();
    let answer = archive(&documents).search("今年种植小麦5万亩获丰收", Options::default());
    assert_eq!(ids(&answer), ["a", "b"]);
    assert_eq!(answer.hits[1].snippet.highlights, [(2, 6)]);
}

#[test]
fn a_hit_says_why_and_its_parts_make_its_score() {
    let archive = small();
    let options = Options { explain: true, ..Options::default() };
    for query in ["云溪", "云溪 清理", "\"清溪行动\" 河道", "yunxi", "云溪县清溪行动大见成效"] {
        let answer = archive.search(query, options);
        assert!(!answer.hits.is_empty(), "{query}");
        for hit in &answer.hits {
            let why = hit.why.as_ref().unwrap();
            let sum: f64 = why.matched.iter().map(|matched| matched.score).sum();
            assert!(((sum + why.proximity) * why.date - hit.score).abs() < 1e-9, "{query} {}", hit.id);
            assert!(!why.matched.is_empty(), "{query} {}", hit.id);
        }
    }
    let answer = archive.search("清理河道", options);
    let matched = &answer.hits[0].why.as_ref().unwrap().matched[0];
    assert_eq!((matched.text.as_str(), matched.fields.as_slice()), ("清理河道", &[(Field::Lead, 1)][..]));
    assert_eq!(archive.search("云溪", Options::default()).hits[0].why, None);
}

#[test]
fn words_that_stand_together_come_first_and_then_the_newer() {
    let apart = format!("题\n云溪在这里。{}培训在那里。", "别的话。".repeat(10));
    let together = format!("题\n云溪培训在这里。{}别的在那里。", "别的话。".repeat(10));
    let mut documents =
        vec![document("a", "云溪县", &apart), document("b", "云溪县", &together), document("c", "云溪县", &apart)];
    documents[2].date = "2024-05".parse().ok();
    assert_eq!(ids(&archive(&documents).search("云溪 培训", Options::default())), ["b", "c", "a"]);
}
