use crate::model::{Suggestion, WordKind};
use crate::view::{Action, Hint, Phrase, Text};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// What is offered under the box.
pub enum Offers<'a> {
    /// Words that go on as the reader is typing.
    Words(&'a [Suggestion]),
    /// What the reader asked before.
    Recent(&'a [String]),
}

impl Offers<'_> {
    /// Whether there is nothing to offer.
    pub fn is_empty(&self) -> bool {
        match self {
            Offers::Words(words) => words.is_empty(),
            Offers::Recent(queries) => queries.is_empty(),
        }
    }
}

/// The list under the box. The focus stays in the box: `aria-activedescendant` tells where the reader is.
pub fn suggestions(pen: &mut Pen, offers: &Offers<'_>, hint: Hint) {
    pen.element("div.offers", |pen| match offers {
        Offers::Words(words) => list(pen, Text::Suggestions, &mut |pen| {
            for (place, word) in words.iter().enumerate() {
                option(pen, place, hint, &word.query, &mut |pen| {
                    pen.leaf("span", &word.text);
                    let kind = kind(word.kind).in_language(pen.language);
                    let count = Phrase::Articles(word.articles).in_language(pen.language);
                    let told = if word.articles == 0 { &[kind][..] } else { &[kind, " · ", &count] };
                    pen.element("span.quiet", |pen| {
                        pen.own();
                        told.iter().for_each(|text| pen.text(text));
                    });
                });
            }
        }),
        Offers::Recent(queries) => {
            pen.element("p.quiet", |pen| {
                pen.text(Text::Recent.in_language(pen.language));
                pen.button("button.link", Wish::Forget, Text::Forget.in_language(pen.language));
            });
            list(pen, Text::Recent, &mut |pen| {
                for (place, query) in queries.iter().enumerate() {
                    option(pen, place, hint, query, &mut |pen| pen.leaf("span", query));
                }
            });
        }
    });
}

fn list(pen: &mut Pen, name: Text, inside: &mut dyn FnMut(&mut Pen)) {
    pen.element("ul", |pen| {
        pen.set("id", "offers");
        pen.set("role", "listbox");
        pen.label(name);
        inside(pen);
    });
}

fn option(pen: &mut Pen, place: usize, hint: Hint, query: &str, inside: &mut dyn FnMut(&mut Pen)) {
    pen.element("li", |pen| {
        pen.set("id", &format!("offer-{place}"));
        pen.set("role", "option");
        pen.set("aria-selected", if hint == Hint::On(place) { "true" } else { "false" });
        pen.quoted();
        pen.wish(Action::Ask(query.to_owned()).into());
        inside(pen);
    });
}

fn kind(kind: WordKind) -> Text {
    match kind {
        WordKind::County => Text::County,
        WordKind::Person => Text::KindPerson,
        WordKind::Initiative => Text::KindInitiative,
        WordKind::Column => Text::KindColumn,
        WordKind::Word => Text::KindWord,
    }
}
