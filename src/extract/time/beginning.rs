//! What an expression of time can begin with.

use std::sync::LazyLock;

use super::festival::{FESTIVALS, SHORT_FESTIVALS};
use super::lunar::{CALENDAR, REIGNS};
use super::words::{AS_OF, COMING, EVENTS, JOINED, LONG_PAST, MOMENTS, PAST, SEASONS, SHARES, YEARS};
use crate::text::{ByChar, arabic_digit, chinese_digit};

/// Whether an expression can begin with two characters: all but a few of a text's are passed at once.
pub(super) fn can_begin(first: char, second: Option<char>) -> bool {
    /// By first character: the second one, or none where what follows is open.
    static BEGINNINGS: LazyLock<ByChar<Option<char>>> = LazyLock::new(|| {
        let words = MOMENTS.iter().map(|&(word, _)| word);
        let words = words.chain(EVENTS.iter().map(|&(word, _)| word)).chain(YEARS.iter().map(|&(word, _)| word));
        let words = words.chain(SEASONS.iter().map(|&(word, _)| word)).chain(SHARES.iter().map(|&(word, _)| word));
        let words = words.chain(FESTIVALS.iter().map(|&(word, _)| word));
        let words = words.chain(AS_OF.iter().chain(LONG_PAST).chain(PAST).chain(COMING).copied());
        let words = words.chain(SHORT_FESTIVALS.iter().map(|&(word, _)| word));
        let words = words.chain(JOINED.iter().map(|&(word, _)| word));
        let words = words.chain(REIGNS.iter().map(|&(word, _)| word)).chain(CALENDAR.iter().copied());
        let others = "自从 自打 年前 星期 礼拜 元月 正月 腊月 冬月 大年 公元 民国 上世纪 上个世纪 本世纪";
        let words = words.chain(others.split(' '));
        // 上周, 上个星期, 下一周, 上上周.
        let weeks = "上下本".chars().flat_map(|week| "上下个一周星礼".chars().map(move |next| (week, Some(next))));
        let begin = |word: &str| {
            let mut chars = word.chars();
            Some((chars.next()?, chars.next()))
        };
        let digits = (char::MIN..'\u{10000}').filter(|&c| arabic_digit(c).is_some() || chinese_digit(c).is_some());
        let open = digits.chain("JFMASOND十百千万廿卅拾“第前头半这周闰".chars()).map(|c| (c, None));
        ByChar::new(words.filter_map(begin).chain(weeks).chain(open))
    });
    BEGINNINGS.of(first).any(|next| next.is_none() || *next == second)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::can_begin;
    use crate::extract::time::text::Text;

    /// Words of time and what stands about them.
    const WORDS: &str = "上 下 本 这 个 一 周 星期 礼拜 末 三 五 日 天 月 年 年前 去年 今年 明 后 前 近 最近 过去 未来 几 两 半 多 \
        个月 世纪 年代 二〇二四 2024 15 - / . ~ 至 到 第 季度 季 旬 初 底 中 农历 正月 腊月 冬月 闰 大年 初三 \
        民国 公元 康熙 光绪 元 “ ” 十四五 时期 期间 春 夏 秋 冬 节 春节 国庆 五一 端午 元旦 除夕 自从 自打 截至 \
        以来 起 之前 目前 日前 如今 改革开放 党的十八大 建国 同 当 次 翌 全 号 份 晚 不久 来 内 时候 的 人 万 十 \
        百 千 廿 在 ， 。 昨 今 双11 十八大 十九大 干隆 乾隆 March 5, 2024 前夕 前一天 清明 将至 同年 底前 当天 \
        当日 晚间 上午 ○ ( )";

    proptest! {
        #[test]
        fn no_expression_begins_where_none_can(
            words in proptest::collection::vec(proptest::sample::select(WORDS.split_whitespace().collect::<Vec<_>>()), 1..9),
        ) {
            let chars: Vec<char> = words.concat().chars().collect();
            let text = Text { chars: &chars };
            for at in (0..chars.len()).filter(|&at| !can_begin(chars[at], chars.get(at + 1).copied())) {
                prop_assert_eq!(text.expression(at), None, "{} at {}", words.concat(), at);
            }
        }
    }
}
