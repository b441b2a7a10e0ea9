use super::bar::{is_site_bar, without_bar};
use super::imprint::is_imprint;
use super::page_head::{is_masthead, is_page_head, is_page_number};
use crate::ingest::name::is_han;

/// What kind of furniture a line is by its own form, if it is any.
pub fn of_form(text: &str) -> Option<&'static str> {
    if text.chars().nth(120).is_some() {
        // A site's numbers and rights may run on for long.
        return (text.contains("ICP备") && !text.contains('。')).then_some("imprint");
    }
    if text.chars().all(|character| !character.is_alphanumeric()) && !crate::ingest::dump::line::continues(text) {
        return Some("rule");
    }
    if is_site_bar(text) {
        return Some("site-bar");
    }
    let is_numbered = || !text.contains('，') && text.contains(|c: char| c.is_ascii_digit() || c == '版');
    let is_beside_bar = || is_numbered() && without_bar(text).is_some_and(|rest| is_page_head(&rest));
    // http://www.example.cn 2024年3月1日 青禾日报
    let after_address =
        || text.strip_prefix("http")?.split_once(char::is_whitespace).map(|(_, rest)| rest.trim_start());
    if is_page_head(text) || is_masthead(text) || is_beside_bar() || after_address().is_some_and(is_page_head) {
        return Some("page-head");
    }
    if is_page_number(text) {
        return Some("page-number");
    }
    if is_continuation(text) {
        return Some("continuation");
    }
    if is_pointer(text) {
        return Some("title-list");
    }
    // What a site prints once more of a headline or a lead.
    if ["[摘要]", "【摘要】", "［摘要］"].iter().any(|label| text.starts_with(label)) {
        return Some("title-list");
    }
    if matches!(text.trim_end_matches([':', '：']), "专栏") {
        return Some("rule");
    }
    if crate::ingest::byline::without_proof_mark(text).is_empty() {
        return Some("proof-mark");
    }
    is_imprint(text.trim_start_matches(['•', '·', ' '])).then_some("imprint")
}

/// (上接一版②), (下转第三版)
fn is_continuation(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '（', '）', '【', '】', ' ', '▲', '▼', '↑', '↓', '→', '←']);
    let short = bare.chars().count() <= 16;
    let is_all = || bare.rsplit_once('版').is_some_and(|(_, rest)| !rest.contains(is_han));
    short && ["上接", "下转", "紧接"].iter().any(|word| bare.starts_with(word)) && is_all()
}

/// 老渠清了淤　2版; 梨花开了（详见A3版）: what stands on another page.
fn is_pointer(text: &str) -> bool {
    let text = text.trim_end_matches([')', '）', ' ']);
    let Some(number) = text.strip_suffix('版') else { return false };
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = before.strip_suffix(['A', 'B', 'C', 'D', 'T', '第']).unwrap_or(before);
    matches!(number.len() - before.len(), 1..=4)
        && !text.contains('，')
        && before.ends_with([' ', '\u{3000}', '(', '（', '见', '→', '▶', '»'])
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
            ("青禾日报 | 青禾晚报 | 青禾网 | 网上投稿 | 柳林拳网", "site-bar"),
            ("返回版面 版面导航", "site-bar"),
            ("青禾法制报 > 第二版:时政 改变文字大小:   | 打印 | 关闭", "page-head"),
            ("SourcePh\" style=\"display:none\">", "site-bar"),
            ("本文字数:426", "page-head"),
            ("移动用户:发送短信 qhb 到 12345 即可订阅《青禾手机报》,3元/月。不收流量费。", "imprint"),
            ("登录 青禾网weibo.com/qh官方微博参与互动", "imprint"),
            ("版权声明:青禾日报社版权所有,未经书面授权,禁止复制、转载或建立镜像等。", "imprint"),
            ("3上一篇  下一篇4      【打印】", "site-bar"),
            ("【推荐】【 小字】【打印】【关闭】", "site-bar"),
            ("网站首页 新闻 国内 国际 青禾 临汐", "site-bar"),
            ("扫一扫加入微信公众号", "site-bar"),
            ("微信扫一扫，在手机打开当前页", "site-bar"),
            ("扫描二维码下载青禾客户端", "site-bar"),
            ("登录 注册 | 设为首页 | 加入收藏", "site-bar"),
            ("您现在的位置: 青禾网 > 新闻中心 > 正文", "site-bar"),
            ("地方网 > 青禾 > 青禾新闻 > 正文", "site-bar"),
            ("微阅读 > 青禾观察", "site-bar"),
            ("《青禾日报》三月一日报道", "page-head"),
            ("• 责任编辑:何川", "imprint"),
            ("评论:(老渠清了淤)", "site-bar"),
            ("今日青禾 今日云溪 今日临汐 今日北山 今日柳林", "site-bar"),
            ("青禾新报 2024-03-01 10:00 大字", "page-head"),
            ("3月1日 星期五 05版", "page-head"),
            ("Friday March 1 2024", "page-head"),
            ("2024/03/01 星期五", "page-head"),
            ("２０２４年３月１日　星期五　第４版", "page-head"),
            ("二○二四年三月一日 农历甲辰年正月廿一", "page-head"),
            ("2024-03-01 第04版：要闻", "page-head"),
            ("20240301 A04", "page-head"),
            ("出版日期：2024-03-01", "page-head"),
            ("[摘要] 老渠清了淤，水到了田头", "title-list"),
            ("版权声明 @ 青禾网 网站版权所有", "imprint"),
            ("专栏:", "rule"),
            ("2024年3月1日 03版：要闻 来源：青禾日报", "page-head"),
            ("2024-03-01", "page-head"),
            ("A04版", "page-head"),
            ("2024年3月1日 星期五", "page-head"),
            ("青禾日报 2024年3月1日 星期五", "page-head"),
            ("（上接一版②）", "continuation"),
            ("①3", "proof-mark"),
            ("青 禾 日 报", "page-head"),
            ("青 禾 日 报    2024 年 3 月 1 日    星 期 五    第 5 版", "page-head"),
            ("青禾晚报 2024.3.1", "page-head"),
            ("A07 都市·民生", "page-head"),
            ("A04:2024年春季热线特别报道", "page-head"),
            ("• A10", "page-head"),
            ("A0220240301C", "page-head"),
            ("第7B版:社区 上一版 下一版", "page-head"),
            ("3上一篇  下一篇4 2024年3月1日 放大 缩小 默认", "page-head"),
            ("文章字数:168", "page-head"),
            ("当前版: A01版 上一版   下一版 上一期   下一期 往期", "site-bar"),
            ("78910111213", "site-bar"),
            ("中国互联网举报中心", "site-bar"),
            ("青禾日报 2024-03-01 08:03 大字", "page-head"),
            ("04 影像", "page-head"),
            ("12 要闻", "page-head"),
            ("星期五", "page-head"),
            ("QINGHE DAILY", "page-head"),
            ("青禾日报 QINGHE DAILY", "page-head"),
            ("乙巳年二月二十", "page-head"),
            ("青禾新闻 | 乡村版", "page-head"),
            ("http://www.example.cn 2024年03月01日04:00 青禾日报", "page-head"),
            ("07", "page-number"),
            ("— 3 —", "page-number"),
            ("-12-", "page-number"),
            ("· 3 ·", "page-number"),
            ("3 / 8", "page-number"),
            ("第 3 页", "page-number"),
            ("第3页 共8页", "page-number"),
            ("第3页/共8页", "page-number"),
            ("————————", "rule"),
            ("上一篇：云溪县清淤队进村", "site-bar"),
            ("2024-03-01 2 2 青禾日报 content_12345.html 1 3 渠水清了 /enpproperty-->", "site-bar"),
            ("您好!欢迎来到我们的网站!", "site-bar"),
            ("QQ图片20240301075214.jpg", "site-bar"),
            ("您的IE浏览器版本太低,请升级至IE8及以上版本", "site-bar"),
            ("1886 期 / 第2版:2", "page-head"),
            ("第1286期", "page-head"),
            ("A4:视点总第960期 >2024-03-01编印", "page-head"),
            ("下一版»本期共4版, 当前第1版 PDF", "page-head"),
            ("作者: 来源:青禾日报 时间:2024-03-01", "page-head"),
            ("刊发日期:2024-03-01 阅读次数: 作者:  语音阅读:", "page-head"),
            ("• 2024年03月01日 作者:", "page-head"),
            ("当前位置:青禾日报数字版", "site-bar"),
            ("老渠清了淤　2版", "title-list"),
            ("梨花开了（详见A3版）", "title-list"),
            ("| 日 | 一 | 二 | 三 | 四 | 五 | 六 |", "site-bar"),
            ("2024-03-01 09:14", "page-head"),
            ("2024-03-01 09:14:44 发布来源:青禾报业·青禾客户端", "page-head"),
            ("0999-1234567", "imprint"),
            ("青禾市新闻传媒中心 主办", "imprint"),
            ("视频新闻 更多>>", "site-bar"),
            ("我要投稿", "site-bar"),
            ("【日期】= 1990.03.18", "page-head"),
            ("林一舟  (1990.03.18)", "page-head"),
            ("返回概览 <<上一记录 下一记录>> 打印预览 下载记录", "site-bar"),
            ("策划：影像部", "imprint"),
            ("一审：何川", "imprint"),
            ("邮箱:qhrb@example.cn", "imprint"),
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
            "2024年3月1日起老渠停水",
            "20240301班开课",
            "3月1日 渠水来了",
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
            "12",
            "12 棵柳树",
            "GOOD MORNING",
            "3/4",
            "第3页的故事",
            "（上接第一版）要把水管好。",
            "B超检查",
            "A股大涨",
            "123789",
            "云溪县启动“日报”行动",
            "上一篇文章讲了老渠",
            "手机报告诉村民何时浇水",
            "渠长 | 网格员 | 护林员",
            "欢迎来到云溪县",
            "电影节第3期版画班开课",
            "时间：3月1日上午",
            "策划一场村晚",
            "本报讯（记者 林一舟）3月1日，由市总工会主办，县总工会承办的擂台赛",
        ] {
            assert_eq!(of_form(text), None, "{text}");
        }
    }
}
