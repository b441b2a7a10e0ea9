//! Who made the page, and how to reach the paper.

use std::sync::LazyLock;

use super::finder::{Finder, finder};

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

static IMPRINT: LazyLock<Finder> = LazyLock::new(|| finder(&IMPRINT_WORDS));

/// Whether a line is of the imprint: editors, telephone numbers, rights.
pub fn is_imprint(text: &str) -> bool {
    if forbids_copies(text) || invites_readers(text) {
        return true;
    }
    if text.contains('。') {
        return false;
    }
    let mut found: Vec<u32> = IMPRINT.leftmost_find_iter(text).map(|word| word.value()).collect();
    found.sort_unstable();
    found.dedup();
    let signs = found.len();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let labels = text.contains([':', '：', '/', '／', ' ', '\u{3000}']);
    let claims_rights = ["版权所有", "Copyright", "©"].iter().any(|claim| text.starts_with(claim));
    // 邮箱：news@example.cn
    let is_address = text.chars().count() <= 40
        && text.split_once('@').is_some_and(|(name, host)| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric())
                && host.split_once('.').is_some_and(|(host, _)| host.is_ascii())
        });
    // 由市总工会主办，县总工会承办: a sentence speaks of such things, too, but does not label them.
    let is_labelled = || IMPRINT.leftmost_find_iter(text).any(|word| text[word.end()..].starts_with([':', '：']));
    if text.contains('，') && !claims_rights && !is_labelled() {
        return false;
    }
    // 0999-1234567
    let is_number = digits >= 10 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')'));
    // 青禾市新闻传媒中心 主办
    let is_host = || text.chars().count() <= 24 && [" 主办", " 主管", " 承办"].iter().any(|role| text.ends_with(role));
    claims_rights
        || is_address
        || is_number
        || is_host()
        || (signs >= 2 && (labels || digits >= 5))
        || (signs == 1 && digits >= 7)
        || begins_with_editor(text)
}

/// 版权声明：青禾日报社版权所有，未经书面授权，禁止复制。
fn forbids_copies(text: &str) -> bool {
    ["版权所有", "版权声明"].iter().any(|word| text.contains(word))
        && ["不得", "禁止", "严禁", "未经"].iter().any(|word| text.contains(word))
}

/// 移动用户：发送短信 qhb 到 12345 即可订阅《青禾手机报》，3元/月。 登录青禾网官方微博参与互动: how a paper is read by telephone, and spoken
/// with.
fn invites_readers(text: &str) -> bool {
    let has = |word: &str| text.contains(word);
    has("手机报") && has("订阅") && (has("短信") || has("用户")) || has("微博") && has("参与互动") && !has("。")
}

/// 式 许岚 校对 何川: the rest of an imprint that was broken because its line was full.
pub fn completes_imprint(text: &str) -> bool {
    const LONGEST: usize = 30;
    text.chars().count() <= LONGEST
        && !text.contains(['，', '。', '：', ':', '“'])
        && ["责编", "编辑", "校对", "美编", "版式", "组版"].iter().any(|word| text.contains(word))
}

/// 责编：何川
fn begins_with_editor(text: &str) -> bool {
    let words = [
        "责任编辑",
        "责编",
        "本版编辑",
        "编辑",
        "校对",
        "美编",
        "版式",
        "值班编委",
        "值班主任",
        "组版",
        "统筹",
        "策划",
        "监制",
        "主编",
        "初审",
        "复审",
        "终审",
        "一审",
        "二审",
        "三审",
    ];
    text.chars().count() <= 30
        && words.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| rest.starts_with([':', '：', ' ', '\u{3000}', '/', '／', '|']))
        })
}
