//! For every verb: do, undo: the export is byte-equal. Do, undo, redo: it is as after doing.

use domain::account::{AccountKind, Wanted};
use domain::budget::{Every, StartDay, Starting};
use domain::query::Query;
use domain::schedule::{End, Plain};
use ops::Book;
use ops::account::{AddAccount, EditAccount, Opening};
use ops::budget::{AddBudget, EditBudget};
use ops::currency::AddPrice;
use ops::goal::{AddGoal, Contribute, Contributions, EditGoal};
use ops::import::{AccountChoice, BankFile, Import};
use ops::label::EditPayee;
use ops::rule::{AddRule, EditRule, RuleSettings};
use ops::schedule::{AddSchedule, EditSchedule, Repeats, RunSchedules, Target};
use ops::transaction::{
    AddTransaction, AddTransfer, BulkEdit, EditTransaction, EntryError, Reconcile,
    RemoveTransactions, Selection, Ticked,
};

use crate::fixture::{Fixture, day};

fn text(text: &str) -> String {
    text.to_owned()
}

/// A ledger in which every verb has something to work on.
fn lived_in() -> (Fixture, String) {
    let mut fixture = Fixture::new();
    fixture.account("Checking", "CLP");
    fixture.account("Dollars", "USD");
    let entry = AddTransaction {
        amount: text("4500"),
        category: text("Lunch"),
        payee: Some(text("Café Luna")),
        memo: text("with Ana"),
        tags: vec![text("trip"), text("work")],
        splits: vec![(text("Coffee"), text("1500"))],
        ..AddTransaction::default()
    };
    let id = fixture.book.add(&entry).unwrap().transaction.id.to_string();
    fixture.add("12000", "Groceries");
    let exchange = AddTransfer {
        amount: text("100"),
        from: text("Dollars"),
        to: text("Checking"),
        received: Some(text("95000")),
        payee: Some(text("Exchange office")),
        ..AddTransfer::default()
    };
    fixture.book.transfer(&exchange).unwrap();
    fixture.book.add_payee("Almacén", &[]).unwrap();
    let goal = AddGoal {
        name: text("Bike"),
        target: text("500000"),
        ..AddGoal::default()
    };
    fixture.book.add_goal(&goal).unwrap();
    let gift = Contribute {
        goal: text("Bike"),
        amount: text("1000"),
        ..Contribute::default()
    };
    fixture.book.contribute(&gift).unwrap();
    plan(&mut fixture);
    (fixture, id)
}

/// A budget, two schedules and two rules, which name a category, a payee and a tag that other
/// verbs rename, merge and delete.
fn plan(fixture: &mut Fixture) {
    fixture.book.add_budget(&lunches()).unwrap();
    fixture.book.add_schedule(&rent()).unwrap();
    let purchase = AddSchedule {
        amount: text("1000"),
        instalments: Some(3),
        memo: text("fridge"),
        ..rent()
    };
    fixture.book.add_schedule(&purchase).unwrap();
    for (name, term) in [("coffee", "coffee"), ("trips", "payee:luna")] {
        fixture.book.add_rule(&rule(name, term)).unwrap();
    }
}

fn lunches() -> AddBudget {
    AddBudget {
        category: text("Lunch"),
        amount: text("90000"),
        currency: None,
        every: Every::Month,
        starting: Starting::On(StartDay::Day(25)),
        rollover: true,
    }
}

fn rent() -> AddSchedule {
    AddSchedule {
        amount: text("450000"),
        target: Target::Category(text("Lunch")),
        account: Some(text("Checking")),
        payee: Some(text("Café Luna")),
        memo: String::new(),
        tags: vec![text("trip")],
        repeats: Repeats::Plain(Plain::Month),
        from: Some(day("2025-01-31")),
        end: End::Never,
        instalments: None,
    }
}

fn rule(name: &str, term: &str) -> AddRule {
    let today = day("2025-04-16");
    let currency = domain::currency::iso_currency("CLP".parse().unwrap()).unwrap();
    AddRule {
        query: Query::parse([term, "acct:Checking"], today, currency).unwrap(),
        set: RuleSettings {
            category: Some(text("Lunch")),
            payee: Some(text("Café Luna")),
            memo: None,
            tags: vec![text("trip")],
            splits: Some(vec![(text("Home"), text("25%"))]),
            transfer: None,
        },
        more: vec!["day:1..10".parse().unwrap(), "not:/bad/".parse().unwrap()],
        name: text(name),
        position: Some(1),
    }
}

fn csv() -> BankFile {
    let rows = "Date,Description,Amount\n2025-03-01,Coffee,-2500\n2025-03-01,Coffee,-2500\n\
                2025-03-31,Salary,900000\n";
    BankFile::new(text("bank.csv"), rows.as_bytes().to_vec())
}

type Verb = (&'static str, fn(&mut Book, &str));

const VERBS: &[Verb] = &[
    ("add", |book, _| {
        let entry = AddTransaction {
            amount: text("2*4990"),
            category: text("Pets:Food"),
            create: Some(AccountKind::Expense),
            payee: Some(text("New shop")),
            tags: vec![text("new tag")],
            ..AddTransaction::default()
        };
        book.add(&entry).unwrap();
    }),
    ("transfer between currencies", |book, _| {
        let entry = AddTransfer {
            amount: text("95000"),
            from: text("Cash"),
            to: text("Dollars"),
            received: Some(text("100")),
            ..AddTransfer::default()
        };
        book.transfer(&entry).unwrap();
    }),
    ("edit", |book, id| {
        let edit = EditTransaction {
            date: Some(day("2024-12-31")),
            payee: Some(text("Somebody else")),
            memo: Some(String::new()),
            splits: Some(vec![(text("Restaurants"), text("500"))]),
            amount: Some(text("9000")),
            account: Some(text("Checking")),
            untag: vec![text("trip")],
            metadata: serde_json::from_str(r#"{"receipt":{"pages":[1,2]}}"#).unwrap(),
            ..EditTransaction::default()
        };
        book.edit(id, &edit).unwrap();
    }),
    ("edit a transfer", |book, _| {
        let transfer = book.last_with("Exchange office").unwrap().unwrap().0;
        let edit = EditTransaction {
            to: Some(text("Cash")),
            amount: Some(text("101,50")),
            received: Some(text("96000")),
            ..EditTransaction::default()
        };
        book.edit(&transfer.id.to_string(), &edit).unwrap();
    }),
    ("repeat", |book, id| {
        let edit = EditTransaction {
            date: Some(day("2025-05-01")),
            tag: vec![text("again")],
            ..EditTransaction::default()
        };
        book.repeat(id, &edit).unwrap();
    }),
    ("remove", |book, id| {
        let request = RemoveTransactions {
            selection: Selection::Typed(vec![text(id)]),
            reconciled_too: false,
        };
        book.remove(&request, None).unwrap();
    }),
    ("bulk", |book, _| {
        let settings = vec![
            "payee=Everyone".parse().unwrap(),
            "tag=all".parse().unwrap(),
        ];
        let request = BulkEdit {
            selection: Selection::Matching(Query::default()),
            settings,
        };
        assert_eq!(book.plan_bulk(&request, Some(1)).unwrap().changed, 3);
        assert_eq!(book.bulk(&request, None).unwrap().edits.len(), 3);
    }),
    ("reconcile", |book, _| {
        let request = Reconcile {
            account: text("Cash"),
            date: day("2025-12-31"),
            balance: text("-16500"),
            ticked: Ticked::All,
        };
        assert_eq!(book.reconcile(&request).unwrap().marked, 2);
    }),
    ("reconcile what is ticked", |book, id| {
        let request = Reconcile {
            account: text("Cash"),
            date: day("2025-12-31"),
            balance: text("-4500"),
            ticked: Ticked::These(vec![book.show(id).unwrap().0.id]),
        };
        assert_eq!(book.reconcile(&request).unwrap().marked, 1);
    }),
    ("import", |book, _| {
        let accounts = vec![AccountChoice {
            in_file: None,
            in_ledger: text("Checking"),
        }];
        let request = Import {
            accounts,
            ..Import::default()
        };
        let imported = book.import(&mut [csv()], &request).unwrap();
        assert!(imported[0].batch.is_some());
    }),
    ("account with an opening balance", |book, _| {
        let request = AddAccount {
            name: text("Bank:Savings"),
            kind: AccountKind::Asset,
            parent: None,
            currency: None,
            opening: Some(Opening {
                amount: text("1000000"),
                date: None,
                equity: text("Opening"),
            }),
        };
        book.add_account(&request).unwrap();
    }),
    ("rename and move a category", |book, _| {
        let edit = EditAccount {
            name: Some(text("Midday")),
            parent: Some(text("Leisure")),
            closed: None,
        };
        book.edit_account(Wanted::Category, "Lunch", &edit).unwrap();
    }),
    ("close a category", |book, _| {
        let edit = EditAccount {
            closed: Some(true),
            ..EditAccount::default()
        };
        book.edit_account(Wanted::Category, "Gifts", &edit).unwrap();
    }),
    ("merge categories", |book, _| {
        assert_eq!(
            book.merge_accounts(Wanted::Category, "Lunch", "Restaurants")
                .unwrap()
                .transactions,
            1
        );
    }),
    ("remove a category", |book, _| {
        book.remove_account(Wanted::Category, "Taxes").unwrap();
    }),
    ("payee", |book, _| {
        let edit = EditPayee {
            name: Some(text("Luna")),
            alias: vec![text("CAFE LUNA 01")],
            ..EditPayee::default()
        };
        book.edit_payee("café luna", &edit).unwrap();
    }),
    ("merge payees", |book, _| {
        assert_eq!(book.merge_payees("Café Luna", "Almacén").unwrap().1, 1);
    }),
    ("remove a payee", |book, _| {
        book.remove_payee("Almacén").unwrap();
    }),
    ("rename a tag", |book, _| {
        book.rename_tag("trip", "travel").unwrap();
    }),
    ("merge tags", |book, _| {
        assert_eq!(book.merge_tags("trip", "work").unwrap().1, 1);
    }),
    ("remove a tag", |book, _| {
        assert_eq!(book.remove_tag("trip").unwrap().1, 1);
    }),
    ("edit a goal", |book, _| {
        let edit = EditGoal {
            name: Some(text("Bicycle")),
            target: Some(text("650000")),
            target_date: Some(Some(day("2026-01-01"))),
            active: Some(false),
            ..EditGoal::default()
        };
        book.edit_goal("Bike", &edit).unwrap();
    }),
    ("contribute", |book, _| {
        let request = Contribute {
            goal: text("bike"),
            amount: text("-400"),
            ..Contribute::default()
        };
        book.contribute(&request).unwrap();
    }),
    ("remove a goal", |book, _| {
        book.remove_goal("Bike", Contributions::Remove).unwrap();
    }),
    ("currency of one's own", |book, _| {
        book.add_currency("LUK".parse().unwrap(), Some(3), Some(text("Ł")))
            .unwrap();
    }),
    ("price", |book, _| {
        let request = AddPrice {
            base: "CLF".parse().unwrap(),
            rate: text("37856,12"),
            quote: "CLP".parse().unwrap(),
            date: None,
        };
        book.add_price(&request).unwrap();
    }),
    ("add a budget", |book, _| {
        let request = AddBudget {
            every: Every::TwoWeeks,
            starting: Starting::Usual,
            currency: Some("USD".parse().unwrap()),
            ..lunches()
        };
        book.add_budget(&request).unwrap();
    }),
    ("edit a budget", |book, _| {
        let edit = EditBudget {
            amount: Some(text("80000")),
            every: Some(Every::Quarter),
            rollover: Some(false),
            ..EditBudget::default()
        };
        book.edit_budget("lunch", &edit).unwrap();
    }),
    ("remove a budget", |book, _| {
        book.remove_budget("Lunch").unwrap();
    }),
    ("add a schedule", |book, _| {
        let request = AddSchedule {
            target: Target::Account(text("Cash")),
            repeats: Repeats::Rule("FREQ=WEEKLY;BYDAY=MO,FR".parse().unwrap()),
            end: End::Count(7),
            ..rent()
        };
        book.add_schedule(&request).unwrap();
    }),
    ("edit a schedule", |book, _| {
        let id = book.schedules().unwrap()[0].id.to_string();
        let edit = EditSchedule {
            amount: Some(text("2000")),
            payee: Some(text("Landlord")),
            untag: vec![text("trip")],
            from: Some(day("2025-02-01")),
            repeats: Some(Repeats::Plain(Plain::Week)),
            ..EditSchedule::default()
        };
        book.edit_schedule(&id, &edit).unwrap();
    }),
    ("skip a schedule", |book, _| {
        let id = book.schedules().unwrap()[1].id.to_string();
        let (schedule, skipped) = book.skip_schedule(&id).unwrap();
        assert_eq!((schedule.passed, skipped.number), (1, 1));
    }),
    ("run schedules", |book, _| {
        let due = book.run_schedules(&RunSchedules::default()).unwrap();
        assert_eq!(due.transactions.len(), 6);
        let again = book.run_schedules(&RunSchedules::default()).unwrap();
        assert!(again.transactions.is_empty(), "nothing comes twice");
    }),
    ("remove a schedule", |book, _| {
        let id = book.schedules().unwrap()[0].id.to_string();
        book.remove_schedule(&id).unwrap();
    }),
    ("add a rule", |book, _| {
        book.add_rule(&rule("first", "amt:>100")).unwrap();
    }),
    ("edit a rule and its place", |book, _| {
        let edit = EditRule {
            set: RuleSettings {
                category: Some(String::new()),
                memo: Some(text("ruled")),
                ..RuleSettings::default()
            },
            untag: vec![text("trip")],
            position: Some(2),
            ..EditRule::default()
        };
        assert_eq!(book.edit_rule("trips", &edit).unwrap().position, 2);
    }),
    ("remove a rule", |book, _| {
        book.remove_rule("trips").unwrap();
        assert_eq!(book.rules().unwrap()[0].position, 1);
    }),
];

#[test]
fn every_verb_can_be_taken_back_and_done_again() {
    let (mut fixture, id) = lived_in();
    for (name, verb) in VERBS {
        let before = fixture.json();
        verb(&mut fixture.book, &id);
        let after = fixture.json();
        assert_ne!(before, after, "{name} changes nothing");
        assert_eq!(fixture.book.undo(1).unwrap().len(), 1, "{name}");
        assert_eq!(fixture.json(), before, "undo of {name}");
        assert_eq!(fixture.book.redo(1).unwrap().len(), 1, "{name}");
        assert_eq!(fixture.json(), after, "redo of {name}");
        assert_eq!(fixture.book.undo(1).unwrap().len(), 1, "{name}");
        assert_eq!(fixture.json(), before, "undo of the redone {name}");
    }
    assert_eq!(fixture.troubles(), Vec::<String>::new());
}

#[test]
fn a_lossless_export_restores_to_an_equal_ledger() {
    let (mut fixture, id) = lived_in();
    for (name, verb) in VERBS.iter().filter(|(name, _)| {
        [
            "add",
            "transfer between currencies",
            "import",
            "price",
            "contribute",
        ]
        .contains(name)
    }) {
        verb(&mut fixture.book, &id);
        assert!(!name.is_empty());
    }
    let json = fixture.json();
    let mut other = Fixture::new();
    other.book.restore_json(json.as_bytes()).unwrap();
    let restored = other.json();
    let without_id = |json: &str| {
        json.lines()
            .filter(|l| !l.contains("ledger_id"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(without_id(&restored), without_id(&json));
    assert_eq!(other.troubles(), Vec::<String>::new());
    // The restored ledger goes on: new ids don't meet the old ones.
    let entry = AddTransaction {
        amount: text("100"),
        category: text("Groceries"),
        ..AddTransaction::default()
    };
    let guess = other.book.add(&entry);
    assert!(
        matches!(guess, Err(EntryError::WhichAccount)),
        "no account was used last: {guess:?}"
    );
    let entry = AddTransaction {
        account: Some(text("Cash")),
        ..entry
    };
    other.book.add(&entry).unwrap();
    assert!(
        other.book.restore_json(json.as_bytes()).is_err(),
        "it isn't empty any more"
    );
}

#[test]
fn a_document_that_is_cut_off_restores_nothing() {
    let (fixture, _) = lived_in();
    let json = fixture.json();
    let mut other = Fixture::new();
    let before = other.json();
    for length in [0, 1, json.len() / 3, json.len() / 2, json.len() - 2] {
        assert!(
            other.book.restore_json(&json.as_bytes()[..length]).is_err(),
            "{length}"
        );
        assert_eq!(other.json(), before);
    }
}
