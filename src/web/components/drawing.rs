use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::chart::{Node, Scene, hundredths};

/// A scene as elements of the page. Marks that can be chosen are buttons to those who use the keyboard or a screen reader.
pub fn drawing(scene: &Scene) -> Html {
    let (width, height) = (hundredths(scene.width), hundredths(scene.height));
    let size = format!("0 0 {width} {height}");
    html! {
        <svg
            class="chart" role="group" aria-label={scene.title.clone()} viewBox={size}
            {width} {height}
        >
            {for scene.nodes.iter().enumerate().map(|(place, node)| {
                // Every node has a key, so that a bar that stays is the same element and keeps the focus.
                let mut tag = element(node);
                tag.key.get_or_insert_with(|| format!("part {place}").into());
                Html::from(tag)
            })}
        </svg>
    }
}

fn element(node: &Node) -> VTag {
    let mut tag = VTag::new(node.tag);
    for (name, value) in &node.attributes {
        tag.add_attribute(name, value.clone());
    }
    if let Some(key) = node.attribute("data-key") {
        let class = node.attribute("class").unwrap_or_default();
        tag.key = Some(key.into());
        tag.add_attribute("data-baoyan", "bar");
        if class.contains("pickable") {
            tag.add_attribute("role", "button");
            tag.add_attribute("tabindex", "0");
            tag.add_attribute("aria-pressed", class.contains("picked").to_string());
        } else {
            tag.add_attribute("role", "img");
        }
    }
    if let Some(text) = &node.text {
        tag.add_child(text.clone().into());
    }
    tag.add_children(node.children.iter().map(|child| element(child).into()));
    tag
}
