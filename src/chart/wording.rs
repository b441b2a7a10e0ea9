//! What charts say, in each language: simplified Chinese, traditional Chinese, English.

use super::{ChartKind, Language, Measure, Words};
use crate::model::{Basis, InitiativeKind};

pub const NO_COUNTY: Words = ["未注明县区", "未註明縣區", "No county"];
pub const NO_YEAR: Words = ["无年份", "無年份", "No year"];
pub const OTHER_KINDS: Words = ["其他", "其他", "Other"];
pub const LOW: Words = ["至少", "至少", "At least"];
pub const HIGH: Words = ["至多", "至多", "At most"];
pub const NOTHING: Words = ["没有", "沒有", "No"];
pub const STOP: Words = ["。", "。", "."];
pub const IN_ALL: Words = ["共", "共", ""];
pub const BASIS: Words = ["年份的依据：", "年份的依據：", " Basis: "];
pub const REST: [Words; 2] = [["；其余", "；其餘", "; the other "], ["处共", "處共", " together "]];
pub const WITHOUT: [Words; 2] = [["；另有", "；另有", "; none in "], ["处没有", "處沒有", ""]];
pub const LEFT_OUT: [Words; 2] =
    [["；另有", "；另有", "; not dated finely enough: "], ["篇没有这样细的日期", "篇沒有這樣細的日期", ""]];
/// What other counties and years than those of a grid have.
pub const BEYOND: [Words; 2] = [["；此外另有", "；此外另有", "; beyond these counties and years: "], ["", "", ""]];
pub const YEAR: Words = ["年", "年", ""];
pub const COMMA: Words = ["，", "，", ", "];
pub const COLON: Words = ["：", "：", ": "];

/// The heads of a chart's columns that name its rows.
pub fn heads(kind: ChartKind) -> &'static [Words] {
    const COUNTY: Words = ["县区", "縣區", "County"];
    const YEARS: Words = ["年份", "年份", "Year"];
    match kind {
        ChartKind::County | ChartKind::Kinds | ChartKind::Totals | ChartKind::Tiles => &[COUNTY],
        ChartKind::Year => &[YEARS],
        ChartKind::Grid | ChartKind::Panels => &[COUNTY, YEARS],
        ChartKind::Names => &[["举措", "舉措", "Initiative"]],
        ChartKind::Dates => &[["时间", "時間", "Date"]],
    }
}

/// What a measure is called.
pub fn measure_name(measure: Measure) -> Words {
    match measure {
        Measure::Initiatives => ["举措", "舉措", "Initiatives"],
        Measure::Articles => ["文章", "文章", "Articles"],
        Measure::Figures => ["数字", "數字", "Figures"],
        Measure::Rate => ["每百篇举措", "每百篇舉措", "Initiatives per 100 articles"],
    }
}

/// What a chart is called where there is little room.
pub fn chart_name(kind: ChartKind) -> Words {
    match kind {
        ChartKind::County => ["县区", "縣區", "Counties"],
        ChartKind::Year => ["逐年", "逐年", "Years"],
        ChartKind::Grid => ["县区×年份", "縣區×年份", "County × year"],
        ChartKind::Panels => ["走势", "走勢", "Trends"],
        ChartKind::Kinds => ["类别", "類別", "Kinds"],
        ChartKind::Names => ["热门举措", "熱門舉措", "Top initiatives"],
        ChartKind::Totals => ["合计", "合計", "Totals"],
        ChartKind::Tiles => ["方格图", "方格圖", "Tiles"],
        ChartKind::Dates => ["时间", "時間", "Dates"],
    }
}

/// What stands behind a number of it.
pub fn noun(measure: Measure) -> Words {
    match measure {
        Measure::Initiatives => ["项举措", "項舉措", " initiatives"],
        Measure::Articles => ["篇文章", "篇文章", " articles"],
        Measure::Figures => ["个数字", "個數字", " figures"],
        Measure::Rate => ["项／百篇", "項／百篇", " per 100 articles"],
    }
}

/// The same in a list, where it is plain what is counted.
pub fn classifier(measure: Measure) -> Words {
    match measure {
        Measure::Initiatives | Measure::Rate => ["项", "項", ""],
        Measure::Articles => ["篇", "篇", ""],
        Measure::Figures => ["个", "個", ""],
    }
}

/// What a chart is called; `#` stands for its measure or its unit.
pub fn title(kind: ChartKind) -> Words {
    match kind {
        ChartKind::County => ["各县区#", "各縣區#", "# by county"],
        ChartKind::Year => ["逐年#", "逐年#", "# by year"],
        ChartKind::Grid => ["各县区逐年#", "各縣區逐年#", "# by county and year"],
        ChartKind::Panels => ["各县区#的走势", "各縣區#的走勢", "# year by year in each county"],
        ChartKind::Kinds => ["各县区#的类别", "各縣區#的類別", "# by county and kind"],
        ChartKind::Names => ["报道最多的举措", "報導最多的舉措", "Initiatives most reported on"],
        ChartKind::Totals => ["各县区合计：#", "各縣區合計：#", "Totals by county: #"],
        ChartKind::Tiles => ["各县区#一览", "各縣區#一覽", "# county by county"],
        ChartKind::Dates => ["文章的时间", "文章的時間", "Articles in time"],
    }
}

/// What a year rests on; the last: nothing.
pub fn basis(basis: Basis) -> Words {
    match basis {
        Basis::Explicit => ["文中写明", "文中寫明", "Printed"],
        Basis::Relative => ["由文中时间推算", "由文中時間推算", "Reckoned"],
        Basis::Inherited => ["承接上文", "承接上文", "From context"],
        Basis::Issue => ["依见报日期", "依見報日期", "Issue date"],
        Basis::None => NO_YEAR,
    }
}

/// What an initiative is.
pub fn initiative_kind(kind: InitiativeKind) -> Words {
    match kind {
        InitiativeKind::Project => ["工程", "工程", "Project"],
        InitiativeKind::Campaign => ["行动", "行動", "Campaign"],
        InitiativeKind::Mechanism => ["机制", "機制", "Mechanism"],
        InitiativeKind::Brand => ["品牌", "品牌", "Brand"],
        InitiativeKind::Venue => ["阵地", "陣地", "Venue"],
        InitiativeKind::Event => ["活动", "活動", "Event"],
        InitiativeKind::Award => ["荣誉", "榮譽", "Award"],
        InitiativeKind::Platform => ["平台", "平臺", "Platform"],
        InitiativeKind::Measure => ["措施", "措施", "Measure"],
    }
}

/// A number with what it counts: 12项举措, 1 initiative.
pub fn counted(number: String, noun: &str, language: Language) -> String {
    let noun = if number == "1" && language == Language::En { noun.strip_suffix('s').unwrap_or(noun) } else { noun };
    number + noun
}
