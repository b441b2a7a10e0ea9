//! What is counted in: measure words and units of measure. The longest entry that fits is taken.

use std::sync::LazyLock;

use crate::text::ByChar;

/// Measure words and units that a number may stand before, with or without 万 and 亿 between.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    // People.
    "人", "名", "位", "人次", "余人次", "员", "口", "户", "户次", "对",
    // Things and places.
    "个", "件", "件次", "项", "项次", "家", "家次", "座", "所", "处", "间", "套", "台", "台次", "台套", "架", "架次",
    "辆", "辆次", "艘", "艘次", "列", "列次", "条", "条次", "根", "只", "头", "匹", "羽", "尾", "株", "棵", "颗",
    "粒", "朵", "块", "片", "张", "面", "幅", "支", "枚", "盏", "把", "顶", "副", "件套", "栋", "幢", "孔", "眼",
    "口井", "扇", "床", "张床位", "门", "部", "本", "册", "份", "封", "篇", "首", "卷", "集", "字", "种", "类", "款",
    "样", "批", "批次", "组", "队", "班", "桌", "箱", "袋", "瓶", "盒", "包", "桶", "车", "车次", "车皮", "节",
    "节课", "课时", "学时", "学分", "道", "层", "席", "票", "枪", "发", "笔", "单", "起", "宗", "例", "桩", "户家庭",
    "路", "声", "盘", "杯", "碗", "餐", "剂", "剂次", "针", "针次", "管", "尊", "束", "双", "册次", "点位", "站",
    // Times.
    "次", "场", "场次", "期", "轮", "轮次", "遍", "趟", "回", "班次", "频次", "人天", "工日",
    // Durations.
    "年", "个月", "月龄", "个星期", "周", "星期", "天", "个工作日", "个小时", "小时", "分钟", "秒", "秒钟", "个季度",
    "个学期", "学年", "周年", "昼夜", "世纪", "课次", "岁", "周岁",
    // Money.
    "元", "圆", "块钱", "美元", "美圆", "美金", "美分", "瑞士法郎", "加拿大元", "新加坡元", "新西兰元", "卢比", "比索",
    "奈拉", "里拉", "克朗", "第纳尔", "林吉特", "韩币", "日币", "台币", "毛", "毛钱", "元整", "圆整", "港元", "港币", "欧元", "日元", "英镑", "马克", "卢布", "法郎", "韩元", "泰铢", "澳元",
    "加元", "新台币", "元人民币", "人民币", "角", "分钱", "两银子",
    // Shares.
    "%", "％", "‰", "个百分点", "百分点", "个基点", "成", "倍", "折", "分", "积分",
    // Length, area, volume, weight.
    "米", "公里", "里", "华里", "千米", "厘米", "毫米", "微米", "纳米", "公分", "英里", "英尺", "英寸", "海里", "尺",
    "寸", "丈", "延米", "平方米", "平方公里", "平方千米", "平米", "平方厘米", "平方", "亩", "亩次", "公顷", "分地",
    "立方米", "立方", "立方厘米", "方", "升", "毫升", "吨", "公斤", "千克", "斤", "克", "毫克", "微克", "两", "担", "标准煤",
    "吨标准煤", "吨位", "载重吨", "标箱", "标准箱", "米/秒", "公里/小时",
    // Energy, electricity, data, temperature.
    "千瓦", "千瓦时", "千瓦小时", "兆瓦", "吉瓦", "瓦", "度", "度电", "伏", "千伏", "千伏安", "安培", "赫兹", "兆赫",
    "兆", "千卡", "大卡", "摄氏度", "华氏度", "℃", "°C", "°F", "分贝", "马力", "兆比特", "字节", "比特",
    // Letters.
    "mm", "cm", "km", "m", "kg", "g", "mg", "ml", "L", "kW", "MW", "GW", "kWh", "GB", "MB", "TB", "㎡", "m²", "m³",
    "㎞", "㎏", "㎝", "㎜",
];

/// The units that may begin with a character. Latin ones are printed in either case: 168CM.
pub(super) fn units(first: char) -> impl Iterator<Item = &'static str> + Clone {
    static BY_FIRST: LazyLock<ByChar<&str>> = LazyLock::new(|| {
        ByChar::new(UNITS.iter().map(|unit| (unit.chars().next().unwrap_or_default().to_ascii_lowercase(), *unit)))
    });
    BY_FIRST.of(first.to_ascii_lowercase()).copied()
}

/// Units that 一 counts wherever it stands before them: 一吨, 一倍.
#[rustfmt::skip]
pub(super) const MEASURES: &[&str] = &[
    "吨", "公斤", "千克", "斤", "亩", "公顷", "公里", "平方米", "平方公里", "立方米", "元", "美元", "欧元", "日元", "英镑",
    "倍", "成", "折", "%", "个百分点",
];

/// Units that 半 may follow: 一吨半.
#[rustfmt::skip]
pub(super) const HALVED: &[&str] = &[
    "吨", "公斤", "斤", "两", "亩", "里", "公里", "米", "尺", "寸", "丈", "成", "倍", "年", "天", "小时", "升", "分钟",
];

/// Currencies that stand before their number, and the unit they stand for.
pub(super) const CURRENCY_SIGNS: &[(&str, &str)] =
    &[("￥", "元"), ("¥", "元"), ("＄", "美元"), ("$", "美元"), ("€", "欧元"), ("£", "英镑"), ("人民币", "元")];

/// Units that measure the length of a time: they say how long, not how much of a thing there is.
#[rustfmt::skip]
pub(super) const DURATIONS: &[&str] = &[
    "年", "个月", "个星期", "周", "星期", "天", "个工作日", "个小时", "小时", "分钟", "秒", "秒钟", "个季度",
    "个学期", "学年", "周年", "昼夜", "世纪", "岁", "周岁", "月龄",
];

/// Units that a bare Chinese 一 counts after its noun: 座谈会一次.
#[rustfmt::skip]
pub(super) const AFTER_NOUN: &[&str] = &[
    "次", "场", "期", "件", "项", "家", "个", "座", "所", "名", "处", "篇", "部", "台", "套", "支", "场次", "批",
    "条", "幅",
];
