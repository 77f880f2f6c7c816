//! The search engine.

fn main() {
    let mut engine = search::Engine::default();
    worker::serve(move |ask| engine.answer(ask));
}
