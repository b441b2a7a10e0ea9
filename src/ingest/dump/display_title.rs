//! A title made from the lead, for an article whose headline is lost: ours, and marked as such.

use crate::ingest::name::is_han;
use crate::model::{Block, BlockKind};

/// The longest title made, in characters.
const LONGEST: usize = 24;
/// A clause shorter than this is joined with the next one.
const SHORT: usize = 12;

/// The first clause of the lead that begins with the name of a place, else the first one long enough; of the captions
/// where there is no text.
pub fn from_blocks(blocks: &[Block]) -> Option<String> {
    let of = |kind: BlockKind| blocks.iter().filter(move |block| block.kind == kind).map(|block| block.text.as_str());
    let leads: Vec<Vec<Clause>> = of(BlockKind::Paragraph).chain(of(BlockKind::Caption)).take(3).map(clauses).collect();
    let with = |is_begun: fn(&str) -> bool| {
        leads.iter().find_map(|lead| lead.iter().position(|clause| is_begun(&clause.text)).map(|at| &lead[at..]))
    };
    let any = || {
        leads
            .iter()
            .find_map(|lead| lead.iter().position(|clause| clause.text.chars().count() >= 6).map(|at| &lead[at..]))
    };
    with(begins_with_county)
        .or_else(|| with(begins_with_place))
        .or_else(any)
        .or(leads.first().map(Vec::as_slice))
        .and_then(title)
}

fn title(clauses: &[Clause]) -> Option<String> {
    let (first, rest) = clauses.split_first()?;
    let mut title = first.text.clone();
    let mut is_ended = first.ends_sentence;
    for next in rest {
        let together = title.chars().count() + 1 + next.text.chars().count();
        if is_ended || title.chars().count() >= SHORT || together > LONGEST {
            break;
        }
        title = format!("{title}，{}", next.text);
        is_ended = next.ends_sentence;
    }
    if title.chars().count() > LONGEST {
        title = title.chars().take(LONGEST - 1).chain(['…']).collect();
    }
    (!title.is_empty()).then_some(title)
}

/// A clause, and whether its sentence ends with it.
struct Clause {
    text: String,
    ends_sentence: bool,
}

/// The clauses of a paragraph's beginning, speech and datelines left out.
fn clauses(paragraph: &str) -> Vec<Clause> {
    const REACH: usize = 400;
    let mut clauses = Vec::new();
    let mut clause = String::new();
    let mut quote = String::new();
    let mut is_quoted = false;
    let mut brackets = 0_usize;
    for character in paragraph.chars().take(REACH) {
        match character {
            '“' => is_quoted = true,
            '（' | '(' | '【' => brackets += 1,
            _ => {}
        }
        if is_quoted {
            quote.push(character);
        } else if brackets == 0 && matches!(character, '，' | '。' | '；' | '！' | '？' | '…' | '：' | '—') {
            clauses.extend(finished(&mut clause, matches!(character, '。' | '！' | '？')));
        } else if brackets == 0 {
            clause.push(character);
        }
        match character {
            '”' if is_quoted => {
                is_quoted = false;
                // A quoted sentence is speech, a quoted word a name.
                if quote.contains(['。', '！', '？', '…']) {
                    clauses.extend(finished(&mut clause, true));
                } else {
                    clause.push_str(&quote);
                }
                quote.clear();
            }
            '）' | ')' | '】' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
    }
    clauses.extend(finished(&mut clause, true));
    clauses
}

fn finished(clause: &mut String, ends_sentence: bool) -> Option<Clause> {
    let text = std::mem::take(clause);
    let text = text.trim().trim_start_matches("本报讯").trim();
    (!text.is_empty()).then(|| Clause { text: text.to_owned(), ends_sentence })
}

/// 云溪县…, 临汐县柳林镇…; not 该县, 我市, 全县, 社区.
fn begins_with_county(clause: &str) -> bool {
    begins_with(clause, 3..=4, "市县区旗")
        && !clause
            .chars()
            .take(4)
            .any(|character| "社小园景校厂城辖灾地山".contains(character) && is_area(clause, character))
}

/// 社区, 园区, 景区: areas that are no division.
fn is_area(clause: &str, character: char) -> bool {
    clause.contains(&format!("{character}区"))
}

/// 柳林镇…, 北关村…, 北关街道….
fn begins_with_place(clause: &str) -> bool {
    let beginning: String = clause.chars().take(6).collect();
    begins_with(clause, 3..=5, "市县区旗镇乡村") || beginning.contains("街道")
}

fn begins_with(clause: &str, mut lengths: std::ops::RangeInclusive<usize>, endings: &str) -> bool {
    let characters: Vec<char> = clause.chars().take(6).take_while(|&character| is_han(character)).collect();
    let is_pointing = characters.first().is_some_and(|first| "该我全各本在这此每一两三几是当".contains(*first));
    !is_pointing
        && lengths.any(|length| {
            characters.get(length - 1).is_some_and(|last| endings.contains(*last))
                && characters.get(length) != Some(&'民')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_from(paragraphs: &[&str]) -> Option<String> {
        let blocks: Vec<Block> = paragraphs.iter().map(|text| Block::on_line(BlockKind::Paragraph, *text, 1)).collect();
        from_blocks(&blocks)
    }

    #[test]
    fn the_clause_with_its_subject_is_taken() {
        assert_eq!(
            made_from(&["近年来，云溪县把河道修到了村口，又把路灯装到了巷尾。"]).as_deref(),
            Some("云溪县把河道修到了村口").map(|_| "云溪县把河道修到了村口，又把路灯装到了巷尾")
        );
        assert_eq!(
            made_from(&["“河清了，人也来了！”村民老郑说。", "临汐县“清河工程”开工，进展顺利。"]).as_deref(),
            Some("临汐县“清河工程”开工，进展顺利")
        );
        assert_eq!(made_from(&[]), None);
    }

    #[test]
    fn it_is_never_long() {
        let long = made_from(&[&"云溪县".repeat(40)]).unwrap();
        assert_eq!(long.chars().count(), 24);
        assert!(long.ends_with('…'));
    }
}
