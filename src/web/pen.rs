use std::cell::RefCell;
use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listeners, VComp, VList, VNode, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

use super::region::{RegionProps, RegionView};
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
    sheet: String,
    unfolded: Rc<Vec<&'static str>>,
    open: Vec<Opened>,
    wishes: Vec<Option<Wish>>,
}

/// An element that is not yet closed, with its attributes and children so far, and the kinds of these and how many there are of
/// each.
struct Opened {
    tag: &'static str,
    key: Option<Key>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
    kinds: Vec<(&'static str, usize)>,
}

thread_local! {
    /// The lists of attributes that elements have had. Yew compares elements fast whose attributes have the very same names.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

fn known(names: &[&'static str]) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|lists| {
        let known = lists.iter().copied().find(|known| *known == names);
        // There are few: as many as ways to draw an element.
        known.unwrap_or_else(|| {
            lists.push(Vec::leak(names.to_vec()));
            lists[lists.len() - 1]
        })
    })
}

fn shared(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

impl Pen {
    /// A pen for a new drawing, all of which is in an element of the kind `root`. `unfolded` are the names of what the reader has
    /// unfolded, `sheet` tells the wishes of this drawing from those of others.
    pub fn new(language: Language, root: &'static str, sheet: usize, unfolded: &Rc<Vec<&'static str>>) -> Self {
        let (sheet, unfolded) = (sheet.to_string(), Rc::clone(unfolded));
        let mut pen = Pen { language, sheet, unfolded, open: Vec::new(), wishes: Vec::new() };
        pen.open(root);
        pen
    }

    /// The drawing, and what its parts wish when they are chosen: `data-wish` is the sheet and the place in this list.
    pub fn finish(mut self) -> (Html, Vec<Option<Wish>>) {
        (self.open.pop().map_or_else(Html::default, Opened::close), self.wishes)
    }

    /// A region, which draws itself.
    pub fn region(&mut self, props: RegionProps) {
        let key = props.region.sheet().to_string();
        self.add(VComp::new::<RegionView>(Rc::new(props), Some(key.into())).into());
    }

    /// What a reader unfolds by its summary: only then it is drawn.
    pub fn fold(&mut self, kind: &'static str, name: &'static str, words: &str, inside: &mut dyn FnMut(&mut Pen)) {
        let is_open = self.unfolded.contains(&name);
        self.open("details");
        if is_open {
            self.set("open", "");
        }
        self.open(kind);
        self.wish(Wish::Fold(name));
        self.text(words);
        self.close();
        if is_open {
            inside(self);
        }
        self.close();
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
        self.add(VText::new(shared(text)).into());
    }

    /// Gives the open element an attribute.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.maybe(name, Some(value));
    }

    /// Gives the open element an attribute that it has at times: with those it might have, elements are compared faster.
    pub fn maybe(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(element) = self.open.last_mut() {
            element.names.push(name);
            element.values.push(value.map(|value| AttributeOrProperty::Attribute(shared(value))));
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
        if let Some(element) = self.open.last_mut() {
            element.key = Some(key.into());
        }
    }

    /// What is wished where the open element is chosen.
    pub fn wish(&mut self, wish: Wish) {
        self.maybe_wish(Some(wish));
    }

    /// What is wished where the open element is chosen, if it can be at present: the wishes of others stay where they are.
    pub fn maybe_wish(&mut self, wish: Option<Wish>) {
        let place = [&self.sheet, ".", &self.wishes.len().to_string()].concat();
        self.maybe("data-wish", wish.as_ref().map(|_| place.as_str()));
        self.wishes.push(wish);
    }

    fn open(&mut self, kind: &'static str) {
        let (tag, classes) = kind.split_once('.').unwrap_or((kind, ""));
        let mut key = None;
        if let Some(parent) = self.open.last_mut() {
            let known = parent.kinds.iter().position(|(known, _)| *known == kind);
            let known = known.unwrap_or_else(|| {
                parent.kinds.push((kind, 0));
                parent.kinds.len() - 1
            });
            let before = &mut parent.kinds[known].1;
            key = Some(match *before {
                0 => kind.into(),
                before => [kind, " ", &before.to_string()].concat().into(),
            });
            *before += 1;
        }
        let (names, values, children, kinds) = Default::default();
        self.open.push(Opened { tag, key, names, values, children, kinds });
        if !classes.is_empty() {
            self.set("class", &classes.replace('.', " "));
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(element.close());
        }
    }

    fn add(&mut self, child: VNode) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(child);
        }
    }
}

impl Opened {
    fn close(self) -> VNode {
        let attributes = Attributes::Dynamic { keys: known(&self.names), values: self.values.into() };
        let children = VList::with_children(self.children, None).into();
        // As `html!` makes an element. Boxes to type in are elements as others are: what they hold is not drawn.
        let tag = AttrValue::Static(self.tag);
        VTag::__new_other(tag, NodeRef::default(), self.key, attributes, Listeners::None, children).into()
    }
}
