use super::{Query, passes};
use crate::index::documents::Document;
use crate::model::{Evidence, Initiative, Span};

/// The sentences behind the charts: where the initiatives of the selected articles are first told of, in the articles' order;
/// at most `limit`.
pub fn evidence(documents: &[Document], query: &Query, selected: &[u32], limit: usize) -> Vec<Evidence> {
    let told = selected.iter().flat_map(|&number| {
        let document = &documents[number as usize];
        document.article.initiatives.iter().enumerate().map(move |(place, initiative)| (document, place, initiative))
    });
    told.filter(|(.., initiative)| passes(query, initiative))
        .take(limit)
        .map(|(document, place, initiative)| sentence(document, place as u32, initiative))
        .collect()
}

fn sentence(document: &Document, place: u32, initiative: &Initiative) -> Evidence {
    let Span { block, start, end } = initiative.span;
    let text = document.article.blocks.get(block as usize).map_or("", |block| block.text.as_str());
    let characters: Vec<char> = text.chars().collect();
    let (start, end) = ((start as usize).min(characters.len()), (end as usize).min(characters.len()));
    let ends = |c: &char| matches!(c, '。' | '！' | '？' | '；' | '\n');
    let first = characters[..start].iter().rposition(ends).map_or(0, |at| at + 1);
    let last = characters[end..].iter().position(ends).map_or(characters.len(), |at| end + at + 1);
    Evidence {
        id: document.id.clone(),
        title: document.article.title.clone().or_else(|| document.article.display_title.clone()),
        place,
        line: initiative.line,
        county: initiative.county.clone(),
        year: initiative.year,
        year_basis: initiative.year_basis,
        sentence: characters[first..last].iter().collect(),
        highlight: ((start - first) as u32, (end.max(start) - first) as u32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Block, BlockKind};
    use crate::query::parse;

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
        let documents = [Document { article, ..Document::default() }];
        let found = evidence(&documents, &parse(""), &[0], 9);
        assert_eq!(found[0].sentence, "云溪县开展“清溪行动”，河水变清。");
        assert_eq!((found[0].highlight, found[0].line), ((5, 11), 7));
        assert!(evidence(&documents, &parse(""), &[0], 0).is_empty());
        assert!(evidence(&documents, &parse("举措年:2024"), &[0], 9).is_empty());
    }
}
