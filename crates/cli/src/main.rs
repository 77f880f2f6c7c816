//! The command `crossread`.
fn main() {}
