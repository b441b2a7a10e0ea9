use serde::{Serialize, Serializer, ser::SerializeStruct};

/// What kind of slip it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SlipKind {
    /// A label that was not found.
    Missed,
    /// A find that no label has.
    False,
    /// A label and a find of the same thing that do not agree: missed and false at once.
    Wrong,
}

/// One miss, one false find, or one of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// What kind of slip it is.
    pub kind: SlipKind,
    /// The line in the source, from 1.
    pub line: u32,
    /// What the label says.
    pub expected: Option<String>,
    /// What was found.
    pub found: Option<String>,
    /// What more there is to say: a stolen title, the initiative a figure was filed under.
    pub why: Option<String>,
}

/// One field's count over all labels and finds of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// The field's name.
    pub field: &'static str,
    /// Finds that agree with a label, each label once.
    pub right: u32,
    /// All that disagree.
    pub slips: Vec<Slip>,
}

impl Tally {
    pub(super) fn new(field: &'static str) -> Tally {
        Tally { field, ..Tally::default() }
    }

    pub(super) fn right(&mut self) {
        self.right += 1;
    }

    pub(super) fn missed(&mut self, line: u32, expected: impl Into<String>) -> &mut Slip {
        self.slip(SlipKind::Missed, line, Some(expected.into()), None)
    }

    pub(super) fn false_find(&mut self, line: u32, found: impl Into<String>) -> &mut Slip {
        self.slip(SlipKind::False, line, None, Some(found.into()))
    }

    pub(super) fn wrong(&mut self, line: u32, expected: impl Into<String>, found: impl Into<String>) -> &mut Slip {
        self.slip(SlipKind::Wrong, line, Some(expected.into()), Some(found.into()))
    }

    /// Counts a field with at most one value.
    pub(super) fn compare(&mut self, line: u32, expected: Option<&str>, found: Option<&str>, agree: bool) {
        match (expected, found) {
            _ if agree => self.right(),
            (Some(expected), Some(found)) => {
                self.wrong(line, expected, found);
            }
            (Some(expected), None) => {
                self.missed(line, expected);
            }
            (None, Some(found)) => {
                self.false_find(line, found);
            }
            (None, None) => {}
        }
    }

    fn slip(&mut self, kind: SlipKind, line: u32, expected: Option<String>, found: Option<String>) -> &mut Slip {
        self.slips.push(Slip { kind, line, expected, found, why: None });
        let last = self.slips.len() - 1;
        &mut self.slips[last]
    }

    /// How many labels there are.
    pub fn expected(&self) -> u32 {
        self.right + self.count(|kind| kind != SlipKind::False)
    }

    /// How many finds were counted.
    pub fn found(&self) -> u32 {
        self.right + self.count(|kind| kind != SlipKind::Missed)
    }

    /// The right finds among all finds; `None` where nothing was found.
    pub fn precision(&self) -> Option<f64> {
        ratio(self.right, self.found())
    }

    /// The right finds among all labels; `None` where there is no label.
    pub fn recall(&self) -> Option<f64> {
        ratio(self.right, self.expected())
    }

    /// The harmonic mean of both; `None` where there is neither label nor find.
    pub fn f1(&self) -> Option<f64> {
        ratio(2 * self.right, self.expected() + self.found())
    }

    fn count(&self, which: impl Fn(SlipKind) -> bool) -> u32 {
        self.slips.iter().filter(|slip| which(slip.kind)).count() as u32
    }
}

fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tally = serializer.serialize_struct("Tally", 8)?;
        tally.serialize_field("field", self.field)?;
        tally.serialize_field("expected", &self.expected())?;
        tally.serialize_field("found", &self.found())?;
        tally.serialize_field("right", &self.right)?;
        tally.serialize_field("precision", &self.precision())?;
        tally.serialize_field("recall", &self.recall())?;
        tally.serialize_field("f1", &self.f1())?;
        tally.serialize_field("slips", &self.slips)?;
        tally.end()
    }
}

/// Every field of one page, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// The page; empty for several together.
    pub document: String,
    /// The fields, in the order of a page: its date, its articles, what they say.
    pub fields: Vec<Tally>,
}

impl Score {
    /// The tally of one field.
    pub fn field(&self, name: &str) -> Option<&Tally> {
        self.fields.iter().find(|tally| tally.field == name)
    }

    /// Several pages together, without their slips being told apart by page.
    pub fn sum<'a>(scores: impl IntoIterator<Item = &'a Score>) -> Score {
        let mut sum = Score::default();
        for tally in scores.into_iter().flat_map(|score| &score.fields) {
            match sum.fields.iter_mut().find(|known| known.field == tally.field) {
                Some(known) => {
                    known.right += tally.right;
                    known.slips.extend(tally.slips.iter().cloned());
                }
                None => sum.fields.push(tally.clone()),
            }
        }
        sum
    }
}
