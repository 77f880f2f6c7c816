//! Reads the formats of files that were dropped.

fn main() {
    worker::serve(desk::read_formats);
}
