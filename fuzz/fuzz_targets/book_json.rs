//! The lossless document: what is read must be written and read again as the same.
#![no_main]

use std::convert::Infallible;

use domain::statement::StatementRow;
use domain::{Attachment, Transaction};
use formats::book::json::{JsonWriter, read};
use formats::book::{BookHead, BookSink, BookWriter as _};

/// Writes what it is given, as long as it can be written.
struct Rewritten {
    writer: JsonWriter<Vec<u8>>,
    head: Option<BookHead>,
    fine: bool,
}

impl BookSink for Rewritten {
    type Error = Infallible;

    fn head(&mut self, head: &BookHead) -> Result<(), Infallible> {
        self.head = Some(head.clone());
        self.fine &= self.writer.begin(head).is_ok();
        Ok(())
    }

    fn transaction(&mut self, transaction: Transaction) -> Result<(), Infallible> {
        let head = self.head.as_ref().unwrap();
        self.fine = self.fine && self.writer.transaction(head, &transaction).is_ok();
        Ok(())
    }

    fn statement_row(&mut self, row: StatementRow) -> Result<(), Infallible> {
        let head = self.head.as_ref().unwrap();
        self.fine = self.fine && self.writer.statement_row(head, &row).is_ok();
        Ok(())
    }

    fn attachment(&mut self, attachment: Attachment, content: &[u8]) -> Result<(), Infallible> {
        self.fine = self.fine && self.writer.attachment(&attachment, content).is_ok();
        Ok(())
    }
}

/// What was read, written again; none for what is no document.
fn rewritten(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut sink = Rewritten {
        writer: JsonWriter::new(Vec::new()),
        head: None,
        fine: true,
    };
    read(bytes, &mut sink).ok()?;
    let fine = sink.fine && sink.writer.finish().is_ok();
    fine.then(|| sink.writer.into_inner())
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some(once) = rewritten(data) {
        let twice = rewritten(&once);
        assert_eq!(
            twice.as_deref().map(String::from_utf8_lossy),
            Some(String::from_utf8_lossy(&once))
        );
    }
});
