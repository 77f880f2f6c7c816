//! A logarithm that is the same everywhere.

/// The natural logarithm of a positive number, the same to the last bit on every machine, which the standard library's is
/// not: by the series of the area tangent.
pub(crate) fn ln(number: f32) -> f32 {
    let (mut rest, mut power) = (number, 0.0);
    while rest > std::f32::consts::SQRT_2 {
        rest *= 0.5;
        power += 1.0;
    }
    while rest > 0.0 && rest < std::f32::consts::FRAC_1_SQRT_2 {
        rest *= 2.0;
        power -= 1.0;
    }
    let s = (rest - 1.0) / (rest + 1.0);
    let square = s * s;
    2.0 * s * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0))) + power * std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_close() {
        for number in [1.0f32, 1e-3, 0.4, 1.5, 2.0, 17.3, 4e4, 5e8] {
            assert!((ln(number) - number.ln()).abs() < 1e-4, "{number}: {} {}", ln(number), number.ln());
        }
    }
}
