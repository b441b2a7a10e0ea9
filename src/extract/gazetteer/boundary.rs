//! Whether a name in text is the name itself, or a part of another one.

use super::table::Gazetteer;

/// Whether it is a Han character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Things that are named after a place without lying in it: 修武路, 武陟村.
const NAMED_AFTER: [&str; 43] = [
    "路",
    "街",
    "巷",
    "弄",
    "胡同",
    "大道",
    "大街",
    "桥",
    "大桥",
    "村",
    "庄",
    "屯",
    "寨",
    "镇",
    "乡",
    "湖",
    "河",
    "江",
    "山",
    "岭",
    "水库",
    "社区",
    "小区",
    "花园",
    "家园",
    "公园",
    "广场",
    "酒店",
    "宾馆",
    "饭店",
    "大酒店",
    "大厦",
    "机场",
    "站",
    "东站",
    "西站",
    "南站",
    "北站",
    "高速",
    "厂",
    "牌",
    "公寓",
    "饭庄",
];

/// What makes a word of its own of the character that begins [`NAMED_AFTER`]: 修武的路段, 村民, 河道.
const WORD_ENDS: &str = "段网长道区民级干里容头药水镇村";

/// The ends of a works' name.
const WORKS: [&str; 5] = ["厂", "公司", "集团", "酒店", "宾馆"];

/// Characters that no works' name runs across.
const BREAKS: &str = "县市区的了在是和与及以为把被从对向将个";

/// The commonest family names; those that are prepositions or verbs as often are left out.
const FAMILY_NAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

/// A name in its surroundings.
pub(super) struct Standing<'a> {
    /// The folded text.
    pub(super) text: &'a [char],
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Standing<'_> {
    pub(super) fn before(&self) -> &[char] {
        self.text.get(..self.start).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &[char] {
        self.text.get(self.end..).unwrap_or_default()
    }

    pub(super) fn name(&self) -> &[char] {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    fn is_followed_by(&self, word: &str) -> bool {
        self.after().iter().copied().take(word.chars().count()).eq(word.chars())
    }

    /// The last character of an official name belongs to the next word: 中站区域, 沁阳市场.
    pub(super) fn lends_its_end(&self) -> bool {
        let (Some(last), Some(next)) = (self.name().last(), self.after().first()) else { return false };
        match last {
            '区' => "域间块别位划号隔段".contains(*next),
            '市' => "场民容面值价".contains(*next),
            _ => false,
        }
    }

    /// A road with the full name: 温县路.
    pub(super) fn names_a_road(&self) -> bool {
        let mut after = self.after().iter();
        match (after.next(), after.next()) {
            (Some('路'), next) => !next.is_some_and(|next| WORD_ENDS.contains(*next)),
            _ => self.is_followed_by("大道") || self.is_followed_by("大街"),
        }
    }

    /// The end of a town's name belongs to the next word: 王屯乡村振兴, but 王屯乡村民.
    pub(super) fn is_cut_out_of_town(&self) -> bool {
        let mut after = self.after().iter();
        let cut_after = match (self.name().last(), after.next(), after.next()) {
            (Some('乡'), Some('村'), next) => !next.is_some_and(|next| "民委干支庄里".contains(*next)),
            (Some('乡'), Some(next), _) => "亲情土音愁贤".contains(*next),
            _ => false,
        };
        let cut_before = self.before().last().is_some_and(|c| "东南西北上下前后大小新老".contains(*c));
        cut_after || cut_before
    }

    /// A short form that stands for its county.
    pub(super) fn stands_alone(&self, nation: &Gazetteer) -> bool {
        !(self.is_cut_out_of_words(nation) || self.names_a_thing() || self.names_works() || self.is_given_name())
    }

    /// Both of its ends belong to words with what is beside them: 强大名声.
    fn is_cut_out_of_words(&self, nation: &Gazetteer) -> bool {
        let (Some(&first), Some(&last)) = (self.name().first(), self.name().last()) else { return false };
        let before = self.before().last().is_some_and(|&c| nation.pairs.contains(&[c, first]));
        let after = self.after().first().is_some_and(|&c| nation.pairs.contains(&[last, c]));
        before && after
    }

    fn names_a_thing(&self) -> bool {
        NAMED_AFTER.iter().any(|thing| {
            let next = self.after().get(thing.chars().count());
            self.is_followed_by(thing) && !(thing.chars().count() == 1 && next.is_some_and(|c| WORD_ENDS.contains(*c)))
        })
    }

    fn names_works(&self) -> bool {
        const LONGEST: usize = 9;
        let run: String =
            self.after().iter().take(LONGEST).take_while(|c| is_han(**c) && !BREAKS.contains(**c)).collect();
        WORKS.iter().any(|works| run.contains(works))
    }

    /// The given name of a person: a family name before it, and nothing before that.
    fn is_given_name(&self) -> bool {
        let mut before = self.before().iter().rev();
        before.next().is_some_and(|c| FAMILY_NAMES.contains(*c)) && !before.next().is_some_and(|c| is_han(*c))
    }
}
