use crate::model::{Article, Block, Figure, Span};
use crate::text::noise::Meant;

/// The blocks of an article as they are printed, while its facts are looked for in the text as it was meant.
pub(super) struct Printed {
    /// Each with its place in the article.
    blocks: Vec<(usize, Block, Meant)>,
}

impl Printed {
    /// Puts what was meant in the place of each block that is printed otherwise.
    pub(super) fn put_aside(article: &mut Article) -> Printed {
        let mut blocks = Vec::new();
        for (place, block) in article.blocks.iter_mut().enumerate() {
            let Some(meant) = Meant::of(&block.text) else { continue };
            let lines = block.lines.iter().map(|&(start, line)| (meant.from_print(start), line)).collect();
            let read = Block { kind: block.kind, text: meant.text.clone(), lines };
            blocks.push((place, std::mem::replace(block, read), meant));
        }
        Printed { blocks }
    }

    /// Puts the blocks back, and leads all facts to where they are printed.
    pub(super) fn put_back(self, article: &mut Article) {
        for (place, printed, meant) in self.blocks {
            let Some(block) = article.blocks.get_mut(place) else { continue };
            *block = printed;
            let is_here = |span: &Span| span.block as usize == place;
            for date in article.dates.iter_mut().filter(|date| is_here(&date.span)) {
                (date.text, date.line) = lead(&mut date.span, block, &meant);
            }
            let of_initiatives = article.initiatives.iter_mut().flat_map(|initiative| &mut initiative.figures);
            let figures = article.figures.iter_mut().chain(of_initiatives);
            for figure in figures.filter(|figure: &&mut Figure| is_here(&figure.span)) {
                (figure.text, figure.line) = lead(&mut figure.span, block, &meant);
            }
            for initiative in article.initiatives.iter_mut().filter(|initiative| is_here(&initiative.span)) {
                if let Some(name) = meant.as_printed(&initiative.name, initiative.span.start) {
                    initiative.name = name;
                }
                (_, initiative.line) = lead(&mut initiative.span, block, &meant);
            }
        }
    }
}

/// Leads a span to the print: the words there and their line.
fn lead(span: &mut Span, block: &Block, meant: &Meant) -> (String, u32) {
    (span.start, span.end) = meant.in_print(span.start, span.end);
    let count = span.end.saturating_sub(span.start) as usize;
    (block.text.chars().skip(span.start as usize).take(count).collect(), block.line_at(span.start))
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractor;
    use crate::model::{Article, Block, BlockKind, Page};

    #[test]
    fn facts_of_a_spoilt_print_stand_where_they_are_printed() {
        let text = "雲(yún)溪縣 啟 動“ 銀 齡 行 動 ”，去年1O月份建成紅色家園 2 個。";
        let block = Block { kind: BlockKind::Paragraph, text: text.to_owned(), lines: vec![(0, 3), (24, 4)] };
        let mut page =
            Page { articles: vec![Article { blocks: vec![block.clone()], ..Article::default() }], ..Page::default() };
        Extractor::new(None).understand(&mut page, "2024-03".parse().ok());
        let article = &page.articles[0];
        assert_eq!(article.blocks, [block]);
        let names: Vec<&str> = article.initiatives.iter().map(|initiative| initiative.name.as_str()).collect();
        assert_eq!(names, ["“銀齡行動”", "紅色家園"]);
        let [date] = article.dates.as_slice() else { panic!("{:?}", article.dates) };
        assert_eq!((date.text.as_str(), date.line), ("去年1O月份", 4));
        assert_eq!(date.from, "2023-10-01".parse().ok());
        let mut figures = article.initiatives.iter().flat_map(|one| &one.figures).chain(&article.figures);
        let figure = figures.next().expect("two homes are counted");
        assert_eq!((figure.value, figure.unit.as_str(), figure.text.as_str()), (2.0, "个", "紅色家園 2 個"));
        let printed: String = text.chars().skip(figure.span.start as usize).collect();
        assert!(printed.starts_with(&figure.text));
    }
}
