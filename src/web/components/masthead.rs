use super::facts::facts;
use crate::model::Info;
use crate::view::{Action, Language, Phrase, Text, Theme, period};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// The name of the page, what it is, and how much is in it.
pub fn masthead(pen: &mut Pen, theme: Theme, info: Option<&Info>) {
    pen.element("header.masthead", |pen| {
        pen.element("div.nameplate", |pen| {
            pen.element("h1", |pen| {
                pen.element("a", |pen| {
                    pen.set("href", "?");
                    pen.wish(Action::Ask(String::new()).into());
                    pen.text(Text::Name.in_language(pen.language));
                });
            });
            pen.words("p.ear", Text::Claim);
        });
        pen.element("div.dateline", |pen| {
            pen.element("p.holdings", |pen| {
                if let Some(info) = info {
                    holdings(pen, info);
                }
            });
            pen.element("div.settings", |pen| settings(pen, theme));
        });
    });
}

/// Region, articles, initiatives, since when.
fn holdings(pen: &mut Pen, info: &Info) {
    let language = pen.language;
    let known = [
        info.region.clone(),
        Some(Phrase::ManyArticles(info.articles).in_language(language)),
        Some(Phrase::ManyInitiatives(info.initiatives).in_language(language)),
        info.first_date.zip(info.last_date).map(|(first, last)| period(first, last, language)),
    ];
    facts(pen, known);
}

/// Help, another language, another light. The style sheet shows the one button of light that changes something.
fn settings(pen: &mut Pen, theme: Theme) {
    pen.button("button", Wish::Help, Text::Help.in_language(pen.language));
    let present = pen.language;
    for other in Language::ALL.into_iter().filter(|other| *other != present) {
        pen.element("button", |pen| {
            pen.key(other.tag());
            pen.set("type", "button");
            pen.set("lang", other.tag());
            pen.wish(Action::Speak(other).into());
            pen.text(Text::OwnName.in_language(other));
        });
    }
    if theme != Theme::Dark {
        pen.button("button.to-dark", Action::Shade(Theme::Dark), Text::ToDark.in_language(pen.language));
    }
    if theme != Theme::Light {
        pen.button("button.to-light", Action::Shade(Theme::Light), Text::ToLight.in_language(pen.language));
    }
}
