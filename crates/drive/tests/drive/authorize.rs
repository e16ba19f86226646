//! The permission: a browser on this machine, or a code on another.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use backup::{Progress, Remote as _};
use drive::DriveError;
use drive::authorize::{Asking, Pages};
use drive_double::visitor::{Page, visit};
use drive_double::{DeviceAnswer, Double, Fault, Name, Route};
use rstest::rstest;

use crate::rig::Rig;

const LIMIT: Duration = Duration::from_secs(20);

/// A machine without the permission.
fn rig() -> Rig {
    let rig = Rig::new();
    std::fs::remove_file(rig.directory().join("token.json")).unwrap();
    rig
}

fn pages() -> Pages {
    Pages {
        granted: "All is well <3 & good".to_owned(),
        refused: "You said no".to_owned(),
        unknown: "Not this".to_owned(),
    }
}

/// Asks, and lets a person do something with the address on another thread.
fn in_browser<T: Send>(
    rig: &Rig,
    limit: Duration,
    person: impl FnOnce(String) -> T + Send,
) -> (Result<(), DriveError>, T) {
    let (definition, client, directory) = (rig.definition(), rig.client(), rig.directory());
    let (shown, seen) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let person = scope.spawn(move || person(seen.recv().unwrap()));
        let result = Asking::new(&definition, &client, &directory)
            .at(rig.pace)
            .in_browser(&pages(), limit, &mut |address| {
                shown.send(address.to_owned()).unwrap();
            });
        (result, person.join().unwrap())
    })
}

#[test]
fn a_person_who_says_yes_gives_the_permission() {
    let rig = rig();
    let (result, page) = in_browser(&rig, LIMIT, |address| visit(&address).unwrap());
    result.unwrap();
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<p>All is well &lt;3 &amp; good</p>"));
    rig.double.forget_log();
    rig.drive().prepare().unwrap();
    assert_eq!(
        rig.double.count(Route::Token),
        0,
        "the first access token came with it"
    );
}

#[test]
fn the_address_asks_for_no_more_than_the_own_files() {
    let rig = rig();
    let (_, address) = in_browser(&rig, LIMIT, |address| {
        visit(&address).unwrap();
        address
    });
    let url = url::Url::parse(&address).unwrap();
    let said = |name: &str| {
        let found = url.query_pairs().find(|(found, _)| found == name);
        found
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    assert_eq!(said("scope"), "https://www.googleapis.com/auth/drive.file");
    assert_eq!(said("code_challenge_method"), "S256");
    assert_eq!(said("access_type"), "offline");
    assert_eq!(said("prompt"), "consent");
    assert_eq!(said("state").len(), 43);
    assert!(said("redirect_uri").starts_with("http://127.0.0.1:"));
    assert!(!address.contains(drive_double::CLIENT_SECRET));
}

#[test]
fn a_person_who_says_no_is_heard() {
    let rig = rig();
    rig.double.refuse_next();
    let (result, page) = in_browser(&rig, LIMIT, |address| visit(&address).unwrap());
    assert!(matches!(result, Err(DriveError::Denied)), "{result:?}");
    assert!(page.body.contains("You said no"));
    assert!(!rig.directory().join("token.json").exists());
}

/// What another page or program could send to the port.
fn knock(redirect: &str) -> Vec<Page> {
    let paths = [
        "/",
        "/favicon.ico",
        "/?code=stolen",
        "/?code=stolen&state=guess",
        "/?error=access_denied",
        "/?error=access_denied&state=",
        "/x?code=stolen",
    ];
    let visits = paths.iter().map(|path| visit(&format!("{redirect}{path}")));
    visits.map(Result::unwrap).collect()
}

#[test]
fn only_the_answer_to_our_question_counts() {
    let rig = rig();
    let (result, pages) = in_browser(&rig, LIMIT, |address| {
        let url = url::Url::parse(&address).unwrap();
        let redirect = url.query_pairs().find(|(name, _)| name == "redirect_uri");
        let redirect = redirect.unwrap().1.into_owned();
        // A connection that says nothing is in nobody's way.
        let host = redirect.trim_start_matches("http://");
        let _silent = std::net::TcpStream::connect(host).unwrap();
        let pages = knock(&redirect);
        visit(&address).unwrap();
        pages
    });
    result.unwrap();
    for page in pages {
        assert_eq!(page.status, 400);
        assert!(page.body.contains("Not this"));
    }
}

#[test]
fn nobody_is_waited_for_for_ever() {
    let rig = rig();
    let (result, ()) = in_browser(&rig, Duration::from_millis(50), |_| ());
    assert!(matches!(result, Err(DriveError::TimedOut)), "{result:?}");
}

#[rstest]
#[case(Name::Token503)]
#[case(Name::TokenReset)]
#[case(Name::TokenHtml)]
fn a_token_endpoint_that_stumbles_is_asked_again(#[case] fault: Name) {
    let rig = rig();
    rig.double.fault(Fault::once(fault));
    let (result, _) = in_browser(&rig, LIMIT, |address| visit(&address).unwrap());
    result.unwrap();
    rig.drive().prepare().unwrap();
}

#[test]
fn a_code_that_is_refused_is_told() {
    let rig = rig();
    rig.double.fault(Fault::once(Name::TokenRevoked));
    let (result, _) = in_browser(&rig, LIMIT, |address| visit(&address).unwrap());
    let error = result.unwrap_err();
    assert_eq!(error.to_string(), "Google refused: HTTP 400 invalid_grant");
}

fn on_a_device(rig: &Rig, answers: &[DeviceAnswer]) -> Result<String, DriveError> {
    rig.double.device_answers(answers);
    let mut shown = String::new();
    let (definition, client, directory) = (rig.definition(), rig.client(), rig.directory());
    Asking::new(&definition, &client, &directory)
        .at(rig.pace)
        .on_a_device(&mut |code| {
            shown = format!("{} {}", code.verification_url, code.user_code);
        })?;
    Ok(shown)
}

#[test]
fn a_code_on_another_device_gives_the_permission() {
    use DeviceAnswer::{Pending, SlowDown};
    let rig = rig();
    let shown = on_a_device(&rig, &[Pending, SlowDown, Pending]).unwrap();
    assert_eq!(shown, "https://www.google.com/device GQVQ-JKEC");
    assert_eq!(rig.double.count(Route::Token), 4);
    rig.drive().prepare().unwrap();
}

#[test]
fn a_device_that_is_refused_or_too_late_is_told() {
    let rig = rig();
    let denied = on_a_device(&rig, &[DeviceAnswer::Pending, DeviceAnswer::Denied]);
    assert!(matches!(denied, Err(DriveError::Denied)), "{denied:?}");
    let late = on_a_device(&rig, &[DeviceAnswer::Expired]);
    assert!(matches!(late, Err(DriveError::TimedOut)), "{late:?}");
}

#[test]
fn a_fault_that_passes_is_waited_for_while_the_code_lives() {
    let rig = rig();
    rig.double.fault(Fault::once(Name::Token503).times(2));
    on_a_device(&rig, &[DeviceAnswer::Pending]).unwrap();
}

struct Stop(AtomicBool);

impl Progress for Stop {
    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

#[test]
fn whoever_waits_may_stop() {
    let rig = rig();
    let (definition, client, directory) = (rig.definition(), rig.client(), rig.directory());
    let stop = Stop(AtomicBool::new(false));
    let asking = Asking::new(&definition, &client, &directory).watched_by(&stop);
    let result = asking.in_browser(&pages(), LIMIT, &mut |_| {
        stop.0.store(true, Ordering::SeqCst);
    });
    assert!(matches!(result, Err(DriveError::Cancelled)), "{result:?}");
}

#[test]
fn a_code_is_good_for_one_verifier() {
    // The double checks S256 as Google does; this is its test as much as ours.
    let double = Double::start().unwrap();
    let page = visit(&format!(
        "{}/auth?client_id={}&redirect_uri=http%3A%2F%2F127.0.0.1%3A9&response_type=code&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive&code_challenge=x&code_challenge_method=plain&access_type=offline",
        double.url(),
        drive_double::CLIENT_ID,
    ));
    assert_eq!(page.unwrap().status, 400);
}
