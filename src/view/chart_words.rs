//! Words that stand beside charts.
#![allow(missing_docs, reason = "each is explained by its wording")]

use crate::chart::Words;

pub const COUNT: Words = ["数什么", "數什麼", "Count"];
pub const MORE: Words = ["更多图表", "更多圖表", "More"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const ORDER: Words = ["次序", "次序", "Order"];
pub const GREATEST: Words = ["多者在前", "多者在前", "Greatest first"];
pub const OFFICIAL: Words = ["官方次序", "官方次序", "Official order"];
pub const SAVE: Words = ["下载", "下載", "Download"];
pub const TABLE: Words = ["看表格", "看表格", "Show as table"];
pub const COPY: Words = ["复制图片", "複製圖片", "Copy picture"];
pub const SCREEN: Words = ["全屏", "全螢幕", "Full screen"];
pub const HINT: Words =
    ["点选一处，只看它的文章和原句", "點選一處，只看它的文章和原句", "Choose a mark to see its articles and sentences"];
pub const SENTENCES: Words = ["原文里的句子", "原文裡的句子", "The sentences behind it"];
pub const FROM: Words = ["从", "從", "From"];
pub const TO: Words = ["到", "到", "To"];
pub const TILES: Words = [
    "按官方次序排列，不表示地理位置",
    "按官方次序排列，不表示地理位置",
    "In official order; places do not tell where counties lie",
];
pub const TOTALS: Words = [
    "同一件事只计一次；约数和互相矛盾的数字以范围表示",
    "同一件事只計一次；約數和互相矛盾的數字以範圍表示",
    "Each thing counts once; approximate and conflicting figures make a range",
];
pub const GREATEST_ONLY: Words = [
    "县区或年份太多，只画居前的",
    "縣區或年份太多，只畫居前的",
    "Too many counties or years: those with most are drawn",
];
pub const NOTHING: Words = ["没有找到", "沒有找到", "Nothing found"];
