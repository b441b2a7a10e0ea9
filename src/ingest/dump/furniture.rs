//! Lines that belong to the page and to no article.

use std::sync::LazyLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

/// The words of a site's bar: page turning, type size, sharing.
const BAR_WORDS: [&str; 83] = [
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
    "返回主页",
    "主页",
    "网站首页",
    "推荐",
    "下载",
    "关闭",
    "超大",
    "纠错",
    "打印本页",
    "内容详情",
    "云报平台",
    "我知道了",
    "这已经是最后一期了哦",
    "扫一扫",
    "加入微信公众号",
    "二维码",
    "阴影",
    "手机版",
    "标题",
    "微信公众号",
    "公众号",
    "关注我们",
    "扫码关注",
    "关注公众号",
    "客户端",
    "下载客户端",
    "设为首页",
    "加入收藏",
    "收藏本站",
    "登录",
    "注册",
    "搜索",
    "站内搜索",
    "全站搜索",
    "朋友圈",
    "QQ空间",
    "新浪微博",
    "手机报",
    "电子报",
    "无障碍",
    "一键复制",
    "更多",
    "网站地图",
];

/// The words of a site's menu. Three of them in one line make it a menu.
const MENU_WORDS: [&str; 20] = [
    "首页", "新闻", "国内", "国际", "时政", "社会", "财经", "体育", "娱乐", "文化", "教育", "健康", "房产", "汽车",
    "旅游", "论坛", "专题", "直播", "视频", "图片",
];

/// Signs of an imprint. Two of them, or one with a number, make a line one.
const IMPRINT_WORDS: [&str; 44] = [
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
    "版权声明",
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
    "未经许可",
    "未经授权",
    "不得转载",
];

/// The heads of a site's lists of other stories.
const LIST_HEADS: [&str; 14] = [
    "相关新闻",
    "相关阅读",
    "相关链接",
    "相关报道",
    "相关推荐",
    "延伸阅读",
    "推荐阅读",
    "热门推荐",
    "热点新闻",
    "热门新闻",
    "精彩推荐",
    "新闻排行",
    "点击排行",
    "猜你喜欢",
];

type Finder = CharwiseDoubleArrayAhoCorasick<u32>;

static BAR: LazyLock<Finder> = LazyLock::new(|| finder(&BAR_WORDS));
static IMPRINT: LazyLock<Finder> = LazyLock::new(|| finder(&IMPRINT_WORDS));

/// Finds words from left to right, of those that begin at one place the longest.
fn finder(words: &[&str]) -> Finder {
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("the words of furniture are few, and none is empty or named twice")
}

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
    if matches!(text.trim_end_matches([':', '：']), "专栏") {
        return Some("rule");
    }
    if crate::ingest::byline::without_proof_mark(text).is_empty() {
        return Some("proof-mark");
    }
    is_imprint(text).then_some("imprint")
}

/// A line of nothing but the words of a bar, the name of the paper, and the digits that its arrows became (3 and 4 in the
/// Webdings face); or of the words of a menu; or the path to the page.
fn is_site_bar(text: &str) -> bool {
    let is_parting = |c: char| !c.is_alphanumeric();
    let mut rest = Vec::new();
    let mut from = 0;
    for word in BAR.leftmost_find_iter(text) {
        rest.push(&text[from..word.start()]);
        from = word.end();
    }
    rest.push(&text[from..]);
    let is_paper = |piece: &str| piece.chars().count() <= 8 && piece.ends_with(['报', '网']);
    let is_arrow = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_digit());
    let mut pieces = rest.iter().flat_map(|rest| rest.split(is_parting)).filter(|piece| !piece.is_empty());
    let is_bar = rest.len() > 1
        && pieces.all(|piece| is_paper(piece) || is_arrow(piece))
        && rest.iter().flat_map(|rest| rest.bytes()).filter(u8::is_ascii_digit).count() <= 4;
    let items: Vec<&str> = text.split(is_parting).filter(|item| !item.is_empty()).collect();
    let is_menu = || {
        items.len() >= 4
            && items.iter().all(|item| item.chars().count() <= 5)
            && items.iter().filter(|item| MENU_WORDS.iter().any(|word| item.contains(word))).count() >= 3
    };
    let is_path = || text.contains("位置") && text.contains('>');
    let is_address = || {
        !text.contains(char::is_whitespace)
            && ["http://", "https://", "www."].iter().any(|scheme| text.starts_with(scheme))
    };
    is_bar || is_menu() || is_path() || is_address() || is_code_note(text)
}

/// 微信扫一扫，在手机打开当前页; 扫描二维码关注青禾日报: what stands beside a site's QR code.
fn is_code_note(text: &str) -> bool {
    const LONGEST: usize = 30;
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let text = ["微信", "手机", "请"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    text.chars().count() <= LONGEST
        && ["扫一扫", "扫码", "扫描"].iter().any(|word| text.starts_with(word))
        && ["公众号", "二维码", "手机打开", "手机阅读", "手机版", "当前页", "客户端"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether a line is one item of a site's menu.
pub fn is_menu_item(text: &str) -> bool {
    MENU_WORDS.contains(&text)
}

/// Whether a line is the head of a site's list of other stories.
pub fn is_list_head(text: &str) -> bool {
    LIST_HEADS.contains(&text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// 第04版：要闻, A04 版, 2024年3月1日 星期五, and the paper's name with either.
fn is_page_head(text: &str) -> bool {
    let length = text.chars().count();
    if length > 60 || text.contains(['。', '，']) {
        return false;
    }
    // 青禾日报 >> 2024年3月1日 >> 第03版：要闻
    let ends_in_page =
        || text.rsplit(['>', '»', '|', '｜']).next().is_some_and(|last| begins_with_page_number(last.trim()));
    begins_with_page_number(text)
        || is_date_line(text, length)
        || is_publication_line(text)
        || text.contains(['>', '»', '|', '｜']) && ends_in_page()
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

/// 更新时间:2024-3-1 9:14 来源:青禾日报, 2024年3月1日09:14 来源:青禾网
fn is_publication_line(text: &str) -> bool {
    let is_of_time = |c: char| c.is_ascii_digit() || c.is_whitespace() || "年月日时分秒-/.:：|丨".contains(c);
    let after_time = text.trim_start_matches(is_of_time);
    let has_date = text[..text.len() - after_time.len()].chars().filter(char::is_ascii_digit).count() >= 6;
    let text = if has_date { after_time } else { text };
    ["更新时间", "发布时间", "发布日期", "发表时间", "来源", "稿源", "日期"]
        .iter()
        .any(|label| text.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with([':', '：'])))
}

/// A weekday or the page's number beside a date, and hardly anything else.
fn is_date_line(text: &str, length: usize) -> bool {
    let has_date = text.contains('年') && text.contains('月') && text.contains('日');
    let has_digits = text.chars().any(|character| character.is_ascii_digit() || character == '〇');
    let weekday = text.contains("星期") || text.contains("周") || text.contains("农历");
    let has_page = length <= 30 && text.ends_with('版') && (text.contains("报") || text.contains('第'));
    // 2024年3月1日 03版：要闻
    let has_number = length <= 50
        && text.split_once('版').is_some_and(|(before, after)| {
            before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(['：', ':', ' ', '\u{3000}'])
        });
    has_date && has_digits && (weekday && length <= 50 || has_page || has_number || is_bare_date(text))
        || is_iso_date(text)
}

/// 2024-03-01, 2024/3/1
fn is_iso_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let is_number =
        |part: &&str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(&parts[..], [year, month, day] if year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
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
    let mut found: Vec<u32> = IMPRINT.leftmost_find_iter(text).map(|word| word.value()).collect();
    found.sort_unstable();
    found.dedup();
    let signs = found.len();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let labels = text.contains([':', '：', '/', '／', ' ', '\u{3000}']);
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
            ("第04版:青禾市/ 云溪县·临汐县", "page-head"),
            ("第四版：要闻", "page-head"),
            ("青禾日报 >> 2024年3月1日 >> 第03版：要闻", "page-head"),
            ("http://www.example.cn/html/2024-03/01/node_4.htm", "site-bar"),
            ("第3版(要闻)", "page-head"),
            ("第08版:文体 上一版3  4下一版", "page-head"),
            ("2024年3月1日青禾日报 第3版", "page-head"),
            ("更新时间:2024-3-1 9:14:44    来源:青禾日报", "page-head"),
            ("2024年03月01日09:14 来源:青禾网-青禾日报", "page-head"),
            ("2024-03-01 09:14:44 来源：青禾网", "page-head"),
            ("返回主页 | 青禾日报 | 版面导航 |", "site-bar"),
            ("3上一篇  下一篇4      【打印】", "site-bar"),
            ("【推荐】【 小字】【打印】【关闭】", "site-bar"),
            ("网站首页 新闻 国内 国际 青禾 临汐", "site-bar"),
            ("扫一扫加入微信公众号", "site-bar"),
            ("微信扫一扫，在手机打开当前页", "site-bar"),
            ("扫描二维码下载青禾客户端", "site-bar"),
            ("登录 注册 | 设为首页 | 加入收藏", "site-bar"),
            ("您现在的位置: 青禾网 > 新闻中心 > 正文", "site-bar"),
            ("版权声明 @ 青禾网 网站版权所有", "imprint"),
            ("专栏:", "rule"),
            ("2024年3月1日 03版：要闻 来源：青禾日报", "page-head"),
            ("2024-03-01", "page-head"),
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
            "2024年3月1日 渠水来了",
            "2024年水的来源：云溪县的老渠",
            "编辑部的故事",
            "返回家乡创业",
            "本报总编辑何川讲述：",
            "来源于生活",
            "图片展开幕",
            "国际新闻界的大事",
            "第4版块的工作",
            "开通服务热线，为群众解难题",
            "放大镜下的青禾",
            "扫一扫 云溪县的事在手机上就能办",
            "扫码就能看病",
        ] {
            assert_eq!(of_form(text), None, "{text}");
        }
    }
}
