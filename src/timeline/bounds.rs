//! Keeping a place within its room.

/// The nearest to `x` of what lies from `least` to `most`. What the library has for this tells of its numbers where they are
/// the wrong way round: twelve kilobytes of code that writes fractions.
pub(crate) fn held(x: f64, least: f64, most: f64) -> f64 {
    x.max(least).min(most)
}
