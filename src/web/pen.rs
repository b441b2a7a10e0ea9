use yew::Html;
use yew::virtual_dom::{VNode, VTag, VText};

use super::wish::Wish;
use crate::chart::Words;
use crate::view::{Action, Language, Text};

/// Draws the page. A kind of element is written as in a style sheet: `p.quiet`, `button.link.back`. What is drawn or set
/// inside an element's closure is its own.
///
/// One small path for every element keeps the download small: `html!` expands each of them to code of its own.
pub struct Pen {
    /// What the page speaks.
    pub language: Language,
    open: Vec<Opened>,
    wishes: Vec<Wish>,
}

/// An element that is not yet closed, with the kinds of its children so far and how many there are of each.
struct Opened {
    tag: VTag,
    children: Vec<(&'static str, usize)>,
}

impl Pen {
    /// A pen for a new page, all of which is in an element of the kind `root`.
    pub fn new(language: Language, root: &'static str) -> Self {
        let mut pen = Pen { language, open: Vec::new(), wishes: Vec::new() };
        pen.open(root);
        pen
    }

    /// The page, and what its parts wish when they are chosen: `data-wish` is the place in this list.
    pub fn finish(mut self) -> (Html, Vec<Wish>) {
        (self.open.pop().map_or_else(Html::default, |root| root.tag.into()), self.wishes)
    }

    /// An element with what `inside` draws.
    pub fn element(&mut self, kind: &'static str, inside: impl FnOnce(&mut Pen)) {
        self.open(kind);
        inside(self);
        self.close();
    }

    /// An element with a text.
    pub fn leaf(&mut self, kind: &'static str, text: &str) {
        self.open(kind);
        self.text(text);
        self.close();
    }

    /// An element with words of the page.
    pub fn words(&mut self, kind: &'static str, words: Text) {
        self.leaf(kind, words.in_language(self.language));
    }

    /// An element with a wording of its own place.
    pub fn said(&mut self, kind: &'static str, words: Words) {
        self.leaf(kind, self.language.say(words));
    }

    /// A button.
    pub fn button(&mut self, kind: &'static str, wish: impl Into<Wish>, words: &str) {
        self.open(kind);
        self.set("type", "button");
        self.wish(wish.into());
        self.text(words);
        self.close();
    }

    /// A link to a state of the page, which is wished where it is chosen plainly.
    pub fn link(&mut self, kind: &'static str, address: &str, wish: Action, words: &str) {
        self.open(kind);
        self.set("href", address);
        self.wish(wish.into());
        self.text(words);
        self.close();
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.add(VText::new(String::from(text)).into());
    }

    /// Gives the open element an attribute.
    pub fn set(&mut self, name: &'static str, value: &str) {
        if let Some(parent) = self.open.last_mut() {
            parent.tag.add_attribute(name, String::from(value));
        }
    }

    /// Says that the open element is on or off.
    pub fn pressed(&mut self, on: bool) {
        self.set("aria-pressed", if on { "true" } else { "false" });
    }

    /// Says whether what the open element shows is of an earlier query, and another is on its way.
    pub fn busy(&mut self, is_busy: bool) {
        if is_busy {
            self.set("aria-busy", "true");
        }
    }

    /// Gives the open element words of the page as its name.
    pub fn label(&mut self, words: Text) {
        self.set("aria-label", words.in_language(self.language));
    }

    /// Says that the open element is of the page's parts that hosts may hold on to, and style with `::part`.
    pub fn part(&mut self, name: &str) {
        self.set("part", name);
        self.set("data-baoyan", name);
    }

    /// Says that the open element is in the articles' language.
    pub fn quoted(&mut self) {
        self.set("lang", "zh-CN");
    }

    /// Says that the open element is in the page's language.
    pub fn own(&mut self) {
        self.set("lang", self.language.tag());
    }

    /// Says who the open element is among its siblings, so that it stays the same element where it is drawn again. What says
    /// nothing is known by its kind and by how many of that kind stand before it.
    pub fn key(&mut self, key: &str) {
        if let Some(parent) = self.open.last_mut() {
            parent.tag.key = Some(key.into());
        }
    }

    /// What is wished where the open element is chosen.
    pub fn wish(&mut self, wish: Wish) {
        let place = self.wishes.len().to_string();
        self.set("data-wish", &place);
        self.wishes.push(wish);
    }

    fn open(&mut self, kind: &'static str) {
        let mut names = kind.split('.');
        let tag = VTag::new(names.next().unwrap_or_default());
        self.open.push(Opened { tag, children: Vec::new() });
        let classes: Vec<&str> = names.collect();
        if !classes.is_empty() {
            self.set("class", &classes.join(" "));
        }
        // The new element is on top, its parent below.
        if let Some([parent, child]) = self.open.last_chunk_mut() {
            let known = parent.children.iter().position(|(known, _)| *known == kind);
            let known = known.unwrap_or_else(|| {
                parent.children.push((kind, 0));
                parent.children.len() - 1
            });
            let before = &mut parent.children[known].1;
            child.tag.key = Some([kind, " ", &before.to_string()].concat().into());
            *before += 1;
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(element.tag.into());
        }
    }

    fn add(&mut self, child: VNode) {
        if let Some(parent) = self.open.last_mut() {
            parent.tag.add_child(child);
        }
    }
}
