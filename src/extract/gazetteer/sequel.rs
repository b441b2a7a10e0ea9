//! What follows a short form that nothing else says is a place.
//!
//! 临高 may be a county, or the beginning of 临高远望; 章丘铁锅 are sold everywhere. So the short form is believed where a word of
//! place leads to it (在临高), or what follows is no name of a thing: a verb, a particle, or a noun that a place has (临高农民, 义乌小商品).

use super::boundary::Standing;
use super::nation::Gazetteer;
use crate::text::is_han;

/// What leads to a place: from, in, to, and the verbs of travel.
const LEADS: [&str; 20] = [
    "从", "在", "到", "往", "赴", "驻", "距", "抵", "走进", "走入", "来自", "位于", "前往", "落户", "途经", "路过",
    "地处", "游览", "涌入", "远赴",
];

/// Nouns that a place has for its own, its people before all.
const OF_PLACES: &str = "人民 群众 百姓 农民 农户 农商 茶农 果农 菜农 瓜农 花农 棉农 粮农 蔗农 稻农 药农 烟农 蚕农 工人 市民 村民 居民 \
    渔民 牧民 山民 移民 乡亲 父老 儿女 人家 老乡 干部 党员 职工 青年 知青 妇女 儿童 少年 老人 老汉 姑娘 小伙 婆姨 考生 学子 学生 师生 教师 \
    医生 游客 客商 客人 商人 商户 华侨 代表 官员 县长 书记 企业 作家 诗人 画家 艺人 工匠 民警 警方 法院 检察院 公安 消防 政府 县委 市委 \
    区委 政协 人大 境内 全境 全县 全市 全区 县域 县城 城区 城乡 老城 新城 古城 城关 乡村 农村 乡下 各地 当地 本地 一带 地区 老区 山区 库区 \
    灾区 景区 新区 林区 矿区 牧区 江边 湖畔 开发区 产业园 工业园 码头 口岸 民间 经验 模式 经济 产业 农业 工业 旅游 文化 历史 方言 新闻 日报 \
    电视台 春色 风光 街头 渔港 夜景 市场 煤矿";

/// What a place lives by: branches of industry and farming, their markets, and the arts that its people practise. What is sold
/// under the place's name anywhere (金华火腿, 个旧锡器) is none of them.
const OF_INDUSTRY: &str = "小商品 五金 轴承 皮革 服装 纺织 家纺 针织 化工 机械 汽配 电缆 建材 水产 蔬菜 花木 苗木 花卉 药材 粮食 水稻 小麦 玉米 \
    棉花 茶园 果园 菜园 稻田 麦田 大棚 牧场 渔场 渔港 退耕还林 木雕 玉雕 石雕 根雕 书画 剪纸 秧歌 皮影 民歌";

/// The same, of one character.
const OF_PLACES_LONE: &str = "人讯籍城港话";

/// What makes the thing before it the place's own: 石柱辣椒企业.
const OF_THINGS: [&str; 2] = ["企业", "工人"];

/// Whether what stands around a short form speaks for the place. The most likely words of the text must have the name as
/// one of them, too: 来安, but 来|安全.
pub(super) fn speaks_for_a_place(standing: &Standing<'_>, nation: &Gazetteer) -> bool {
    /// So many characters on each side tell which words there are.
    const REACH: usize = 8;
    if OF_PLACES.split(' ').chain(OF_INDUSTRY.split(' ')).any(|noun| standing.is_followed_by(noun)) {
        return true;
    }
    let before: String = standing.before().iter().skip(standing.start.saturating_sub(2)).collect();
    let is_led = LEADS.iter().any(|word| before.ends_with(word));
    let from = standing.start.saturating_sub(if is_led { 0 } else { REACH });
    let around: String = standing.text.iter().skip(from).take(standing.end - from + REACH).collect();
    let (start, end) = (standing.start - from, standing.end - from);
    let mut at = 0;
    let mut words = nation.dictionary().tag(&around, false).into_iter().map(|tag| {
        let start = at;
        at += tag.word.chars().count();
        (start, at, tag)
    });
    let is_one_of_them = words.any(|(from, to, _)| (from, to) == (start, end));
    let next = words.next();
    is_one_of_them
        && (is_led
            || standing.names_a_crop()
            || next.is_none_or(|(_, _, next)| may_follow(standing, next.word, next.tag, nation))
            || words.next().is_some_and(|(_, _, next)| OF_THINGS.contains(&next.word)))
}

/// Whether a word may follow the name of a place without making another name with it.
fn may_follow(standing: &Standing<'_>, word: &str, tag: &str, nation: &Gazetteer) -> bool {
    /// Auxiliaries, adverbs, prepositions, conjunctions, pronouns, directions, and names of places.
    const FREE: [&str; 8] = ["u", "d", "p", "c", "r", "f", "s", "ns"];
    let is_free = FREE.iter().any(|free| tag.starts_with(free));
    if !word.starts_with(is_han) {
        return true;
    }
    if word.chars().count() > 1 {
        return is_free || tag.starts_with('v') || tag == "t" && word.starts_with(['今', '去', '昨', '明', '近', '本']);
    }
    if OF_PLACES_LONE.contains(word) {
        return true;
    }
    // 余庆里 is a lane. A lone character may be the rest of a word with the last one of the name: 临潭|水.
    let pair: String = standing.name().last().copied().into_iter().chain(word.chars()).collect();
    word != "里" && (is_free || "有是等".contains(word)) && nation.dictionary().cut(&pair, false).len() > 1
}
