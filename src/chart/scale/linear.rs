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

    /// A scale from zero to `most` or somewhat more, and about `count` round values of it: whole multiples of 1, 2 or 5 times a
    /// power of ten, the first and the last at its ends.
    pub fn nice(most: f64, count: u32, range: (f64, f64)) -> (Self, Vec<f64>) {
        let most = most.max(1.0);
        let step = step(most / f64::from(count.max(1)));
        let steps = (most / step).ceil();
        let ticks = (0..=steps as u32).map(|tick| step * f64::from(tick)).collect();
        (Linear::new((0.0, step * steps), range), ticks)
    }

    /// Where `value` lies. A domain without extent lies at the range's start.
    pub fn at(&self, value: f64) -> f64 {
        let extent = self.domain.1 - self.domain.0;
        let share = if extent == 0.0 { 0.0 } else { (value - self.domain.0) / extent };
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// The round step next to a rough one. What is counted has no halves, so it is 1 at the least.
fn step(rough: f64) -> f64 {
    if rough <= 1.0 {
        return 1.0;
    }
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    // The thresholds are geometric means of neighbours, as in d3-array's tickIncrement.
    let factor = match rough / power {
        error if error * error >= 50.0 => 10.0,
        error if error * error >= 10.0 => 5.0,
        error if error * error >= 2.0 => 2.0,
        _ => 1.0,
    };
    power * factor
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
        let ticks = |most| Linear::nice(most, 4, (0.0, 1.0)).1;
        assert_eq!(ticks(0.0), [0.0, 1.0]);
        assert_eq!(ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(12.0), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0]);
        assert_eq!(ticks(23.0), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
        assert_eq!(ticks(97.0), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        for most in (1..3_000).map(f64::from).chain([3.3, 1e6, 123_456_789.0, 9e15]) {
            let (scale, ticks) = Linear::nice(most, 4, (0.0, 1.0));
            let last = *ticks.last().unwrap();
            assert_eq!(scale.at(last), 1.0);
            assert!((2..=8).contains(&ticks.len()), "{most}: {ticks:?}");
            assert!(last >= most, "{most}: {ticks:?}");
        }
    }
}
