use super::facts::facts;
use super::hit_item::{heading, own_title};
use super::initiative_list::initiative_list;
use super::marked::marked;
use super::topic::{Here, topic_link};
use crate::model::{Article, BlockKind, Passage, Reading, Related};
use crate::view::{Action, FilterKey, Language, Phrase, State, Text, date, permalink, pointed, segments};
use crate::web::desk::{Desk, Step};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// An article, opened for reading, with what stands beside it; `shares` where the browser can hand a link on.
pub fn reader(pen: &mut Pen, desk: &Desk, state: &State, native: Language, shares: bool) {
    let Some(reading) = &desk.reading else {
        return pen.element("div.nothing", |pen| {
            back(pen);
            pen.element("p.headline", |pen| {
                pen.set("tabindex", "-1");
                pen.text(Text::NoArticle.in_language(pen.language));
            });
        });
    };
    let beside =
        |pen: &mut Pen, words: Text, others: &[Related]| beside(pen, words, others, &reading.id, state, native);
    pen.element("div.reader", |pen| {
        pen.element("div.turn", |pen| {
            back(pen);
            in_results(pen, desk, state, native);
            pen.element("span.handing", |pen| {
                let mut hand = |wish, words: Text| pen.button("button.link", wish, words.in_language(pen.language));
                hand(Wish::CopyLink, Text::CopyLink);
                hand(Wish::CopyCitation, Text::CopyCitation);
                if shares {
                    hand(Wish::Share, Text::Share);
                }
            });
        });
        pen.element("article", |pen| article(pen, reading, (state, native)));
        pen.element("aside.margin", |pen| {
            pen.label(Text::Initiatives);
            initiative_list(pen, &reading.article, (state, native));
            beside(pen, Text::Related, &reading.related);
            beside(pen, Text::SamePage, &reading.same_page);
            beside(pen, Text::SameCounty, &reading.same_county);
        });
    });
}

fn back(pen: &mut Pen) {
    let words = ["← ", Text::Back.in_language(pen.language)].concat();
    pen.button("button.link.back", Action::Close, &words);
}

/// The way through the results, article by article.
fn in_results(pen: &mut Pen, desk: &Desk, state: &State, native: Language) {
    let Some(place) = desk.place else { return };
    pen.element("nav.in-results", |pen| {
        pen.label(Text::InResults);
        let turn = |pen: &mut Pen, name: &str, step: &Option<Step>, words: Text| {
            if let Some(Step { id, page }) = step {
                let there = State { article: Some(id.clone()), page: *page, ..state.clone() };
                pen.element("a.link", |pen| {
                    pen.set("href", &permalink(&there, native));
                    pen.set("data-turn", name);
                    pen.wish(Action::Follow(id.clone(), *page).into());
                    pen.text(words.in_language(pen.language));
                });
            }
        };
        turn(pen, "previous", &desk.previous, Text::Previous);
        pen.leaf("span", &Phrase::HitOf(place, desk.answer.total).in_language(pen.language));
        turn(pen, "next", &desk.next, Text::Next);
    });
}

fn article(pen: &mut Pen, reading: &Reading, here: Here<'_>) {
    let (article, language) = (&reading.article, pen.language);
    pen.part("article");
    pen.set("data-id", &reading.id);
    pen.quoted();
    pen.element("header", |pen| {
        if let Some(head) = &article.standing_head {
            pen.leaf("p.eyebrow", head);
        }
        pen.element("h2.headline", |pen| {
            pen.set("tabindex", "-1");
            marked(pen, &segments(heading(pen, &article.title, &article.display_title), &reading.title_marks));
            if article.title.is_none() {
                own_title(pen);
            }
        });
        let known = [
            reading.date.map(|range| date(range, language)),
            article.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
        ];
        pen.element("p.facts", |pen| {
            pen.own();
            if let Some(county) = &article.county {
                pen.element("span", |pen| topic_link(pen, FilterKey::County, county, county, here));
            }
            facts(pen, known);
            // Where the paper prints by-lines they stand in the text as it has them.
            if reading.passages.iter().all(|passage| passage.kind != BlockKind::Byline) {
                names(pen, article);
            }
        });
    });
    pen.element("div.body", |pen| reading.passages.iter().for_each(|part| passage(pen, part, here.0.point)));
    if let Some(url) = article.url.as_ref().filter(|url| is_safe_link(url)) {
        pen.element("p.facts", |pen| {
            pen.own();
            pen.text(Text::Original.in_language(language));
            pen.text(" ");
            pen.element("a", |pen| {
                pen.set("href", url);
                pen.set("rel", "noreferrer");
                pen.text(url);
            });
        });
    }
}

fn passage(pen: &mut Pen, passage: &Passage, point: Option<u32>) {
    let kind = match passage.kind {
        BlockKind::Paragraph => "p",
        BlockKind::SectionHead => "h3",
        BlockKind::Caption => "p.caption",
        BlockKind::Byline => "p.byline",
    };
    pen.element(kind, |pen| marked(pen, &pointed(passage, point)));
}

fn names(pen: &mut Pen, article: &Article) {
    for (role, names) in [
        (Text::Reporters, &article.reporters),
        (Text::Correspondents, &article.correspondents),
        (Text::Photographers, &article.photographers),
    ] {
        if !names.is_empty() {
            let names = names.join(Text::Joint.in_language(pen.language));
            pen.leaf("span", &[role.in_language(pen.language), " ", &names].concat());
        }
    }
}

/// Other articles, each with what it shares with this one.
fn beside(pen: &mut Pen, words: Text, others: &[Related], here: &str, state: &State, native: Language) {
    if others.is_empty() {
        return;
    }
    pen.element("section.beside", |pen| {
        pen.words("h3", words);
        pen.element("ul", |pen| {
            for other in others {
                let there = State { article: Some(other.id.clone()), ..state.clone() };
                pen.element("li", |pen| {
                    pen.quoted();
                    pen.element("a", |pen| {
                        if other.id == here {
                            pen.set("aria-current", "page");
                        }
                        pen.set("href", &permalink(&there, native));
                        pen.wish(Action::Open(other.id.clone()).into());
                        pen.text(heading(pen, &other.title, &None));
                    });
                    let shared = other.shared.join(Text::Joint.in_language(pen.language));
                    let known = [
                        other.date.map(|range| date(range, pen.language)),
                        Some(shared).filter(|shared| !shared.is_empty()),
                    ];
                    pen.element("p.facts", |pen| facts(pen, known));
                });
            }
        });
    });
}

/// An archive is data from elsewhere: what it gives as a link must not run as a script. Links are of the web, or relative.
fn is_safe_link(url: &str) -> bool {
    let scheme_ends = url.find(':').is_some_and(|colon| url.find(['/', '?', '#']).is_none_or(|other| colon < other));
    !scheme_ends || url.starts_with("https://") || url.starts_with("http://")
}
