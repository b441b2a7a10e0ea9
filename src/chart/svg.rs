use std::fmt;

use super::{Node, STYLE, Scene, hundredths};

/// Printed, a scene is an SVG document that opens alone: it carries its style, its title and its description.
impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = (hundredths(self.width), hundredths(self.height));
        writeln!(
            f,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">"#
        )?;
        writeln!(f, "<title>{}</title>", Escaped(&self.title))?;
        writeln!(f, "<desc>{}</desc>", Escaped(&self.description))?;
        writeln!(f, "<style>\n{}</style>", Escaped(STYLE))?;
        for node in &self.nodes {
            print(node, 0, f)?;
        }
        writeln!(f, "</svg>")
    }
}

fn print(node: &Node, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{:indent$}<{}", "", node.tag, indent = depth * 2)?;
    for (name, value) in &node.attributes {
        write!(f, r#" {name}="{}""#, Escaped(value))?;
    }
    if node.text.is_none() && node.children.is_empty() {
        return writeln!(f, "/>");
    }
    f.write_str(">")?;
    if let Some(text) = &node.text {
        write!(f, "{}", Escaped(text))?;
    }
    if !node.children.is_empty() {
        writeln!(f)?;
        for child in &node.children {
            print(child, depth + 1, f)?;
        }
        write!(f, "{:indent$}", "", indent = depth * 2)?;
    }
    writeln!(f, "</{}>", node.tag)
}

/// A text as it stands in XML, in content and in attributes.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // XML 1.0 has no way to write the other control characters.
                control if control < ' ' && !matches!(control, '\t' | '\n') => f.write_str("\u{FFFD}")?,
                plain => write!(f, "{plain}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_the_document() {
        let scene = Scene {
            width: 10.0,
            height: 5.0,
            title: "<a> & \"b\"".to_owned(),
            description: "\u{1}".to_owned(),
            nodes: vec![Node::text(1.0, 2.0, "</svg>").with("data-key", "\"><x")],
        };
        let printed = scene.to_string();
        assert!(printed.contains("<title>&lt;a&gt; &amp; &quot;b&quot;</title>"));
        assert!(printed.contains("<desc>\u{FFFD}</desc>"));
        assert!(printed.contains(r#"<text x="1" y="2" data-key="&quot;&gt;&lt;x">&lt;/svg&gt;</text>"#));
    }
}
