use crate::model::{Mark, MarkKind, Passage, sentence_around};
use crate::sort::sort_by_number;

/// A stretch of text all of which is marked alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// Whether it matches the query.
    pub query: bool,
    /// The initiative it names.
    pub initiative: Option<u32>,
    /// The figure that it is.
    pub figure: Option<u32>,
    /// Whether it is of the sentence that is pointed at.
    pub sentence: bool,
}

/// A text cut where its marks begin and end. Marks may overlap; one that reaches beyond the text ends with it.
pub fn segments(text: &str, marks: &[Mark]) -> Vec<Segment> {
    let characters: Vec<char> = text.chars().collect();
    let end = characters.len();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.start as usize, mark.end as usize]).collect();
    cuts.extend([0, end]);
    cuts.retain(|&cut| cut <= end);
    sort_by_number(&mut cuts, |&cut| cut as u64);
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| {
            let &[from, to] = pair else { return None };
            let text = characters.get(from..to).unwrap_or_default().iter().collect();
            let mut segment = Segment { text, ..Segment::default() };
            for mark in marks.iter().filter(|mark| (mark.start as usize) <= from && to <= mark.end as usize) {
                match mark.kind {
                    MarkKind::Query => segment.query = true,
                    MarkKind::Initiative(place) => segment.initiative = Some(place),
                    MarkKind::Figure(place) => segment.figure = Some(place),
                    MarkKind::Sentence => segment.sentence = true,
                }
            }
            Some(segment)
        })
        .collect()
}

/// A passage cut where its marks begin and end, with the sentence around the initiative `point`, should it name that.
pub fn pointed(passage: &Passage, point: Option<u32>) -> Vec<Segment> {
    let mut marks = passage.marks.clone();
    let named = marks.iter().find(|mark| matches!(mark.kind, MarkKind::Initiative(place) if Some(place) == point));
    if let Some(named) = named {
        let characters: Vec<char> = passage.text.chars().collect();
        let (start, end) = sentence_around(&characters, (named.start, named.end));
        marks.push(Mark { start, end, kind: MarkKind::Sentence });
    }
    segments(&passage.text, &marks)
}

/// A text cut where its highlights begin and end.
pub fn highlighted(text: &str, highlights: &[(u32, u32)]) -> Vec<Segment> {
    let marks: Vec<Mark> = highlights.iter().map(|&(start, end)| Mark { start, end, kind: MarkKind::Query }).collect();
    segments(text, &marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    #[test]
    fn overlapping_marks_are_all_kept() {
        let mark = |start, end, kind| Mark { start, end, kind };
        let marks = [mark(1, 6, MarkKind::Initiative(0)), mark(2, 4, MarkKind::Query), mark(5, 9, MarkKind::Figure(1))];
        let cut = segments("全县“碧水”清河6条", &marks);
        let told: Vec<(&str, bool, Option<u32>, Option<u32>)> =
            cut.iter().map(|s| (s.text.as_str(), s.query, s.initiative, s.figure)).collect();
        assert_eq!(
            told,
            [
                ("全", false, None, None),
                ("县", false, Some(0), None),
                ("“碧", true, Some(0), None),
                ("水", false, Some(0), None),
                ("”", false, Some(0), Some(1)),
                ("清河6", false, None, Some(1)),
                ("条", false, None, None),
            ]
        );
    }

    #[test]
    fn what_is_pointed_at_is_shown_with_its_whole_sentence() {
        let text = "天晴。开展“碧水”行动，河清6条。鱼来。".to_owned();
        let marks = vec![
            Mark { start: 5, end: 9, kind: MarkKind::Initiative(0) },
            Mark { start: 17, end: 18, kind: MarkKind::Initiative(1) },
        ];
        let passage = Passage { kind: BlockKind::Paragraph, text, line: 1, marks };
        let told = |point| -> String {
            let of_it = pointed(&passage, point).into_iter().filter(|segment| segment.sentence);
            of_it.map(|segment| segment.text).collect()
        };
        assert_eq!(told(Some(0)), "开展“碧水”行动，河清6条。");
        assert_eq!(told(Some(1)), "鱼来。");
        assert_eq!(told(Some(2)) + &told(None), "");
    }

    proptest::proptest! {
        #[test]
        fn no_mark_loses_or_adds_text(text in ".{0,12}", marks in proptest::collection::vec((0..16u32, 0..16u32), 0..5)) {
            let whole: String = highlighted(&text, &marks).into_iter().map(|segment| segment.text).collect();
            proptest::prop_assert_eq!(whole, text);
        }
    }
}
