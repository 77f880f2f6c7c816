//! Mail, mailboxes, saved pages in a mail.
#![no_main]

const BEGINNINGS: [&[u8]; 4] = [
    b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n",
    b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    b"From a@b Tue Mar  4 10:00:00 2031\nFrom: a@b\n",
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
