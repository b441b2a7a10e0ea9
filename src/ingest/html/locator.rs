/// Finds texts again in the source, in their order.
pub(super) struct Locator<'a> {
    source: &'a str,
    at: usize,
    pub(super) line: u32,
}

impl<'a> Locator<'a> {
    /// Begins with a text whose first line has the number `line`.
    pub(super) fn new(source: &'a str, line: u32) -> Self {
        Locator { source, at: 0, line }
    }

    /// The line on which a text begins. The search goes from the text before it, and not for ever: a document of many
    /// texts that are not found must not cost the square of its length.
    pub(super) fn line_of(&mut self, text: &str) -> Option<u32> {
        const REACH: usize = 1 << 18;
        let start = text.trim().split(['&', '<', '>', '\u{A0}', '\n']).find(|part| !part.trim().is_empty())?;
        let key: String = start.chars().take(16).collect();
        let mut end = (self.at + REACH).min(self.source.len());
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        let found = self.source.get(self.at..end)?.find(&key)?;
        let between = &self.source[self.at..self.at + found];
        self.line += between.bytes().filter(|&byte| byte == b'\n').count() as u32;
        self.at += found;
        Some(self.line)
    }
}
