//! Saved pages.
#![no_main]

const BEGINNINGS: [&[u8]; 4] = [
    b"<!doctype html><html><head><title>Crane</title></head><body><article><p>",
    b"<html><head><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", ",
    b"<html><body><table><tr><td>",
    b"<html lang=de><meta property=\"article:published_time\" content=\"",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
