use crate::model::Field;

/// What ranking is made of. All of it is here; the defaults were chosen on one half of a national daily's headlines for
/// one month (each the query for its own article, which was indexed without it) and hold on the other half.
///
/// The core is BM25F (Robertson, Zaragoza: “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009, section 3.6).
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// How soon more of the same stops to count; 0 ignores how often, 2 counts nearly all. Safe: 0.5 to 2.
    pub k1: f64,
    /// How much a long article counts against itself; 0 not at all, 1 in full. Safe: 0 to 1.
    pub b: f64,
    /// A match in the headline, against one in a later paragraph.
    pub title: f64,
    /// In the standing head.
    pub column: f64,
    /// In the first paragraph, where newspapers say what matters.
    pub lead: f64,
    /// In a later paragraph.
    pub body: f64,
    /// In a head over a part.
    pub section_head: f64,
    /// In the text under a photograph.
    pub caption: f64,
    /// In a by-line.
    pub byline: f64,
    /// What standing in the first 150 characters adds, against the most that frequency can.
    pub opening: f64,
    /// What two words of a query add that stand directly beside each other, against the rarer one's own rarity.
    pub proximity: f64,
    /// What the newest of the articles found gains over the oldest. Gentle: it decides between equals.
    pub date: f64,
    /// Where no article has all of a query, it is looked for in parts: pairs of characters, and words of letters and digits. Of the
    /// articles that have most of them, the first are looked at closely ([`Ranking::look_closely`](super::Ranking::look_closely)): what
    /// a character counts that stands in one.
    pub character: f64,
    /// What each character adds that stands in its place in the query's order in one stretch of the text.
    pub order: f64,
    /// What all this counts for in brackets, where newspapers put credits and asides.
    pub aside: f64,
    /// An article that has parts of a sentence only is shown when it has this share of them.
    pub least_of_sentence: f64,
    /// The same for a query of several words.
    pub least_of_words: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            k1: 1.2,
            b: 0.5,
            title: 5.0,
            column: 1.0,
            lead: 3.0,
            body: 1.0,
            section_head: 2.0,
            caption: 1.0,
            byline: 1.5,
            opening: 0.5,
            proximity: 0.5,
            date: 0.02,
            character: 1.8,
            order: 4.0,
            aside: 0.15,
            least_of_sentence: 0.05,
            least_of_words: 0.2,
        }
    }
}

impl Weights {
    /// What a match counts in a part of an article.
    pub(super) fn of(&self, field: Field) -> f64 {
        match field {
            Field::Title => self.title,
            Field::Column => self.column,
            Field::Lead => self.lead,
            Field::Body => self.body,
            Field::SectionHead => self.section_head,
            Field::Caption => self.caption,
            Field::Byline => self.byline,
        }
    }
}
