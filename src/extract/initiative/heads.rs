//! The nouns that names of initiatives end in.

use std::sync::LazyLock;

use crate::model::InitiativeKind::{self, Award, Brand, Campaign, Event, Mechanism, Platform, Project, Venue};

/// How much a head noun proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Only beside a quoted name: “回头看”工作.
    BesideQuotes,
    /// Also where a verb of founding stands before the name: 建立矛盾调处机制.
    AfterVerb,
    /// Also as the end of a quoted name: “渔家书屋”.
    InQuotes,
    /// Also without either, where the name comes back in the article.
    Recurring,
    /// Wherever it stands behind modifiers: 葡萄文化节.
    Formal,
}
use Proof::{AfterVerb, BesideQuotes, Formal, InQuotes, Recurring};

/// A head noun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub word: &'static str,
    pub kind: InitiativeKind,
    pub proof: Proof,
}

/// The head nouns of each kind, by what they prove.
#[rustfmt::skip]
const GROUPS: &[(InitiativeKind, Proof, &[&str])] = &[
    (Project, BesideQuotes, &[
        "规划", "课题", "建设", "实事",
    ]),
    (Project, AfterVerb, &[
        "项目", "改造", "民生实事",
    ]),
    (Project, InQuotes, &[
        "工程", "计划",
    ]),
    (Campaign, BesideQuotes, &[
        "监督", "巡查", "督查", "督导", "检查", "评比", "帮扶", "慰问", "关爱", "执法", "普法", "研学",
        "战役", "创建", "争创", "摸排", "排查", "整治", "革命", "公益行", "万里行", "基层行", "调研", "走访",
        "运动", "宣讲", "教育", "倡议", "送温暖", "送清凉",
    ]),
    (Campaign, AfterVerb, &[
        "活动", "攻坚战", "专项斗争", "创建活动", "专项整治", "打击整治", "严打整治", "会战", "大会战", "大讨论", "大宣讲",
        "大培训", "大清查", "大接访", "月活动", "集中整治", "综合整治", "专项治理", "大排查", "大走访", "大比武",
        "大练兵", "大检查", "大整治", "大整改", "大调研", "大提升", "大清理", "大起底", "大督查", "大巡查", "大学习", "整治工作", "治理工作", "改造工作", "提升工作", "创建工作", "清理工作", "标准化建设",
        "体系建设",
    ]),
    (Campaign, InQuotes, &[
        "行动", "建设年", "提升年", "活动年", "攻坚年",
    ]),
    (Mechanism, BesideQuotes, &[
        "改革", "办法", "流程", "路径", "网格", "榜", "公约", "服务", "工作", "课程", "工作组", "车队",
        "专车", "专线", "专窗", "快车", "巴士", "公交", "地图", "贷款", "联合体", "队", "团队", "圈", "管理办法",
        "保险", "套餐", "专项资金", "通道", "措施", "方式", "架构", "一件事", "代办", "帮办", "代办队伍",
        "队伍", "服务队伍", "宣讲队伍", "志愿者队伍", "窗口", "班列", "专列",
    ]),
    (Mechanism, AfterVerb, &[
        "机制", "模式", "制度", "体系", "长制", "清单", "专班", "督导组", "服务队", "突击队", "小分队", "服务分队",
        "服务大队", "服务支队", "服务总队", "志愿者大队", "轻骑兵", "工作队", "巡逻队", "调解队", "志愿队",
        "宣讲团", "讲师团", "宣讲队", "先锋队", "服务团", "联盟", "理事会", "议事会", "示范岗", "责任区", "热线", "共同体",
        "基金", "绿色通道", "代办制", "帮办制", "负责制", "承诺制", "包联制", "轮值制", "例会制", "制管理",
    ]),
    (Mechanism, InQuotes, &[
        "工作法", "合伙人", "积分制", "服务圈", "生活圈", "贷", "项目库",
    ]),
    (Mechanism, Recurring, &[
        "服务热线",
    ]),
    (Mechanism, Formal, &[
        "医共体", "医联体",
    ]),
    (Brand, BesideQuotes, &[
        "名片", "样板村",
    ]),
    (Brand, AfterVerb, &[
        "品牌", "栏目", "专栏", "示范点",
    ]),
    (Venue, BesideQuotes, &[
        "餐厅", "文化馆", "广场", "公园", "中心", "馆", "站", "长廊", "示范区", "街区", "农场", "菜园", "果园",
    ]),
    (Venue, AfterVerb, &[
        "口袋公园", "郊野公园", "遗址公园", "健身公园",
        "基地", "文化中心", "活动中心", "调解室", "议事厅", "工作室", "工作站", "服务站", "服务点", "教学点", "调解点", "联络点",
        "展馆", "校史馆", "纪念馆", "博物馆", "展览馆", "科技馆", "体验馆", "森林公园", "湿地公园", "体育公园",
        "主题公园", "产业园", "孵化园", "科技园", "综合体", "幸福院", "调解中心", "服务中心", "实践中心",
        "文体中心", "邻里中心", "体验中心", "治理中心", "指挥中心", "服务大厅", "政务大厅", "审批大厅", "分馆",
        "运营中心", "公共服务中心", "物流中心", "配送中心", "展示中心", "托育中心", "养老中心", "康养中心",
        "创业中心", "孵化中心", "实训中心", "游客中心", "体育中心", "综治中心", "零工市场", "示范园", "扶贫车间",
    ]),
    (Venue, InQuotes, &[
        "小镇", "农庄", "大院", "大舞台", "礼堂", "书院", "工坊", "营地", "小站", "老街", "乐园", "农家乐",
        "食堂", "超市", "小屋", "小院", "港湾", "会客室", "客厅", "救助中心", "救援中心",
    ]),
    (Venue, Recurring, &[
        "驿站", "家园", "之家", "书屋", "书房", "书吧", "会客厅", "微家", "市民中心",
    ]),
    (Event, BesideQuotes, &[
        "观摩", "发布会", "会", "启动仪式", "培训", "季", "赛", "展", "展览", "画展", "演出", "巡演", "展演",
        "巡展", "党日", "集市", "市集", "大集", "夜市", "讲座", "专场",
    ]),
    (Event, AfterVerb, &[
        "会议", "大会", "峰会", "推进会", "调度会", "对接会", "见面会", "签约会", "启动会", "部署会", "协商会",
        "评议会", "听证会", "签约仪式", "庆祝大会", "誓师大会", "动员大会", "座谈会", "恳谈会", "交流会",
        "报告会", "招聘会", "洽谈会", "博览会", "展览会", "交易会", "展销会", "研讨会", "现场会", "动员会",
        "观摩会", "表彰会", "总结会", "音乐会", "演唱会", "运动会", "晚会", "联欢会", "宣讲会", "联谊会", "分享会",
        "推介会", "故事会", "茶话会", "诗会", "歌会", "书会", "舞会", "年会", "村晚", "仪式", "培训班", "研修班",
        "训练营", "夏令营", "演练", "义诊", "开放日", "文化月", "服务月", "文化周", "阅读季", "惠民季", "服务季", "采摘季", "文化季", "消费季",
        "旅游季", "大赛", "比赛", "竞赛", "邀请赛", "联赛", "锦标赛", "挑战赛", "公开赛", "选拔赛", "擂台赛",
        "庙会", "灯会", "节", "争霸赛", "对抗赛", "友谊赛", "马拉松", "音乐节", "电影节", "宣传日", "主题党日",
        "沙龙",
    ]),
    (Event, Recurring, &[
        "论坛", "第一课", "夜校", "之约",
    ]),
    (Event, Formal, &[
        "电视电话会议", "文化节", "艺术节", "邻里节", "采摘节", "花节", "茶节", "果节", "美食节", "丰收节",
        "购物节", "消费节", "啤酒节", "年货节", "科技节", "体育节", "民俗节", "戏曲节", "半程马拉松", "旅游节",
        "读书节", "艺术周", "宣传周", "宣传月",
    ]),
    (Award, BesideQuotes, &[
        "称号", "奖", "奖章", "评选",
    ]),
    (Award, AfterVerb, &[
        "评选活动", "表彰活动", "评选表彰活动",
    ]),
    (Platform, BesideQuotes, &[
        "学院", "公众号", "客户端", "网站", "系统", "直播间", "阵地",
    ]),
    (Platform, AfterVerb, &[
        "平台", "小程序", "APP", "云平台", "网络平台", "研究院", "实验室",
    ]),
    (Platform, InQuotes, &[
        "学堂", "课堂",
    ]),
    (Platform, Recurring, &[
        "讲堂",
    ]),
    (Platform, Formal, &[
        "管理平台", "监管平台", "指挥平台",
    ]),
];

/// All head nouns; of those that end at one place the longest counts.
pub(super) static HEADS: LazyLock<Vec<Head>> = LazyLock::new(|| {
    let head = |kind, proof| move |word: &&'static str| Head { word, kind, proof };
    GROUPS.iter().flat_map(|&(kind, proof, words)| words.iter().map(head(kind, proof))).collect()
});
