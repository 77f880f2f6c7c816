//! The viewer in the browser.
fn main() {}
