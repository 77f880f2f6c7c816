//! Documents of office programs that are no ZIP: RTF.
#![no_main]

const BEGINNINGS: [&[u8]; 2] = [
    b"{\\rtf1\\ansi ",
    b"{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
