//! Whether a name in text is the name itself, or a part of another one.

use super::nation::Gazetteer;
use crate::text::is_han;

/// Things that are named after a place without lying in it: 修武路, 武陟村. Behind one of a single character stand those
/// that make another word of it, which is the place's own: 修武的路段, 村民, 河道.
const NAMED_AFTER: [(&str, &str); 76] = [
    ("路", "段网长政"),
    ("街", "道区头镇"),
    ("巷", "道里"),
    ("弄", "堂"),
    ("胡同", ""),
    ("大道", ""),
    ("大街", ""),
    ("桥", ""),
    ("大桥", ""),
    ("村", "民级干里镇企落容"),
    ("村民委员会", ""),
    ("庄", "园稼户"),
    ("屯", "垦"),
    ("寨", "子"),
    ("镇", "区村干级里域政"),
    ("乡", "镇村土里农亲情愁贤下间"),
    ("湖", "区"),
    ("河", "道长水段"),
    ("江", "段"),
    ("山", "区水里药村林乡楂歌地"),
    ("岭", ""),
    ("水库", ""),
    ("社区", ""),
    ("小区", ""),
    ("花园", ""),
    ("购物中心", ""),
    ("家园", ""),
    ("公园", ""),
    ("广场", ""),
    ("酒店", ""),
    ("宾馆", ""),
    ("饭店", ""),
    ("饭馆", ""),
    ("菜馆", ""),
    ("大酒店", ""),
    ("大厦", ""),
    ("机场", ""),
    ("站", "点台长"),
    ("东站", ""),
    ("西站", ""),
    ("南站", ""),
    ("北站", ""),
    ("高速", ""),
    ("厂", "商家区房"),
    ("牌", "坊楼"),
    ("公寓", ""),
    ("饭庄", ""),
    ("杯", ""),
    ("寺", "庙"),
    ("精神", ""),
    ("政策", ""),
    ("能源", ""),
    ("证券", ""),
    ("汽车", ""),
    ("高架桥", ""),
    ("立交桥", ""),
    ("隧道", ""),
    ("新村", "建"),
    ("酒楼", ""),
    ("楼", "市房盘宇价层道"),
    ("塔", "吊基"),
    ("庙", "会宇"),
    ("舰", "队"),
    ("号轮", ""),
    ("号货轮", ""),
    ("号客轮", ""),
    ("号邮轮", ""),
    ("号列车", ""),
    ("药业", "园"),
    ("酒业", "园"),
    ("电气", "化"),
    ("电器", "产市"),
    ("重工", "业"),
    ("实业", "家"),
    ("股份", "合制经"),
    ("科技股份", ""),
];

/// What is made or runs in many places under the name of one: 金华火腿, 集美大学. Where the region is not known, the place
/// itself is not what it tells of.
const KINDS: &str = "小吃 鸡饭 烧鸡 扒鸡 麻鸡 板鸭 烤鸭 火锅 米粉 米线 拉面 烩面 挂面 烧饼 羊汤 榨菜 豆瓣 火腿 \
    龙虾 大闸蟹 醋 陈醋 大曲 老窖 黄酒 米酒 酒 桃 茶 白茶 红茶 绿茶 黑茶 毛尖 毛峰 铁观音 大红袍 \
    苹果 香梨 梨 蜜桔 蜜橘 脐橙 荔枝 大枣 草莓 大桃 水蜜桃 猕猴桃 板栗 枸杞 大米 大葱 大蒜 \
    粉丝 牛肉 香猪 阿胶 石刻 紫砂 青瓷 银行 农商银行 发展银行 大学 学院 中学 小学 幼儿园 医院 \
    书店 寺 人寿 保险 卫视 国际 地产 家具 钢琴 香醋 火车站 高铁站 汽车站 地铁站 东街 西街 南街 北街 \
    一街 二街 三街 东大街 西大街 南大街 北大街 东环路 西环路 南环路 北环路 里弄 师范学院 师范大学 一中 二中 三中 四中 \
    超市 商城 4s店 信用社 农村信用社 起义 之战 之歌 海峡 平原";

/// What is told of a crop where it grows: 大荔苹果喜获丰收.
const GROWING: [&str; 14] =
    ["产业", "基地", "种植", "喜获", "丰收", "成熟", "熟了", "采摘", "开园", "开摘", "挂果", "增产", "滞销", "长势"];

/// The ends of a works' name.
const WORKS: [&str; 5] = ["厂", "公司", "集团", "酒店", "宾馆"];

/// What a place stands behind.
const PLACED: &str = "在到从赴往于去是省市区、";

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

    pub(super) fn is_followed_by(&self, word: &str) -> bool {
        self.after().iter().copied().take(word.chars().count()).eq(word.chars())
    }

    fn follows(&self, word: &str) -> bool {
        self.before().iter().rev().copied().take(word.chars().count()).eq(word.chars().rev())
    }

    /// The last character of an official name belongs to the next word: 中站区域, 沁阳市场.
    pub(super) fn lends_its_end(&self) -> bool {
        let (Some(last), Some(next)) = (self.name().last(), self.after().first()) else { return false };
        match last {
            '区' => "域间块别位划号隔段".contains(*next),
            '市' => "场民容面值价".contains(*next),
            // A family name and an office: 温县长.
            '县' => self.name().len() == 2 && *next == '长',
            _ => false,
        }
    }

    /// A road with the name: 温县路, 瑞金二路, 南京东路.
    pub(super) fn names_a_road(&self) -> bool {
        let after = self.after();
        let part = after.first().is_some_and(|c| "东西南北中一二三四五六七八九十".contains(*c));
        let mut after = after.iter();
        if part && self.after().get(1) == Some(&'路') {
            after.next();
        }
        match (after.next(), after.next()) {
            // 一路领先 is no road.
            (Some('路'), next) => {
                let is_way =
                    self.is_followed_by("一路") && next.is_some_and(|c| "走领高向前狂攀追陪看护奔绿".contains(*c));
                !is_way && !next.is_some_and(|next| "段网长政".contains(*next))
            }
            _ => self.is_followed_by("大道") || self.is_followed_by("大街"),
        }
    }

    /// The end of a town's name belongs to the next word: 王屯乡村振兴, but 王屯乡村民.
    pub(super) fn is_cut_out_of_town(&self) -> bool {
        let mut after = self.after().iter();
        let cut_after = match (self.name().last(), after.next(), after.next()) {
            (Some('乡'), Some('村'), next) => !next.is_some_and(|next| "民委干支庄里".contains(*next)),
            (Some('乡'), Some(next), _) => "亲情土音愁贤镇间".contains(*next),
            _ => false,
        };
        // 小城镇 is a town of that name, but 小城镇建设 are small towns.
        let is_phrase = matches!(self.name(), ['小' | '大' | '中' | '新', '城', '镇'])
            && ["建设", "综合", "发展", "化", "改革", "居民", "户籍", "战略"]
                .iter()
                .any(|word| self.is_followed_by(word));
        let is_phrase = is_phrase
            || matches!(self.name(), ['小', '城', '镇']) && ["建设", "发展"].iter().any(|word| self.follows(word));
        let cut_before = self.before().last().is_some_and(|c| "东南西北上下前后大小新老".contains(*c));
        cut_after || cut_before || is_phrase
    }

    /// 云台县白石镇: a county that the table does not have stands before the town.
    pub(super) fn is_of_another_county(&self) -> bool {
        matches!(self.before(), [.., before, '县'] if is_han(*before) && !"全我该本各两和与在到市".contains(*before))
    }

    /// A short form that stands for its county.
    pub(super) fn stands_alone(&self, nation: &Gazetteer) -> bool {
        !(self.is_cut_out_of_words(nation)
            || self.names_a_road()
            || self.names_a_thing()
            || self.names_works()
            || self.is_given_name()
            || self.is_listed_person()
            || self.is_direction())
    }

    /// The name stands for a kind of thing that is found anywhere.
    pub(super) fn names_a_kind(&self) -> bool {
        KINDS
            .split(' ')
            // 茶农 and 茶园 are the place's own.
            .any(|kind| {
                let next = self.after().get(kind.chars().count());
                self.is_followed_by(kind) && !next.is_some_and(|next| "农园商业区".contains(*next))
            })
            && !self.names_a_crop()
    }

    /// A thing follows that is told of where it grows: 大荔苹果喜获丰收.
    pub(super) fn names_a_crop(&self) -> bool {
        const LONGEST: usize = 3;
        (1..=LONGEST).any(|length| {
            let (thing, then) = self.after().split_at_checked(length).unwrap_or_default();
            thing.iter().all(|c| is_han(*c))
                && GROWING.iter().any(|word| then.iter().copied().take(word.chars().count()).eq(word.chars()))
        })
    }

    /// The character before belongs to a word with the first one: 沿|海, but not 走进|宫. In a chain of characters
    /// each of which makes a word with the next, words are counted off from the far end.
    fn joins_before(&self, nation: &Gazetteer) -> bool {
        links(self.text.get(..=self.start).unwrap_or_default().windows(2).rev(), nation) % 2 == 1
    }

    /// The same for the last character and the one after.
    fn joins_after(&self, nation: &Gazetteer) -> bool {
        links(self.text.get(self.end.saturating_sub(1)..).unwrap_or_default().windows(2), nation) % 2 == 1
    }

    /// Its ends belong to words with what is beside them: 强大名声, 大城市, 合资中.
    fn is_cut_out_of_words(&self, nation: &Gazetteer) -> bool {
        /// What stands before a noun as a word of its own, and what stands after one.
        const ADJECTIVES: &str = "大小新老上下中东西南北全各都";
        const LOCATIVES: &str = "中里上下都等外内长来出";
        let (Some(&first), Some(&last)) = (self.name().first(), self.name().last()) else { return false };
        let (before, after) = (self.joins_before(nation), self.joins_after(nation));
        after && (before || ADJECTIVES.contains(first)) || before && LOCATIVES.contains(last)
    }

    /// 丰城市化 is 城市化.
    pub(super) fn is_cut_out_of_urbanisation(&self) -> bool {
        self.name().ends_with(&['市']) && self.is_followed_by("化")
    }

    /// The first character of a full name belongs to the word before it, and the rest is a word: 沿海城市, 百万山区, 响应县委,
    /// 紧张镇村, 有关市镇.
    pub(super) fn is_cut_out_of_phrase(&self, nation: &Gazetteer) -> bool {
        let (first, second, third) = match *self.name() {
            // 科教兴县 and 富民富县 are what is to be done, 户县级企业 what ten families are not.
            [verb, '县'] => {
                let is_done =
                    "兴富".contains(verb) && self.before().last().is_some_and(|c| is_han(*c) && !PLACED.contains(*c));
                return is_done || self.is_followed_by("级") || self.joins_before(nation);
            }
            [_, '镇' | '乡'] => return self.joins_before(nation),
            // 妇联和街道干部
            [_, '和' | '与' | '及', '街', '道'] => return self.joins_before(nation),
            [first, second, third] => (first, second, third),
            _ => return false,
        };
        let counts = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十百千万亿多余几数".contains(*c);
        let counted = "万名个座".contains(first) && self.before().last().is_some_and(counts);
        // 市政和县里: two words with 和 between them.
        let joined = nation.table.pairs.contains(&[second, third])
            || matches!(
                (second, third),
                ('和' | '与' | '及', '县' | '市') | ('市' | '村' | '集' | '城', '镇') | ('城', '乡')
            );
        // 对于城镇, 滨海城市
        let led = matches!((self.before().last(), first), (Some(&before), '于') if nation.table.pairs.contains(&[before, '于']))
            || matches!((self.before().last(), first), (Some('滨' | '沿' | '临'), '海' | '江' | '河' | '湖'));
        joined && (counted || led || self.joins_before(nation))
    }

    fn names_a_thing(&self) -> bool {
        NAMED_AFTER.iter().any(|(thing, word_ends)| {
            let next = self.after().get(thing.chars().count());
            self.is_followed_by(thing) && !next.is_some_and(|c| word_ends.contains(*c))
        })
    }

    fn names_works(&self) -> bool {
        const LONGEST: usize = 9;
        let run: String =
            self.after().iter().take(LONGEST).take_while(|c| is_han(**c) && !BREAKS.contains(**c)).collect();
        WORKS.iter().any(|works| run.contains(works))
    }

    /// A part of a person's name: 记者王修武, （吴兴某）.
    fn is_given_name(&self) -> bool {
        /// The ends of the words that a person is introduced by: 记者, 通讯员, 书记, 主席, 村支书, 村民, 司机.
        const INTRODUCED: &str = "者员长记席任授士家师理人书民机叫";
        let introduces = |c: Option<&char>| c.is_none_or(|c| !is_han(*c) || INTRODUCED.contains(*c));
        // 61岁的张修武.
        let is_aged = matches!(self.before(), [.., '岁', '的', _]);
        let is_family = |c: Option<&char>| c.is_some_and(|c| FAMILY_NAMES.contains(*c));
        let mut before = self.before().iter().rev();
        let (last, one_before) = (before.next(), before.next());
        let given = is_family(last) && (introduces(one_before) || is_aged);
        // Family and given name, and one more character of the given name.
        let mut after = self.after().iter();
        let one_more = after.next().is_some_and(|c| is_han(*c))
            && after.next().is_none_or(|c| !is_han(*c) || "摄报文说介告".contains(*c));
        let is_reporter = self.follows("记者") || self.follows("通讯员");
        let whole = is_family(self.name().first()) && (is_reporter || introduces(last) && last.is_some() && one_more);
        given || whole
    }

    /// 四川南部: a part of a province.
    fn is_direction(&self) -> bool {
        matches!(self.name(), ['东' | '西' | '南' | '北' | '中', '部'])
    }

    /// 庄荣昌 or 江华 among 、 with other people's names beside it: 边长泰、朱培康.
    fn is_listed_person(&self) -> bool {
        let outside = |c: &char| !is_han(*c);
        let start = self.before().iter().rposition(outside).map_or(0, |at| at + 1);
        let end = self.end + self.after().iter().position(outside).unwrap_or(self.after().len());
        let is_name = |item: &[char]| {
            matches!(item.len(), 2..=3)
                && item.first().is_some_and(|c| FAMILY_NAMES.contains(*c))
                && !item.last().is_some_and(|c| "县市区旗州省".contains(*c))
        };
        let item = self.text.get(start..end).unwrap_or_default();
        let is_one = item.len() == 3 && self.start == start + 1 || is_name(item);
        let beside = |item: &[char]| item.len() == 3 && is_name(item);
        let before = self.text.get(..start).and_then(|before| before.strip_suffix(&['、']));
        let after = self.text.get(end..).and_then(|after| after.strip_prefix(&['、']));
        let last = before.and_then(|before| before.rsplit(outside).next());
        let next = after.and_then(|after| after.split(outside).next());
        is_one && [last, next].into_iter().flatten().any(beside)
    }
}

/// How many neighbours in a row make words.
fn links<'a>(neighbours: impl Iterator<Item = &'a [char]>, nation: &Gazetteer) -> usize {
    const LONGEST: usize = 8;
    let makes_word = |pair: &&[char]| matches!(pair, &&[one, other] if nation.table.pairs.contains(&[one, other]));
    neighbours.take(LONGEST).take_while(makes_word).count()
}
