//! The words of a PDF, by `pdf-extract`, which may panic, run on, or ask for much memory when a
//! file is damaged: call it in a process that can be lost, and nowhere else.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};

use super::text::{DocumentKind, DocumentText, MAX_PAGES, MAX_WORD, MAX_WORDS, Word};
use crate::import::error::ReadError;

/// Reads the words of a PDF.
pub fn text_of_pdf(bytes: &[u8]) -> Result<DocumentText, ReadError> {
    let locked = bytes.windows(8).any(|window| window == b"/Encrypt");
    let failure = || {
        if locked {
            ReadError::EncryptedDocument
        } else {
            ReadError::DamagedDocument
        }
    };
    // Many are encrypted with no password at all, so that they can be read and not changed: those
    // are opened by it.
    let mut document = Document::load_mem(bytes).map_err(|_| failure())?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(ReadError::EncryptedDocument);
    }
    if document.get_pages().is_empty() {
        return Err(failure());
    }
    let mut collector = Collector::default();
    output_doc(&document, &mut collector).map_err(|_| failure())?;
    let text = DocumentText {
        kind: DocumentKind::Pdf,
        pages: collector.pages,
    };
    if text.is_blank() {
        return Err(ReadError::NoText);
    }
    Ok(text)
}

/// A letter where it stands, in points.
#[derive(Clone, Copy, Debug)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Puts letters together to words.
#[derive(Debug, Default)]
struct Collector {
    pages: Vec<Vec<Word>>,
    words: usize,
    left: f64,
    top: f64,
    word: String,
    place: Option<Place>,
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        if self.pages.len() >= MAX_PAGES {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        (self.left, self.top) = (media.llx, media.ury);
        self.pages.push(Vec::new());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.flush()
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let Some(place) = self.place_of(transform, width, size) else {
            return Ok(());
        };
        if letter.chars().all(|c| c.is_whitespace() || c.is_control()) {
            return self.flush();
        }
        if self.place.is_some_and(|last| !goes_on(last, place)) || self.word.len() > MAX_WORD {
            self.flush()?;
        }
        self.word.push_str(letter);
        self.place = Some(match self.place {
            None => place,
            Some(first) => through(first, place),
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Collector {
    fn flush(&mut self) -> Result<(), OutputError> {
        let text = std::mem::take(&mut self.word);
        let (Some(place), Some(page)) = (self.place.take(), self.pages.last_mut()) else {
            return Ok(());
        };
        self.words += 1;
        if self.words > MAX_WORDS {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let [x, y, width, height] = [place.x, place.y, place.width, place.height].map(hundredths);
        page.push(Word(x, y, width, height, text));
        Ok(())
    }

    /// Where a letter stands; none for text that runs up or down the page.
    #[expect(clippy::float_arithmetic, reason = "places in a PDF are floats")]
    fn place_of(&self, transform: &Transform, width: f64, size: f64) -> Option<Place> {
        if transform.m12.abs() > transform.m11.abs() {
            return None;
        }
        let place = Place {
            x: transform.m31 - self.left,
            y: self.top - transform.m32,
            width: (width * size * transform.m11).abs(),
            height: (size * transform.m22).abs(),
        };
        let sane = [place.x, place.y, place.width, place.height];
        sane.iter()
            .all(|number| number.is_finite())
            .then_some(place)
    }
}

/// True when a letter follows what was written before it without a blank.
#[expect(clippy::float_arithmetic, reason = "places in a PDF are floats")]
fn goes_on(last: Place, next: Place) -> bool {
    let gap = next.x - (last.x + last.width);
    let height = last.height.max(1.0);
    (next.y - last.y).abs() < height * 0.3 && gap < height * 0.15 && gap > -height * 0.5
}

#[expect(clippy::float_arithmetic, reason = "places in a PDF are floats")]
fn through(first: Place, last: Place) -> Place {
    Place {
        width: (last.x + last.width - first.x).max(first.width),
        height: first.height.max(last.height),
        ..first
    }
}

#[expect(clippy::float_arithmetic, reason = "places in a PDF are floats")]
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what an i32 holds"
)]
fn hundredths(points: f64) -> i32 {
    (points * 100.0).clamp(-1e8, 1e8) as i32
}
