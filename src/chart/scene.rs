/// An element of a drawing: its name, its attributes in order, and what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The SVG element's name.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, before its children.
    pub text: Option<String>,
    /// Its children, the last on top.
    pub children: Vec<Node>,
}

impl Node {
    /// An element with neither attributes nor children.
    pub fn new(tag: &'static str) -> Self {
        Node { tag, attributes: Vec::new(), text: None, children: Vec::new() }
    }

    /// A group.
    pub fn group(class: &'static str) -> Self {
        Node::new("g").with("class", class)
    }

    /// A rectangle.
    pub fn rect(x: f64, y: f64, width: f64, height: f64) -> Self {
        Node::new("rect").at("x", x).at("y", y).at("width", width).at("height", height)
    }

    /// A straight line.
    pub fn line(from: (f64, f64), to: (f64, f64)) -> Self {
        Node::new("line").at("x1", from.0).at("y1", from.1).at("x2", to.0).at("y2", to.1)
    }

    /// A line of text that stands on `y`.
    pub fn text(x: f64, y: f64, text: impl Into<String>) -> Self {
        let mut node = Node::new("text").at("x", x).at("y", y);
        node.text = Some(text.into());
        node
    }

    /// What a pointer that rests on the parent is told.
    pub fn title(text: impl Into<String>) -> Self {
        let mut node = Node::new("title");
        node.text = Some(text.into());
        node
    }

    /// The element with one more attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The element with a number as an attribute, to a hundredth.
    pub fn at(self, name: &'static str, value: f64) -> Self {
        self.with(name, hundredths(value))
    }

    /// The element with one more child.
    pub fn child(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    /// The element with more children.
    pub fn children(mut self, children: Vec<Node>) -> Self {
        self.children.extend(children);
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// A number to a hundredth: 12, 12.5, -0.25. The standard library's printing of floats is large where code is downloaded.
pub fn hundredths(value: f64) -> String {
    let count = (value * 100.0).round() as i64;
    let sign = if count < 0 { "-" } else { "" };
    let (whole, rest) = (count.unsigned_abs() / 100, count.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        _ if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// A drawing with the words that stand for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What it is called.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// What is drawn, the last on top. A node with `data-key` stands for a row of the chart's table; where it has the
    /// class `pickable` a reader can choose it.
    pub nodes: Vec<Node>,
}

impl Scene {
    /// Every node, parents before children.
    pub fn walk(&self) -> impl Iterator<Item = &Node> {
        let mut waiting: Vec<&Node> = self.nodes.iter().rev().collect();
        std::iter::from_fn(move || {
            let node = waiting.pop()?;
            waiting.extend(node.children.iter().rev());
            Some(node)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_are_printed_as_the_standard_library_does(count in -1_000_000..1_000_000i32) {
            let value = f64::from(count) / 100.0;
            proptest::prop_assert_eq!(hundredths(value), value.to_string());
        }
    }
}
