//! Makes the files of a corpus that a page has packed.

fn main() {
    let mut maker = bundle::Maker::default();
    worker::serve(move |ask| maker.answer(ask));
}
