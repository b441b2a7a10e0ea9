/// A language that charts and the page speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Simplified Chinese, as written in China.
    #[default]
    ZhCn,
    /// Traditional Chinese, as written in Taiwan.
    ZhTw,
    /// English.
    En,
}

/// A wording in each language, in the order of [`Language::ALL`].
pub type Words = [&'static str; 3];

impl Language {
    /// Every language, the default first.
    pub const ALL: [Language; 3] = [Language::ZhCn, Language::ZhTw, Language::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.say(["zh-CN", "zh-TW", "en"])
    }

    /// The language of a tag: `zh`, `zh-CN`, `zh-Hant`, `en-GB`; `None` for one that is not spoken here.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" if parts.any(|part| matches!(part, "tw" | "hk" | "mo" | "hant")) => Some(Language::ZhTw),
            "zh" => Some(Language::ZhCn),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// The one of two wordings that is in this language; both forms of Chinese share the first.
    pub fn pick<T>(self, chinese: T, english: T) -> T {
        if self == Language::En { english } else { chinese }
    }

    /// The wording in this language.
    pub fn say(self, words: Words) -> &'static str {
        words[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_browsers_and_pages_write_them() {
        for (tag, language) in [
            ("zh", Some(Language::ZhCn)),
            ("zh-Hans-CN", Some(Language::ZhCn)),
            ("zh-TW", Some(Language::ZhTw)),
            ("zh-Hant-HK", Some(Language::ZhTw)),
            ("en-GB", Some(Language::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}
