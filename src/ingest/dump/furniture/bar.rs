//! The bars, menus and lists of e-paper sites.

use std::sync::LazyLock;

use super::finder::{Finder, finder};

/// The words of a site's bar: page turning, type size, sharing.
const BAR_WORDS: [&str; 116] = [
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
    "往日回顾",
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
    "报刊搜索",
    "返回概览",
    "上一记录",
    "下一记录",
    "打印预览",
    "下载记录",
    "关闭窗口",
    "提交评论",
    "发表评论",
    "我要投稿",
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
    "当前版",
    "首版",
    "末版",
    "读报纸首页",
    "往期浏览",
    "常见问题",
    "使用说明",
    "通讯员投稿",
    "文章标题",
    "文章内容",
    "文章作者",
    "通版阅读请点击",
    "展开通版",
    "收缩通版",
    "本版列表新闻",
    "新闻搜索",
    "返回版面",
    "视频号",
    "Top",
    "TOP",
    "加入书签",
    "改变文字大小",
];

/// The words of a site's menu. Three of them in one line make it a menu.
const MENU_WORDS: [&str; 20] = [
    "首页", "新闻", "国内", "国际", "时政", "社会", "财经", "体育", "娱乐", "文化", "教育", "健康", "房产", "汽车",
    "旅游", "论坛", "专题", "直播", "视频", "图片",
];

/// The heads of a site's lists of other stories.
const LIST_HEADS: [&str; 22] = [
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
    "新闻推荐",
    "精彩推荐",
    "新闻排行",
    "点击排行",
    "猜你喜欢",
    "频道推荐",
    "编辑推荐",
    "热点推荐",
    "相关文章",
    "最新新闻",
    "热图推荐",
    "热评排行",
];

static BAR: LazyLock<Finder> = LazyLock::new(|| finder(&BAR_WORDS));

/// A line of nothing but the words of a bar, the name of the paper, and the digits that its arrows became (3 and 4 in the
/// Webdings face); or of the words of a menu; or the path to the page.
pub fn is_site_bar(text: &str) -> bool {
    let is_parting = |c: char| !c.is_alphanumeric();
    let mut rest = Vec::new();
    let mut from = 0;
    for word in BAR.leftmost_find_iter(text) {
        rest.push(&text[from..word.start()]);
        from = word.end();
    }
    rest.push(&text[from..]);
    let is_paper = |piece: &str| piece.chars().count() <= 8 && piece.ends_with(['报', '网']);
    // 当前版: A01版
    let is_arrow = |piece: &str| {
        let number = piece.strip_suffix('版').unwrap_or(piece);
        number.trim_start_matches(['A', 'B', 'C', 'D']).bytes().all(|byte| byte.is_ascii_digit())
    };
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
    let is_row = || is_row_of_sites(&items);
    let is_place = || {
        let (label, place) = text.split_once([':', '：']).unwrap_or_default();
        label.ends_with("当前位置") || label.ends_with("您的位置") && !place.contains(['，', '。'])
    };
    let is_path = || is_place() || text.contains('>') && (text.contains("位置") || is_breadcrumb(text));
    let is_address = || {
        !text.contains(char::is_whitespace)
            && ["http://", "https://", "www."].iter().any(|scheme| text.starts_with(scheme))
    };
    is_bar
        || is_menu()
        || is_row()
        || is_path()
        || is_address()
        || is_row_of_papers(text)
        || is_code_note(text)
        || is_site_note(text)
}

/// 上一篇, 下一篇: the bar of a page that has one story.
pub fn turns_stories(text: &str) -> bool {
    ["上一篇", "下一篇"].iter().any(|word| text.contains(word))
}

/// 首页 > 新闻 > 正文, 您现在的位置: 青禾网 > 青禾新闻: the path that ends in a story.
pub fn leads_to_story(text: &str) -> bool {
    let is_path = || text.split_once([':', '：']).is_some_and(|(label, _)| label.ends_with("位置"));
    text.contains('>') && (is_path() || text.split('>').skip(1).any(|name| name.trim_start().starts_with("正文")))
}

/// 青禾日报 | 青禾晚报 | 青禾网 | 网上投稿: the papers of one house.
fn is_row_of_papers(text: &str) -> bool {
    const FEWEST: usize = 3;
    const LONGEST: usize = 8;
    let items: Vec<&str> = text.split(['|', '｜', '│']).map(str::trim).filter(|item| !item.is_empty()).collect();
    let is_paper = |item: &&&str| item.ends_with(['报', '网', '刊']);
    items.len() >= FEWEST
        && items.iter().all(|item| item.chars().count() <= LONGEST)
        && items.iter().filter(is_paper).count() >= 2
}

/// 今日青禾 今日云溪 今日临汐 …: the pages of a site, each called after its place.
fn is_row_of_sites(items: &[&str]) -> bool {
    const FEWEST: usize = 5;
    let ends = |item: &str| {
        let characters: Vec<char> = item.chars().collect();
        match characters[..] {
            [a, b, _, ..] if characters.len() <= 6 => {
                Some(([a, b], [characters[characters.len() - 2], characters[characters.len() - 1]]))
            }
            _ => None,
        }
    };
    let ends: Option<Vec<_>> = items.iter().map(|item| ends(item)).collect();
    items.len() >= FEWEST
        && ends
            .is_some_and(|ends| ends.iter().all(|end| end.0 == ends[0].0) || ends.iter().all(|end| end.1 == ends[0].1))
}

/// 地方网 > 青禾新闻 > 正文: three short names or more, without a figure.
fn is_breadcrumb(text: &str) -> bool {
    const LONGEST: usize = 8;
    let names: Vec<&str> = text.split('>').map(str::trim).filter(|name| !name.is_empty()).collect();
    let is_name = |name: &&str| {
        name.chars().count() <= LONGEST && name.chars().all(|c| c.is_alphanumeric() && !c.is_ascii_digit())
    };
    // 微阅读 > 青禾观察
    let is_spaced = text.contains(" > ") || text.contains(" >> ");
    (names.len() >= 3 || names.len() == 2 && is_spaced) && names.iter().all(is_name)
}

/// 上一篇：渠水清了; content_12345.html; 老渠.jpg; 欢迎来到…网站; 您的浏览器版本太低…: what a site's frame says around a page.
fn is_site_note(text: &str) -> bool {
    let is_turning = ["上一篇", "下一篇", "上一条", "下一条"]
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with([':', '：'])));
    let is_file = || {
        ["content_", "node_"].iter().any(|name| {
            text.split_once(name).is_some_and(|(_, rest)| {
                rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-')).starts_with(".htm")
            })
        }) || [".jpg", ".png", ".gif", "-->"].iter().any(|end| text.ends_with(end)) && !text.contains('。')
    };
    let is_greeting = || text.contains("欢迎") && ["网站", "本网", "本站"].iter().any(|word| text.contains(word));
    let is_of_browser = || text.contains("浏览器") && ["版本", "升级", "兼容"].iter().any(|word| text.contains(word));
    // | 日 | 一 | 二 | 三 | 四 | 五 | 六 |: the head of a calendar.
    let is_calendar = || {
        let days = text.chars().filter(|c| c.is_alphanumeric());
        days.clone().count() == 7
            && days.clone().all(|c| "日一二三四五六".contains(c))
            && text.contains(['|', ' ', '\t'])
    };
    // 视频新闻 更多>>
    // 78910111213: a row of it whose days have run together.
    let is_week = || text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && are_days_in_turn(text);
    let is_more = || ["更多>>", "更多>", "更多»", "更多…"].iter().any(|word| text.ends_with(word));
    let is_watchdog = || text.ends_with("举报中心") && text.chars().count() <= 20;
    // 评论:（老渠清了淤）
    let is_form = text.trim_start_matches("网友").strip_prefix("评论").is_some_and(|rest| {
        let title = rest.trim_start_matches([':', '：']);
        title.len() < rest.len() && (title.is_empty() || title.starts_with(['(', '（']))
    });
    // SourcePh" style="display:none">: the end of a tag that was cut.
    let is_tag = || text.ends_with('>') && text.contains("=\"") && !text.contains('。');
    is_turning
        || is_form
        || is_tag()
        || is_watchdog()
        || is_more()
        || is_calendar()
        || is_week()
        || is_file()
        || is_greeting() && text.chars().count() <= 20
        || is_of_browser()
}

/// Whether digits are days of a month one after the other, without a space.
fn are_days_in_turn(digits: &str) -> bool {
    let begins = |length: usize| digits.get(..length).and_then(|first| first.parse::<u8>().ok());
    [1, 2].into_iter().filter_map(begins).filter(|first| (1..=31).contains(first)).any(|first| {
        let mut rest = digits;
        let mut count = 0;
        for day in first..=31 {
            match rest.strip_prefix(day.to_string().as_str()) {
                Some(after) => rest = after,
                None => break,
            }
            count += 1;
        }
        rest.is_empty() && (3..=7).contains(&count)
    })
}

/// The text of a bar without its words and arrows: what is left is the page's head, where there is one.
pub fn without_bar(text: &str) -> Option<String> {
    let mut rest = String::new();
    let mut from = 0;
    for word in BAR.leftmost_find_iter(text) {
        rest.push_str(&text[from..word.start()]);
        rest.push(' ');
        from = word.end();
    }
    rest.push_str(&text[from..]);
    let is_arrow = |word: &&str| matches!(*word, "3" | "4" | "|" | "｜" | "»" | "«" | "<<" | ">>");
    let words: Vec<&str> = rest.split_whitespace().filter(|word| !is_arrow(word)).collect();
    (from > 0).then(|| words.join(" "))
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

/// Whether a line is the head of a list that only sites have, not a newspaper's page: what stands under it is another story.
pub fn is_recommendation(text: &str) -> bool {
    is_list_head(text) && text.contains("推荐")
}
