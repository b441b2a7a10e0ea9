use super::facts::facts;
use super::hit_item::{heading, own_title};
use super::initiative_list::initiative_list;
use super::marked::marked;
use crate::model::{Article, BlockKind, Passage, Reading};
use crate::view::{Action, Phrase, Text, date, segments};
use crate::web::pen::Pen;

/// An article, opened for reading; `None` where the archive has none with the id asked for.
pub fn reader(pen: &mut Pen, reading: Option<&Reading>) {
    match reading {
        None => pen.element("div.nothing", |pen| {
            back(pen);
            pen.element("p.headline", |pen| {
                pen.set("tabindex", "-1");
                pen.text(Text::NoArticle.in_language(pen.language));
            });
        }),
        Some(reading) => pen.element("div.reader", |pen| {
            pen.element("nav.turn", back);
            pen.element("article", |pen| article(pen, reading));
            initiative_list(pen, &reading.article.initiatives);
            pen.element("nav.turn", |pen| {
                pen.label(Text::SamePage);
                turn(pen, reading.previous.as_ref(), "← ", Text::Previous, "");
                turn(pen, reading.next.as_ref(), "", Text::Next, " →");
            });
        }),
    }
}

fn back(pen: &mut Pen) {
    let words = format!("← {}", Text::Back.in_language(pen.language));
    pen.button("button.link.back", Action::Close, &words);
}

fn article(pen: &mut Pen, reading: &Reading) {
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
            article.county.clone(),
            reading.date.map(|range| date(range, language)),
            article.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
        ];
        pen.element("p.facts", |pen| {
            pen.own();
            facts(pen, known);
            // Where the paper prints by-lines they stand in the text as it has them.
            if reading.passages.iter().all(|passage| passage.kind != BlockKind::Byline) {
                names(pen, article);
            }
        });
    });
    pen.element("div.body", |pen| reading.passages.iter().for_each(|part| passage(pen, part)));
    if let Some(url) = article.url.as_ref().filter(|url| is_web_address(url)) {
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

fn passage(pen: &mut Pen, passage: &Passage) {
    let kind = match passage.kind {
        BlockKind::Paragraph => "p",
        BlockKind::SectionHead => "h3",
        BlockKind::Caption => "p.caption",
        BlockKind::Byline => "p.byline",
    };
    pen.element(kind, |pen| marked(pen, &segments(&passage.text, &passage.marks)));
}

fn names(pen: &mut Pen, article: &Article) {
    for (role, names) in [
        (Text::Reporters, &article.reporters),
        (Text::Correspondents, &article.correspondents),
        (Text::Photographers, &article.photographers),
    ] {
        if !names.is_empty() {
            let names = names.join(Text::Joint.in_language(pen.language));
            pen.leaf("span", &format!("{} {names}", role.in_language(pen.language)));
        }
    }
}

fn turn(pen: &mut Pen, id: Option<&String>, before: &str, words: Text, after: &str) {
    if let Some(id) = id {
        let words = format!("{before}{}{after}", words.in_language(pen.language));
        pen.button("button.link", Action::Open(id.clone()), &words);
    }
}

/// An archive is data from elsewhere: what it gives as a link must not run as a script.
fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
