//! A sample of measurements, by its median and quartiles.

use std::fmt;

/// One measurement a round, in the unit of its row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn push(&mut self, measured: f64) {
        self.0.push(measured);
    }

    pub(crate) fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// Divides round by round: what the computer did meanwhile has met both sides.
    pub(crate) fn against(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(ours, theirs)| ours / theirs).collect())
    }

    /// Repeats one value for each of these measurements.
    pub(crate) fn like(&self, value: f64) -> Self {
        Self(vec![value; self.0.len()])
    }

    fn quantile(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
        // Positions are small: nothing is lost by the way through a float.
        #[allow(clippy::cast_precision_loss)]
        let place = part * last as f64;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (below, above) = (place.floor() as usize, place.ceil() as usize);
        sorted[below] + (sorted[above] - sorted[below]) * place.fract()
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(measured: I) -> Self {
        Self(measured.into_iter().collect())
    }
}

/// The median, and the quartiles in parentheses.
impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let median = self.median();
        let digits = if median.abs() >= 100.0 {
            0
        } else if median.abs() >= 10.0 {
            1
        } else {
            2
        };
        write!(f, "{median:.digits$}")?;
        match self.0.len() {
            0 | 1 => Ok(()),
            _ => write!(f, " ({:.digits$}–{:.digits$})", self.quantile(0.25), self.quantile(0.75)),
        }
    }
}
