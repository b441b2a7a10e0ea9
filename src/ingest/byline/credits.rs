//! Names and the roles that by-line words give them.

use super::words::{Role, Word, is_body, next_word};
use crate::ingest::name;

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

/// A text of by-line words and names.
#[derive(Debug)]
pub(super) struct Parsed {
    pub credits: Credits,
    /// Whether a word says what the people are.
    pub has_role: bool,
    speaks_of_photos: bool,
}

impl Parsed {
    /// Whether it speaks of photographs alone.
    pub fn is_photo(&self) -> bool {
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
    /// They took the photographs as well: 通讯员 … 文/图.
    took_photos: bool,
}

impl Group<'_> {
    /// Whether no word has said that they did something else.
    fn may_take_photos(&self) -> bool {
        matches!(self.role, None | Some(Role::Reporter | Role::Correspondent | Role::Photographer)) && !self.took_photos
    }
}

/// Whether a text has any word of by-lines.
pub(super) fn has_word(text: &str) -> bool {
    text.split(is_separator).any(|token| next_word(token).is_some())
}

/// Reads a text that holds by-line words and names and nothing else; `None` for any other.
pub(super) fn parse(text: &str) -> Option<Parsed> {
    let mut groups = vec![Group::default()];
    let mut has_role = false;
    let mut speaks_of_photos = false;
    // 林一舟 文 图: one word after the other.
    let mut closed_as = None;
    // 记者 林一舟 通讯员 许岚 摄: where nothing says who wrote, all of them took the photograph.
    let is_shared = text.ends_with('摄') && !text.contains(['文', '/', '／', '图', '写', '稿']);
    // ①②林一舟 ③许 岚 摄: which of the photographs each took.
    let is_counted = text.starts_with(is_circled);
    let is_parted = |c: char| is_separator(c) || is_counted && is_circled(c);
    let mut tokens = text.split(is_parted).filter(|token| !token.is_empty()).peekable();
    while let Some(token) = tokens.next() {
        let mut rest = token;
        // 许 岚 文 清: a surname that is a word of by-lines, too.
        let is_single = |token: &str| token.chars().count() == 1;
        let after_names = groups.last().is_some_and(|group| group.pieces.last().is_some_and(|piece| is_single(piece)));
        if token == "文" && after_names && tokens.peek().is_some_and(|next| is_single(next) && *next != "图") {
            push_piece(&mut groups, token);
            continue;
        }
        if let Some(body) =
            ["供图", "提供"].iter().find_map(|word| token.strip_suffix(word)).filter(|body| is_body(body))
        {
            push_piece(&mut groups, body);
            rest = &token[body.len()..];
        }
        while !rest.is_empty() {
            let Some((at, word, length)) = next_word(rest) else {
                push_piece(&mut groups, rest);
                break;
            };
            // 青报记者 林一舟: the paper, called by two characters.
            let is_first = groups.iter().all(|group| group.pieces.is_empty()) && rest.len() == token.len();
            let ends_token = at + length == rest.len() && tokens.peek().is_some();
            let is_paper =
                is_first && ends_token && word == Word::Role(Role::Reporter) && rest[..at].chars().count() == 2;
            if at > 0 && word != Word::Body && !is_paper && !is_place_of_report(&groups, &rest[at..]) {
                push_piece(&mut groups, &rest[..at]);
            }
            let closes = rest[at..].starts_with('/');
            rest = &rest[at + length..];
            let mut names_follow = || {
                let is_name = |text: &str| next_word(text).is_none_or(|(at, ..)| at > 0);
                if rest.is_empty() { tokens.peek().is_some_and(|next| is_name(next)) } else { is_name(rest) }
            };
            let current = groups.last_mut()?;
            let follows = closed_as.take();
            match word {
                Word::Neutral | Word::Body => {}
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
                Word::Closing(_) if current.pieces.is_empty() => return None,
                Word::Closing(role) => {
                    has_role = true;
                    current.role = Some(role);
                }
                Word::Role(role) => {
                    has_role = true;
                    start_group(&mut groups, role);
                }
                Word::Either(role) => {
                    has_role = true;
                    if role == Role::Both && current.role == Some(Role::Correspondent) && !current.pieces.is_empty() {
                        current.took_photos = true;
                    } else if current.pieces.is_empty() {
                        // 文、图：林一舟.
                        let both = current.role == Some(Role::Reporter) && role == Role::Photographer;
                        current.role = Some(if both { Role::Both } else { current.role.unwrap_or(role) });
                    } else if follows == Some(Role::Reporter) && role == Role::Photographer {
                        current.role = Some(Role::Both);
                    } else if role == Role::Photographer && closes {
                        // 记者 何川/图 林一舟/文.
                        current.role = Some(role);
                        groups.push(Group::default());
                    } else if role != Role::Both && names_follow() {
                        // 林一舟 文 何川 图 says it after each name, 记者 林一舟 摄影 何川 before.
                        let is_before = current.role.is_some() && role == Role::Photographer;
                        current.role.get_or_insert(role);
                        groups.push(Group { role: is_before.then_some(role), ..Group::default() });
                    } else if role != Role::Reporter || current.role.is_none() {
                        current.role = Some(role);
                    }
                    closed_as = Some(role).filter(|_| !names_follow());
                }
            }
        }
    }
    // 县融媒体中心供图: a body gave the photograph. 本报记者, 本报评论员: a by-line although it names nobody.
    let is_of_body = |group: &Group| group.role == Some(Role::Photographer) && !group.pieces.is_empty();
    speaks_of_photos |= groups.iter().any(|group| is_of_body(group) && group.pieces.iter().all(|piece| is_body(piece)));
    let names_nobody = has_role && groups.iter().any(|group| group.is_own);
    let mut credits = Credits::default();
    let mut named = false;
    let is_known =
        |group: &Group| group.role.is_some() && name::join(&group.pieces).iter().any(|name| name::is_name(name));
    let is_among_names = groups.iter().any(is_known);
    let all_took = is_shared && groups.iter().filter(|group| !group.pieces.is_empty()).all(Group::may_take_photos);
    for group in groups {
        let group = if all_took { Group { role: Some(Role::Photographer), ..group } } else { group };
        named |= file(group, is_among_names, speaks_of_photos, &mut credits)?;
    }
    (named || speaks_of_photos || names_nobody).then_some(Parsed { credits, has_role, speaks_of_photos })
}

/// A new role begins a new group; the body that stands before the word (青禾日报记者) was no name. What is said of the
/// photographs (图/本报记者 …) outranks what the people are.
fn start_group(groups: &mut Vec<Group>, role: Role) {
    let Some(current) = groups.last_mut() else { return };
    if current.pieces.last().is_some_and(|piece| is_body(piece)) {
        current.pieces.pop();
        current.is_own |= current.pieces.is_empty();
    }
    let is_own = current.is_own;
    if !current.pieces.is_empty() {
        groups.push(Group { role: Some(role), is_own, ..Group::default() });
    } else if !matches!(current.role, Some(Role::Photographer | Role::Both)) {
        current.role = Some(role);
    }
}

/// 本报记者 林一舟 青禾报道: the place that is reported from.
fn is_place_of_report(groups: &[Group], word: &str) -> bool {
    word == "报道" && groups.last().is_some_and(|group| group.role.is_some() && !group.pieces.is_empty())
}

/// A stroke parts people as well: 记者林一舟/通讯员许岚. Beside a paper only another medium is no person: 青禾日报/掌上青禾.
fn push_piece<'a>(groups: &mut [Group<'a>], piece: &'a str) {
    let pieces = || piece.split('/').filter(|piece| !piece.is_empty());
    let has_body = piece.contains('/') && pieces().any(is_body);
    if let Some(group) = groups.last_mut() {
        group.pieces.extend(pieces().filter(|piece| !has_body || name::is_name(piece)));
    }
}

/// Files a group's names under its role; whether it had any. `None` where a piece is no name. A surname may be a rare one where the
/// paper's own people are told, or where a role is said of it beside names that are plain (`is_among_names`).
fn file(group: Group, is_among_names: bool, of_photos: bool, credits: &mut Credits) -> Option<bool> {
    let pieces: Vec<&str> = group.pieces.iter().copied().filter(|piece| !is_body(piece)).collect();
    let names = name::join(&pieces);
    // 许 水: only names are set wide among names.
    let is_wide = pieces.iter().all(|piece| piece.chars().count() == 1);
    let is_plausible = |text: &String| {
        let is_word = || name::begins_with_word(text, std::slice::from_ref(text));
        let is_told = group.is_own || is_among_names && (is_wide || !is_word());
        let rare = is_told && group.role.is_some() && (2..=3).contains(&text.chars().count());
        name::is_name(text) || (rare && text.chars().all(name::is_han))
    };
    if !names.iter().all(is_plausible) {
        return None;
    }
    let any = !names.is_empty();
    if group.took_photos {
        credits.photographers.extend(names.iter().cloned());
    }
    match group.role {
        Some(Role::Other) => {}
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

fn is_circled(character: char) -> bool {
    matches!(character, '①'..='⑳')
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '、' | '，' | ',' | '；' | ';' | '：' | ':' | '|' | '｜' | '│' | '丨' | '-' | '—' | '。')
}
