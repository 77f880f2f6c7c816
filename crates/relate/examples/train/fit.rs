//! Logistic regression with an L2 penalty whose weights keep to a sign, by projected gradients with Nesterov's momentum.

/// A pair to learn from.
pub(crate) struct Sample<'a> {
    pub(crate) evidence: &'a [f32],
    pub(crate) label: bool,
    /// How much it counts.
    pub(crate) weight: f64,
}

/// The penalty on squares of weights.
const PENALTY: f64 = 1.5;

/// The weights that fit best; the first is the bias, which is not penalised. `signs` as `relate::learning::kinds` has them.
/// So many `steps` that more of them change no digit that is written.
pub(crate) fn fit(samples: &[Sample<'_>], signs: &[i8], steps: usize) -> Vec<f64> {
    let kinds = signs.len();
    // No curvature is more than a quarter of the sum of squares.
    let squares = |s: &Sample<'_>| s.weight * s.evidence.iter().map(|&e| f64::from(e).powi(2)).sum::<f64>();
    let step = 1.0 / (0.25 * samples.iter().map(squares).sum::<f64>() + PENALTY);
    let mut weights = vec![0.0; kinds];
    let mut ahead = weights.clone();
    for round in 0..steps {
        let mut gradient = vec![0.0; kinds];
        for sample in samples {
            let odds: f64 = sample.evidence.iter().zip(&ahead).map(|(&e, w)| f64::from(e) * w).sum();
            let wrong = 1.0 / (1.0 + (-odds).exp()) - f64::from(u8::from(sample.label));
            for (g, &e) in gradient.iter_mut().zip(sample.evidence) {
                *g += sample.weight * wrong * f64::from(e);
            }
        }
        let momentum = round as f64 / (round as f64 + 3.0);
        for kind in 0..kinds {
            let penalty = if kind == 0 { 0.0 } else { PENALTY * ahead[kind] };
            let mut next = ahead[kind] - step * (gradient[kind] + penalty);
            match signs[kind] {
                1 => next = next.max(0.0),
                -1 => next = next.min(0.0),
                _ => {}
            }
            ahead[kind] = next + momentum * (next - weights[kind]);
            weights[kind] = next;
        }
    }
    weights
}

/// How likely a pair says the same by these weights.
pub(crate) fn likelihood(evidence: &[f32], weights: &[f64]) -> f64 {
    let odds: f64 = evidence.iter().zip(weights).map(|(&e, w)| f64::from(e) * w).sum();
    1.0 / (1.0 + (-odds).exp())
}
