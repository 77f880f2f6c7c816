//! Draws pages.

fn main() {
    let mut pages = viewer::pages::Pages::default();
    worker::serve(move |ask| pages.answer(ask));
}
