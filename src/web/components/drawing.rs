use crate::chart::{Node, Scene, hundredths};
use crate::view::{Action, FilterKey};
use crate::web::pen::Pen;

/// A scene as elements of the page. Marks that can be chosen are buttons to those who use the keyboard or a screen reader:
/// the drawing is one stop of the Tab key, and arrow keys lead from mark to mark.
pub fn drawing(pen: &mut Pen, scene: &Scene, key: FilterKey) {
    let (width, height) = (hundredths(scene.width), hundredths(scene.height));
    // The stop is the mark that is chosen, else the first.
    let pickable: Vec<&Node> = scene.walk().filter(|node| class(node).contains("pickable")).collect();
    let chosen = pickable.iter().find(|node| class(node).contains("picked")).or(pickable.first());
    let stop = chosen.and_then(|node| node.attribute("data-key"));
    pen.element("svg.chart", |pen| {
        pen.set("role", "group");
        pen.set("aria-label", &scene.title);
        pen.set("viewBox", &format!("0 0 {width} {height}"));
        pen.set("width", &width);
        pen.set("height", &height);
        scene.nodes.iter().for_each(|node| draw(pen, node, key, stop));
    });
}

fn draw(pen: &mut Pen, node: &Node, key: FilterKey, stop: Option<&str>) {
    pen.element(node.tag, |pen| {
        for (name, value) in &node.attributes {
            pen.set(name, value);
        }
        if let Some(value) = node.attribute("data-key") {
            // A bar that stays is the same element and keeps the focus.
            pen.key(value);
            pen.part("bar");
            if class(node).contains("pickable") {
                pen.set("role", "button");
                pen.set("tabindex", if stop == Some(value) { "0" } else { "-1" });
                pen.pressed(class(node).contains("picked"));
                pen.wish(Action::Toggle(key, value.to_owned()).into());
            } else {
                pen.set("role", "img");
            }
        }
        if let Some(text) = &node.text {
            pen.text(text);
        }
        node.children.iter().for_each(|child| draw(pen, child, key, stop));
    });
}

fn class(node: &Node) -> &str {
    node.attribute("class").unwrap_or_default()
}
