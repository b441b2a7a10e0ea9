//! Front matter: the fields between two lines of `---` at the head of a Markdown file.
//!
//! A subset of YAML: `key: value`, values in quotes, `[a, b]` lists, and `- item` lists under a key. `#` begins a comment.

/// A field's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// One text; empty where the field has none.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// A field and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: Value,
    /// Its line, from 1.
    pub line: u32,
}

/// The fields, the lines that are none, and where the body begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The fields in their order.
    pub fields: Vec<Field>,
    /// Lines that could not be read, and why.
    pub broken: Vec<(u32, String)>,
    /// How many lines belong to the front matter, its fences included; 0 where there is none.
    pub length: u32,
}

/// Reads the front matter of a text.
pub fn parse(text: &str) -> FrontMatter {
    let mut lines = (1_u32..).zip(text.split('\n').map(|line| line.trim_end()));
    let mut front = FrontMatter::default();
    if lines.next().is_none_or(|(_, line)| line != "---") {
        return front;
    }
    for (number, line) in lines {
        if line == "---" || line == "..." {
            front.length = number;
            return front;
        }
        read_line(number, line, &mut front);
    }
    // Without a closing fence all of it is text.
    FrontMatter {
        broken: vec![(1, "the front matter is not closed by a line of ---".to_owned())],
        ..FrontMatter::default()
    }
}

fn read_line(number: u32, line: &str, front: &mut FrontMatter) {
    let content = line.trim();
    if content.is_empty() || content.starts_with('#') {
        return;
    }
    if let Some(item) = content.strip_prefix("- ").or((content == "-").then_some("")) {
        match front.fields.last_mut().map(|field| &mut field.value) {
            Some(Value::List(items)) => items.push(scalar(item)),
            Some(value @ Value::Text(_)) if *value == Value::Text(String::new()) => {
                *value = Value::List(vec![scalar(item)])
            }
            _ => front.broken.push((number, format!("“{content}” is an item of no list"))),
        }
        return;
    }
    let Some((key, value)) = content.split_once(':') else {
        front.broken.push((number, format!("“{content}” is not “key: value”")));
        return;
    };
    let key = key.trim();
    if key.is_empty() || !key.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '-')) {
        front.broken.push((number, format!("“{key}” is not the name of a field")));
        return;
    }
    if front.fields.iter().any(|field| field.key == key) {
        front.broken.push((number, format!("the field “{key}” is given twice; the first is taken")));
        return;
    }
    let value = value.trim();
    let value = match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => Value::List(items(list)),
        None => Value::Text(scalar(value)),
    };
    front.fields.push(Field { key: key.to_owned(), value, line: number });
}

/// A text without its quotes, or without the comment after it. `null` and `~` are nothing.
fn scalar(text: &str) -> String {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote)
            && let Some(end) = closing(rest, quote)
        {
            let inside = &rest[..end];
            return if quote == '"' {
                inside.replace("\\\"", "\"").replace("\\\\", "\\")
            } else {
                inside.replace("''", "'")
            };
        }
    }
    let text = text.find(" #").map_or(text, |comment| text[..comment].trim_end());
    if matches!(text, "null" | "~") { String::new() } else { text.to_owned() }
}

/// The byte of the closing quote.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if quote == '"' && character == '\\' {
            characters.next();
        } else if character == quote {
            if quote == '\'' && characters.peek().is_some_and(|&(_, next)| next == '\'') {
                characters.next();
            } else {
                return Some(at);
            }
        }
    }
    None
}

fn items(list: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = list.trim();
    while !rest.is_empty() {
        let quoted = rest.chars().next().filter(|first| matches!(first, '"' | '\''));
        let end = quoted.and_then(|quote| closing(&rest[1..], quote)).map_or(0, |end| end + 2);
        let end = end + rest[end..].find([',', '，', '、']).unwrap_or(rest.len() - end);
        let item = scalar(&rest[..end]);
        if !item.is_empty() {
            items.push(item);
        }
        rest = rest[end..].trim_start_matches([',', '，', '、']).trim_start();
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_subset() {
        let front = parse(
            "---\ntitle: \"河：清了 # 也深了\"\ndate: 2024-02/2024-03 # 月份\nreporters: [林一舟, '何川']\ncorrespondents:\n  - 许岚\n  - 郑小满\nurl: https://paper.example/1\nstanding_head: null\n---\n正文\n",
        );
        let text = |value: &str| Value::Text(value.to_owned());
        let list = |values: &[&str]| Value::List(values.iter().map(|&value| value.to_owned()).collect());
        let fields: Vec<(&str, &Value)> = front.fields.iter().map(|field| (field.key.as_str(), &field.value)).collect();
        assert_eq!(
            fields,
            [
                ("title", &text("河：清了 # 也深了")),
                ("date", &text("2024-02/2024-03")),
                ("reporters", &list(&["林一舟", "何川"])),
                ("correspondents", &list(&["许岚", "郑小满"])),
                ("url", &text("https://paper.example/1")),
                ("standing_head", &text("")),
            ]
        );
        assert_eq!((front.length, front.broken), (10, vec![]));
    }

    #[test]
    fn broken_lines_cost_no_field() {
        let front = parse("---\n乱写一行\ntitle: 河清了\n- 孤零零\ntitle: 又一个\n---\n");
        assert_eq!(front.fields.len(), 1);
        assert_eq!(front.broken.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4, 5]);
        assert_eq!(parse("---\ntitle: 河\n没有结尾").fields, []);
        assert_eq!(parse("# 河\n正文"), FrontMatter::default());
    }
}
