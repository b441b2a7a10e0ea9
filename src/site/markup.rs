use crate::chart::{Node, Scene, hundredths};

/// Attributes with their values.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Writes HTML or XML. Every text and every value is escaped as it is written: there is no other way to write one.
#[derive(Default)]
pub struct Markup {
    text: String,
}

impl Markup {
    /// An HTML document, not yet with anything in it.
    pub fn html() -> Self {
        Markup { text: "<!doctype html>\n".into() }
    }

    /// An XML document, not yet with anything in it.
    pub fn xml() -> Self {
        Markup { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".into() }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// An element with what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Markup)) {
        self.tag(name, attributes);
        self.text.push('>');
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// An element with a text.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |markup| markup.text(text));
    }

    /// An element that has no content; HTML and XML both take the form.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // XML 1.0 cannot have these, HTML should not.
                '\u{FFFE}' | '\u{FFFF}' | '\u{7F}'..='\u{9F}' => self.text.push('\u{FFFD}'),
                control if control < ' ' && !matches!(control, '\t' | '\n') => self.text.push('\u{FFFD}'),
                plain => self.text.push(plain),
            }
        }
    }

    /// A script of data (JSON-LD): no text in it can end the element.
    pub fn data(&mut self, media_type: &str, value: &serde_json::Value) {
        self.tag("script", &[("type", media_type)]);
        self.text.push('>');
        let json = value.to_string();
        self.text.push_str(&json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"));
        self.text.push_str("</script>\n");
    }

    /// A drawing whose style is in the document's style sheet.
    pub fn drawing(&mut self, scene: &Scene) {
        let (width, height) = (hundredths(scene.width), hundredths(scene.height));
        let view = format!("0 0 {width} {height}");
        let attributes =
            [("class", "chart"), ("viewBox", &view), ("width", &width), ("height", &height), ("role", "img")];
        self.element("svg", &attributes, |markup| {
            markup.leaf("title", &[], &scene.title);
            markup.leaf("desc", &[], &scene.description);
            scene.nodes.iter().for_each(|node| markup.node(node));
        });
    }

    fn node(&mut self, node: &Node) {
        let attributes: Vec<(&str, &str)> =
            node.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.element(node.tag, &attributes, |markup| {
            if let Some(text) = &node.text {
                markup.text(text);
            }
            node.children.iter().for_each(|child| markup.node(child));
        });
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_element_or_its_value() {
        let mut markup = Markup::default();
        markup.leaf("p", &[("title", "\"><script>")], "</p><img src=x onerror=y>&amp;\u{0}");
        markup.data("application/ld+json", &serde_json::json!({ "name": "</script><!--&" }));
        let written = markup.finish();
        assert!(written.starts_with(
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;img src=x onerror=y&gt;&amp;amp;\u{FFFD}</p>"
        ));
        assert_eq!(written.matches("</script>").count(), 1);
        assert!(!written.contains("<!--"));
    }
}
