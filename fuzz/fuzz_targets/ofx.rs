//! OFX and QFX, SGML and XML.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::beginning(
    "OFXHEADER:100\nDATA:OFXSGML\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST>",
    data
));
