//! PDF: the layout is ours.
#![no_main]

const BEGINNINGS: [&[u8]; 2] = [
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 400>>stream\nBT /F 12 Tf ",
    b"%PDF-1.7\n",
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| crossread_read_fuzz::behind(&BEGINNINGS, data));
