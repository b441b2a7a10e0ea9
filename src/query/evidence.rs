use super::{Query, Source, passes};
use crate::index::documents::Document;
use crate::model::{Evidence, Initiative, Span, sentence_around};

/// The sentences behind the charts: where the initiatives of the selected articles are first told of, in the articles' order;
/// at most `limit`.
pub fn evidence(source: Source<'_>, query: &Query, selected: &[u32], limit: usize) -> Vec<Evidence> {
    let (mut found, mut left) = (Vec::new(), limit);
    for &number in selected {
        let Some(outline) = source.outlines.get(number as usize) else { continue };
        for (place, told) in outline.initiatives.iter().enumerate() {
            if left > 0 && passes(query, told, source.folding) {
                left -= 1;
                found.extend(source.text(number).and_then(|document| sentence(&document, place)));
            }
        }
    }
    found
}

fn sentence(document: &Document, place: usize) -> Option<Evidence> {
    let initiative: &Initiative = document.article.initiatives.get(place)?;
    let Span { block, start, end } = initiative.span;
    let text = document.article.blocks.get(block as usize).map_or("", |block| block.text.as_str());
    let characters: Vec<char> = text.chars().collect();
    let (first, last) = sentence_around(&characters, (start, end));
    let here = |at: u32| at.clamp(first, last) - first;
    Some(Evidence {
        id: document.id.clone(),
        title: document.article.title.clone().or_else(|| document.article.display_title.clone()),
        place: place as u32,
        line: initiative.line,
        county: initiative.county.clone(),
        year: initiative.year,
        year_basis: initiative.year_basis,
        sentence: characters.get(first as usize..last as usize)?.iter().collect(),
        highlight: (here(start), here(end)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Block, BlockKind};

    #[test]
    fn an_initiative_is_shown_in_its_sentence() {
        let text = "天气很好。云溪县开展“清溪行动”，河水变清。群众点赞。";
        let at = text.chars().position(|c| c == '“').unwrap() as u32;
        let initiative = Initiative {
            name: "“清溪行动”".into(),
            kind: Default::default(),
            county: Some("云溪县".into()),
            year: None,
            year_basis: Default::default(),
            line: 7,
            span: Span { block: 0, start: at, end: at + 6 },
            figures: Vec::new(),
        };
        let block = Block { kind: BlockKind::Paragraph, text: text.into(), lines: vec![(0, 7)] };
        let article = Article { blocks: vec![block], initiatives: vec![initiative], ..Article::default() };
        let document = Document { article, ..Document::default() };
        let found = sentence(&document, 0).unwrap();
        assert_eq!(found.sentence, "云溪县开展“清溪行动”，河水变清。");
        assert_eq!((found.highlight, found.line), ((5, 11), 7));
        assert!(sentence(&document, 1).is_none());
    }
}
