//! The exports of press archives.
#![no_main]

const BEGINNINGS: [&[u8]; 6] = [
    b"Terms: pier\n\n   1 of 2 DOCUMENTS\n\n   The Courier\n\n   March 4, 2031\n\n",
    b"HD\tCrane falls\n\nDocument COUR000020310304edbd0000d\n\n",
    b"Crane falls\n\nThe Courier\n\nMarch 4, 2031\n\nBody\n\nEnd of Document\n\n",
    b"<html><body><table><tr><td>HD</td><td>Crane</td></tr><tr><td>AN</td><td>Document COUR000020310304edbd0000d</td></tr>",
    b"<ppsArticleResponse><ppsArticleResultSet>",
    b"<html><body><article><header><div class=\"rdp__articletitle\">",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
