//! The form of what a file leaves open: accounts, dates, numbers, signs, fees, entries by hand.

use ops::import::{DateOrder, Fees};

use super::columns::save_field;
use super::{Matches, Options, Question, Signs, State, Step};
use crate::app::Context;
use crate::i18n::text;
use crate::screens::entry::account_choices;
use crate::widgets::form::{Choice, Field, FieldError, Form, Name, Take};

/// The field of the account for all rows, or for those of the file's account at this place.
fn account_field(at: usize) -> Name {
    match at {
        0 => "account".into(),
        at => format!("account-{}", at + 1).into(),
    }
}

pub(super) const DATES: &str = "dates";
pub(super) const DECIMAL: &str = "decimal";
const SIGNS: &str = "signs";
const FEES: &str = "fees";
const MATCHES: &str = "matches";
const PROFILE: &str = "profile";
const COLUMNS: &str = "columns";
const AS_FOUND: &str = "found";
const SAID: &str = "said";

const fn order_word(order: Option<DateOrder>) -> &'static str {
    match order {
        None => "auto",
        Some(DateOrder::Dmy) => "dmy",
        Some(DateOrder::Mdy) => "mdy",
        Some(DateOrder::Ymd) => "ymd",
    }
}

const fn fees_word(fees: Option<Fees>) -> &'static str {
    match fees {
        None => "auto",
        Some(Fees::Apart) => "apart",
        Some(Fees::Within) => "within",
    }
}

const fn matches_word(matches: Matches) -> &'static str {
    match matches {
        Matches::Review => "review",
        Matches::Merge => "merge",
        Matches::New => "new",
    }
}

/// A field with a few answers.
fn one_of(
    name: &'static str,
    label: &str,
    words: &[(&'static str, &str)],
    chosen: &str,
    cx: &Context<'_>,
) -> Field {
    let words = words.iter().map(|(value, id)| (*value, cx.text(id)));
    Field::one_of(name, cx.text(label), words.collect()).with(chosen)
}

/// The field of the order of day, month and year.
pub(super) fn dates_field(options: &Options, cx: &Context<'_>) -> Field {
    let orders = [
        ("auto", "word-as-found"),
        ("dmy", "word-day-first"),
        ("mdy", "word-month-first"),
        ("ymd", "word-year-first"),
    ];
    let chosen = order_word(options.date_order);
    one_of(DATES, "head-dates", &orders, chosen, cx)
}

/// What it says.
pub(super) fn date_order(word: &str) -> Option<DateOrder> {
    match word {
        "dmy" => Some(DateOrder::Dmy),
        "mdy" => Some(DateOrder::Mdy),
        "ymd" => Some(DateOrder::Ymd),
        _ => None,
    }
}

/// The field of the decimal mark.
pub(super) fn decimal_field(options: &Options, cx: &Context<'_>) -> Field {
    let marks = [
        ("auto", "word-as-found"),
        (",", "word-decimal-comma"),
        (".", "word-decimal-point"),
    ];
    let chosen = options.decimal.map_or("auto".to_owned(), String::from);
    one_of(DECIMAL, "head-numbers", &marks, &chosen, cx)
}

/// What it says.
pub(super) fn decimal(word: &str) -> Option<char> {
    word.chars().next().filter(|_| word != "auto")
}

impl State {
    /// True when the file that the options are about has columns.
    fn is_table(&self) -> bool {
        match &self.step {
            Step::Rows(review) => !review.plan.columns.is_empty(),
            _ => self.table.is_some(),
        }
    }

    /// True when the form asks for the columns.
    pub(super) fn asks_columns(&self, form: &Form) -> bool {
        form.text(COLUMNS) == SAID && self.options.columns.is_none()
    }

    /// The form; with a question, at the field that answers it.
    pub(super) fn options_form(&self, question: Option<&Question>, cx: &Context<'_>) -> Form {
        let options = &self.options;
        let mut fields = self.account_fields(cx);
        let signs = [
            ("auto", "word-as-found"),
            ("as", "word-signs-in"),
            ("inverted", "word-signs-out"),
        ];
        let fees = [
            ("auto", "word-as-found"),
            ("apart", "word-fees-apart"),
            ("within", "word-fees-within"),
        ];
        let matches = [
            ("review", "word-matches-review"),
            ("merge", "word-matches-merge"),
            ("new", "word-matches-new"),
        ];
        let inverted = match options.signs {
            Signs::Open => "auto",
            Signs::AsWritten => "as",
            Signs::Inverted => "inverted",
        };
        fields.extend([
            dates_field(options, cx),
            decimal_field(options, cx),
            one_of(SIGNS, "label-signs", &signs, inverted, cx),
            one_of(FEES, "label-fees", &fees, fees_word(options.fees), cx),
            one_of(
                MATCHES,
                "label-matches",
                &matches,
                matches_word(options.matches),
                cx,
            ),
        ]);
        if self.is_table() {
            let columns = [(AS_FOUND, "word-as-found"), (SAID, "word-columns-said")];
            let chosen = options.columns.as_ref().map_or(AS_FOUND, |_| SAID);
            fields.push(one_of(COLUMNS, "label-columns", &columns, chosen, cx));
        }
        fields.extend(self.profile_field(cx));
        if self.is_table() {
            fields.push(save_field(options, cx));
        }
        let mut form = Form::new("options", cx.text("title-import-options"), fields);
        if let Some(question) = question {
            ask(&mut form, question, cx);
        }
        form
    }

    fn profile_field(&self, cx: &Context<'_>) -> Option<Field> {
        if self.profiles.is_empty() {
            return None;
        }
        let names = self.profiles.iter().map(|name| Choice {
            value: name.clone(),
            note: String::new(),
        });
        let label = cx.text("label-profile");
        let profile = Field::pick(PROFILE, label, names.collect(), Take::Best);
        Some(profile.with(self.options.profile.as_deref().unwrap_or_default()))
    }

    /// Where the rows go: as a person said, else as it was found out.
    pub(super) fn accounts(&self) -> &[(Option<String>, String)] {
        match self.options.accounts.as_slice() {
            [] => &self.targets,
            said => said,
        }
    }

    /// The accounts for what the file calls so, one for each currency.
    fn accounts_of(&self, in_file: Option<&str>) -> impl Iterator<Item = &str> {
        let has = |wanted: Option<&str>| {
            let mut accounts = self.accounts().iter();
            accounts.any(|(of, _)| of.as_deref() == wanted)
        };
        let wanted = in_file.filter(|_| has(in_file));
        let accounts = self.accounts().iter();
        accounts
            .filter(move |(of, _)| of.as_deref() == wanted)
            .map(|(_, account)| account.as_str())
    }

    fn account_fields(&self, cx: &Context<'_>) -> Vec<Field> {
        let chosen = |in_file: Option<&str>| self.accounts_of(in_file).next();
        let field = |name, label: String, in_file: Option<&str>| {
            let chosen = chosen(in_file).unwrap_or_default();
            Field::pick(name, label, account_choices(cx), Take::Best).with(chosen)
        };
        if self.named.len() < 2 {
            return vec![field(account_field(0), cx.text("head-account"), None)];
        }
        let named = self.named.iter().enumerate();
        named
            .map(|(at, named)| field(account_field(at), named.clone(), Some(named)))
            .collect()
    }

    /// What the form says.
    pub(super) fn read_options(
        &self,
        form: &Form,
        cx: &Context<'_>,
    ) -> Result<Options, FieldError> {
        let mut accounts = Vec::new();
        for at in 0..self.named.len().max(1) {
            let name = account_field(at);
            let Some(account) = form.filled(&name) else {
                continue;
            };
            if !cx.facts.holdings().any(|known| known.path == account) {
                return Err(FieldError {
                    field: name,
                    message: cx.text("say-choose"),
                });
            }
            let in_file = self.named.get(at).filter(|_| self.named.len() > 1);
            let mut before = self.accounts_of(in_file.map(String::as_str));
            // The form shows the first; the accounts in other currencies go with it.
            let rest: Vec<String> = match before.next() {
                Some(first) if first == account => before.map(str::to_owned).collect(),
                _ => Vec::new(),
            };
            let all = std::iter::once(account).chain(rest);
            accounts.extend(all.map(|account| (in_file.cloned(), account)));
        }
        Ok(Options {
            accounts,
            date_order: date_order(&form.text(DATES)),
            decimal: decimal(&form.text(DECIMAL)),
            signs: match form.text(SIGNS).as_str() {
                "inverted" => Signs::Inverted,
                "as" => Signs::AsWritten,
                _ => Signs::Open,
            },
            fees: match form.text(FEES).as_str() {
                "apart" => Some(Fees::Apart),
                "within" => Some(Fees::Within),
                _ => None,
            },
            matches: match form.text(MATCHES).as_str() {
                "merge" => Matches::Merge,
                "new" => Matches::New,
                _ => Matches::Review,
            },
            profile: form.filled(PROFILE),
            columns: match form.text(COLUMNS).as_str() {
                SAID => self.options.columns.clone(),
                _ => None,
            },
            save_as: self.save_name(form, cx)?,
        })
    }
}

/// Puts a question at the field that answers it, with its readings as the choices.
fn ask(form: &mut Form, question: &Question, cx: &Context<'_>) {
    let (name, options, intro) = match question {
        Question::Dates(example, [day, month]) => {
            let options = vec![
                (
                    "dmy",
                    format!("{} ({})", long_date(*day, cx), cx.text("word-day-first")),
                ),
                (
                    "mdy",
                    format!(
                        "{} ({})",
                        long_date(*month, cx),
                        cx.text("word-month-first")
                    ),
                ),
            ];
            let example = example.clone();
            (
                DATES,
                options,
                text!(cx.texts, "ask-two-readings", example = example),
            )
        }
        Question::Numbers(example, readings) => {
            let option = |(mark, reading): &(char, String)| match mark {
                ',' => (
                    ",",
                    format!("{reading} ({})", cx.text("word-decimal-comma")),
                ),
                _ => (
                    ".",
                    format!("{reading} ({})", cx.text("word-decimal-point")),
                ),
            };
            let example = example.clone();
            let intro = text!(cx.texts, "ask-two-readings", example = example);
            (DECIMAL, readings.iter().map(option).collect(), intro)
        }
        Question::Signs(example) => {
            let choice = |(value, id)| (value, cx.text(id));
            let options = [("inverted", "word-signs-out"), ("as", "word-signs-in")];
            let options = options.map(choice).to_vec();
            let intro = text!(cx.texts, "ask-two-readings", example = example.clone());
            (SIGNS, options, intro)
        }
        Question::Columns(_) => return,
        Question::Accounts(_) => {
            form.intro = vec![cx.text("ask-rows-account"), String::new()];
            return;
        }
    };
    form.intro = vec![intro, String::new()];
    if let Some(field) = form.field_mut(name) {
        let label = field.label.clone();
        *field = Field::one_of(name, label, options);
    }
    form.focus_on(name);
}

fn long_date(day: domain::NaiveDate, cx: &Context<'_>) -> String {
    let month = crate::present::month(day, cx.texts.language());
    format!("{} {month}", day.format("%-d"))
}
