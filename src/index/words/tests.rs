use super::pinyin::Fit;
use super::{Entry, Words};
use crate::format::Decoder;
use crate::model::{Vocabulary, Word, WordKind};

fn words() -> Words {
    let word = |text: &str, kind, articles| Word { text: text.into(), kind, articles };
    let mut list = vec![
        word("云溪", WordKind::County, 5),
        word("单云", WordKind::Person, 1),
        word("清溪行动", WordKind::Initiative, 3),
        word("行动", WordKind::Word, 9),
        word("清溪", WordKind::Word, 2),
        word("允许", WordKind::Word, 7),
    ];
    list.sort_by(|a, b| a.text.cmp(&b.text));
    let mut readings: Vec<(char, Vec<String>)> = [
        ("云", "yun"),
        ("溪", "xi"),
        ("单", "dan shan"),
        ("清", "qing"),
        ("行", "xing hang"),
        ("动", "dong"),
        ("允", "yun"),
        ("许", "xu"),
    ]
    .map(|(c, all)| (c.chars().next().unwrap(), all.split(' ').map(str::to_owned).collect()))
    .to_vec();
    readings.sort();
    Words::read(&mut Decoder::new(&super::encode(&Vocabulary { words: list, readings })))
}

/// Words as they were written.
fn told(words: &Words, some: &[&Entry]) -> Vec<Word> {
    let word = |word: &&Entry| Word { text: words.text(word).to_owned(), kind: word.kind, articles: word.articles };
    some.iter().map(word).collect()
}

/// Words of two characters and names of three, of which some are read in two ways.
fn many() -> Vocabulary {
    let chars: Vec<char> = ('一'..).take(64).collect();
    let syllable = |at: usize| ["bei", "jing", "xi", "zhu", "an", "shan", "dan", "le", "yue"][at % 9].to_owned();
    let readings = (0..).zip(&chars).filter(|(at, _)| at % 11 > 0);
    let readings = readings.map(|(at, &c)| {
        let other = (at % 4 == 0).then(|| syllable(at / 4 + 1)).filter(|other| *other != syllable(at));
        (c, [syllable(at)].into_iter().chain(other).collect())
    });
    let mut words = Vec::new();
    for (at, &first) in chars.iter().enumerate() {
        for (to, &second) in chars.iter().enumerate() {
            let mut text = String::from_iter([first, second]);
            let is_name = (at * 7 + to) % 5 == 0;
            text.extend(is_name.then(|| chars[(at + to) % 64]));
            let kind = if is_name { WordKind::Initiative } else { WordKind::Word };
            words.push(Word { text, kind, articles: (at * 64 + to * 31) as u32 % 97 + 1 });
        }
    }
    words.sort_by(|a, b| a.text.cmp(&b.text));
    Vocabulary { readings: readings.collect(), words }
}

#[test]
fn what_is_typed_is_completed_from_few_files() {
    let vocabulary = many();
    let whole = Words::read(&mut Decoder::new(&super::encode(&vocabulary)));
    let files = super::write(&vocabulary);
    let count = files.len() as u32;
    assert!(count > 1);
    let all: usize = files.iter().map(Vec::len).sum();
    for typed in ["一", "丁", "一丁", "丌不", "七三上", "x", "xi", "s", "shanle", "yj", "dan", "'an", "囗"] {
        let (mut words, mut bytes) = (Words::default(), 0);
        let mut read = vec![false; files.len()];
        for _ in 0..2 {
            let wanted: Vec<u32> = (0..count).filter(|&number| words.may_complete(number, typed)).collect();
            for number in wanted {
                let file = &files[number as usize];
                if !std::mem::replace(&mut read[number as usize], true) {
                    bytes += file.len();
                    words.add(number, count, &mut Decoder::new(file));
                }
            }
        }
        let is_pinyin = typed.is_ascii();
        let completing = |words: &Words| told(words, &words.completing(typed, is_pinyin, 9));
        assert_eq!(completing(&words), completing(&whole), "{typed}");
        assert_eq!(told(&words, &words.spelled(typed)), told(&whole, &whole.spelled(typed)), "{typed}");
        assert!(bytes < all / 3, "{typed}: {bytes} of {all}");
    }
    let mut words = Words::default();
    for number in (0..count).rev() {
        words.add(number, count, &mut Decoder::new(&files[number as usize]));
    }
    assert_eq!(told(&words, &words.entries.iter().collect::<Vec<_>>()), vocabulary.words);
    for (c, readings) in &vocabulary.readings {
        assert!(words.readings(*c).iter().map(|reading| words.syllable(reading)).eq(readings), "{c}");
    }
}

#[test]
fn what_begins_or_sounds_so_is_in_few_files() {
    let vocabulary = many();
    let files = super::write(&vocabulary);
    let all = Words::read(&mut Decoder::new(&super::encode(&vocabulary)));
    let first = |word: &Word| word.text.chars().next().unwrap();
    for (c, _) in &vocabulary.readings {
        let of_files = |wanted: &dyn Fn(u32) -> bool| {
            let mut words = Words::default();
            for (number, file) in (0..).zip(&files).filter(|(number, _)| wanted(*number)) {
                words.add(number, files.len() as u32, &mut Decoder::new(file));
            }
            told(&words, &words.entries.iter().collect::<Vec<_>>())
        };
        let these = |wanted: &dyn Fn(char) -> bool, words: &[Word]| {
            words.iter().filter(|word| wanted(first(word))).cloned().collect::<Vec<Word>>()
        };
        let begins = |other: char| other == *c;
        let begun = of_files(&|number| all.may_begin(number, *c));
        assert_eq!(these(&begins, &begun), these(&begins, &vocabulary.words), "{c}");
        let sounds = |other: char| all.sound_alike(other, *c);
        let sounding = of_files(&|number| all.may_sound(number, *c));
        assert_eq!(these(&sounds, &sounding), these(&sounds, &vocabulary.words), "{c}");
        assert!(begun.len() <= sounding.len() && sounding.len() < vocabulary.words.len() * 2 / 3, "{c}");
    }
}

#[test]
fn found_by_whole_syllables_and_names_by_initials() {
    let words = words();
    let spelled = |letters| words.spelled(letters).iter().map(|word| words.text(word)).collect::<Vec<_>>();
    assert_eq!(spelled("yunxi"), ["云溪"]);
    assert_eq!(spelled("yx"), ["云溪"]);
    assert_eq!(spelled("yunxu"), ["允许"]);
    assert_eq!(spelled("qingxixingdong"), ["清溪行动"]);
    assert_eq!(spelled("shanyun"), ["单云"]);
    assert_eq!(spelled("xd"), Vec::<&str>::new());
    assert_eq!(spelled("yunx"), Vec::<&str>::new());
}

#[test]
fn typing_is_completed_in_characters_and_in_pinyin() {
    let words = words();
    let completing = |typed: &str| {
        let found = words.completing(typed, typed.is_ascii(), 3);
        found.iter().map(|word| words.text(word)).collect::<Vec<_>>()
    };
    assert_eq!(completing("云"), ["云溪"]);
    assert_eq!(completing("清"), ["清溪行动", "清溪"]);
    assert_eq!(completing("行动"), ["清溪行动"]);
    for typed in ["q", "qing", "qingx", "qx", "qingxixing", "qxxd", "qingxixd"] {
        assert_eq!(completing(typed)[0], "清溪行动", "{typed}");
    }
    // Either reading of a surname.
    assert_eq!(completing("shany"), ["单云"]);
    assert_eq!(completing("dy"), ["单云"]);
    assert_eq!(completing("yunxi"), ["云溪"]);
    assert_eq!(completing("yunx"), ["云溪", "允许"]);
    assert_eq!(completing("xq"), Vec::<&str>::new());
    assert_eq!(completing(""), Vec::<&str>::new());
}

/// How letters fit characters, every way tried in turn.
fn slowly(words: &Words, text: &str, letters: &str, so_far: Fit) -> Fit {
    let mut rest = text.chars();
    let Some(c) = rest.next() else {
        let whole = if so_far == Fit::Short { Fit::Short } else { Fit::Whole };
        return if letters.is_empty() { whole } else { Fit::Not };
    };
    if letters.is_empty() {
        return so_far;
    }
    let mut best = Fit::Not;
    for reading in words.readings(c).iter().map(|reading| words.syllable(reading)) {
        for length in (1..=reading.len()).filter(|&length| letters.starts_with(&reading[..length])) {
            let (left, whole) = (&letters[length..], length == reading.len());
            let fits = if whole || left.is_empty() { so_far } else { Fit::Short };
            let ends = left.is_empty() && !whole && rest.as_str().is_empty();
            let fit = slowly(words, rest.as_str(), left, fits);
            best = best.min(if ends { fit.max(Fit::Begun) } else { fit });
        }
    }
    best
}

proptest::proptest! {
    #[test]
    fn letters_fit_as_in_the_best_of_all_ways(text in "[云溪单行许]{1,4}", letters in "[yunxidahgsq]{1,8}", at in 0..4usize) {
        let words = words();
        let spelled: String = text.chars().map(|c| words.syllable(&words.readings(c)[0])).collect();
        for letters in [&letters, &spelled, &spelled[..spelled.len() - at.min(spelled.len())]] {
            let fit = if letters.is_empty() { continue } else { words.fit(&text, letters) };
            proptest::prop_assert_eq!(fit, slowly(&words, &text, letters, Fit::Begun), "{}", letters);
        }
    }
}

/// Letters that can be shared out in ever so many ways, as only a made-up archive has them.
#[test]
fn letters_are_fitted_in_no_time() {
    let word = Word { text: "云".repeat(200), kind: WordKind::Column, articles: 1 };
    let readings = vec![('云', vec!["aaaaaaaa".to_owned(), "aaaaaaab".to_owned()])];
    let vocabulary = Vocabulary { words: vec![word], readings };
    let words = Words::read(&mut Decoder::new(&super::encode(&vocabulary)));
    assert!(words.completing(&("a".repeat(250) + "c"), true, 3).is_empty());
    assert_eq!(words.completing(&"a".repeat(250), true, 3).len(), 1);
}

#[test]
fn runs_are_cut_by_the_fewest_words() {
    let words = words();
    let cut = |text: &str| {
        let run: Vec<char> = text.chars().collect();
        words.cut(&run).iter().map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(cut("云溪清溪行动"), "云溪 清溪行动");
    assert_eq!(cut("允许行动"), "允许 行动");
    assert_eq!(cut("火星行动"), "火 星 行动");
    assert_eq!(cut(""), "");
}
