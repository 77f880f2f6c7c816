//! Tables, and JSON of whatever shape.
#![no_main]

const BEGINNINGS: [&[u8]; 5] = [
    b"title,date,text\n",
    b"Datum;Quelle;Text\n",
    b"[{\"title\": \"x\", \"text\": ",
    b"{\"articles\": [{\"title\": ",
    b"{\"id\": 1, \"text\": ",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
