//! Imports: nothing lost, nothing doubled.

use std::collections::BTreeMap;

use domain::statement::Verdict;
use ops::import::{
    AccountChoice, BankFile, Decision, HandEntries, Import, ImportError, ImportedFile, RowVerdict,
};
use ops::transaction::{RemoveTransactions, Selection};
use rstest::rstest;

use crate::fixture::Fixture;

fn file(rows: &str) -> BankFile {
    let bytes = format!("Date,Description,Amount\n{rows}").into_bytes();
    BankFile::new("bank.csv".to_owned(), bytes)
}

fn into_cash() -> Import {
    let accounts = vec![AccountChoice {
        in_file: None,
        in_ledger: "Cash".to_owned(),
    }];
    Import {
        accounts,
        ..Import::default()
    }
}

fn import(fixture: &mut Fixture, rows: &str) -> ImportedFile {
    fixture
        .book
        .import(&mut [file(rows)], &into_cash())
        .unwrap()
        .remove(0)
}

fn taken(imported: &ImportedFile) -> usize {
    imported.count(|verdict| verdict == RowVerdict::Taken(Verdict::New))
}

const MARCH: &str = "2025-03-01,Coffee,-2500\n2025-03-01,Coffee,-2500\n2025-03-02,Rent,-480000\n";

#[test]
fn equal_rows_of_one_file_are_all_kept_and_the_file_adds_nothing_again() {
    let mut fixture = Fixture::new();
    assert_eq!(taken(&import(&mut fixture, MARCH)), 3);
    let once = fixture.json();
    assert_eq!(taken(&import(&mut fixture, MARCH)), 0);
    assert_eq!(fixture.json(), once, "not even a batch");
    let overlap = format!("{MARCH}2025-03-02,Coffee,-2500\n2025-03-01,Coffee,-2500\n");
    assert_eq!(taken(&import(&mut fixture, &overlap)), 2);
}

#[test]
fn an_undone_import_can_be_done_again() {
    let mut fixture = Fixture::new();
    let before = fixture.json();
    import(&mut fixture, MARCH);
    fixture.book.undo(1).unwrap();
    assert_eq!(fixture.json(), before);
    assert_eq!(taken(&import(&mut fixture, MARCH)), 3);
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn deleted_rows_do_not_come_back() {
    let mut fixture = Fixture::new();
    import(&mut fixture, MARCH);
    let mut ids = Vec::new();
    fixture
        .book
        .list::<ops::LookupError>(
            &ops::transaction::ListTransactions::default(),
            |_| Ok(()),
            |transaction, _| {
                ids.push(transaction.id.to_string());
                Ok(())
            },
        )
        .unwrap();
    fixture
        .book
        .remove(
            &RemoveTransactions {
                selection: Selection::Typed(ids),
                reconciled_too: false,
            },
            None,
        )
        .unwrap();
    assert_eq!(taken(&import(&mut fixture, MARCH)), 0);
}

#[rstest]
#[case(HandEntries::Review, 1, Verdict::Review)]
#[case(HandEntries::Merge, 1, Verdict::Matched)]
#[case(HandEntries::New, 2, Verdict::New)]
fn an_entry_by_hand_is_not_doubled(
    #[case] hand_entries: HandEntries,
    #[case] transactions: u64,
    #[case] verdict: Verdict,
) {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    let request = Import {
        hand_entries,
        ..into_cash()
    };
    let rows = file("2025-04-14,PIZZERIA 0123,-4500\n");
    let imported = fixture
        .book
        .import(&mut [rows], &request)
        .unwrap()
        .remove(0);
    assert_eq!(imported.verdicts, [RowVerdict::Taken(verdict)]);
    let count = fixture
        .book
        .view()
        .count(&store::Filter::default())
        .unwrap();
    assert_eq!(count, transactions);
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn bad_rows_are_reported_and_good_ones_imported_unless_strict() {
    let mut fixture = Fixture::new();
    let rows =
        "2025-03-01,Coffee,-2500\n2025-02-30,Ghost,-1\n2025-03-03,Tea,zwei\n2025-03-04,Tea,-900\n";
    let request = Import {
        strict: true,
        ..into_cash()
    };
    let refused = fixture.book.import(&mut [file(rows)], &request);
    assert!(
        matches!(refused, Err(ImportError::Strict { rows: 2, .. })),
        "{refused:?}"
    );
    assert_eq!(
        fixture
            .book
            .view()
            .count(&store::Filter::default())
            .unwrap(),
        0
    );
    let imported = import(&mut fixture, rows);
    assert_eq!(taken(&imported), 2);
    let lines: Vec<u32> = imported.errors().iter().map(|error| error.line).collect();
    assert_eq!(lines, [3, 4]);
}

#[test]
fn a_dry_run_writes_nothing() {
    let mut fixture = Fixture::new();
    let before = fixture.json();
    let preview = fixture
        .book
        .preview_import(&[file(MARCH)], &into_cash())
        .unwrap();
    assert_eq!(taken(&preview[0]), 3);
    assert_eq!(fixture.json(), before);
    assert!(fixture.book.undo(1).unwrap().is_empty(), "`init` stays");
}

#[test]
fn a_row_that_waits_is_asked_about_again_until_it_is_decided() {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    let rows = "2025-04-14,PIZZERIA 0123,-4500\n";
    let waits = |verdict| verdict == RowVerdict::Taken(Verdict::Review);
    assert_eq!(import(&mut fixture, rows).count(waits), 1);
    let once = fixture.json();
    assert_eq!(
        import(&mut fixture, rows).count(waits),
        1,
        "still undecided"
    );
    assert_eq!(fixture.json(), once, "and kept once");
    let merge = Import {
        hand_entries: HandEntries::Merge,
        ..into_cash()
    };
    let merged = fixture
        .book
        .import(&mut [file(rows)], &merge)
        .unwrap()
        .remove(0);
    assert_eq!(merged.verdicts, [RowVerdict::Taken(Verdict::Matched)]);
    assert_eq!(import(&mut fixture, rows).verdicts, [RowVerdict::Duplicate]);
    assert_eq!(
        fixture
            .book
            .view()
            .count(&store::Filter::default())
            .unwrap(),
        1
    );
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn amounts_can_be_turned_around() {
    let mut fixture = Fixture::new();
    let request = Import {
        signs: ops::import::FileSigns::Inverted,
        ..into_cash()
    };
    fixture
        .book
        .import(&mut [file("2025-04-14,PIZZERIA 0123,4500\n")], &request)
        .unwrap();
    let balances = fixture.book.account_balances(None).unwrap();
    assert_eq!(balances[0].balance.minor, -4500);
}

/// Imports with a decision about the first row.
fn decided(fixture: &mut Fixture, rows: &str, decision: Decision) -> RowVerdict {
    let mut file = file(rows);
    file.decisions = BTreeMap::from([(0, decision)]);
    let preview = fixture
        .book
        .preview_import(std::slice::from_ref(&file), &into_cash())
        .unwrap();
    let imported = fixture.book.import(&mut [file], &into_cash()).unwrap();
    assert_eq!(preview[0].verdicts, imported[0].verdicts);
    imported[0].verdicts[0]
}

fn transactions(fixture: &Fixture) -> u64 {
    let all = store::Filter::default();
    fixture.book.view().count(&all).unwrap()
}

#[rstest]
#[case(Decision::Book, RowVerdict::Taken(Verdict::New), 2)]
#[case(Decision::Merge, RowVerdict::Taken(Verdict::Matched), 1)]
#[case(Decision::LeaveOut, RowVerdict::LeftOut, 1)]
fn a_decision_about_a_row_outranks_what_was_found(
    #[case] decision: Decision,
    #[case] verdict: RowVerdict,
    #[case] count: u64,
) {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    let before = fixture.json();
    let rows = "2025-04-14,PIZZERIA 0123,-4500\n";
    assert_eq!(decided(&mut fixture, rows, decision), verdict);
    assert_eq!(transactions(&fixture), count);
    assert_eq!(fixture.troubles(), Vec::<String>::new());
    if verdict == RowVerdict::LeftOut {
        assert_eq!(fixture.json(), before, "nothing is kept of it");
    } else {
        assert_eq!(import(&mut fixture, rows).verdicts, [RowVerdict::Duplicate]);
        fixture.book.undo(1).unwrap();
        assert_eq!(fixture.json(), before);
    }
}

#[test]
fn a_known_row_can_be_booked_once_more_and_stays_two() {
    let mut fixture = Fixture::new();
    import(&mut fixture, MARCH);
    let again = decided(&mut fixture, MARCH, Decision::Book);
    assert_eq!(again, RowVerdict::Taken(Verdict::New));
    assert_eq!(transactions(&fixture), 4);
    assert_eq!(taken(&import(&mut fixture, MARCH)), 0);
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn a_new_row_that_was_left_out_comes_with_the_next_import() {
    let mut fixture = Fixture::new();
    let left = decided(&mut fixture, MARCH, Decision::LeaveOut);
    assert_eq!((left, transactions(&fixture)), (RowVerdict::LeftOut, 2));
    assert_eq!(taken(&import(&mut fixture, MARCH)), 1);
    let merged = decided(&mut fixture, MARCH, Decision::Merge);
    assert_eq!(
        merged,
        RowVerdict::Duplicate,
        "there is nothing to merge with"
    );
}

#[test]
fn files_of_one_form_are_suggested_the_account_of_the_last() {
    let mut fixture = Fixture::new();
    let suggest = |fixture: &Fixture| {
        let head = ops::import::fingerprint(&file(MARCH).bytes, fixture.book.today());
        fixture.book.suggest_account(&head.unwrap()).unwrap()
    };
    assert_eq!(suggest(&fixture), None);
    import(&mut fixture, MARCH);
    assert_eq!(suggest(&fixture).as_deref(), Some("Cash"));
}
