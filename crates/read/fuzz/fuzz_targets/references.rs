//! Bibliographies.
#![no_main]

const BEGINNINGS: [&[u8]; 4] = [
    b"TY  - NEWS\n",
    b"@article{x, title = ",
    b"[{\"container-title\": \"x\", \"issued\": ",
    b"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:z=\"http://www.zotero.org/namespaces/export#\">",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
