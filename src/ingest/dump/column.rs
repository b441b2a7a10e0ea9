//! Names of columns (栏目): standing heads, which are no headlines.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::furniture;
use super::layout::Layout;
use super::line::Line;
use super::parts::{Draft, Parts, StandingHead};
use crate::ingest::name::is_han;
use crate::model::ArticleKind;

/// How the names of columns end.
const ENDINGS: [&str; 75] = [
    "新闻",
    "故事",
    "风采",
    "专栏",
    "专版",
    "专题",
    "之窗",
    "视点",
    "聚焦",
    "观察",
    "热线",
    "快讯",
    "简讯",
    "简报",
    "短讯",
    "街拍",
    "编者的话",
    "开栏的话",
    "要闻",
    "短波",
    "短新闻",
    "快览",
    "速读",
    "连线",
    "直通车",
    "速递",
    "速览",
    "播报",
    "动态",
    "在线",
    "论坛",
    "茶座",
    "园地",
    "广角",
    "纪实",
    "影像",
    "掠影",
    "剪影",
    "镜头",
    "图片",
    "视界",
    "看点",
    "资讯",
    "信箱",
    "提示",
    "启事",
    "声明",
    "系列报道",
    "进行时",
    "大家谈",
    "面对面",
    "访谈",
    "论语",
    "杂谈",
    "时评",
    "短评",
    "评论",
    "副刊",
    "连载",
    "人物",
    "榜样",
    "先锋",
    "周刊",
    "一线",
    "传真",
    "瞭望",
    "见闻",
    "手记",
    "专刊",
    "之声",
    "集锦",
    "导读",
    "提醒",
    "贴士",
    "百科",
];

/// How they begin.
const BEGINNINGS: [&str; 10] = ["图说", "视觉", "图片", "影像", "镜头", "记者走", "新闻", "百字", "一句话", "聚焦·"];

/// Whether a head is worded as a column's name: a short noun without punctuation.
pub fn is_name(text: &str) -> bool {
    if is_slogan(text) || text.starts_with("专栏:") || text.starts_with("专栏：") || furniture::is_usual_section(text)
    {
        return true;
    }
    // 【一线见闻】; 要 闻 速 览.
    if let Some(inside) = text.strip_prefix(['【', '〖', '［']).and_then(|text| text.strip_suffix(['】', '〗', '］']))
    {
        return (2..=10).contains(&inside.chars().count()) && inside.chars().all(|c| is_han(c) || c == '·');
    }
    let is_wide = text.split(' ').all(|piece| piece.chars().count() == 1);
    if is_wide && text.contains(' ') {
        return is_name(&text.replace(' ', ""));
    }
    let length = text.chars().count();
    (2..=10).contains(&length)
        && text.chars().all(|character| is_han(character) || matches!(character, '·' | '“' | '”' | '∙' | '•'))
        && (ENDINGS.iter().any(|ending| text.ends_with(ending))
            || (length <= 7 && BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))))
}

/// 奋进新征程 建功新时代: a slogan of the time in two parts, under which a paper puts its stories for a season.
fn is_slogan(text: &str) -> bool {
    const LONGEST: usize = 7;
    const WORDS: [&str; 26] = [
        "初心",
        "使命",
        "牢记",
        "不忘",
        "新时代",
        "新征程",
        "新篇章",
        "新篇",
        "新作为",
        "新担当",
        "新跨越",
        "砥砺",
        "奋进",
        "奋斗",
        "建功",
        "踔厉",
        "勇毅",
        "决战",
        "决胜",
        "攻坚",
        "小康",
        "强国",
        "复兴",
        "喜迎",
        "学习贯彻",
        "再出发",
    ];
    let parts: Vec<&str> = text.split_whitespace().collect();
    let is_part =
        |part: &&str| (4..=LONGEST).contains(&part.chars().count()) && WORDS.iter().any(|word| part.contains(word));
    parts.len() >= 2 && parts.iter().all(is_part)
}

/// 遗失声明, 停水通知, 公 告: a notice, with its text and no by-line under it.
pub fn is_notice(text: &str) -> bool {
    const LONGEST: usize = 14;
    const KINDS: [&str; 9] = ["公告", "通告", "公示", "启事", "声明", "通知", "预告", "更正", "讣告"];
    let name: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_of_name = |c: char| is_han(c) || matches!(c, '“' | '”');
    matches!(&*name, "遗失" | "寻人" | "寻物" | "招领")
        || name.chars().count() <= LONGEST
            && name.chars().all(is_of_name)
            && KINDS.iter().any(|kind| name.ends_with(kind))
}

/// Whether a column's name speaks of photographs.
pub fn is_of_photos(text: &str) -> bool {
    ["图片", "视觉", "影像", "图说", "摄影", "镜头", "掠影", "剪影", "光影"].iter().any(|word| text.contains(word))
}

fn is_of_people(text: &str) -> bool {
    ["人物", "故事", "风采", "榜样", "先锋", "楷模", "模范", "好人", "面孔", "工匠"]
        .iter()
        .any(|word| text.contains(word))
}

/// Gives each column's name to the article before or after it: for each article the place of its column's name. An
/// article has at most one; what is left over stays with the page.
///
/// The space around a name, the kind of the articles and the words they share decide. All names of a page are decided
/// together, the surest first, so that a name which could go either way goes to the article that has none of its own.
pub fn assign(parts: &Parts, lines: &[Line], kinds: &[ArticleKind], layout: &Layout) -> Vec<Option<usize>> {
    let mut given: Vec<Option<usize>> = vec![None; parts.drafts.len()];
    let mut wishes: Vec<(f32, usize, usize)> = Vec::new();
    for standing in &parts.standing {
        for draft in [standing.after.checked_sub(1), Some(standing.after)].into_iter().flatten() {
            if draft < standing.after && is_on_next_page(parts, draft, standing) {
                continue;
            }
            if let (Some(article), Some(&kind)) = (parts.drafts.get(draft), kinds.get(draft)) {
                let side = if draft < standing.after { Side::After } else { Side::Before };
                // Of several names over one story the last is nearest to it.
                let nearer = |other: &StandingHead| {
                    other.after == standing.after && side == Side::Before && other.line > standing.line
                };
                let distance = if parts.standing.iter().any(nearer) { 2.0 } else { 0.0 };
                wishes.push((fit(standing, side, article, kind, lines, layout) - distance, standing.line, draft));
            }
        }
    }
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut taken = HashSet::new();
    for (fit, line, draft) in wishes {
        if fit >= 0.0 && given[draft].is_none() && taken.insert(line) {
            given[draft] = Some(line);
        }
    }
    given
}

/// Whether a page ends between an article and the name of a column under it.
fn is_on_next_page(parts: &Parts, draft: usize, standing: &StandingHead) -> bool {
    let last = parts.drafts.get(draft).and_then(|draft| draft.places().max());
    let is_between = |at: usize| last.is_some_and(|last| (last..standing.line).contains(&at));
    parts.furniture.iter().any(|&(at, what)| what == "page-head" && is_between(at))
}

/// On which side of an article its column's name stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// How well a column's name fits an article beside it.
fn fit(
    standing: &StandingHead,
    side: Side,
    article: &Draft,
    kind: ArticleKind,
    lines: &[Line],
    layout: &Layout,
) -> f32 {
    let text = &lines[standing.line].plain;
    // Nothing is nearer than the edge of the page is far.
    let gap = |at: usize| lines.get(at).filter(|_| at > 0).map_or(u32::MAX, |line| line.gap);
    let (above, below) = (gap(standing.line), gap(standing.line + 1));
    let (near, far) = if side == Side::After { (above, below) } else { (below, above) };
    let space = match near.cmp(&far) {
        Ordering::Less if layout.is_wide(far) => 2.0,
        Ordering::Less => 1.0,
        Ordering::Equal => 0.0,
        Ordering::Greater => -1.0,
    };
    let of_kind = match kind {
        ArticleKind::Photo if is_of_photos(text) => 2.5,
        ArticleKind::Profile if is_of_people(text) => 2.5,
        _ if is_of_photos(text) || is_of_people(text) => -0.5,
        _ => 0.0,
    };
    // Columns are named above their stories more often than under them, most of all right over a headline.
    let usual = match side {
        Side::Before if standing.is_over_title => 1.5,
        Side::Before => 0.75,
        Side::After => 0.0,
    };
    space + of_kind + usual + 3.0 * shared(text, article, lines)
}

/// The share of the name's pairs of characters that the article has.
fn shared(name: &str, article: &Draft, lines: &[Line]) -> f32 {
    const REACH: usize = 3000;
    let characters: Vec<char> = name.chars().filter(|&character| is_han(character)).collect();
    let wanted: HashSet<(char, char)> = characters.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let mut found = HashSet::new();
    let text = article
        .title
        .iter()
        .copied()
        .chain(article.parts.iter().map(|part| part.0))
        .flat_map(|at| lines[at].plain.chars());
    let mut previous = ' ';
    for character in text.take(REACH) {
        if wanted.contains(&(previous, character)) {
            found.insert((previous, character));
        }
        previous = character;
    }
    if wanted.is_empty() { 0.0 } else { found.len() as f32 / wanted.len() as f32 }
}
