//! `luka doctor`: proves the ledger, check by check.

use ops::doctor::{DoctorCheck, DoctorFinding, examine};
use serde::Serialize;
use serde_json::json;

use super::backup::healths;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Progress, Row, Shape};
use crate::cli::session::{Session, open_patient, shown};
use crate::health::Health;
use crate::i18n::{Texts, text};
use crate::present::MoneyStyle;

/// The check of the backups, which is none of the ledger's file.
const BACKUPS: &str = "backups";

/// What a check found.
#[derive(Serialize)]
struct Checked {
    name: &'static str,
    ok: bool,
    detail: String,
    /// The words of a table.
    #[serde(skip)]
    shown: Option<[String; 2]>,
}

impl Row for Checked {
    fn cells(&self) -> Vec<Cell> {
        let (name, ok) = match &self.shown {
            Some([name, ok]) => (name.as_str(), ok.as_str()),
            None => (self.name, if self.ok { "true" } else { "false" }),
        };
        vec![
            Cell::text(name),
            Cell::text(ok),
            Cell::text(self.detail.as_str()),
        ]
    }
}

impl Checked {
    /// The backups, from what is remembered of them.
    fn backups(session: &Session, format: Format) -> Self {
        let texts = &session.texts;
        let (ok, detail) = match healths(session) {
            Ok(healths) if healths.is_empty() => (true, texts.get("word-no-remotes")),
            Ok(healths) => {
                let each: Vec<_> = healths.iter().map(|one| one.sentence(texts)).collect();
                (healths.iter().all(Health::is_fine), each.join("; "))
            }
            // What can't be read is told like what is wrong; the other checks are worth as much.
            Err(failure) => (false, failure.message),
        };
        Self {
            name: BACKUPS,
            ok,
            detail,
            shown: shown_as("check-backups", ok, format, texts),
        }
    }

    fn of(check: DoctorCheck, finding: &DoctorFinding, format: Format, texts: &Texts) -> Self {
        let ok = finding.is_fine();
        Self {
            name: check.as_str(),
            ok,
            detail: detail(finding, texts),
            shown: shown_as(name(check), ok, format, texts),
        }
    }
}

/// The words of a table.
fn shown_as(check: &'static str, ok: bool, format: Format, texts: &Texts) -> Option<[String; 2]> {
    let verdict = if ok {
        "word-check-ok"
    } else {
        "word-check-wrong"
    };
    (format == Format::Table).then(|| [texts.get(check), texts.get(verdict)])
}

/// Runs all checks.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let texts = &session.texts;
    let format = session.format()?;
    let patient = open_patient(session)?;
    let all = patient.checks();
    let mut checks = Vec::with_capacity(all.len());
    let mut progress = Progress::new(session.can_see_progress());
    let say = |progress: &mut Progress, at: usize| {
        if let Some(next) = all.get(at) {
            let (at, of) = ((at + 1).to_string(), all.len().to_string());
            let check = texts.get(name(*next));
            progress.say(&text!(
                texts,
                "say-checking",
                at = at,
                of = of,
                check = check
            ));
        }
    };
    say(&mut progress, 0);
    examine(&patient, |check, finding| {
        checks.push(Checked::of(check, finding, format, texts));
        say(&mut progress, checks.len());
    });
    drop(progress);
    checks.push(Checked::backups(session, format));
    let wrong = checks.iter().filter(|check| !check.ok).count();
    write(session, &checks)?;
    if wrong == 0 {
        return Ok(());
    }
    Err(verdict(session, &checks, wrong))
}

/// Loose permissions alone are repaired with a `chmod`, old backups with a new one: neither damages
/// anything. All else is damage.
fn verdict(session: &Session, checks: &[Checked], wrong: usize) -> Failure {
    let texts = &session.texts;
    let n = i64::try_from(wrong).unwrap_or(i64::MAX);
    let message = text!(texts, "error-doctor", n = n);
    let permissions = DoctorCheck::Permissions.as_str();
    let only = |harmless: &[&str]| {
        let mut wrong = checks.iter().filter(|check| !check.ok);
        wrong.all(|check| harmless.contains(&check.name))
    };
    if only(&[BACKUPS]) {
        return Failure::new(Kind::Remote, message).hint(texts.get("hint-status"));
    }
    if only(&[permissions, BACKUPS]) {
        let path = shown(session.ledger().path());
        return Failure::new(Kind::Failed, message).hint(text!(texts, "hint-loose", path = path));
    }
    Failure::new(Kind::Integrity, message).hint(texts.get("hint-integrity"))
}

fn write(session: &Session, checks: &[Checked]) -> Result<(), Failure> {
    let texts = &session.texts;
    let wrong = checks.iter().filter(|check| !check.ok).count();
    let shape = Shape {
        name: "checks",
        head: vec![("ok", json!(wrong == 0))],
        columns: vec![
            Column::text("name", texts.get("head-check")),
            Column::fixed("ok", texts.get("head-ok")),
            Column::text("detail", texts.get("head-detail")),
        ],
    };
    let style = MoneyStyle::new(texts.language(), None);
    let mut listing = session.listing(shape, style)?;
    for check in checks {
        listing.row(check).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}

/// What was looked at, or the first thing that is wrong.
pub(crate) fn detail(finding: &DoctorFinding, texts: &Texts) -> String {
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    match &finding.first {
        Some(first) if !finding.is_fine() => {
            let first = first.clone();
            text!(texts, "word-wrong", n = count(finding.wrong), first = first)
        }
        _ => text!(texts, "word-examined", n = count(finding.examined)),
    }
}

/// The text id of a check's name.
pub(crate) fn name(check: DoctorCheck) -> &'static str {
    match check {
        DoctorCheck::Permissions => "check-permissions",
        DoctorCheck::Keys => "check-keys",
        DoctorCheck::Pages => "check-pages",
        DoctorCheck::Structure => "check-structure",
        DoctorCheck::References => "check-references",
        DoctorCheck::Balance => "check-balance",
        DoctorCheck::Accounts => "check-accounts",
        DoctorCheck::Plans => "check-plans",
        DoctorCheck::Attachments => "check-attachments",
        DoctorCheck::Rollups => "check-rollups",
        DoctorCheck::Chain => "check-chain",
        DoctorCheck::Head => "check-head",
        DoctorCheck::History => "check-history",
    }
}
