//! What a person types: queries, conditions and patterns of rules, amounts, days, periods.
#![no_main]

use domain::query::Query;
use domain::rule::{RuleSplit, RuleTerm, Share};
use fuzz::{currency, today};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for exponent in [0, 2, 8] {
        let currency = currency("USD", exponent);
        let _ = Query::parse(text.lines(), today(), currency);
        let _ = domain::amount::parse_amount(text, currency);
    }
    let _ = domain::amount::parse_rate(text);
    let _ = domain::date::parse_date(text, today());
    let _ = domain::period::Period::parse(text, today());
    let _ = text.parse::<domain::schedule::Recurrence>();
    let _ = text.parse::<Share>();
    let _ = text.parse::<RuleSplit>();
    let _ = RuleTerm::only_of_rules(text);
    if let Ok(term) = text.parse::<RuleTerm>() {
        let typed = term.typed(|_| String::from("x"));
        let _ = typed.parse::<RuleTerm>();
    }
    if let Ok(pattern) = domain::rule::Pattern::new(text) {
        let _ = pattern.fits("almacen la esquina 1234 santiago cl");
    }
});
