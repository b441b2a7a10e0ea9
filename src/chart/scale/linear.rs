/// A continuous scale: equal steps of data are equal steps of space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// A scale from `domain` to `range`; the range may run backwards.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Linear { domain, range }
    }

    /// A scale of counts from zero to `most` or somewhat more, and about `count` round values of it: multiples of 1, 2 or 5
    /// times a power of ten, whole, the first and the last at its ends.
    pub fn counts(most: u32, count: u32, range: (f64, f64)) -> (Self, Vec<u32>) {
        let most = most.max(1);
        let step = count_step(most, count);
        let end = most.div_ceil(step).saturating_mul(step);
        (Linear::new((0.0, f64::from(end)), range), (0..=end).step_by(step as usize).collect())
    }

    /// Where `value` lies. A domain without extent lies at the range's start.
    pub fn at(&self, value: f64) -> f64 {
        let extent = self.domain.1 - self.domain.0;
        let share = if extent == 0.0 { 0.0 } else { (value - self.domain.0) / extent };
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// The round step that cuts `0..=most` into about `ticks` parts. Counts have no halves, so it is 1 at the least.
fn count_step(most: u32, ticks: u32) -> u32 {
    let rough = f64::from(most) / f64::from(ticks.max(1));
    if rough <= 1.0 {
        return 1;
    }
    let power = 10f64.powi(rough.log10().floor() as i32);
    // The thresholds are geometric means of neighbours, as in d3-array's tickIncrement.
    let factor = match rough / power {
        error if error >= 50f64.sqrt() => 10.0,
        error if error >= 10f64.sqrt() => 5.0,
        error if error >= 2f64.sqrt() => 2.0,
        _ => 1.0,
    };
    (power * factor) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_proportional() {
        let scale = Linear::new((0.0, 10.0), (100.0, 0.0));
        assert_eq!(scale.at(0.0), 100.0);
        assert_eq!(scale.at(2.5), 75.0);
        assert_eq!(Linear::new((3.0, 3.0), (7.0, 9.0)).at(3.0), 7.0);
    }

    #[test]
    fn ticks_are_round_whole_and_about_as_many_as_asked() {
        let ticks = |most| Linear::counts(most, 4, (0.0, 1.0)).1;
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(12), [0, 2, 4, 6, 8, 10, 12]);
        assert_eq!(ticks(23), [0, 5, 10, 15, 20, 25]);
        assert_eq!(ticks(97), [0, 20, 40, 60, 80, 100]);
        for most in 1..3_000 {
            let (scale, ticks) = Linear::counts(most, 4, (0.0, 1.0));
            assert_eq!(scale.at(f64::from(*ticks.last().unwrap())), 1.0);
            assert!((2..=8).contains(&ticks.len()), "{most}: {ticks:?}");
            assert!(*ticks.last().unwrap() >= most, "{most}: {ticks:?}");
        }
    }
}
