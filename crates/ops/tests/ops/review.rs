//! The review queue: what imports propose, and what answers do.

use domain::query::Query;
use domain::statement::Verdict;
use ops::import::{AccountChoice, BankFile, HandEntries, Import, RowVerdict, Uncategorized};
use ops::review::{
    Answer, Decide, Decided, ItemKind, Proposal, QueueItem, QueueRequest, ReviewError,
};
use ops::rule::{AddRule, RuleSettings};
use ops::transaction::EditTransaction;
use rstest::rstest;

use crate::fixture::Fixture;

const HEAD: &str = "Date,Description,Amount\n";

fn import(fixture: &mut Fixture, account: &str, rows: &str) -> ops::import::ImportedFile {
    let request = Import {
        accounts: vec![AccountChoice {
            in_file: None,
            in_ledger: account.to_owned(),
        }],
        hand_entries: HandEntries::Review,
        ..Import::default()
    };
    let text = format!("{HEAD}{rows}");
    let mut file = [BankFile::new("bank.csv".to_owned(), text.into_bytes())];
    fixture.book.import(&mut file, &request).unwrap().remove(0)
}

fn queue(fixture: &Fixture, kind: ItemKind) -> Vec<QueueItem> {
    let request = QueueRequest {
        kinds: vec![kind],
        ..QueueRequest::default()
    };
    fixture.book.queue(&request).unwrap().items
}

fn decide(fixture: &mut Fixture, id: &str, answer: Answer) -> Result<Decided, ReviewError> {
    let request = Decide {
        answers: vec![(id.to_owned(), answer)],
        uncategorized: Uncategorized::default(),
    };
    Ok(fixture.book.decide(&request)?.remove(0))
}

const YES: Answer = Answer::Accept { category: None };

fn accept_as(category: &str) -> Answer {
    Answer::Accept {
        category: Some(category.to_owned()),
    }
}

fn transactions(fixture: &Fixture) -> u64 {
    fixture
        .book
        .view()
        .count(&store::Filter::default())
        .unwrap()
}

fn two_accounts() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.account("Savings", "CLP");
    fixture
}

/// An answer, its undo and its redo leave the ledger as they should.
fn undoable(fixture: &mut Fixture, id: &str, answer: Answer) -> Decided {
    let before = fixture.json();
    let decided = decide(fixture, id, answer).unwrap();
    let after = fixture.json();
    fixture.book.undo(1).unwrap();
    assert_eq!(fixture.json(), before, "undo brings back what was there");
    fixture.book.redo(1).unwrap();
    assert_eq!(fixture.json(), after, "redo does it again");
    assert_eq!(fixture.troubles(), Vec::<String>::new());
    decided
}

#[rstest]
#[case(YES, 1, Verdict::Matched)]
#[case(Answer::Reject, 2, Verdict::New)]
fn a_row_that_looks_like_an_entry_waits_for_an_answer(
    #[case] answer: Answer,
    #[case] count: u64,
    #[case] verdict: Verdict,
) {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    let rows = "2025-04-14,PIZZERIA 0123,-4500\n";
    import(&mut fixture, "Cash", rows);
    let found = queue(&fixture, ItemKind::Entry);
    assert_eq!(found.len(), 1);
    assert!(matches!(&found[0].proposal, Proposal::With(entry) if entry.source.is_manual()));
    undoable(&mut fixture, &found[0].id, answer);
    assert_eq!(transactions(&fixture), count);
    assert_eq!(queue(&fixture, ItemKind::Entry), []);
    let again = import(&mut fixture, "Cash", rows);
    assert_eq!(again.verdicts, [RowVerdict::Duplicate]);
    let decided = QueueRequest {
        decided: true,
        ..QueueRequest::default()
    };
    let decided = fixture.book.queue(&decided).unwrap().items;
    assert_eq!(decided.len(), 1, "a decision can be looked at");
    if verdict == Verdict::Matched {
        undoable(&mut fixture, &decided[0].id, Answer::Reject);
        assert_eq!(transactions(&fixture), 2, "and turned around");
    }
}

#[test]
fn a_pending_row_that_comes_back_on_another_day_is_proposed_as_the_same() {
    let mut fixture = Fixture::new();
    let pending = "Date,Description,Amount,Status\n2025-04-10,LIDER,-9990,Pending\n2025-04-09,METRO,-800,Booked\n";
    let request = Import {
        accounts: vec!["Cash".parse().unwrap()],
        ..Import::default()
    };
    let mut file = [BankFile::new(
        "a.csv".to_owned(),
        pending.as_bytes().to_vec(),
    )];
    fixture.book.import(&mut file, &request).unwrap();
    let booked = "Date,Description,Amount,Status\n2025-04-12,COMPRA LIDER 01,-9990,Booked\n2025-04-09,METRO,-800,Booked\n";
    let mut file = [BankFile::new(
        "b.csv".to_owned(),
        booked.as_bytes().to_vec(),
    )];
    fixture.book.import(&mut file, &request).unwrap();
    assert_eq!(transactions(&fixture), 2, "nothing is booked twice");
    let found = queue(&fixture, ItemKind::Redated);
    let decided = undoable(&mut fixture, &found[0].id, YES);
    let transaction = decided.transaction.unwrap();
    assert_eq!(transaction.date.to_string(), "2025-04-12");
    assert_eq!(transaction.status.as_str(), "cleared");
    assert_eq!(transactions(&fixture), 2);
}

#[test]
fn a_pending_row_that_is_still_there_is_no_candidate() {
    let mut fixture = Fixture::new();
    let request = Import {
        accounts: vec!["Cash".parse().unwrap()],
        ..Import::default()
    };
    for rows in ["", "2025-04-12,COMPRA LIDER 01,-9990,Booked\n"] {
        let text = format!(
            "Date,Description,Amount,Status\n2025-04-10,LIDER,-9990,Pending\n{rows}2025-04-09,METRO,-800,Booked\n"
        );
        let mut file = [BankFile::new("a.csv".to_owned(), text.into_bytes())];
        fixture.book.import(&mut file, &request).unwrap();
    }
    assert_eq!(queue(&fixture, ItemKind::Redated), []);
    assert_eq!(transactions(&fixture), 3);
}

#[test]
fn two_sides_of_a_transfer_become_one_and_two_again() {
    let mut fixture = two_accounts();
    import(
        &mut fixture,
        "Cash",
        "2025-04-01,TRASPASO A AHORRO,-50000\n2025-04-02,METRO,-800\n",
    );
    let second = import(&mut fixture, "Savings", "2025-04-03,ABONO TRASPASO,50000\n");
    assert_eq!(second.pairs, 1);
    assert_eq!(
        transactions(&fixture),
        3,
        "both are booked until a person says more"
    );
    let found = queue(&fixture, ItemKind::Transfer);
    assert_eq!(found.len(), 1);
    let pair = undoable(&mut fixture, &found[0].id, YES)
        .transaction
        .unwrap();
    assert_eq!(transactions(&fixture), 2);
    assert_eq!(
        fixture
            .book
            .view()
            .statement_rows_of(pair.id)
            .unwrap()
            .len(),
        2
    );
    for (account, rows) in [
        ("Cash", "2025-04-01,TRASPASO A AHORRO,-50000\n"),
        ("Savings", "2025-04-03,ABONO TRASPASO,50000\n"),
    ] {
        let again = import(&mut fixture, account, rows);
        assert_eq!(again.verdicts, [RowVerdict::Duplicate], "{account}");
    }
    undoable(&mut fixture, &pair.id.to_string(), Answer::Unpair);
    assert_eq!(transactions(&fixture), 3);
    assert_eq!(
        queue(&fixture, ItemKind::Transfer),
        [],
        "and is not asked again"
    );
    let balances = fixture.book.account_balances(None).unwrap();
    let minors: Vec<i64> = balances.iter().map(|one| one.balance.minor).collect();
    assert_eq!(minors, [-50_800, 50_000]);
}

#[test]
fn a_transfer_that_is_none_is_not_asked_about_again() {
    let mut fixture = two_accounts();
    import(&mut fixture, "Cash", "2025-04-01,SUELDO,50000\n");
    import(&mut fixture, "Savings", "2025-04-03,ARRIENDO,-50000\n");
    let found = queue(&fixture, ItemKind::Transfer);
    undoable(&mut fixture, &found[0].id, Answer::Reject);
    assert_eq!(queue(&fixture, ItemKind::Transfer), []);
    assert_eq!(transactions(&fixture), 2);
}

#[rstest]
#[case("2025-04-06", 0)]
#[case("2025-04-05", 1)]
fn sides_are_looked_for_within_four_days(#[case] day: &str, #[case] pairs: usize) {
    let mut fixture = two_accounts();
    import(&mut fixture, "Cash", "2025-04-01,TRASPASO,-50000\n");
    let second = import(&mut fixture, "Savings", &format!("{day},ABONO,50000\n"));
    assert_eq!(second.pairs, pairs);
}

#[rstest]
#[case(YES, 4)]
#[case(Answer::Reject, 3)]
fn a_late_row_is_booked_and_shown(#[case] answer: Answer, #[case] count: u64) {
    let mut fixture = Fixture::new();
    import(
        &mut fixture,
        "Cash",
        "2025-04-01,A,-1\n2025-04-03,B,-2\n2025-04-05,C,-3\n",
    );
    let overlap = "2025-04-03,B,-2\n2025-04-04,LATE,-7\n2025-04-05,C,-3\n";
    import(&mut fixture, "Cash", overlap);
    assert_eq!(transactions(&fixture), 4);
    let found = queue(&fixture, ItemKind::Late);
    assert_eq!(found[0].text, "LATE");
    undoable(&mut fixture, &found[0].id, answer);
    assert_eq!(transactions(&fixture), count);
    import(&mut fixture, "Cash", overlap);
    assert_eq!(
        transactions(&fixture),
        count,
        "what a person said stays said"
    );
}

/// Ten purchases at one shop, each with the category that a person gave.
fn with_habits() -> Fixture {
    let mut fixture = Fixture::new();
    let rows: Vec<String> = (1..=10)
        .map(|day| format!("2025-03-{day:02},COMPRA LIDER {day},-{}\n", 9000 + day))
        .collect();
    import(&mut fixture, "Cash", &rows.concat());
    let ids: Vec<String> = queue(&fixture, ItemKind::Category)
        .into_iter()
        .map(|item| item.id)
        .collect();
    assert_eq!(ids.len(), 10);
    let answers = ids.into_iter().map(|id| (id, accept_as("Food"))).collect();
    let request = Decide {
        answers,
        uncategorized: Uncategorized::default(),
    };
    fixture.book.decide(&request).unwrap();
    assert_eq!(queue(&fixture, ItemKind::Category), []);
    fixture
}

#[test]
fn what_a_person_always_does_is_suggested_and_says_why() {
    let mut fixture = with_habits();
    import(
        &mut fixture,
        "Cash",
        "2025-04-01,COMPRA LIDER 77,-12345\n2025-04-02,VETERINARIA,-5000\n",
    );
    let found = queue(&fixture, ItemKind::Suggested);
    assert_eq!(found.len(), 1);
    let booked = found[0].transaction.clone().unwrap();
    let why = &booked.metadata["suggested"];
    assert!(why["confidence"].as_u64().unwrap() >= 90, "{why}");
    assert_eq!(why["words"][0], "compra lider");
    let unknown = queue(&fixture, ItemKind::Category);
    assert_eq!(
        unknown.len(),
        1,
        "what was never seen is left to the person"
    );
    undoable(&mut fixture, &found[0].id, YES);
    assert_eq!(queue(&fixture, ItemKind::Suggested), []);
}

#[test]
fn a_suggestion_that_is_wrong_goes_back_to_the_queue() {
    let mut fixture = with_habits();
    import(&mut fixture, "Cash", "2025-04-01,COMPRA LIDER 77,-12345\n");
    let found = queue(&fixture, ItemKind::Suggested);
    undoable(&mut fixture, &found[0].id, Answer::Reject);
    assert_eq!(queue(&fixture, ItemKind::Suggested), []);
    assert_eq!(queue(&fixture, ItemKind::Category).len(), 1);
}

#[test]
fn a_correction_proposes_a_rule_which_acts_once_accepted_and_never_before() {
    let mut fixture = with_habits();
    for rule in queue(&fixture, ItemKind::Rule) {
        decide(&mut fixture, &rule.id, Answer::Reject).unwrap();
    }
    import(
        &mut fixture,
        "Cash",
        "2025-04-01,FARMACIA 1,-12345\n2025-04-02,FARMACIA 1,-300\n",
    );
    for item in queue(&fixture, ItemKind::Category) {
        let edit = EditTransaction {
            category: Some("Health".to_owned()),
            ..EditTransaction::default()
        };
        fixture.book.edit(&item.id, &edit).unwrap();
    }
    let proposed = queue(&fixture, ItemKind::Rule);
    assert_eq!(proposed.len(), 1);
    let Proposal::Rule(rule) = &proposed[0].proposal else {
        panic!("{proposed:?}")
    };
    assert_eq!(rule.terms[0].to_string(), "payee:farmacia");
    import(&mut fixture, "Cash", "2025-04-05,FARMACIA 22,-99\n");
    assert_eq!(
        queue(&fixture, ItemKind::Category).len(),
        1,
        "only proposed"
    );
    undoable(&mut fixture, &proposed[0].id, YES);
    assert_eq!(
        queue(&fixture, ItemKind::Category),
        [],
        "it fills what had none"
    );
    import(&mut fixture, "Cash", "2025-04-06,FARMACIA 23,-98\n");
    assert_eq!(
        queue(&fixture, ItemKind::Category),
        [],
        "and acts on what comes"
    );
    assert_eq!(queue(&fixture, ItemKind::Rule), []);
}

#[test]
fn a_rule_that_was_declined_is_not_proposed_again() {
    let mut fixture = with_habits();
    let proposed = queue(&fixture, ItemKind::Rule);
    assert_eq!(proposed.len(), 1);
    undoable(&mut fixture, &proposed[0].id, Answer::Reject);
    import(&mut fixture, "Cash", "2025-04-01,COMPRA LIDER 77,-12345\n");
    let found = queue(&fixture, ItemKind::Suggested);
    decide(&mut fixture, &found[0].id, accept_as("Food")).unwrap();
    assert_eq!(queue(&fixture, ItemKind::Rule), []);
}

fn add_rule(fixture: &mut Fixture, terms: &[&str], set: RuleSettings) {
    let currency = fixture.book.currency().unwrap();
    let special = |term: &&str| domain::rule::RuleTerm::only_of_rules(term);
    let more = terms.iter().filter_map(special).collect::<Result<_, _>>();
    let plain = terms.iter().filter(|term| special(term).is_none());
    let request = AddRule {
        query: Query::parse(plain, crate::fixture::day("2025-04-16"), currency).unwrap(),
        more: more.unwrap(),
        set,
        ..AddRule::default()
    };
    fixture.book.add_rule(&request).unwrap();
}

#[test]
fn a_rule_can_split_a_row_and_make_another_a_transfer() {
    let mut fixture = two_accounts();
    let split = RuleSettings {
        category: Some("Food".to_owned()),
        splits: Some(vec![("Home".to_owned(), "30%".to_owned())]),
        ..RuleSettings::default()
    };
    add_rule(&mut fixture, &["payee:/^costco \\d+$/"], split);
    let transfer = RuleSettings {
        transfer: Some("Savings".to_owned()),
        ..RuleSettings::default()
    };
    add_rule(&mut fixture, &["traspaso", "day:1..5"], transfer);
    let rows = "2025-04-01,COSTCO 12,-10000\n2025-04-02,TRASPASO,-5000\n2025-04-09,TRASPASO,-700\n";
    import(&mut fixture, "Cash", rows);
    let balances = fixture.book.account_balances(None).unwrap();
    let minors: Vec<i64> = balances.iter().map(|one| one.balance.minor).collect();
    assert_eq!(minors, [-15_700, 5000]);
    let mut splits = 0;
    fixture
        .book
        .view()
        .visit::<store::StoreError>(
            &store::Filter::default(),
            store::Order::OldestFirst,
            None,
            |one| {
                if one.postings.len() == 3 {
                    splits += 1;
                    assert_eq!(one.postings[1].amount.minor, 3000);
                    assert_eq!(one.postings[2].amount.minor, 7000);
                }
                Ok(())
            },
        )
        .unwrap();
    assert_eq!(splits, 1);
    let other = import(&mut fixture, "Savings", "2025-04-03,ABONO,5000\n");
    assert_eq!(
        other.verdicts,
        [RowVerdict::Taken(Verdict::Review)],
        "it is that transfer"
    );
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn a_row_is_matched_by_hand_with_an_entry_of_any_day() {
    let mut fixture = Fixture::new();
    fixture.add("4500", "Lunch");
    import(&mut fixture, "Cash", "2025-03-01,PIZZERIA,-4500\n");
    assert_eq!(
        queue(&fixture, ItemKind::Entry),
        [],
        "too far to be proposed"
    );
    let mut entry = None;
    fixture
        .book
        .view()
        .visit::<store::StoreError>(
            &store::Filter::default(),
            store::Order::OldestFirst,
            None,
            |one| {
                if one.source.is_manual() {
                    entry = Some(one.id.to_string());
                }
                Ok(())
            },
        )
        .unwrap();
    let mut row = String::new();
    let rows = fixture.book.view();
    rows.visit_statement_rows::<store::StoreError>(|one| {
        row = one.id.to_string();
        Ok(())
    })
    .unwrap();
    undoable(&mut fixture, &row, Answer::Match(entry.unwrap()));
    assert_eq!(transactions(&fixture), 1);
}

#[rstest]
#[case("zzzz", YES)]
fn an_answer_about_nothing_is_refused(#[case] id: &str, #[case] answer: Answer) {
    let mut fixture = Fixture::new();
    let before = fixture.json();
    decide(&mut fixture, id, answer).unwrap_err();
    assert_eq!(fixture.json(), before);
}
