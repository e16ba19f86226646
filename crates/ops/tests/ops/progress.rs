//! Long verbs: what they tell, and that breaking them off leaves nothing behind.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use domain::query::Query;
use ops::demo::Demo;
use ops::session::StoreError;
use ops::transaction::{BulkEdit, EntryError, RemoveTransactions, Selection, Setting};
use ops::{Book, Progress, StarterLanguage, Step};

use crate::fixture::Fixture;

/// What was told.
#[derive(Clone, Debug, Default)]
struct Told(Arc<Mutex<Notes>>);

#[derive(Debug, Default)]
struct Notes {
    steps: Vec<Step>,
    over: usize,
    /// Break off after so many steps.
    patience: Option<usize>,
}

impl Progress for Told {
    fn step(&mut self, step: Step) -> ControlFlow<()> {
        let mut notes = self.0.lock().unwrap();
        notes.steps.push(step);
        match notes.patience {
            Some(patience) if notes.steps.len() >= patience => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        }
    }

    fn over(&mut self) {
        self.0.lock().unwrap().over += 1;
    }
}

fn everything() -> Selection {
    Selection::Matching(Query::default())
}

/// A verb that may take long, and for how many things it did what.
type Long = fn(&mut Book) -> Result<usize, EntryError>;

fn bulk(book: &mut Book) -> Result<usize, EntryError> {
    let request = BulkEdit {
        selection: everything(),
        settings: vec![Setting::Memo("changed".to_owned())],
    };
    Ok(book.bulk(&request, Some(3))?.changed)
}

fn remove(book: &mut Book) -> Result<usize, EntryError> {
    let request = RemoveTransactions {
        selection: everything(),
        reconciled_too: true,
    };
    let removal = book.remove(&request, Some(3))?;
    assert_eq!(removal.transactions.len(), 3, "no more are held than shown");
    Ok(removal.count)
}

fn undo(book: &mut Book) -> Result<usize, EntryError> {
    Ok(book.undo(1)?.len())
}

#[test]
fn a_long_verb_tells_how_far_it_is_and_can_be_broken_off_as_a_whole() {
    let mut fixture = Fixture::with(None, "CLP");
    let demo = Demo {
        transactions: 1200,
        seed: 1,
        language: StarterLanguage::English,
    };
    let made = fixture.book.make_demo(demo, |_| ControlFlow::Continue(()));
    made.unwrap();
    let told = Told::default();
    fixture.book.tell(Box::new(told.clone()));
    // Each begins where the one before it has left the ledger.
    let verbs: [(Long, usize); 4] = [(bulk, 1200), (undo, 1), (remove, 1200), (undo, 1)];
    let original = fixture.json();
    for (verb, outcome) in verbs {
        let (before, operations) = (fixture.json(), fixture.book.history(9).unwrap().len());
        told.0.lock().unwrap().patience = Some(2);
        let broken = verb(&mut fixture.book);
        assert!(matches!(
            broken,
            Err(EntryError::Store(StoreError::Interrupted))
        ));
        assert_eq!(fixture.json(), before);
        assert_eq!(fixture.book.history(9).unwrap().len(), operations);
        *told.0.lock().unwrap() = Notes::default();
        assert_eq!(verb(&mut fixture.book).unwrap(), outcome);
        let notes = std::mem::take(&mut *told.0.lock().unwrap());
        assert_eq!(notes.over, 1);
        assert!(notes.steps.len() > 3, "{:?}", notes.steps);
        assert!(notes.steps.is_sorted_by_key(|step| step.done));
        assert!(
            notes
                .steps
                .iter()
                .all(|step| step.of == 1200 && step.done <= 1200)
        );
    }
    assert_eq!(fixture.json(), original, "each was one step of undo");
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}
