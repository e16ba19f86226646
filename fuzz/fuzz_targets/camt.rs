//! Messages of ISO 20022.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::beginning(
    "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89</IBAN></Id></Acct>",
    data
));
