//! Web archives.
#![no_main]

const BEGINNINGS: [&[u8]; 2] = [
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
    b"WARC/1.0\r\n",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
