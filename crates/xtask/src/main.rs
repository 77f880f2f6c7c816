//! What a developer runs: serve, test, bench.
fn main() {}
