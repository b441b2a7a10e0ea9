use crate::view::{Action, Text};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// What can be typed, with what it means. The words are examples, alike in every language.
const WRITINGS: [(&str, Text); 6] = [
    ("养老 服务", Text::HelpPlain),
    ("“安全生产”", Text::HelpQuoted),
    ("-外卖", Text::HelpWithout),
    ("yanglao · yl", Text::HelpPinyin),
    ("县:… 记者:… 版:4 题:… 栏:… 举措:… 类:…", Text::HelpFilters),
    ("日期:2024-01..2024-03 年:2020..2024", Text::HelpDates),
];

const KEYS: [(&str, Text); 6] = [
    ("/", Text::KeySearch),
    ("↑ ↓", Text::KeyArrows),
    ("Enter", Text::KeyEnter),
    ("← →", Text::KeyTurn),
    ("Esc", Text::KeyEscape),
    ("?", Text::KeyHelp),
];

/// How to search and to get around: a dialog, which is closed until it is asked for.
pub fn help(pen: &mut Pen, shortcuts: bool) {
    pen.element("dialog.help", |pen| {
        pen.set("aria-labelledby", "help-title");
        pen.element("h2", |pen| {
            pen.set("id", "help-title");
            pen.text(Text::HelpTitle.in_language(pen.language));
        });
        pen.words("h3", Text::HelpQuery);
        list(pen, "code", &WRITINGS);
        pen.words("h3", Text::HelpKeys);
        list(pen, "kbd", &KEYS);
        pen.element("p.choices", |pen| {
            let words = if shortcuts { Text::KeysOn } else { Text::KeysOff }.in_language(pen.language);
            pen.button("button.button", Action::Shortcuts(!shortcuts), words);
            pen.button("button.button", Wish::CloseHelp, Text::Close.in_language(pen.language));
        });
    });
}

fn list(pen: &mut Pen, kind: &'static str, entries: &[(&str, Text)]) {
    pen.element("dl", |pen| {
        for (what, meaning) in entries {
            pen.element("div", |pen| {
                pen.element("dt", |pen| {
                    pen.quoted();
                    pen.leaf(kind, what);
                });
                pen.words("dd", *meaning);
            });
        }
    });
}
