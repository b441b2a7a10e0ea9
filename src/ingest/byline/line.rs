//! Whole lines: by-lines, photo credits, signatures.

use super::bracket;
use super::credits::{Credits, has_word, parse};
use super::lead::{after_dateline, lead};
use super::tail::{without_leading_mark, without_proof_mark};
use super::words::close_up;
use crate::ingest::name;
use crate::text::noise;

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
pub(super) const LONGEST: usize = 90;
/// The same as a mirror may have it, with pinyin after each character.
const LONGEST_PRINTED: usize = 400;

/// Reads a whole line as a by-line, credit or signature.
pub fn line(text: &str) -> Option<(Form, Credits)> {
    if text.chars().nth(LONGEST_PRINTED).is_some() {
        return None;
    }
    let text = noise::clear(text);
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    if let Some(author) = author(&text) {
        return Some(author);
    }
    let text = close_up(&text);
    let dashed = text.starts_with("——");
    let is_rule = |c: char| matches!(c, '-' | '*' | '·' | '—' | '>' | '▌' | '█' | '|' | '｜' | '.' | ' ');
    let text = without_letter(&text);
    let text = without_proof_mark(text.trim().trim_start_matches(is_rule).trim_end_matches(['·', '|', '｜']).trim());
    let text = without_source(without_leading_mark(without_pointer(text)));
    let bracketed = bracket::around(text);
    let inside = bracketed.map(|bracketed| bracketed.inside);
    let decorated =
        text.trim_start_matches(['□', '■', '◎', '●', '○', '◆', '◇', '▲', '△', '★', '☆', '¤', '◙', '⊙']).trim();
    let decorated = if decorated.len() < text.len() { without_home(decorated) } else { decorated };
    // Of a broken pair of brackets the role that somebody has must be told: （记者 林一舟.
    let is_marked =
        bracketed.is_some_and(|bracketed| bracketed.is_whole) || inside.is_none() && decorated.len() < text.len();
    // （云 宣）
    let is_spread = |text: &str| text.split(' ').all(|piece| piece.chars().count() == 1);
    let is_sent = |text: &str| is_office(text) || is_spread(text) && is_office(&text.replace(' ', ""));
    if is_marked
        && (is_sent(inside.unwrap_or(decorated)) || inside.is_some_and(|text| is_agency(text) || is_of_author(text)))
    {
        return Some((Form::Signature, Credits::default()));
    }
    if !is_marked && !has_word(decorated) {
        return None;
    }
    let parsed = parse(inside.unwrap_or(decorated))?;
    if !parsed.has_role && !is_marked {
        return None;
    }
    // A sub-head may speak of a report, too: ——来自柳林镇的报道.
    if dashed && parsed.credits == Credits::default() {
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

/// Reads the author among the fields that a site prints: 来源：青禾日报 作者：林一舟 时间：2024-03-01.
pub fn author(text: &str) -> Option<(Form, Credits)> {
    const LONGEST_FIELDS: usize = 80;
    const NEXT: [&str; 13] = [
        "文章来源",
        "来源",
        "稿源",
        "时间",
        "日期",
        "发布",
        "更新",
        "编辑",
        "责任编辑",
        "责编",
        "点击",
        "浏览",
        "阅读",
    ];
    if text.chars().nth(LONGEST_FIELDS).is_some() {
        return None;
    }
    let (before, field) = text.split_once("作者")?;
    let field = field.trim_start().strip_prefix([':', '：'])?;
    let end = NEXT.iter().filter_map(|label| field.find(label)).min();
    if end.is_none() && before.trim().is_empty() {
        return None;
    }
    let parsed = parse(field[..end.unwrap_or(field.len())].trim())?;
    Some((Form::Byline, parsed.credits))
}

/// Reads a line that is a dateline and what goes with it, and no more: 本报讯; 本报讯（记者 林一舟）.
pub fn dateline(text: &str) -> Option<Credits> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let credits = lead(text)?;
    let text = noise::clear(text);
    let rest = after_dateline(close_up(&text).trim_start_matches(['【', '[', '［']))
        .map(|rest| rest.trim_matches(['】', ']', '］', ' ']).to_owned())?;
    (rest.is_empty() || line(&rest).is_some()).then_some(credits)
}

/// Reads the end of a headline that was saved with the by-line under it: 老渠清了淤（记者 林一舟）, 老渠清了淤　□本报记者 林一舟. The byte
/// at which the by-line begins.
pub fn behind_headline(text: &str) -> Option<usize> {
    const SHORTEST: usize = 6;
    const LONGEST_LINE: usize = 70;
    if text.chars().nth(LONGEST_LINE).is_some() || text.contains(['。', '；']) {
        return None;
    }
    let parted = |mark: char| matches!(mark, '□' | '■' | '◎' | '●' | '（' | '(' | '\u{3000}');
    let (at, _) = text.char_indices().find(|&(at, mark)| {
        parted(mark) && text[..at].chars().count() >= SHORTEST && {
            let rest = text[at..].trim_start();
            matches!(line(rest), Some((Form::Byline | Form::Signature, credits)) if credits != Credits::default())
                && has_word(rest.trim_start_matches(parted))
        }
    })?;
    Some(at)
}

/// Reads the beginning of a text that was saved with the by-line over it: □林一舟      云溪县的老渠清了淤. The byte at which the text
/// begins.
pub fn before_text(text: &str) -> Option<usize> {
    const SHORTEST: usize = 10;
    const LONGEST_NAMES: usize = 40;
    let marks = |c: char| matches!(c, '□' | '■' | '◎' | '●' | '◇' | '◆');
    let (gap, _) = text.char_indices().take(LONGEST_NAMES).find(|(at, _)| {
        let rest = &text[*at..];
        rest.starts_with("   ") || rest.starts_with("\u{3000}\u{3000}")
    })?;
    let rest = text[gap..].trim_start();
    let is_byline = matches!(line(&text[..gap]), Some((Form::Byline, credits)) if credits != Credits::default());
    (text.starts_with(marks) && is_byline && rest.chars().nth(SHORTEST).is_some()).then_some(text.len() - rest.len())
}

/// Reads a line of nothing but names, of which one at least is set with a space inside: 许 岚, 何 川 林一舟. Only under a
/// headline is that a by-line.
pub fn bare_names(text: &str) -> Option<Credits> {
    const MOST: usize = 4;
    let text = noise::clear(text.trim());
    let pieces: Vec<&str> = text.split(char::is_whitespace).filter(|piece| !piece.is_empty()).collect();
    let is_spaced = pieces.windows(2).any(|pair| pair.iter().all(|piece| piece.chars().count() == 1));
    let names = name::join(&pieces);
    let is_byline = is_spaced && names.len() <= MOST && names.iter().all(|name| name::is_name(name));
    is_byline.then(|| Credits { reporters: names, ..Credits::default() })
}

/// Reads a line of one name of three characters, or of two or three names glued together: 林一舟, 林一舟何小川. Words may look like that,
/// too (安全感), so the dictionary has a say.
pub fn unspaced_names(text: &str) -> Option<Credits> {
    const MOST: usize = 3;
    let text = noise::clear(text.trim());
    let names = name::join(&[&*text]);
    let length = text.chars().count();
    let is_byline = length >= 3
        && names.len() <= MOST
        && text.chars().all(name::is_han)
        && names.iter().all(|name| name::is_name(name) && !name.ends_with(['市', '县', '区', '镇', '乡', '村']))
        && !name::begins_with_word(&text, &names);
    is_byline.then(|| Credits { reporters: names, ..Credits::default() })
}

/// Reads a line of two or three characters that are no word: 立人, a writer's name without a surname.
pub fn pen_name(text: &str) -> Option<Credits> {
    let is_name = (2..=3).contains(&text.chars().count())
        && text.chars().all(name::is_han)
        && !text.ends_with(['市', '县', '区', '旗', '镇', '乡', '村', '山', '河', '路', '讯', '报'])
        && !name::begins_with_word(text, &[text.to_owned()]);
    is_name.then(|| Credits { reporters: vec![text.to_owned()], ..Credits::default() })
}

/// Reads a line of nothing but two to four names. Only under the last sentence of a page is that a signature.
pub fn names(text: &str) -> Option<Credits> {
    let text = noise::clear(text.trim());
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let names = name::join(&pieces);
    let is_person =
        |name: &String| name::is_name(name) && !name.ends_with(['省', '市', '县', '区', '旗', '镇', '乡', '村']);
    let is_signed = (2..=4).contains(&names.len()) && names.iter().all(is_person);
    is_signed.then(|| Credits { reporters: names, ..Credits::default() })
}

/// Reads the signature of a reader's letter: 云溪县柳林镇 林一舟. Two words like these say it only at the end of a text.
pub fn letter(text: &str) -> Option<Credits> {
    let text = noise::clear(text.trim());
    let (place, rest) = text.split_once(char::is_whitespace)?;
    let is_place = (3..=12).contains(&place.chars().count())
        && place.chars().all(name::is_han)
        && ["省", "市", "县", "区", "旗", "镇", "乡", "村", "街道"].iter().any(|ending| place.ends_with(ending));
    let pieces: Vec<&str> =
        rest.split_whitespace().filter(|word| !matches!(*word, "读者" | "市民" | "村民" | "居民")).collect();
    let names = name::join(&pieces);
    let is_signed = is_place && matches!(names.len(), 1..=2) && names.iter().all(|name| name::is_name(name));
    is_signed.then(|| Credits { reporters: names, ..Credits::default() })
}

/// An office that signs what it sent in: 宣 (宣传部), 组 (组织部), 融 (融媒体中心) …
pub(super) fn is_office(text: &str) -> bool {
    const ENDINGS: [char; 8] = ['宣', '组', '办', '融', '讯', '轩', '纪', '文'];
    let length = text.chars().count();
    // 白尚轩 is a name: the sound of 宣 and the desk 文 end given names, too.
    let is_person = length == 3 && text.ends_with(['轩', '文']) && name::is_name(text) && !is_sender(text);
    let is_sender = ["宣传部", "报道组", "融媒体中心", "供稿"].iter().any(|word| text.ends_with(word));
    text.chars().all(name::is_han)
        && !is_person
        && ((2..=6).contains(&length) && text.ends_with(ENDINGS) || length <= 20 && is_sender)
}

/// 云宣 (宣传部), 安公宣 (公安局), 云税宣 (税务局): an office in two or three characters, although they read as a name, too.
pub(super) fn is_sender(text: &str) -> bool {
    if text.strip_suffix('宣').is_some_and(|place| place.chars().count() == 1) {
        return true;
    }
    const OFFICES: &str = "公检法司税纪监组政统团教卫交财农林水工妇残消应气环审市场商文旅网";
    let mut characters = text.chars();
    let (place, office, desk) = (characters.next(), characters.next(), characters.next());
    place.is_some_and(name::is_han)
        && office.is_some_and(|office| OFFICES.contains(office))
        && desk.is_some_and(|desk| matches!(desk, '宣' | '讯' | '融'))
        && characters.next().is_none()
}

/// 作者单位：云溪县委党校, 作者系柳林镇教师: who the writer named above is.
fn is_of_author(text: &str) -> bool {
    const LONGEST: usize = 40;
    ["作者单位", "作者系", "作者为", "作者简介"].iter().any(|words| text.starts_with(words))
        && text.chars().nth(LONGEST).is_none()
}

/// An agency or a paper that the story was taken from: 据新华社, 新华社, 综合《青禾日报》.
pub(super) fn is_agency(text: &str) -> bool {
    let source = text.trim_start_matches(['据', ' ']).trim_start_matches("综合").trim_start_matches("来源：");
    text.chars().count() <= 24
        && (text.starts_with('据') && text.ends_with(['网', '报', '社', '电', '台'])
            || source.starts_with("新华社")
            || source.starts_with("中新社")
            || source.len() < text.len() && source.starts_with('《'))
}

/// Without what stands behind a credit in brackets: 何川摄（影像青禾）, 何川 摄（无人机照片）, 何川摄影报道(附图片).
fn without_source(text: &str) -> &str {
    let before = text.strip_suffix([')', '）']).and_then(|text| text.rfind(['(', '（'])).and_then(|at| text.get(..at));
    let is_credit = |credit: &&str| credit.ends_with(['摄', '图']) || credit.ends_with("摄影报道");
    before.map(str::trim_end).filter(is_credit).unwrap_or(text)
}

/// Without the letter that a mark before a by-line became, as in Wingdings ■ is n: N本报记者 林一舟.
fn without_letter(text: &str) -> &str {
    let rest = text.trim_start().strip_prefix(['N', 'n', 'u', 'l']);
    rest.filter(|rest| rest.starts_with(name::is_han) && rest.chars().take(6).collect::<String>().contains("记者"))
        .unwrap_or(text)
}

/// Without where a writer is from, as it stands behind the name in brackets: □林一舟（青禾）.
fn without_home(text: &str) -> &str {
    let Some((name, home)) = text.split_once(['(', '（']) else { return text };
    let is_home = home.strip_suffix([')', '）']).is_some_and(|home| {
        (2..=6).contains(&home.chars().count()) && home.chars().all(name::is_han) && !has_word(home)
    });
    if is_home && name::is_name(&name.replace(char::is_whitespace, "")) { name.trim_end() } else { text }
}

/// Without the pointer to where the story goes on: 详见第2版 本报记者 林一舟.
fn without_pointer(text: &str) -> &str {
    const LONGEST: usize = 12;
    let pointer = text.split_once('版').filter(|(before, _)| {
        before.starts_with("详见")
            && before.chars().count() <= LONGEST
            && before.ends_with(|c: char| c.is_ascii_digit())
    });
    pointer.map_or(text, |(_, after)| after.trim_start_matches(['）', ')', ' ', '\u{3000}']))
}
