//! Archives as earlier versions wrote them are opened for ever. Each version that changes the bytes adds its own, written by this
//! test where `BAOYAN_WRITE_FORMATS` is set.

use std::fs;
use std::path::{Path, PathBuf};

use baoyan::engine::{self, ENTRY, Options, Session};
use baoyan::index::documents::Document;
use baoyan::model::{Article, Basis, Block, BlockKind, Info, Initiative, Span, Vocabulary, Word, WordKind};

fn folder(form: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats/1").join(form)
}

fn documents() -> Vec<Document> {
    let initiative = Initiative {
        name: "“清溪行动”".into(),
        year: Some(2024),
        year_basis: Basis::Issue,
        line: 4,
        span: Span { block: 0, start: 3, end: 9 },
        county: Some("云溪县".into()),
        ..Initiative::default()
    };
    let article = |order, title: &str, text: &str| Article {
        order,
        title: Some(title.into()),
        start_line: 3,
        end_line: 4,
        blocks: vec![Block::on_line(BlockKind::Paragraph, text, 4)],
        county: Some("云溪县".into()),
        year: Some(2024),
        year_basis: Basis::Issue,
        ..Article::default()
    };
    let articles = [
        Article {
            initiatives: vec![initiative],
            ..article(1, "云溪县整治河道", "县里的“清溪行动”清理河道6条，用上ABC平台。")
        },
        article(2, "果农学技术", "临汐县的讲师来到田间，培训果农300余名。"),
    ];
    let document = |article: Article| Document {
        id: format!("page.txt#{}", article.order),
        document: "page.txt".into(),
        date: "2024-03-05".parse().ok(),
        article,
    };
    articles.map(document).to_vec()
}

fn write() {
    let info =
        Info {
            region: Some("青禾市".into()), counties: vec!["云溪县".into(), "临汐县".into()], ..Info::default()
        };
    let word = Word { text: "河道".into(), kind: WordKind::Word, articles: 1 };
    let vocabulary =
        Vocabulary { words: vec![word], readings: vec![('河', vec!["he".into()]), ('道', vec!["dao".into()])] };
    fs::create_dir_all(folder("whole")).unwrap();
    fs::write(folder("whole").join(ENTRY), engine::build(info.clone(), &documents(), &vocabulary)).unwrap();
    let _ = fs::remove_dir_all(folder("by-need"));
    for (name, bytes) in engine::publish(info, &documents(), &vocabulary) {
        let path = folder("by-need").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn archives_of_format_1_open() {
    if std::env::var_os("BAOYAN_WRITE_FORMATS").is_some() {
        write();
    }
    for form in ["whole", "by-need"] {
        let folder = folder(form);
        let mut session = Session::open(fs::read(folder.join(ENTRY)).unwrap()).unwrap();
        let mut fetch =
            |name: engine::PartName| -> anyhow::Result<Vec<u8>> { Ok(fs::read(folder.join(name.to_string()))?) };
        for (query, id) in
            [("清理河道", "page.txt#1"), ("abc", "page.txt#1"), ("果农", "page.txt#2"), ("hedao", "page.txt#1")]
        {
            let answer = session.answer(|archive| archive.search(query, Options::default()), &mut fetch).unwrap();
            assert_eq!(answer.hits.iter().map(|hit| &*hit.id).collect::<Vec<_>>(), [id], "{form}: {query}");
        }
        let stats = session.answer(|archive| archive.stats(""), &mut fetch).unwrap();
        assert_eq!((stats.articles, stats.initiatives), (2, 1), "{form}");
        for document in documents() {
            let reading = session.answer(|archive| archive.article(&document.id, ""), &mut fetch).unwrap().unwrap();
            assert_eq!(reading.passages[0].text, document.article.blocks[0].text, "{form}");
        }
    }
}
