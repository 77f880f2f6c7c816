//! Feeds and the exports of WordPress.
#![no_main]

const BEGINNINGS: [&[u8]; 3] = [
    b"<rss><channel><title>Courier</title><item>",
    b"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>",
    b"<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item>",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
