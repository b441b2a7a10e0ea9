//! The loops in which the time goes: `cargo bench`. The text is made by chance, the same in every run; how Baoyan does on
//! real articles, beside others, is what `./dev bench` tells.

use baoyan::engine::{Archive, Options, build};
use baoyan::index::documents::Document;
use baoyan::index::postings::{Postings, RowWriter};
use baoyan::model::{Article, Block, BlockKind, Info, Vocabulary};
use baoyan::text::{Folding, cut, fold};
use divan::counter::{CharsCount, ItemsCount};
use divan::{Bencher, black_box};

const SIZES: [usize; 2] = [100, 1_000];
const WORDS: u64 = 20_000;
const PARAGRAPHS: u64 = 8;
/// Words between two marks of punctuation.
const CLAUSE: u64 = 6;

fn main() {
    divan::main();
}

/// Chance that is the same everywhere (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// A number below `limit`, each as often as a language has the word of that rank (Zipf).
    fn rank(&mut self, limit: u64) -> u64 {
        let share = self.next() as f64 / u64::MAX as f64;
        (limit as f64).powf(share) as u64 - 1
    }

    /// A word of one to three Han characters, always the same one for a rank.
    fn word(&mut self) -> String {
        let mut letters = Chance(self.rank(WORDS));
        let length = 1 + letters.below(3);
        (0..length).filter_map(|_| char::from_u32(0x4e00 + letters.rank(4_000) as u32)).collect()
    }

    fn paragraph(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..1 + self.below(2 * CLAUSE) {
            (0..1 + self.below(2 * CLAUSE)).for_each(|_| text += &self.word());
            text.push('，');
        }
        text.pop();
        text + "１２３万元。"
    }
}

fn documents(count: usize) -> Vec<Document> {
    let mut chance = Chance(7);
    let mut document = |number: usize| {
        let paragraphs = (0..1 + chance.below(2 * PARAGRAPHS))
            .map(|line| Block::on_line(BlockKind::Paragraph, chance.paragraph(), line as u32 + 2))
            .collect();
        let article = Article { title: Some(chance.word() + &chance.word()), blocks: paragraphs, ..Article::default() };
        Document { id: number.to_string(), document: "chance.txt".into(), date: "2024-03".parse().ok(), article }
    };
    (0..count).map(&mut document).collect()
}

fn characters(documents: &[Document]) -> usize {
    documents.iter().flat_map(|document| &document.article.blocks).map(|block| block.text.chars().count()).sum()
}

fn bytes(documents: &[Document]) -> Vec<u8> {
    build(Info::default(), documents, &Vocabulary::default())
}

#[divan::bench]
fn fold_and_cut(bencher: Bencher) {
    let mut chance = Chance(1);
    let text: String = (0..1_000).map(|_| chance.paragraph()).collect();
    bencher.counter(CharsCount::of_str(&text)).bench(|| {
        let folded: Vec<char> = fold(black_box(&text)).chars().collect();
        cut(&folded, |at, term| {
            black_box((at, term));
        });
    });
}

#[divan::bench(args = SIZES)]
fn postings_of(bencher: Bencher, count: usize) {
    let documents = documents(count);
    bencher.counter(CharsCount::new(characters(&documents))).bench(|| {
        let mut row = RowWriter::new("", Folding::whole());
        black_box(&documents).iter().for_each(|document| row.add(document));
        Postings::of(row.finish())
    });
}

#[divan::bench(args = SIZES)]
fn build_archive(bencher: Bencher, count: usize) {
    let documents = documents(count);
    bencher.counter(CharsCount::new(characters(&documents))).bench(|| bytes(black_box(&documents)));
}

#[divan::bench(args = SIZES)]
fn open_archive(bencher: Bencher, count: usize) {
    let documents = documents(count);
    let bytes = bytes(&documents);
    bencher.counter(CharsCount::new(characters(&documents))).bench(|| Archive::open(black_box(&bytes).clone()));
}

/// A word, two words, and a row of characters, all taken from an article.
#[divan::bench(args = SIZES)]
fn search(bencher: Bencher, count: usize) {
    let documents = documents(count);
    let archive = Archive::open(bytes(&documents)).expect("an archive opens that was just built");
    let mut chance = Chance(3);
    let (one, two) = (chance.word(), chance.word());
    let row: String = documents[count / 2].article.blocks[0].text.chars().take(6).collect();
    let queries = [one.clone(), format!("{one} {two}"), row];
    bencher.counter(ItemsCount::new(queries.len())).bench_local(|| {
        for query in &queries {
            black_box(archive.search(black_box(query), Options::default()));
        }
    });
}
