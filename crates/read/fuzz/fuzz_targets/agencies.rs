//! What agencies send.
#![no_main]

const BEGINNINGS: [&[u8]; 6] = [
    b"\x01cav012 4 i 60\r\n\r\npier/\r\n\x02Crane =\r\n\r\n",
    b"\x16\x16\x01z6715\x1f_\r\n\x02^BC-Crane,50<\r\n",
    b"<nitf><body><body.content>",
    b"<NewsML><NewsItem>",
    b"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta>",
    b"{\"versioncreated\": \"2031-03-04\", \"pubstatus\": \"usable\", \"headline\": ",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
