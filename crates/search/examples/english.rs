//! Makes `src/text/english.bin` of a list of words, one a line, on standard input.
use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let mut words = String::new();
    std::io::stdin().read_to_string(&mut words)?;
    std::io::stdout().write_all(&search::filter(&words))
}
