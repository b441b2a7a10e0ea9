//! The vocabulary of by-lines.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::ingest::name;
use crate::text::ByChar;

/// What a word of by-lines says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Names follow, of this role.
    Role(Role),
    /// Names stood before or, where none did, follow.
    Either(Role),
    /// Names stood before.
    Closing(Role),
    /// Says nothing of the role.
    Neutral,
    /// The paper's own: a name follows even where its surname is a rare one.
    Own,
    /// Speaks of photographs, with or without a name.
    Photo,
    /// A body; what stands before it in its token is its name: 云溪县委宣传部.
    Body,
}

/// What people are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Reporter,
    Correspondent,
    Photographer,
    Both,
    /// They neither wrote nor took photographs: 策划, 制图.
    Other,
}

/// The vocabulary of by-lines. Where several words match, the longest does.
const WORDS: &[(&str, Word)] = &[
    ("记者", Word::Role(Role::Reporter)),
    ("实习生", Word::Role(Role::Reporter)),
    ("评论员", Word::Role(Role::Reporter)),
    ("作者", Word::Role(Role::Reporter)),
    ("撰稿人", Word::Role(Role::Reporter)),
    ("撰稿", Word::Either(Role::Reporter)),
    ("撰文", Word::Either(Role::Reporter)),
    ("采写", Word::Either(Role::Reporter)),
    ("采访整理", Word::Either(Role::Reporter)),
    ("整理", Word::Either(Role::Reporter)),
    ("报道", Word::Either(Role::Reporter)),
    ("文字", Word::Either(Role::Reporter)),
    ("/文", Word::Either(Role::Reporter)),
    ("文/", Word::Role(Role::Reporter)),
    ("策划", Word::Role(Role::Other)),
    ("统筹", Word::Role(Role::Other)),
    ("制图", Word::Role(Role::Other)),
    ("线索提供", Word::Role(Role::Other)),
    ("提供线索", Word::Closing(Role::Other)),
    ("剪辑", Word::Role(Role::Other)),
    ("通讯员", Word::Role(Role::Correspondent)),
    ("通信员", Word::Role(Role::Correspondent)),
    ("摄影记者", Word::Role(Role::Photographer)),
    ("摄影", Word::Either(Role::Photographer)),
    ("拍摄", Word::Either(Role::Photographer)),
    ("拍摄者", Word::Role(Role::Photographer)),
    ("供图", Word::Either(Role::Photographer)),
    ("翻拍", Word::Closing(Role::Photographer)),
    ("提供", Word::Closing(Role::Photographer)),
    ("图片提供", Word::Either(Role::Photographer)),
    ("/图", Word::Either(Role::Photographer)),
    ("/摄", Word::Either(Role::Photographer)),
    ("/摄影", Word::Either(Role::Photographer)),
    ("图/", Word::Role(Role::Photographer)),
    ("摄/", Word::Role(Role::Photographer)),
    ("摄影/", Word::Role(Role::Photographer)),
    ("文/图", Word::Either(Role::Both)),
    ("图/文", Word::Either(Role::Both)),
    ("/文图", Word::Either(Role::Both)),
    ("/图文", Word::Either(Role::Both)),
    ("文图", Word::Either(Role::Both)),
    ("图文", Word::Either(Role::Both)),
    ("文并图", Word::Either(Role::Both)),
    ("文并摄", Word::Either(Role::Both)),
    ("/文并图", Word::Either(Role::Both)),
    ("摄影报道", Word::Either(Role::Both)),
    ("图文报道", Word::Either(Role::Both)),
    ("文/摄", Word::Either(Role::Both)),
    ("本报", Word::Own),
    ("本刊", Word::Own),
    ("本网", Word::Own),
    ("本台", Word::Own),
    ("首席", Word::Neutral),
    ("见习", Word::Neutral),
    ("实习", Word::Neutral),
    ("特约", Word::Neutral),
    ("特派", Word::Neutral),
    ("融媒体中心", Word::Body),
    ("宣传部", Word::Body),
    ("报道组", Word::Body),
    ("通讯组", Word::Body),
    ("记者站", Word::Body),
    ("供稿", Word::Neutral),
    ("全媒", Word::Neutral),
    ("全媒体", Word::Neutral),
    ("融媒", Word::Neutral),
    ("融媒体", Word::Neutral),
    ("新媒体", Word::Neutral),
    ("资深", Word::Neutral),
    ("主任", Word::Neutral),
    ("高级", Word::Neutral),
    ("联合", Word::Neutral),
    ("新华社", Word::Neutral),
    ("本栏", Word::Neutral),
    ("本版", Word::Neutral),
    ("本组", Word::Neutral),
    ("本文", Word::Neutral),
    ("以上", Word::Neutral),
    ("均由", Word::Neutral),
    ("除署名外", Word::Neutral),
    ("照片", Word::Photo),
    ("图片", Word::Photo),
    ("照片由", Word::Photo),
    ("图片由", Word::Photo),
    ("照片均由", Word::Photo),
    ("图片均由", Word::Photo),
    ("照片均为", Word::Photo),
    ("图片均为", Word::Photo),
    ("资料图片", Word::Photo),
    ("资料照片", Word::Photo),
    ("视觉中国", Word::Photo),
    ("新华社发", Word::Photo),
];

/// The words that are set wide, too: 记 者, 本 报 讯.
const WIDE: [&str; 8] = ["本报讯", "本报", "记者", "通讯员", "实习生", "摄影", "作者", "报道"];

/// A text with the words of by-lines closed up that are set wide in it.
pub(super) fn close_up(text: &str) -> Cow<'_, str> {
    if !text.contains(is_blank) {
        return Cow::Borrowed(text);
    }
    let mut closed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match WIDE.iter().find_map(|word| Some((word, after_wide(rest, word)?))) {
            Some((word, after)) => {
                closed.push_str(word);
                rest = after;
            }
            None => {
                closed.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    Cow::Owned(closed)
}

/// What stands after a word, blanks between its characters aside.
fn after_wide<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut characters = word.chars();
    let rest = text.strip_prefix(characters.next()?)?;
    characters.try_fold(rest, |rest, character| rest.trim_start_matches(is_blank).strip_prefix(character))
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}')
}

/// The endings of the names of bodies, which stand in by-lines before the names of people.
const BODY_ENDINGS: [&str; 29] = [
    "报",
    "新闻",
    "社",
    "台",
    "网",
    "局",
    "委",
    "部",
    "院",
    "校",
    "中心",
    "公司",
    "镇",
    "乡",
    "县",
    "区",
    "市",
    "街道",
    "办",
    "站",
    "大队",
    "支队",
    "协会",
    "客户端",
    "频道",
    "工作室",
    "集团",
    "报业",
    "传媒",
];

/// The first by-line word in a token: where it begins, what it is, its length in bytes. Among words that begin at one
/// place the longest is meant. A single 摄 counts at the token's end.
pub(super) fn next_word(token: &str) -> Option<(usize, Word, usize)> {
    static BY_FIRST: LazyLock<ByChar<(&str, Word)>> = LazyLock::new(|| ByChar::table(WORDS));
    let words = &*BY_FIRST;
    for (at, character) in token.char_indices() {
        let here = &token[at..];
        let longest = words.of(character).filter(|(word, _)| here.starts_with(word)).max_by_key(|(word, _)| word.len());
        if let Some(&(word, meaning)) = longest {
            return Some((at, meaning, word.len()));
        }
        let is_last = here.len() == character.len_utf8();
        if is_last && (character == '摄' || (at == 0 && character == '图')) {
            return Some((at, Word::Either(Role::Photographer), here.len()));
        }
        if is_last && at == 0 && character == '文' {
            return Some((at, Word::Either(Role::Reporter), here.len()));
        }
    }
    None
}

/// Whether this names a body and no person: 青禾日报, 县融媒体中心, 驻云溪.
pub(super) fn is_body(piece: &str) -> bool {
    let piece = piece.trim_matches(['《', '》']);
    let length = piece.chars().count();
    // CICPHOTO/林一舟 摄
    length >= 3 && piece.bytes().all(|byte| byte.is_ascii_alphabetic())
        || piece.ends_with("报") && length >= 2
        || (length >= 3 && BODY_ENDINGS.iter().any(|ending| piece.ends_with(ending)))
        || (length >= 2 && piece.starts_with('驻'))
        || (length >= 3 && piece.ends_with(['村', '馆']) && !name::is_name(piece))
}
