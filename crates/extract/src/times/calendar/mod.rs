//! The calendar: its units, its stretches with names of their own, and the feasts that a rule places.

pub(in crate::times) mod feasts;
pub(in crate::times) mod period;
pub(in crate::times) mod units;
