//! Days counted within a month or a year: 前10天, 第一天, 最后三天, 最后一周.

use super::text::Text;
use super::week::WEEK;

/// Which days of a longer time are meant.
#[derive(Clone, Copy)]
pub(super) enum Stretch {
    /// From one to another, counted from the first.
    Days(u8, u8),
    /// So many up to its end.
    Last(u8),
}

impl Text<'_> {
    pub(super) fn stretch(self, at: usize) -> Option<(Stretch, usize)> {
        if let Some(start) = self.word(at, &["第"]) {
            let (day, end) = self.number(start, 31)?;
            return Some((Stretch::Days(day, day), self.word(end, &["天"])?));
        }
        if let Some(start) = self.word(at, &["最后"]) {
            let (days, end) = self.days(start)?;
            return Some((Stretch::Last(days), end));
        }
        let (days, end) = self.days(self.word(at, &["前", "头"])?)?;
        Some((Stretch::Days(1, days), end))
    }

    /// A count of days, also by weeks.
    fn days(self, at: usize) -> Option<(u8, usize)> {
        let (count, end) = self.number(at, 31)?;
        if let Some(stop) = self.word(end, &["天"]) {
            return Some((count, stop));
        }
        let stop = self.word(self.word(end, &["个"]).unwrap_or(end), WEEK)?;
        let is_weekday = self.weekday(stop).is_some();
        (!is_weekday && count <= 4).then_some((7 * count, stop))
    }
}
