use clap::{CommandFactory as _, Parser as _};
use rstest::rstest;

use super::*;

fn parse(line: &[&str]) -> Result<Command, clap::Error> {
    let words = ["luka"].iter().chain(line);
    Cli::try_parse_from(words).map(|cli| cli.command.expect("a command"))
}

#[test]
fn the_definition_is_sound() {
    Cli::command().debug_assert();
}

#[rstest]
#[case(&["add", "-4500", "lunch"])]
#[case(&["add", "-4.5k", "lunch", "--date", "-3"])]
#[case(&["add", "--date", "-3", "-2*4990", "lunch"])]
#[case(&["add", "-12,50", "lunch", "-d-1", "-t", "trip"])]
#[case(&["--json", "add", "4500", "lunch"])]
#[case(&["add", "4500", "lunch", "--split", "Food=-100", "--format", "json"])]
#[case(&["reconcile", "Checking", "--date", "2025-03-31", "--balance", "-12.50"])]
#[case(&["edit", "abc", "--amount", "-5", "--date=-3"])]
#[case(&["report", "categories", "--from", "-30", "cat:food", "not:tag:trip"])]
#[case(&["goal", "contribute", "Car", "-5000"])]
#[case(&["import", "a.csv", "b.ofx", "--account", "123=Checking", "-a", "Visa"])]
#[case(&["bulk", "cat:food", "--set", "category=Food:Groceries", "--yes"])]
#[case(&["account", "add", "Visa", "--kind", "liability", "--opening", "-10"])]
fn what_people_type_is_understood(#[case] line: &[&str]) {
    parse(line).unwrap();
}

#[rstest]
#[case(&["add", "--acount", "x", "4500", "lunch"])]
#[case(&["add", "4500", "lunch", "--date", "--payee"])]
#[case(&["add", "4500"])]
#[case(&["bulk", "cat:food"])]
#[case(&["edit"])]
#[case(&["schedule", "edit", "abc"])]
#[case(&["rule", "edit", "abc"])]
#[case(&["account", "add", "Food", "--kind", "expense"])]
#[case(&["unlock", "--for", "soon"])]
#[case(&["frobnicate"])]
fn what_makes_no_sense_is_refused(#[case] line: &[&str]) {
    assert!(parse(line).is_err());
}

#[test]
fn a_negative_amount_and_a_relative_date_stay_text() {
    let Ok(Command::Add(add)) = parse(&["add", "-4500", "lunch", "--date", "-3"]) else {
        panic!("an add");
    };
    assert_eq!(
        (add.amount.as_str(), add.date.as_deref()),
        ("-4500", Some("-3"))
    );
}

#[rstest]
#[case("8h", 28_800)]
#[case("1h30m", 5_400)]
#[case("2d", 172_800)]
#[case("90s", 90)]
fn spans_of_time(#[case] text: &str, #[case] seconds: u64) {
    let Ok(Command::Unlock(unlock)) = parse(&["unlock", "--for", text]) else {
        panic!("an unlock");
    };
    assert_eq!(unlock.ttl.map(|ttl| ttl.as_secs()), Some(seconds));
}
