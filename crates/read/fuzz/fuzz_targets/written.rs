//! Texts of the corpus's own forms.
#![no_main]

const BEGINNINGS: [&[u8]; 3] = [
    b"+++\n",
    b"+++\ntitle = \"x\"\n+++\n",
    b"{\"id\": \"a\", \"text\": \"x\", \"captions\": ",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
