//! What kind of piece an article is.

use super::caption::is_numbered_caption;
use super::line::Line;
use super::parts::Draft;
use crate::ingest::byline::{self, Form};
use crate::ingest::name::is_name;
use crate::model::{ArticleKind, BlockKind};

/// How much text may stand beside photographs that are a group of their own, in characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// On a page, where nothing says whose photographs they are: a short text.
    Short,
    /// In a document of its own: none, unless the photographer signs it. A report has its photographs there, too.
    Nothing,
}

/// Tells a photo group and a portrait from a report.
pub fn of(draft: &Draft, lines: &[Line], beside: Beside) -> ArticleKind {
    if is_portrait(draft, lines) {
        ArticleKind::Profile
    } else if is_photo_group(draft, lines, beside) {
        ArticleKind::Photo
    } else {
        ArticleKind::News
    }
}

/// Photographs with a short text, or with none; nobody signs the text.
fn is_photo_group(draft: &Draft, lines: &[Line], beside: Beside) -> bool {
    const SHORT: usize = 300;
    let (with_caption, with_credit) = if beside == Beside::Short { (150, 200) } else { (0, 0) };
    let of = |kind: BlockKind| draft.parts.iter().filter(move |part| part.1 == kind).map(|part| &lines[part.0]);
    let is_credit = |line: &&Line| matches!(byline::line(&line.plain), Some((Form::PhotoCredit, _)));
    let is_signed = of(BlockKind::Byline).any(|line| !is_credit(&line));
    let text: usize = of(BlockKind::Paragraph).map(|line| line.length).sum();
    if is_signed || text > SHORT {
        return false;
    }
    let captions = of(BlockKind::Caption).count();
    let numbered = of(BlockKind::Caption).filter(|line| is_numbered_caption(&line.plain)).count();
    let is_credited = of(BlockKind::Byline).any(|line| is_credit(&line));
    let is_signed_by_photographer =
        of(BlockKind::Paragraph).any(|line| byline::tail(&line.plain).is_some_and(|tail| tail.is_photo));
    numbered >= 2
        || (captions > 0 && text <= with_caption)
        || (is_credited && text <= with_credit)
        || (is_signed_by_photographer && text <= 200)
}

/// 姓名：…, and the lead speaks of the same person; or a deck that says so, ——记柳林镇教师许岚.
fn is_portrait(draft: &Draft, lines: &[Line]) -> bool {
    let mut decks = draft.title.iter().filter_map(|&at| lines[at].plain.strip_prefix("——"));
    if decks.any(|deck| ["记", "追记", "小记"].iter().any(|word| deck.starts_with(word)) && !deck.starts_with("记者"))
    {
        return true;
    }
    let Some(&title) = draft.title.first() else { return false };
    let Some((person, _)) = lines[title].plain.split_once(['：', ':']) else { return false };
    let person: String = person.chars().filter(|character| !character.is_whitespace()).collect();
    let is_person =
        is_name(&person) && !person.ends_with(['市', '县', '区', '镇', '乡', '村', '局', '院', '校', '馆', '社']);
    let mut leads = draft.parts.iter().filter(|part| part.1 == BlockKind::Paragraph).take(6);
    // 景泰：… speaks of 景泰县.
    let is_place = |text: &str| {
        text.match_indices(&person)
            .any(|(at, _)| text[at + person.len()..].starts_with(['县', '区', '市', '州', '旗', '镇', '乡', '村']))
    };
    is_person
        && !leads.clone().any(|part| is_place(&lines[part.0].plain))
        && leads.any(|part| lines[part.0].plain.contains(&person))
}
