use super::*;

#[test]
fn what_is_no_packed_corpus_is_not_taken() {
    let mut maker = Maker::default();
    assert!(maker.answer(b"").is_empty());
    assert!(maker.answer(b"data/0123456789abcdef/about.bin").is_empty());
}
