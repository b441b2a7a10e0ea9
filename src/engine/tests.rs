use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::model::{
    Article, Basis, Block, BlockKind, Field, Figure, Info, Initiative, InitiativeKind, MarkKind, NoteKind, NoteReason,
    Related, Sort, Span, Stats, Vocabulary, Word, WordKind,
};
use crate::text::fold;

mod ranking;
mod shown;

/// An article written as lines: the first is its title, `#` begins a section head, the rest are paragraphs.
fn document(id: &str, county: &str, text: &str) -> Document {
    let mut lines = text.lines();
    let title = lines.next().filter(|title| !title.is_empty()).map(str::to_owned);
    let blocks = lines.enumerate().map(|(at, line)| match line.strip_prefix('#') {
        Some(head) => Block::on_line(BlockKind::SectionHead, head, at as u32 + 2),
        None => Block::on_line(BlockKind::Paragraph, line, at as u32 + 2),
    });
    let article = Article {
        title,
        blocks: blocks.collect(),
        county: Some(county.to_owned()),
        year: Some(2024),
        ..Article::default()
    };
    Document { id: id.into(), document: "page.txt".into(), date: "2024-03".parse().ok(), article }
}

fn archive(documents: &[Document]) -> Archive {
    let info = Info { counties: vec!["云溪县".into(), "临汐县".into(), "北山区".into()], ..Info::default() };
    Archive::open(build(info, documents, &vocabulary())).unwrap()
}

/// Words as an archive of these articles would have them.
fn vocabulary() -> Vocabulary {
    let word = |text: &str, kind| Word { text: text.into(), kind, articles: 1 };
    let mut words = vec![
        word("云溪县", WordKind::County),
        word("云溪", WordKind::County),
        word("春雨课堂", WordKind::Initiative),
        word("培训", WordKind::Word),
        word("清溪行动", WordKind::Initiative),
        word("红色家园", WordKind::Initiative),
    ];
    words.sort_by(|a, b| a.text.cmp(&b.text));
    let mut readings: Vec<(char, Vec<String>)> =
        "云yun 溪xi 县xian 春chun 雨yu 课ke 堂tang 培pei 训xun 清qing 行xing 动dong"
            .split(' ')
            .filter_map(|entry| Some((entry.chars().next()?, vec![entry.chars().skip(1).collect()])))
            .collect();
    readings.sort();
    Vocabulary { words, readings }
}

fn small() -> Archive {
    archive(&[
        document(
            "a",
            "云溪县",
            "云溪县：“清溪行动”见成效\n近日，云溪县清理河道6条，受益2000余人。\n#治理有方\n他们说：“问題解决了。”",
        ),
        document(
            "b",
            "临汐县",
            "临汐县办好“春雨课堂”\n临汐县开展电商培训8场，使用ABC平台。\n培训后，有人到云溪县交流。",
        ),
        document("c", "云溪县", "\n“红色家园”品牌在云溪县\n落地，5mm钢板也用上了。"),
    ])
}

fn ids(answer: &crate::model::Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.id.as_str()).collect()
}

#[track_caller]
fn check(query: &str, expect: &[&str]) {
    let answer = small().search(query, Options::default());
    assert_eq!(ids(&answer).into_iter().collect::<BTreeSet<_>>(), expect.iter().copied().collect(), "{query}");
    assert_eq!(answer.total as usize, expect.len());
}

#[test]
fn words_are_joined_and_excluded() {
    check("", &["a", "b", "c"]);
    check("云溪", &["a", "b", "c"]);
    check("云溪 培训", &["b"]);
    check("云溪 -培训", &["a", "c"]);
    check("-培训", &["a", "c"]);
    check("县:云溪 云溪", &["a", "c"]);
    check("-县:云溪", &["b"]);
    check("县:云溪 县:临汐", &["a", "b", "c"]);
    check("题:云溪县", &["a"]);
    check("题:受益", &[]);
    check("题：受了", &[]);
    check("年:2024 钢", &["c"]);
    check("火星", &[]);
    check("\"云溪 培训\"", &[]);
}

#[test]
fn every_written_form_is_the_same_query() {
    for query in ["问题", "問題", "问題", "\"問题\""] {
        check(query, &["a"]);
    }
    for query in ["abc", "ABC", "ＡＢＣ", "bc", "用abc平台"] {
        check(query, &["b"]);
    }
}

#[test]
fn runs_are_found_across_lines_and_punctuation_and_nowhere_else() {
    check("在云溪县落地", &["c"]);
    check("说：“问", &["a"]);
    check("家园”品", &["c"]);
    check("5mm", &["c"]);
    check("mm钢", &["c"]);
    check("m钢板", &["c"]);
    check("溪行动见", &[]);
    check("成效近日", &["a"]);
    check("县：“清溪", &["a"]);
    check("，", &["a", "b", "c"]);
    check("%", &[]);
}

#[test]
fn a_rare_form_that_is_printed_leads_to_the_common_one() {
    let archive = archive(&[document("a", "云溪县", "𤍠闹里"), document("b", "云溪县", "热闹里")]);
    for query in ["热闹里", "𤍠闹里"] {
        assert_eq!(archive.search(query, Options::default()).total, 2, "{query}");
    }
}

#[test]
fn what_was_not_found_whole_is_found_in_part_and_said() {
    let answer = small().search("云溪 清溪行动 培训8场", Options::default());
    assert_eq!(ids(&answer).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["a", "b"]));
    assert_eq!(answer.notes[0].kind, NoteKind::Ignored);
    // A phrase is never given up.
    check("云溪 \"清溪行动\" 培训8场", &["a"]);
    // Punctuation that the articles do not have.
    let answer = small().search("清溪行动？", Options::default());
    assert_eq!(ids(&answer), ["a"]);
    assert_eq!(answer.notes.len(), 1);
}

#[test]
fn pinyin_finds_words_of_the_archive_and_says_so() {
    for query in ["yunxi", "YunXi", "yun xi", "yx", "云溪"] {
        check(query, &["a", "b", "c"]);
    }
    check("chun yu ketang", &["b"]);
    check("yunxi 钢板", &["c"]);
    check("yuncun", &[]);
    let answer = small().search("chunyuketang", Options::default());
    assert_eq!(answer.notes[0].kind, NoteKind::Corrected);
    assert_eq!(answer.notes[0].suggestion.as_deref(), Some("春雨课堂"));
    assert_eq!(answer.hits[0].title_highlights, [(6, 10)]);
}

#[test]
fn one_unknown_word_finds_nothing_and_a_cut_is_only_offered() {
    let answer = small().search("云溪培训", Options::default());
    assert_eq!(answer.total, 0);
    assert_eq!(answer.notes[0].suggestion.as_deref(), Some("云溪 培训"));
    check("云溪学", &[]);
    check("\"云溪县清溪行动见到成效\"", &[]);
}

#[test]
fn unknown_filters_are_told_and_cost_nothing() {
    let answer = small().search("云溪 颜色:红", Options::default());
    assert_eq!(answer.total, 3);
    assert_eq!(answer.notes[0].kind, NoteKind::UnknownFilter);
    let copied = small().search("云溪县：“清", Options::default());
    assert_eq!(ids(&copied), ["a"]);
    assert_eq!(copied.notes, []);
    let nowhere = small().search("县:火星", Options::default());
    assert_eq!((nowhere.total, nowhere.notes[0].kind), (0, NoteKind::UnknownFilter));
}

#[test]
fn facets_count_hits_and_choices_what_others_would_give() {
    let answer = small().search("云溪 县:临汐县", Options::default());
    assert_eq!(answer.facets.county, [("临汐县".to_owned(), 1)]);
    assert_eq!(answer.choices.county, [("云溪县".to_owned(), 2), ("临汐县".to_owned(), 1)]);
    assert_eq!(answer.choices.year, [(2024, 1)]);
}

#[test]
fn what_looks_like_a_title_filter_may_be_copied() {
    let archive =
        archive(&[document("a", "云溪县", "某事\n这一道题：难在起步。"), document("b", "云溪县", "难在起步\n别的话")]);
    assert_eq!(ids(&archive.search("题：难在起", Options::default())), ["b"]);
    assert_eq!(ids(&archive.search("道题：难", Options::default())), ["a"]);
    assert_eq!(ids(&archive.search("题：难在起步。", Options::default())), ["a"]);
}

#[test]
fn an_altered_archive_never_opens() {
    let good = build(Info::default(), &[document("a", "云溪县", "题\n文")], &vocabulary());
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1;
        assert!(Archive::open(bad).is_err(), "byte {at}");
    }
}

#[test]
fn an_empty_archive_answers() {
    let archive = archive(&[]);
    assert_eq!(archive.search("云溪", Options::default()).total, 0);
    assert_eq!(archive.search("", Options::default()).total, 0);
    assert_eq!(archive.stats("").by_county.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    // Characters that stress folding, runs, words and gaps alike, few enough to meet again.
    /// The oracle: fold everything, join the paragraphs, and look.
    #[test]
    fn a_phrase_is_found_exactly_where_a_plain_scan_finds_it(
        texts in proptest::collection::vec("[红色家園园县縣，“”a-cA1１ \\n#]{0,40}", 1..6),
        wanted in "[红色家園园县縣，a-cA1１ ]{1,5}",
    ) {
        let documents: Vec<Document> =
            texts.iter().enumerate().map(|(at, text)| document(&at.to_string(), "云溪县", text)).collect();
        let needle = fold(&wanted);
        let expect: Vec<String> = documents
            .iter()
            .filter(|document| {
                let title = fold(document.article.title.as_deref().unwrap_or_default());
                let body: String = document.article.blocks.iter().map(|block| fold(&block.text)).collect();
                (title + &body).contains(&needle)
            })
            .map(|document| document.id.clone())
            .collect();
        let answer = archive(&documents).search(&format!("\"{wanted}\""), Options { limit: 100, ..Options::default() });
        let mut found: Vec<String> = answer.hits.iter().map(|hit| hit.id.clone()).collect();
        found.sort();
        prop_assert_eq!(&found, &expect);
        for hit in &answer.hits {
            let marked = hit.snippet.highlights.len() + hit.title_highlights.len();
            prop_assert!(marked > 0, "{} has nothing marked", hit.id);
        }
    }
}

#[test]
fn a_word_that_sounds_the_same_is_offered_and_never_mixed_in() {
    let archive = archive_with_words();
    for (typed, meant) in
        [("芸溪", "云溪"), ("春雨客堂", "春雨课堂"), ("轻溪行动", "清溪行动"), ("清河行动", "清溪行动")]
    {
        let answer = archive.search(typed, Options::default());
        assert_eq!(answer.total, 0, "{typed}");
        assert_eq!(answer.notes[0].kind, NoteKind::Corrected);
        assert_eq!(answer.notes[0].suggestion.as_deref(), Some(meant), "{typed}");
    }
    // Beside other words it takes its place in the whole query.
    let answer = archive.search("芸溪 -外卖 \"河道\"", Options::default());
    assert_eq!(answer.notes[0].suggestion.as_deref(), Some("云溪 -外卖 \"河道\""));
    assert_eq!(archive.search("火星", Options::default()).notes, []);
}

/// The small archive with readings for characters that its words do not have.
fn archive_with_words() -> Archive {
    let mut vocabulary = vocabulary();
    let more = [('芸', "yun"), ('客', "ke"), ('轻', "qing"), ('河', "he")];
    vocabulary.readings.extend(more.map(|(c, reading)| (c, vec![reading.to_owned()])));
    vocabulary.readings.sort();
    Archive::open(build(Info::default(), &shown::documents(&small()), &vocabulary)).unwrap()
}

#[test]
fn an_open_quote_is_left_out_and_said() {
    for query in ["\"清溪行动", "“清理河道", "清理河道\""] {
        let answer = small().search(query, Options::default());
        assert_eq!(ids(&answer), ["a"], "{query}");
        assert_eq!(answer.notes.len(), 1);
        assert_eq!(answer.notes[0].kind, NoteKind::Ignored);
    }
    // As it stands in an article it is no mistake.
    assert_eq!(small().search("“清溪", Options::default()).notes, []);
}

#[test]
fn typing_is_completed_and_what_stands_before_stays() {
    let archive = small();
    let queries = |text: &str| archive.suggest(text, 3).into_iter().map(|word| word.query).collect::<Vec<_>>();
    assert_eq!(queries("清"), ["清溪行动"]);
    assert_eq!(queries("云溪 清"), ["云溪 清溪行动"]);
    assert_eq!(queries("县:云溪县 chun yu"), ["县:云溪县 春雨课堂"]);
    assert_eq!(queries("hsj"), Vec::<String>::new());
    assert_eq!(queries("云溪 "), Vec::<String>::new());
    assert_eq!(queries(""), Vec::<String>::new());
    assert_eq!(archive.suggest("清", 0), []);
}

/// A condition that an oracle can check on an article by itself.
fn holds(condition: &str, text: &str, county: &str) -> bool {
    match condition.strip_prefix('-') {
        Some(inner) => !holds(inner, text, county),
        None => match condition.strip_prefix("县:") {
            Some(name) => county == name,
            None => text.contains(&fold(condition.trim_matches('"'))),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Words, phrases, exclusions and filters together, in every written form, against a plain scan; and what is marked is
    /// what was looked for.
    #[test]
    fn a_query_finds_what_an_oracle_finds_and_marks_it(
        articles in proptest::collection::vec(("[溪園园縣县aA１1，]{0,12}", "[溪園园縣县aA１1，\\n]{0,30}", 0..2usize), 1..6),
        words in proptest::collection::vec("[-]?(\"[溪園园县aＡ1，]{1,3}\"|[溪园縣县]{1,3}|[a1]{1,2}|县:(云溪县|临汐县))", 1..4),
    ) {
        let county = |at: usize| ["云溪县", "临汐县"][at];
        let documents: Vec<Document> = articles.iter().enumerate().map(|(at, (title, body, place))| {
            document(&at.to_string(), county(*place), &format!("{title}\n{body}"))
        }).collect();
        let is_county = |word: &str| word.contains("县:");
        let excluded = |word: &&String| word.starts_with('-');
        let text = |document: &Document| {
            let body: String = document.article.blocks.iter().map(|block| fold(&block.text)).collect();
            fold(document.article.title.as_deref().unwrap_or_default()) + &body
        };
        let counties: Vec<&String> = words.iter().filter(|word| is_county(word) && !excluded(word)).collect();
        let passes = |document: &Document| {
            let its = document.article.county.as_deref().unwrap_or_default();
            let all = words.iter().filter(|word| !is_county(word) || excluded(word));
            all.clone().all(|word| holds(word, &text(document), its))
                && (counties.is_empty() || counties.iter().any(|word| holds(word, "", its)))
        };
        let expect: Vec<&str> =
            documents.iter().filter(|document| passes(document)).map(|document| document.id.as_str()).collect();
        let found = archive(&documents).search(&words.join(" "), Options { limit: 100, ..Options::default() });
        // Where no article has all words the nearest follow, and a note says so.
        if found.notes.is_empty() {
            let mut ids = ids(&found);
            ids.sort();
            prop_assert_eq!(ids, expect);
        } else {
            prop_assert!(expect.is_empty() || found.notes.iter().all(|note| note.kind == NoteKind::UnknownFilter));
        }
        if found.notes.is_empty() {
            let wanted: Vec<String> = (words.iter())
                .filter(|word| !excluded(word) && !is_county(word))
                .map(|word| fold(word.trim_matches('"')))
                .collect();
            for hit in &found.hits {
                let title = (hit.title.clone().unwrap_or_default(), &hit.title_highlights);
                for (text, marks) in [title, (hit.snippet.text.clone(), &hit.snippet.highlights)] {
                    let chars: Vec<char> = fold(&text).chars().collect();
                    for at in 0..chars.len() as u32 {
                        let marked = marks.iter().any(|&(start, end)| start <= at && at < end);
                        let stands = wanted.iter().any(|word| {
                            let word: Vec<char> = word.chars().collect();
                            (0..word.len()).any(|back| {
                                let start = (at as usize).checked_sub(back);
                                start.is_some_and(|start| chars[start..].starts_with(&word))
                            })
                        });
                        // A match may reach over the end of the stretch that is shown.
                        prop_assert!(marked || !stands, "{} {at} of {text}", words.join(" "));
                    }
                }
            }
        }
    }
}

#[test]
fn a_folding_that_makes_no_sense_is_refused() {
    let bytes = build(Info::default(), &[document("1", "云溪县", "問題\n縣裡的事")], &vocabulary());
    let reader = crate::format::Reader::open(&bytes).unwrap();
    let with = |folding: &[u8]| {
        let mut archive = crate::format::Writer::new();
        for (kind, _) in reader.sections() {
            let kept = reader.section(kind).unwrap();
            archive.section(kind, if kind == crate::format::Kind::FOLDING { folding } else { kept }.to_vec());
        }
        Archive::open(archive.finish())
    };
    let whole = reader.section(crate::format::Kind::FOLDING).unwrap();
    assert_eq!(with(whole).unwrap().search("问题", Options::default()).total, 1);
    for cut in 0..whole.len() {
        assert_eq!(with(&whole[..cut]).unwrap_err().code(), "corrupt", "{cut} bytes");
    }
}
