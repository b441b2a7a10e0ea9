use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::initiative_list::initiative_list;
use super::marked::marked;
use crate::model::{Article, BlockKind, Passage, Reading};
use crate::view::{Action, Language, Phrase, Text, date, segments};

#[derive(Clone, PartialEq, Properties)]
pub struct ReaderProps {
    pub language: Language,
    /// The article; `None` where the archive has none with the id asked for.
    pub reading: Option<std::rc::Rc<Reading>>,
    pub open: Callback<String>,
    pub dispatch: Callback<Action>,
}

/// An article, opened for reading.
#[component]
pub fn Reader(ReaderProps { language, reading, open, dispatch }: &ReaderProps) -> Html {
    let language = *language;
    let (top, headline) = (use_node_ref(), use_node_ref());
    {
        let (top, headline) = (top.clone(), headline.clone());
        let id = reading.as_ref().map(|reading| reading.id.clone());
        use_effect_with(id, move |_| {
            if let Some(top) = top.cast::<Element>()
                && top.get_bounding_client_rect().top() < 0.0
            {
                top.scroll_into_view();
            }
            if let Some(headline) = headline.cast::<HtmlElement>() {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                // An element with a tabindex can take the focus.
                let _ = headline.focus_with_options(&options);
            }
        });
    }
    let close = dispatch.reform(|_: MouseEvent| Action::Close);
    let back = html! {
        <button type="button" class="link back" onclick={close}>{"← "}{Text::Back.in_language(language)}</button>
    };
    let Some(reading) = reading else {
        return html! {
            <div class="nothing">
                {back}
                <p ref={headline} tabindex="-1">{Text::NoArticle.in_language(language)}</p>
            </div>
        };
    };
    let article = &reading.article;
    let title = article.title.as_deref().or(article.display_title.as_deref());
    let title = title.unwrap_or(Text::Untitled.in_language(language));
    let facts = [
        article.county.clone(),
        reading.date.map(|range| date(range, language)),
        article.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
    ];
    // Where the paper prints by-lines they stand in the text as it has them.
    let printed = reading.passages.iter().any(|passage| passage.kind == BlockKind::Byline);
    html! {
        <div class="reader" ref={top}>
            <nav class="turn">{back}</nav>
            <article data-baoyan="article" data-id={reading.id.clone()} lang="zh-CN">
                <header>
                    if let Some(head) = &article.standing_head {
                        <p class="eyebrow">{head}</p>
                    }
                    <h2 ref={headline} tabindex="-1">
                        {marked(segments(title, &reading.title_marks))}
                        if article.title.is_none() {
                            <small class="own-title" lang={language.tag()}>{Text::OwnTitle.in_language(language)}</small>
                        }
                    </h2>
                    <p class="facts" lang={language.tag()}>
                        {for facts.into_iter().flatten().map(|fact| html! { <span>{fact}</span> })}
                        if !printed {
                            {names(article, language)}
                        }
                    </p>
                </header>
                <div class="body">{for reading.passages.iter().map(passage)}</div>
                if let Some(url) = article.url.as_ref().filter(|url| is_web_address(url)) {
                    <p class="facts" lang={language.tag()}>
                        {Text::Original.in_language(language)}{" "}<a href={url.clone()} rel="noreferrer">{url}</a>
                    </p>
                }
            </article>
            {initiative_list(language, &article.initiatives)}
            <nav class="turn" aria-label={Text::SamePage.in_language(language)}>
                {turn(reading.previous.as_ref(), "← ", Text::Previous, "", language, open)}
                {turn(reading.next.as_ref(), "", Text::Next, " →", language, open)}
            </nav>
        </div>
    }
}

fn passage(passage: &Passage) -> Html {
    let text = marked(segments(&passage.text, &passage.marks));
    match passage.kind {
        BlockKind::Paragraph => html! { <p>{text}</p> },
        BlockKind::SectionHead => html! { <h3>{text}</h3> },
        BlockKind::Caption => html! { <p class="caption">{text}</p> },
        BlockKind::Byline => html! { <p class="byline">{text}</p> },
    }
}

fn names(article: &Article, language: Language) -> Html {
    [
        (Text::Reporters, &article.reporters),
        (Text::Correspondents, &article.correspondents),
        (Text::Photographers, &article.photographers),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(role, names)| {
        let names = names.join(Text::Joint.in_language(language));
        html! { <span>{role.in_language(language)}{" "}{names}</span> }
    })
    .collect()
}

fn turn(
    id: Option<&String>,
    before: &'static str,
    words: Text,
    after: &'static str,
    language: Language,
    open: &Callback<String>,
) -> Html {
    let Some(id) = id.cloned() else { return Html::default() };
    let onclick = open.reform(move |_: MouseEvent| id.clone());
    html! {
        <button type="button" class="link" {onclick}>{before}{words.in_language(language)}{after}</button>
    }
}

/// An archive is data from elsewhere: what it gives as a link must not run as a script.
fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
