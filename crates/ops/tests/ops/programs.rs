//! Moving in from YNAB, Actual, Firefly III, Mint and Monarch: accounts, categories, transfers and
//! splits are as they were there.

use std::fs;
use std::path::Path;

use domain::AccountKind;
use ops::import::{BankFile, BookImport, ImportError, ImportedBook, Why};
use rstest::rstest;

use crate::books::{import, import_with, lines};
use crate::fixture::Fixture;

const YNAB: &str = "\u{feff}\"Account\",\"Flag\",\"Date\",\"Payee\",\"Category Group/Category\",\"Category Group\",\"Category\",\"Memo\",\"Outflow\",\"Inflow\",\"Cleared\"\r\n\
    \"Bank\",\"\",\"15/01/2026\",\"Starting Balance\",\"Inflow: Ready to Assign\",\"Inflow\",\"Ready to Assign\",\"\",€0.00,€5000.00,\"Reconciled\"\r\n\
    \"Bank\",\"Red\",\"16/01/2026\",\"Shop\",\"Home: Food\",\"Home\",\"Food\",\"Split (1/3) bread\",€60.00,€0.00,\"Cleared\"\r\n\
    \"Bank\",\"Red\",\"16/01/2026\",\"Shop\",\"Home: Care\",\"Home\",\"Care\",\"Split (2/3) \",€40.00,€0.00,\"Cleared\"\r\n\
    \"Bank\",\"Red\",\"16/01/2026\",\"Transfer : Card\",\"\",\"\",\"\",\"Split (3/3) \",€10.00,€0.00,\"Cleared\"\r\n\
    \"Card\",\"\",\"16/01/2026\",\"Transfer : Bank\",\"\",\"\",\"\",\"\",€0.00,€10.00,\"Uncleared\"\r\n\
    \"Bank\",\"\",\"17/01/2026\",\"Transfer : Card\",\"\",\"\",\"\",\"\",€200.00,€0.00,\"Cleared\"\r\n\
    \"Card\",\"\",\"17/01/2026\",\"Transfer : Bank\",\"\",\"\",\"\",\"\",€0.00,€200.00,\"Cleared\"\r\n\
    \"Bank\",\"\",\"18/01/2026\",\"Job\",\"Inflow: Ready to Assign\",\"Inflow\",\"Ready to Assign\",\"\",€0.00,€900.00,\"Uncleared\"\r\n\
    \"Card\",\"\",\"19/01/2026\",\"Unknown\",\"\",\"\",\"\",\"\",€7.50,€0.00,\"Uncleared\"\r\n";
const ACTUAL: &str = "Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\n\
    Bank,2026-01-15,Starting Balance,,Starting Balances,5000,0,Reconciled\n\
    Bank,2026-01-16,Shop,(SPLIT INTO 2) all,,0,-100,Cleared\n\
    Bank,2026-01-16,Shop,(SPLIT 1 OF 2) bread,Food,-60,0,Cleared\n\
    Bank,2026-01-16,Shop,(SPLIT 2 OF 2) ,Care,-40,0,Cleared\n\
    Bank,2026-01-17,Card,,,-200,0,Cleared\n\
    Card,2026-01-19,Bank,,,200,0,Not cleared\n\
    Bank,2026-01-20,Job,,Salary,900.50,0,Not cleared\n";
const FIREFLY: &str = "user_id,group_id,journal_id,created_at,updated_at,group_title,type,currency_code,amount,foreign_currency_code,foreign_amount,description,date,source_name,source_iban,source_type,destination_name,destination_iban,destination_type,reconciled,category,budget,bill,tags,notes\n\
    1,1,1,,,,\"Opening balance\",EUR,5000.00,,,\"Initial\",2026-01-15T00:00:00+01:00,\"Initial balance for Bank\",,\"Initial balance account\",Bank,,\"Asset account\",0,,,,,\n\
    1,2,2,,,Groceries,Withdrawal,EUR,-60.00,,,bread,2026-01-16T00:00:00+01:00,Bank,,\"Asset account\",Shop,,\"Expense account\",1,Food,Month,,\"a,b\",\n\
    1,2,3,,,Groceries,Withdrawal,EUR,-40.00,,,soap,2026-01-16T00:00:00+01:00,Bank,,\"Asset account\",Shop,,\"Expense account\",1,Care,,,,\n\
    1,3,4,,,,Transfer,EUR,-200.00,USD,220.00,move,2026-01-17T00:00:00+01:00,Bank,,\"Asset account\",Broker,,\"Asset account\",0,,,,,\n\
    1,4,5,,,,Withdrawal,EUR,-100.00,,,pay,2026-01-18T00:00:00+01:00,Bank,,\"Asset account\",House,,Mortgage,0,,,,,\n\
    1,5,6,,,,Deposit,EUR,900.00,,,pay,2026-01-19T00:00:00+01:00,Job,,\"Revenue account\",Bank,,\"Asset account\",0,Salary,,,,note\n";
const MINT: &str = "Date,Description,Original Description,Amount,Transaction Type,Category,Account Name,Labels,Notes\n\
    1/15/2026,Shop,SHOP 12,60.00,debit,Food,Bank,a b,bread\n\
    1/16/2026,Shop,SHOP 12,10.00,credit,Food,Bank,,\n\
    1/17/2026,Job,JOB,900.00,credit,Paycheck,Bank,,\n\
    1/18/2026,Card,CARD,200.00,debit,Credit Card Payment,Bank,,\n\
    1/18/2026,Thanks,THANKS,200.00,credit,Credit Card Payment,Visa,,\n";
const MONARCH: &str = "Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags,Owner\n\
    2026-01-15,Shop,Food,Bank,SHOP 12,bread,-60.00,\"a,b\",Ana\n\
    2026-01-17,Job,Paychecks,Bank,JOB,,900.00,,\n\
    2026-01-18,Card,Transfer,Bank,CARD,,-200.00,,\n\
    2026-01-18,Visa,Transfer,Visa,VISA,,200.00,,\n";

#[rstest]
#[case::ynab(YNAB, 5, &[
    "asset Bank 5590 EUR", "asset Card 202.5 EUR", "equity Starting Balance -5000 EUR",
    "income Ready to Assign -900 EUR", "expense Home:Care 40 EUR", "expense Home:Food 60 EUR",
    "expense Uncategorized 7.5 EUR",
])]
#[case::actual(ACTUAL, 4, &[
    "asset Bank 5600.5 EUR", "asset Card 200 EUR", "equity Starting Balances -5000 EUR",
    "income Salary -900.5 EUR", "expense Care 40 EUR", "expense Food 60 EUR",
])]
#[case::firefly(FIREFLY, 5, &[
    "asset Bank 5500 EUR", "asset Broker 220 USD", "liability House 100 EUR",
    "equity Initial balance -5000 EUR", "income Salary -900 EUR", "expense Care 40 EUR",
    "expense Food 60 EUR",
])]
#[case::mint(MINT, 5, &[
    "asset Bank 650 EUR", "asset Visa 200 EUR", "income Paycheck -900 EUR", "expense Food 50 EUR",
])]
#[case::monarch(MONARCH, 4, &[
    "asset Bank 640 EUR", "asset Visa 200 EUR", "income Paychecks -900 EUR", "expense Food 60 EUR",
])]
fn a_program_moves_in_once(#[case] text: &str, #[case] transactions: usize, #[case] held: &[&str]) {
    let mut fixture = Fixture::with(None, "EUR");
    let first = import(&mut fixture, text);
    assert_eq!(first.errors, []);
    assert_eq!(first.imported, transactions);
    assert_eq!(lines(&fixture), held);
    let again = import(&mut fixture, text);
    assert_eq!((again.imported, again.duplicates), (0, transactions));
}

/// Scenario D6: five lines of a register are three transactions.
#[test]
fn the_scenario_of_the_register() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/statements");
    let Ok(text) = fs::read_to_string(shared.join("synthetic/ynab_register_dmy.csv")) else {
        println!("skipped: the statements are not at hand");
        return;
    };
    let mut fixture = Fixture::with(None, "USD");
    assert_eq!(import(&mut fixture, &text).imported, 3);
    let held = [
        "asset Cuenta Uno 4700 USD",
        "asset Tarjeta 200 USD",
        "equity Starting Balance -5000 USD",
        "expense Casa:Aseo 40 USD",
        "expense Casa:Comida 60 USD",
    ];
    assert_eq!(lines(&fixture), held);
}

#[test]
fn a_person_says_what_a_table_does_not() {
    let mut fixture = Fixture::with(None, "USD");
    let request = BookImport {
        kinds: vec![("Visa".to_owned(), AccountKind::Liability)],
        ..BookImport::default()
    };
    import_with(&mut fixture, MINT, &request);
    assert!(lines(&fixture).contains(&"liability Visa 200 USD".to_owned()));
}

fn refused(main: &str, text: &str) -> ImportError {
    let fixture = Fixture::with(None, main);
    let file = BankFile::new("table".to_owned(), text.as_bytes().to_vec());
    let preview: Result<ImportedBook, ImportError> =
        fixture
            .book
            .preview_book(&file, &BookImport::default(), &mut |_| None);
    preview.unwrap_err()
}

#[test]
fn nothing_is_guessed() {
    assert!(matches!(
        refused("CLP", MINT),
        ImportError::OpenCurrency { digits: 2, .. }
    ));
    let dates = MONARCH
        .replace("2026-01-15", "1/2/2026")
        .replace("2026-01-17", "1/3/2026")
        .replace("2026-01-18", "1/4/2026");
    let dates = refused("EUR", &dates);
    assert!(matches!(dates, ImportError::Read { .. }), "{dates}");
}

#[test]
fn bad_rows_are_told_by_line_and_the_rest_comes() {
    let mut fixture = Fixture::with(None, "EUR");
    let text = MONARCH
        .replace("-60.00", "sixty")
        .replace("2026-01-17", "2026-13-17");
    let book = import(&mut fixture, &text);
    let lines: Vec<u32> = book.errors.iter().map(|error| error.place.line).collect();
    assert_eq!((lines, book.imported), (vec![2, 3], 2));
}

#[test]
fn the_budget_of_the_last_month_is_kept() {
    let mut fixture = Fixture::with(None, "EUR");
    let text = "\"Month\",\"Category Group/Category\",\"Category Group\",\"Category\",\"Assigned\",\"Activity\",\"Available\"\n\
        \"Jan 2026\",\"Home: Food\",\"Home\",\"Food\",€300.00,-€12.34,€287.66\n\
        \"Jan 2026\",\"Home: Rent\",\"Home\",\"Rent\",€800.00,€0.00,€800.00\n\
        \"Feb 2026\",\"Home: Food\",\"Home\",\"Food\",€350.00,€0.00,€637.66\n\
        \"Feb 2026\",\"Home: Rent\",\"Home\",\"Rent\",€800.00,€0.00,€1600.00\n";
    let book = import(&mut fixture, text);
    assert_eq!((book.budgets, book.uncarried.len()), (2, 1));
    assert_eq!(
        (book.uncarried[0].place.line, book.uncarried[0].why),
        (2, Why::Budget)
    );
    let budgets = fixture.book.view().budgets().unwrap();
    let amounts: Vec<String> = budgets
        .iter()
        .map(|budget| budget.amount.to_string())
        .collect();
    assert_eq!(amounts, ["350.00 EUR", "800.00 EUR"]);
    assert_eq!(import(&mut fixture, text).budgets, 0);
}
