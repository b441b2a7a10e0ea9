//! Lines that belong to the page and to no article.

/// The words of a site's bar: page turning, type size, sharing.
const BAR_WORDS: [&str; 40] = [
    "上一版",
    "下一版",
    "上一篇",
    "下一篇",
    "上一页",
    "下一页",
    "上一期",
    "下一期",
    "放大",
    "缩小",
    "默认",
    "字号",
    "字体",
    "大字",
    "中字",
    "小字",
    "返回目录",
    "返回首页",
    "返回",
    "首页",
    "目录",
    "版面导航",
    "标题导航",
    "版面目录",
    "版面概览",
    "往期回顾",
    "往期",
    "打印",
    "收藏",
    "分享到",
    "分享",
    "微信",
    "微博",
    "朗读",
    "复制链接",
    "全文复制",
    "PDF版",
    "PDF",
    "数字报",
    "往期查询",
];

/// Signs of an imprint. Two of them, or one with a number, make a line one.
const IMPRINT_WORDS: [&str; 40] = [
    "责任编辑",
    "责编",
    "值班编委",
    "值班主任",
    "编辑",
    "校对",
    "美编",
    "版式",
    "组版",
    "统筹",
    "制图",
    "检校",
    "审读",
    "终审",
    "电话",
    "热线",
    "邮箱",
    "邮编",
    "地址",
    "传真",
    "版权所有",
    "国内统一",
    "刊号",
    "统一连续",
    "邮发代号",
    "广告",
    "发行",
    "订阅",
    "零售",
    "定价",
    "印刷",
    "ICP备",
    "备案号",
    "技术支持",
    "承办",
    "主办",
    "总编",
    "社长",
    "E-mail",
    "Copyright",
];

/// What kind of furniture a line is by its own form, if it is any.
pub fn of_form(text: &str) -> Option<&'static str> {
    if text.chars().nth(120).is_some() {
        return None;
    }
    if text.chars().all(|character| !character.is_alphanumeric()) && !super::line::continues(text) {
        return Some("rule");
    }
    if is_site_bar(text) {
        return Some("site-bar");
    }
    if is_page_head(text) {
        return Some("page-head");
    }
    if is_continuation(text) {
        return Some("continuation");
    }
    if crate::ingest::byline::without_proof_mark(text).is_empty() {
        return Some("proof-mark");
    }
    is_imprint(text).then_some("imprint")
}

/// A line of nothing but the words of a bar and the digits that its arrows became (3 and 4 in the Webdings face).
fn is_site_bar(text: &str) -> bool {
    let mut rest = text.to_owned();
    let mut words = 0;
    for word in BAR_WORDS {
        words += rest.matches(word).count();
        rest = rest.replace(word, "");
    }
    words > 0
        && rest
            .chars()
            .all(|character| !character.is_alphabetic() && !character.is_numeric() || "0123456789".contains(character))
        && rest.chars().filter(char::is_ascii_digit).count() <= 4
}

/// 第04版：要闻, A04 版, 2024年3月1日 星期五, and the paper's name with either.
fn is_page_head(text: &str) -> bool {
    let length = text.chars().count();
    if length > 60 || text.contains(['。', '，']) {
        return false;
    }
    begins_with_page_number(text) || is_date_line(text, length)
}

fn begins_with_page_number(text: &str) -> bool {
    let text = text.trim_start_matches(['【', '[', ' ']);
    let (rest, is_ordinal) = text.strip_prefix('第').map_or((text, false), |rest| (rest, true));
    let rest = rest.trim_start_matches(['A', 'B', 'C', 'D', 'T']);
    let digits = rest.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || (is_ordinal && "〇一二三四五六七八九十".contains(c))
    });
    if digits.len() == rest.len() {
        return false;
    }
    let Some(after) = digits.strip_prefix('版') else { return false };
    let is_parted = after.is_empty() || after.starts_with([':', '：', ' ', '\u{3000}', '】', ']', '/']);
    // 第4版块, 第二版本, 第1版面 are other words.
    is_parted || is_ordinal && !after.starts_with(['块', '本', '面', '图', '权', '税'])
}

/// A weekday beside a date, and hardly anything else.
fn is_date_line(text: &str, length: usize) -> bool {
    let has_date = text.contains('年') && text.contains('月') && text.contains('日');
    let has_digits = text.chars().any(|character| character.is_ascii_digit() || character == '〇');
    let weekday = text.contains("星期") || text.contains("周") || text.contains("农历");
    has_date && has_digits && (weekday && length <= 50 || is_bare_date(text))
}

fn is_bare_date(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_ascii_digit() || "年月日〇一二三四五六七八九十 \u{3000}".contains(character))
}

/// (上接一版②), (下转第三版)
fn is_continuation(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '（', '）', '【', '】', ' ', '▲', '▼', '↑', '↓', '→', '←']);
    let short = bare.chars().count() <= 16;
    short && (bare.starts_with("上接") || bare.starts_with("下转") || bare.starts_with("紧接")) && bare.contains('版')
}

fn is_imprint(text: &str) -> bool {
    if text.contains('。') {
        return false;
    }
    let signs = IMPRINT_WORDS.iter().filter(|word| text.contains(**word)).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let labels = text.contains([':', '：', '/', '／']) || text.contains('　') || text.contains(' ');
    (signs >= 2 && (labels || digits >= 5)) || (signs == 1 && digits >= 7) || begins_with_editor(text)
}

/// 责编：何川
fn begins_with_editor(text: &str) -> bool {
    let words =
        ["责任编辑", "责编", "本版编辑", "编辑", "校对", "美编", "版式", "值班编委", "值班主任", "组版", "统筹"];
    text.chars().count() <= 30
        && words.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| rest.starts_with([':', '：', ' ', '\u{3000}', '/', '／', '|']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_by_form() {
        for (text, what) in [
            ("上一版3 4下一版", "site-bar"),
            ("放大 缩小 默认", "site-bar"),
            ("3 上一篇 下一篇 4", "site-bar"),
            ("第04版:青禾市/ 云溪县·临泽县", "page-head"),
            ("第四版：要闻", "page-head"),
            ("A04版", "page-head"),
            ("2024年3月1日 星期五", "page-head"),
            ("青禾日报 2024年3月1日 星期五", "page-head"),
            ("（上接一版②）", "continuation"),
            ("①3", "proof-mark"),
            ("————————", "rule"),
            ("责编：何川 美编：许岚 校对：郑小满", "imprint"),
            ("新闻热线：0999-1234567", "imprint"),
            ("版权所有 青禾日报社 未经许可不得转载 ICP备12345678号", "imprint"),
        ] {
            assert_eq!(of_form(text), Some(what), "{text}");
        }
    }

    #[test]
    fn text_is_no_furniture() {
        for text in [
            "青禾市：河水清了",
            "2024年3月1日，河水清了。",
            "编辑部的故事",
            "返回家乡创业",
            "第4版块的工作",
            "开通服务热线，为群众解难题",
            "放大镜下的青禾",
        ] {
            assert_eq!(of_form(text), None, "{text}");
        }
    }
}
