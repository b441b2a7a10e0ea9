/// A scale of things in a row: each has a band of the same width, with space between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
    width: f64,
}

impl Band {
    /// `count` bands in `range`; of each step the share `padding` (0 to 1) is left empty, half of it before the first band.
    pub fn new(count: usize, range: (f64, f64), padding: f64) -> Self {
        let step = (range.1 - range.0) / count.max(1) as f64;
        Band { start: range.0 + step * padding / 2.0, step, width: step * (1.0 - padding) }
    }

    /// Where the band at `place` begins.
    pub fn at(&self, place: usize) -> f64 {
        self.start + self.step * place as f64
    }

    /// The middle of the band at `place`.
    pub fn middle(&self, place: usize) -> f64 {
        self.at(place) + self.width / 2.0
    }

    /// From one band's beginning to the next.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// How wide a band is.
    pub fn width(&self) -> f64 {
        self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_fill_the_range_and_never_touch() {
        let band = Band::new(4, (0.0, 100.0), 0.2);
        assert_eq!((band.step(), band.width()), (25.0, 20.0));
        assert_eq!(band.at(0), 2.5);
        assert_eq!(band.at(3) + band.width(), 97.5);
        assert_eq!(band.middle(1), 37.5);
    }

    #[test]
    fn no_things_need_no_space() {
        assert!(Band::new(0, (0.0, 100.0), 0.2).step().is_finite());
    }
}
