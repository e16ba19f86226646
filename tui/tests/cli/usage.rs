//! Command lines that make no sense: exit 2, one sentence, one hint, in both languages.

use rstest::rstest;

use crate::rig::Machine;

#[rstest]
#[case(&["frobnicate"], "there is no command `frobnicate`", "see `luka --help`")]
#[case(&["acount"], "there is no command `acount`", "did you mean `account`?")]
#[case(&["list", "--lmit", "3"], "there is no option or argument `--lmit`", "did you mean `--limit`?")]
#[case(&["add", "--acount", "Cash", "45", "lunch"], "there is no option or argument `--acount`", "did you mean `--account`?")]
#[case(&["add", "4500"], "missing: <CATEGORY>", "see `luka add --help`")]
#[case(&["goal"], "this command needs to be told what to do", "see `luka goal --help`")]
#[case(&["goal", "add", "Car"], "missing: --target <AMOUNT>", "see `luka goal add --help`")]
#[case(&["list", "--format", "xml"], "`xml` is not a value for --format <FORMAT>", "choose one of: table, json, jsonl, csv")]
#[case(&["list", "--format"], "--format <FORMAT> needs a value", "choose one of: table, json, jsonl, csv")]
#[case(&["lock", "-q", "-v"], "--quiet can't be used together with --verbose", "see `luka lock --help`")]
#[case(&["add", "1", "a", "--split", "b"], "`b` is not of the form --split <CATEGORY=AMOUNT>", "see `luka add --help`")]
#[case(&["unlock", "--for"], "--for <TIME> needs a value", "see `luka unlock --help`")]
#[case(&["lock", "--format", "qif"], "only `luka export` writes that format", "choose one of: table, json, jsonl, csv")]
#[case(&["init", "--format", "qif"], "only `luka export` writes that format", "choose one of: table, json, jsonl, csv")]
fn it_says_what_is_wrong_and_what_to_do(
    #[case] line: &[&str],
    #[case] message: &str,
    #[case] hint: &str,
) {
    Machine::new()
        .luka(line)
        .is(2, "", &format!("error: {message}\nhint: {hint}\n"));
}

#[test]
fn spanish_and_json_too() {
    let machine = Machine::new().with("LANG", "es_CL.UTF-8");
    machine.luka(&["acount"]).is(
        2,
        "",
        "error: no existe el comando `acount`\npista: ¿quizás `account`?\n",
    );
    let error = machine.luka(&["acount", "--json"]).error();
    assert_eq!(error["kind"], "usage");
    assert_eq!(error["code"], 2);
    assert_eq!(error["hint"], "¿quizás `account`?");
}

#[test]
fn a_currency_code_that_is_none_is_bad_input() {
    machine_says_five(&["init", "--currency", "€"]);
    machine_says_five(&["report", "monthly", "--in", "U"]);
}

fn machine_says_five(line: &[&str]) {
    let outcome = Machine::new().luka(line);
    assert_eq!(outcome.code, 5, "{outcome}");
}

#[test]
fn a_moment_that_is_none_is_bad_input() {
    let outcome = Machine::new().with("LUKA_NOW", "noon").luka(&["lock"]);
    outcome.is(
        5,
        "",
        "error: LUKA_NOW is `noon`, which is not a moment\nhint: write it as in RFC 3339: \
         2025-03-14T12:00:00Z\n",
    );
}
