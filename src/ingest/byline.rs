//! By-lines, photo credits, datelines and signatures: who wrote and took what, as newspapers print it.

use super::name;

/// The people a by-line names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// Reporters (记者), and those named without a role.
    pub reporters: Vec<String>,
    /// Correspondents (通讯员).
    pub correspondents: Vec<String>,
    /// Those who took or gave the photographs.
    pub photographers: Vec<String>,
}

/// What a line that names people is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 本报记者 …: before its story, sometimes after it.
    Byline,
    /// … 摄: under a photograph.
    PhotoCredit,
    /// (…): after its story.
    Signature,
}

/// The longest line that is looked at as a by-line, in characters.
const LONGEST: usize = 90;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Names follow, of this role.
    Role(Role),
    /// Names stood before or, where none did, follow.
    Either(Role),
    /// Says nothing of the role.
    Neutral,
    /// The paper's own: a name follows even where its surname is a rare one.
    Own,
    /// Speaks of photographs, with or without a name.
    Photo,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Reporter,
    Correspondent,
    Photographer,
    Both,
}

/// The vocabulary of by-lines. Where several words match, the longest does.
const WORDS: &[(&str, Word)] = &[
    ("记者", Word::Role(Role::Reporter)),
    ("实习生", Word::Role(Role::Reporter)),
    ("评论员", Word::Role(Role::Reporter)),
    ("作者", Word::Role(Role::Reporter)),
    ("撰稿", Word::Either(Role::Reporter)),
    ("撰文", Word::Either(Role::Reporter)),
    ("采写", Word::Either(Role::Reporter)),
    ("整理", Word::Either(Role::Reporter)),
    ("报道", Word::Either(Role::Reporter)),
    ("文字", Word::Either(Role::Reporter)),
    ("/文", Word::Either(Role::Reporter)),
    ("文/", Word::Role(Role::Reporter)),
    ("通讯员", Word::Role(Role::Correspondent)),
    ("通信员", Word::Role(Role::Correspondent)),
    ("摄影记者", Word::Role(Role::Photographer)),
    ("摄影", Word::Either(Role::Photographer)),
    ("拍摄", Word::Either(Role::Photographer)),
    ("供图", Word::Either(Role::Photographer)),
    ("提供", Word::Either(Role::Photographer)),
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
    ("本网", Word::Own),
    ("本台", Word::Own),
    ("首席", Word::Neutral),
    ("见习", Word::Neutral),
    ("实习", Word::Neutral),
    ("特约", Word::Neutral),
    ("特派", Word::Neutral),
    ("全媒体", Word::Neutral),
    ("融媒体", Word::Neutral),
    ("新媒体", Word::Neutral),
    ("资深", Word::Neutral),
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
    ("新华社发", Word::Photo),
];

/// The endings of the names of bodies, which stand in by-lines before the names of people.
const BODY_ENDINGS: [&str; 22] = [
    "报", "社", "台", "网", "局", "委", "部", "院", "校", "中心", "公司", "镇", "乡", "县", "区", "市", "街道", "办",
    "站", "大队", "支队", "协会",
];

/// Reads a whole line as a by-line, credit or signature.
pub fn line(text: &str) -> Option<(Form, Credits)> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let text = without_proof_mark(text.trim().trim_start_matches(['-', '*', '·', '—']).trim());
    let inside = enclosed(text);
    let decorated = text.trim_start_matches(['□', '■', '◎', '●', '○', '◆', '◇', '▲', '△', '★', '☆', '¤', '◙']);
    let is_marked = inside.is_some() || decorated.len() < text.len();
    if inside.is_some_and(is_office) {
        return Some((Form::Signature, Credits::default()));
    }
    let parsed = parse(inside.unwrap_or(decorated))?;
    if !parsed.has_role && !is_marked {
        return None;
    }
    let form = if parsed.is_photo() {
        Form::PhotoCredit
    } else if inside.is_some() {
        Form::Signature
    } else {
        Form::Byline
    };
    Some((form, parsed.credits))
}

/// Reads the beginning of a paragraph that opens a story: `本报讯`, `本报讯(记者X 通讯员Y)`, `本报青禾3月1日电(特派记者X)`,
/// `【本报讯】`, `(记者 X)`. The credits are empty where nobody is named.
pub fn lead(text: &str) -> Option<Credits> {
    let (head, _) = split_at_char(text, LONGEST);
    let bare = head.trim_start_matches(['【', '[', '■', '□', '●', '◆']).trim_start();
    let after = after_dateline(bare);
    let rest = after.unwrap_or(head).trim_start_matches(['】', ']', ' ', '\u{3000}', '　']);
    let bracket = leading_bracket(rest).and_then(parse).filter(|parsed| parsed.has_role && !parsed.is_photo());
    match (after, bracket) {
        (_, Some(parsed)) => Some(parsed.credits),
        (Some(_), None) => Some(Credits::default()),
        (None, None) => None,
    }
}

/// What stands after `本报讯`, `本报…电`, `新华社…电`.
fn after_dateline(text: &str) -> Option<&str> {
    for paper in ["本报", "本网", "本台", "新华社"] {
        let Some(rest) = text.strip_prefix(paper) else { continue };
        let end = rest.char_indices().take(20).find(|&(_, character)| matches!(character, '讯' | '电'))?;
        let between = &rest[..end.0];
        let is_dateline =
            between.chars().all(|c| name::is_han(c) || c.is_ascii_digit() || matches!(c, ' ' | '\u{3000}'))
                && (between.trim().is_empty()
                    || between.contains('日')
                    || between.contains("综合")
                    || between.contains("消息"));
        return is_dateline.then(|| &rest[end.0 + end.1.len_utf8()..]);
    }
    None
}

/// A closing credit and where it begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Tail {
    /// Who is named; nobody where an office signs.
    pub credits: Credits,
    /// Whether it speaks of a photograph alone.
    pub is_photo: bool,
    /// The byte at which the credit begins.
    pub start: usize,
}

/// Reads the end of a paragraph: `…。(记者 X 文/图)`, `…。(X Y)①3`, `…。 本报记者 X 摄`, `…。(青宣)`.
pub fn tail(text: &str) -> Option<Tail> {
    let text = without_proof_mark(text.trim_end());
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    if text.ends_with([')', '）']) {
        let open = from + text[from..].rfind(['(', '（'])?;
        let inside = text[open..].trim_matches(['(', '（', ')', '）']);
        if let Some(parsed) = parse(inside)
            && (parsed.has_role || follows_sentence(&text[..open]))
        {
            return Some(Tail { is_photo: parsed.is_photo(), credits: parsed.credits, start: open });
        }
        let is_office = is_office(inside) && follows_sentence(&text[..open]);
        return is_office.then(|| Tail { credits: Credits::default(), is_photo: false, start: open });
    }
    let ending = ["摄", "供图", "摄影", "提供", "图片", "照片", "摄影报道", "文/图", "图/文", "新华社发"];
    if !ending.iter().any(|ending| text.ends_with(ending)) {
        return None;
    }
    let (at, mark) =
        text[from..].char_indices().rev().find(|&(_, c)| matches!(c, '。' | '！' | '？' | '”' | '…' | '）' | ')'))?;
    let start = from + at + mark.len_utf8();
    let parsed = parse(&text[start..]).filter(|parsed| parsed.has_role && parsed.is_photo())?;
    Some(Tail { credits: parsed.credits, is_photo: true, start })
}

/// An office that signs what it sent in: 宣 (宣传部), 组 (组织部), 融 (融媒体中心) …
fn is_office(text: &str) -> bool {
    const ENDINGS: [char; 8] = ['宣', '组', '办', '融', '讯', '轩', '纪', '文'];
    (2..=6).contains(&text.chars().count()) && text.chars().all(name::is_han) && text.ends_with(ENDINGS)
}

fn follows_sentence(before: &str) -> bool {
    before.trim_end().ends_with(['。', '！', '？', '”', '…', '.', '!', '?', '；'])
}

/// Takes off the mark of the proof-reader: a circled number and the page, as in ①3.
pub fn without_proof_mark(text: &str) -> &str {
    let short = text.trim_end_matches(|character: char| character.is_ascii_digit());
    let is_circled = |character: char| matches!(character, '①'..='⑳' | '❶'..='❿' | '⓪');
    match short.char_indices().next_back() {
        Some((at, mark)) if is_circled(mark) && text.len() - short.len() <= 2 => short[..at].trim_end(),
        _ => text,
    }
}

fn enclosed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['(', '（', '【', '［', '['])?.strip_suffix([')', '）', '】', '］', ']'])?;
    (!inside.contains(['(', '（', ')', '）'])).then_some(inside)
}

fn leading_bracket(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['(', '（'])?;
    Some(&inside[..inside.find([')', '）'])?])
}

fn split_at_char(text: &str, count: usize) -> (&str, &str) {
    text.char_indices().nth(count).map_or((text, ""), |(at, _)| text.split_at(at))
}

struct Parsed {
    credits: Credits,
    has_role: bool,
    speaks_of_photos: bool,
}

impl Parsed {
    fn is_photo(&self) -> bool {
        let writers = self.credits.reporters.len() + self.credits.correspondents.len();
        writers == 0 && (self.speaks_of_photos || !self.credits.photographers.is_empty())
    }
}

/// Names of one role, in pieces as printed.
#[derive(Default)]
struct Group<'a> {
    role: Option<Role>,
    pieces: Vec<&'a str>,
    is_own: bool,
}

/// Reads a text that holds by-line words and names and nothing else; `None` for any other.
fn parse(text: &str) -> Option<Parsed> {
    let mut groups = vec![Group::default()];
    let mut has_role = false;
    let mut speaks_of_photos = false;
    for token in text.split(is_separator).filter(|token| !token.is_empty()) {
        let mut rest = token;
        while !rest.is_empty() {
            let Some((at, word, length)) = next_word(rest) else {
                push_piece(&mut groups, rest);
                break;
            };
            if at > 0 {
                push_piece(&mut groups, &rest[..at]);
            }
            rest = &rest[at + length..];
            let current = groups.last_mut()?;
            match word {
                Word::Neutral => {}
                Word::Own => {
                    if !current.pieces.is_empty() {
                        groups.push(Group::default());
                    }
                    groups.last_mut()?.is_own = true;
                }
                Word::Photo => {
                    speaks_of_photos = true;
                    has_role = true;
                }
                Word::Role(role) => {
                    has_role = true;
                    start_group(&mut groups, role);
                }
                Word::Either(role) => {
                    has_role = true;
                    if current.pieces.is_empty() {
                        current.role.get_or_insert(role);
                    } else if role != Role::Reporter || current.role.is_none() {
                        current.role = Some(role);
                    }
                }
            }
        }
    }
    let mut credits = Credits::default();
    let mut named = false;
    for group in groups {
        named |= file(group, speaks_of_photos, &mut credits)?;
    }
    (named || speaks_of_photos).then_some(Parsed { credits, has_role, speaks_of_photos })
}

/// A new role begins a new group; the body that stands before the word (青禾日报记者) was no name. What is said of the
/// photographs (图/本报记者 …) outranks what the people are.
fn start_group(groups: &mut Vec<Group>, role: Role) {
    let Some(current) = groups.last_mut() else { return };
    if current.pieces.last().is_some_and(|piece| is_body(piece)) {
        current.pieces.pop();
    }
    let is_own = current.is_own;
    if !current.pieces.is_empty() {
        groups.push(Group { role: Some(role), pieces: Vec::new(), is_own });
    } else if !matches!(current.role, Some(Role::Photographer | Role::Both)) {
        current.role = Some(role);
    }
}

fn push_piece<'a>(groups: &mut [Group<'a>], piece: &'a str) {
    if let Some(group) = groups.last_mut() {
        group.pieces.push(piece);
    }
}

/// Files a group's names under its role; whether it had any. `None` where a piece is no name.
fn file(group: Group, of_photos: bool, credits: &mut Credits) -> Option<bool> {
    let pieces: Vec<&str> = group.pieces.iter().copied().filter(|piece| !is_body(piece)).collect();
    let names = name::join(&pieces);
    let is_plausible = |text: &String| {
        let rare = group.is_own && group.role.is_some() && (2..=3).contains(&text.chars().count());
        name::is_name(text) || (rare && text.chars().all(name::is_han))
    };
    if !names.iter().all(is_plausible) {
        return None;
    }
    let any = !names.is_empty();
    match group.role {
        Some(Role::Correspondent) if !of_photos => credits.correspondents.extend(names),
        Some(Role::Photographer) => credits.photographers.extend(names),
        Some(Role::Both) => {
            credits.photographers.extend(names.iter().cloned());
            credits.reporters.extend(names);
        }
        _ if of_photos => credits.photographers.extend(names),
        _ => credits.reporters.extend(names),
    }
    Some(any)
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '、' | '，' | ',' | '；' | ';' | '：' | ':' | '|' | '｜' | '-' | '—' | '。')
}

/// The first by-line word in a token: where it begins, what it is, its length in bytes. Among words that begin at one
/// place the longest is meant. A single 摄 counts at the token's end.
fn next_word(token: &str) -> Option<(usize, Word, usize)> {
    for (at, character) in token.char_indices() {
        let here = &token[at..];
        let longest = WORDS.iter().filter(|(word, _)| here.starts_with(word)).max_by_key(|(word, _)| word.len());
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

fn is_body(piece: &str) -> bool {
    let length = piece.chars().count();
    (length >= 3 && BODY_ENDINGS.iter().any(|ending| piece.ends_with(ending)))
        || (length >= 2 && piece.starts_with('驻'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(credits: &Credits) -> String {
        [&credits.reporters, &credits.correspondents, &credits.photographers].map(|names| names.join(" ")).join("|")
    }

    #[test]
    fn whole_lines() {
        for (text, form, expected) in [
            ("本报记者 林一舟", Form::Byline, "林一舟||"),
            ("本报通讯员 许 岚", Form::Byline, "|许岚|"),
            ("本报记者 林一舟 本报通讯员 许岚 郑小满", Form::Byline, "林一舟|许岚 郑小满|"),
            ("作者：本报记者 林一舟 本报通讯员 许 岚 何 川", Form::Byline, "林一舟|许岚 何川|"),
            ("首席记者 何川", Form::Byline, "何川||"),
            ("□林一舟 何 川", Form::Byline, "林一舟 何川||"),
            ("□ 本报记者 林一舟 文/图", Form::Byline, "林一舟||林一舟"),
            ("文/本报记者 林一舟 图/本报记者 何川", Form::Byline, "林一舟||何川"),
            ("记者 林一舟 通讯员 许岚 摄影报道", Form::Byline, "林一舟 许岚||许岚"),
            ("青禾日报记者 林一舟", Form::Byline, "林一舟||"),
            ("本报记者 林一舟 摄", Form::PhotoCredit, "||林一舟"),
            ("本报记者林一舟摄", Form::PhotoCredit, "||林一舟"),
            ("（本栏照片均由本报记者林一舟摄）", Form::PhotoCredit, "||林一舟"),
            ("- （本栏照片均由本报记者林一舟摄）", Form::PhotoCredit, "||林一舟"),
            ("资料图片", Form::PhotoCredit, "||"),
            ("（本报记者 林一舟）", Form::Signature, "林一舟||"),
            ("(林一舟 何川)", Form::Signature, "林一舟 何川||"),
            ("（青宣）", Form::Signature, "||"),
        ] {
            let (found, credits) = line(text).unwrap_or_else(|| panic!("{text} is a by-line"));
            assert_eq!((found, names(&credits).as_str()), (form, expected), "{text}");
        }
    }

    #[test]
    fn lines_that_are_no_byline() {
        for text in [
            "记者观察",
            "林一舟",
            "记者昨日在云溪县看到，河水清了",
            "（一）",
            "提供服务",
            "本报讯",
            "文图并茂",
            "图说青禾",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }

    #[test]
    fn leads() {
        for (text, expected) in [
            ("本报讯（记者林一舟）近日，河水清了。", "林一舟||"),
            ("本报讯(记者林一舟 通讯员许 岚)3月1日，", "林一舟|许岚|"),
            ("本报讯（记者 林一舟 通讯员 许岚 何川） 近日", "林一舟|许岚 何川|"),
            ("本报讯 近日，河水清了。", "||"),
            ("【本报讯】近日，河水清了。", "||"),
            ("本报青禾3月1日电（特派记者林一舟）全市会议", "林一舟||"),
            ("（记者 林一舟）近日，河水清了。", "林一舟||"),
        ] {
            let credits = lead(text).unwrap_or_else(|| panic!("{text} opens a story"));
            assert_eq!(names(&credits), expected, "{text}");
        }
        for text in ["本报社区版今日与读者见面，电话照旧。", "近日，河水清了。", "（一）提高认识。"]
        {
            assert_eq!(lead(text), None, "{text}");
        }
    }

    #[test]
    fn tails() {
        for (text, expected, is_photo) in [
            ("河水清了。（记者 林一舟 文/图）", "林一舟||林一舟", false),
            ("河水清了。(林一舟 何川)①3", "林一舟 何川||", false),
            ("河水清了。 本报记者 林一舟 摄", "||林一舟", true),
            ("河水清了。（林一舟/文图）", "林一舟||林一舟", false),
            ("河水清了。（青宣）", "||", false),
            ("村民在河边散步（本报记者 林一舟 摄）", "||林一舟", true),
        ] {
            let tail = tail(text).unwrap_or_else(|| panic!("{text} is signed"));
            assert_eq!((names(&tail.credits).as_str(), tail.is_photo), (expected, is_photo), "{text}");
        }
        for text in ["河水清了。", "河水清了（下同）", "共办实事22件（次）", "这些照片由村里拍摄"]
        {
            assert_eq!(tail(text), None, "{text}");
        }
    }
}
