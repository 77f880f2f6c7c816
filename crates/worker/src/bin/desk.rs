//! Reads a visitor's own documents across.

fn main() {
    let mut desk = desk::Desk::default();
    worker::serve(move |ask| desk.answer(ask));
}
