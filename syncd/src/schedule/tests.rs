//! The schedule against a made-up clock.

use rstest::rstest;

use super::*;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

fn name(name: &str) -> RemoteName {
    name.parse().unwrap()
}

fn date() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A schedule with the standard pace, its clock and everything that it ordered.
struct Rig {
    schedule: Schedule,
    now: Now,
    pace: Pace,
    known: Known,
}

impl Rig {
    /// At rest: the backups that a start brings are made.
    fn new(remotes: &[&str]) -> Self {
        let mut rig = Self::fresh(remotes, Pace::STANDARD);
        rig.pass(HOUR);
        for remote in remotes {
            rig.end(remote, Job::Carry, Outcome::Done);
        }
        assert_eq!(rig.schedule.next(), None);
        rig
    }

    /// Just begun; every remote was pruned and verified today.
    fn fresh(remotes: &[&str], pace: Pace) -> Self {
        let known = Known {
            has_versions: true,
            verified_at: Some(date()),
            pruned_at: Some(date()),
            ..Known::default()
        };
        let mut rig = Self {
            schedule: Schedule::new(pace.clone(), false),
            now: Now {
                time: Duration::ZERO,
                date: date(),
            },
            pace,
            known,
        };
        rig.reload(remotes, false);
        rig
    }

    fn handle(&mut self, event: Event) -> Vec<Action> {
        // The dice always show the most.
        self.schedule.handle(event, self.now, &mut |most| most)
    }

    fn reload(&mut self, remotes: &[&str], told: bool) -> Vec<Action> {
        let remotes = remotes.iter();
        let remotes = remotes.map(|it| (name(it), self.known.clone())).collect();
        let pace = self.pace.clone();
        self.handle(Event::Reload {
            pace,
            remotes,
            told,
        })
    }

    /// Time passes on both clocks.
    fn pass(&mut self, time: Duration) -> Vec<Action> {
        self.now.time += time;
        self.now.date += time;
        self.handle(Event::Tick)
    }

    fn end(&mut self, remote: &str, job: Job, outcome: Outcome) -> Vec<Action> {
        self.handle(Event::Ended {
            remote: name(remote),
            job,
            outcome,
            known: Some(self.known.clone()),
        })
    }

    fn fail(&mut self, after: Option<Duration>) -> Vec<Action> {
        let failed = Outcome::Failed(Retry::Soon { after });
        self.end("usb", Job::Carry, failed)
    }

    /// How long until something is due by itself.
    fn wait(&self) -> Option<Duration> {
        let due = self.schedule.next();
        due.map(|due| due.saturating_sub(self.now.time))
    }

    fn report(&self) -> RemoteReport {
        self.schedule.reports(self.now).remove(0)
    }
}

fn carry(remote: &str) -> Vec<Action> {
    vec![Action::Begin(name(remote), Job::Carry)]
}

#[test]
fn a_change_is_carried_after_quiet() {
    let mut rig = Rig::new(&["usb"]);
    assert_eq!(rig.handle(Event::Changed), []);
    assert_eq!(rig.wait(), Some(2 * MINUTE));
    assert_eq!(rig.pass(119 * SECOND), []);
    assert_eq!(rig.pass(SECOND), carry("usb"));
    assert_eq!(rig.wait(), None, "one job at a time");
    assert_eq!(rig.pass(HOUR), []);
    rig.end("usb", Job::Carry, Outcome::Done);
    assert_eq!(rig.wait(), None);
}

#[test]
fn a_ledger_that_is_never_quiet_is_carried_all_the_same() {
    let mut rig = Rig::new(&["usb"]);
    let mut passed = Duration::ZERO;
    rig.handle(Event::Changed);
    loop {
        let actions = rig.pass(30 * SECOND);
        passed += 30 * SECOND;
        if actions == carry("usb") {
            break;
        }
        assert_eq!(rig.handle(Event::Changed), []);
        assert!(passed < HOUR);
    }
    assert_eq!(passed, 15 * MINUTE);
}

#[test]
fn a_start_is_a_change_that_nobody_saw() {
    let mut rig = Rig::fresh(&["usb"], Pace::STANDARD);
    assert_eq!(rig.wait(), Some(2 * MINUTE));
    assert_eq!(rig.pass(2 * MINUTE), carry("usb"));
}

#[test]
fn what_changes_during_a_backup_is_carried_by_the_next() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.handle(Event::Changed);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), []);
    assert_eq!(rig.wait(), Some(2 * MINUTE));
    assert!(rig.report().changed);
}

#[test]
fn failures_wait_longer_each_time_and_never_longer_than_the_most() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    for expected in [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600] {
        assert_eq!(rig.fail(None), []);
        assert_eq!(rig.wait(), Some(expected * SECOND));
        assert_eq!(rig.pass(expected * SECOND), carry("usb"));
    }
    rig.end("usb", Job::Carry, Outcome::Done);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.fail(None);
    assert_eq!(rig.wait(), Some(30 * SECOND), "a success forgets them");
}

#[test]
fn the_wait_is_somewhere_below_the_most() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    let failed = Event::Ended {
        remote: name("usb"),
        job: Job::Carry,
        outcome: Outcome::Failed(Retry::Soon { after: None }),
        known: None,
    };
    let mut asked = Vec::new();
    rig.schedule.handle(failed, rig.now, &mut |most| {
        asked.push(most);
        7 * SECOND
    });
    assert_eq!(asked, [30 * SECOND]);
    assert_eq!(rig.wait(), Some(7 * SECOND));
}

#[rstest]
#[case::longer_than_ours(10 * MINUTE, 10 * MINUTE)]
#[case::longer_than_the_most(5 * HOUR, 5 * HOUR)]
#[case::shorter_than_ours(SECOND, 30 * SECOND)]
fn a_remote_is_left_alone_as_long_as_it_asks(#[case] asks: Duration, #[case] waits: Duration) {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.fail(Some(asks));
    assert_eq!(rig.wait(), Some(waits));
    assert_eq!(rig.handle(Event::Changed), []);
    assert_eq!(
        rig.pass(waits.saturating_sub(SECOND)),
        [],
        "a change is no reason either"
    );
}

#[test]
fn one_remote_that_fails_holds_up_no_other() {
    let mut rig = Rig::new(&["drive", "usb"]);
    rig.handle(Event::Changed);
    let both = [carry("drive"), carry("usb")].concat();
    assert_eq!(rig.pass(2 * MINUTE), both);
    rig.fail(None);
    rig.end("drive", Job::Carry, Outcome::Done);
    rig.handle(Event::Changed);
    // The first of the two is due for its second try, long before the other's quiet.
    assert_eq!(rig.pass(2 * MINUTE), both);
}

#[test]
fn a_permission_that_ended_is_not_asked_for_again() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.end("usb", Job::Carry, Outcome::Failed(Retry::WhenTold));
    assert!(rig.report().held);
    for _ in 0..10 {
        assert_eq!(rig.handle(Event::Changed), []);
        assert_eq!(rig.pass(DAY), []);
        assert_eq!(rig.wait(), None);
    }
    assert_eq!(rig.reload(&["usb"], false), [], "nobody has told anything");
}

#[rstest]
#[case::now(true)]
#[case::reload(false)]
fn who_is_told_tries_again(#[case] now: bool) {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.end("usb", Job::Carry, Outcome::Failed(Retry::WhenTold));
    rig.pass(HOUR);
    let actions = if now {
        rig.handle(Event::Now)
    } else {
        rig.reload(&["usb"], true)
    };
    assert_eq!(actions, carry("usb"));
    assert!(!rig.report().held);
}

#[test]
fn what_was_written_anew_is_worth_another_try() {
    let home = tempfile::tempdir().unwrap();
    let home = backup::Home::of(home.path());
    let folder = backup::Definition::Folder { path: "/".into() };
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.end("usb", Job::Carry, Outcome::Failed(Retry::WhenTold));
    rig.pass(HOUR);
    home.add(&name("usb"), &folder).unwrap();
    rig.known.written = Written::about(&home, &name("usb"));
    assert_eq!(rig.reload(&["usb"], false), carry("usb"));
    assert!(!rig.report().held);
}

#[test]
fn what_may_pass_but_not_soon_is_tried_slowly() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    rig.end("usb", Job::Carry, Outcome::Failed(Retry::Slowly));
    assert_eq!(rig.wait(), Some(HOUR));
}

#[test]
fn now_is_now() {
    let mut rig = Rig::new(&["usb"]);
    assert_eq!(rig.handle(Event::Now), carry("usb"));
    rig.fail(Some(HOUR));
    assert_eq!(rig.handle(Event::Now), carry("usb"));
    // Asked during a backup: another one follows, for it may have begun before the change.
    assert_eq!(rig.handle(Event::Now), []);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), carry("usb"));
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), []);
}

#[test]
fn a_pause_stops_what_is_under_way_and_begins_nothing() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(2 * MINUTE);
    assert_eq!(rig.handle(Event::Pause), [Action::Cancel(name("usb"))]);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Cancelled), []);
    rig.handle(Event::Changed);
    assert_eq!(rig.pass(DAY), []);
    assert_eq!(rig.wait(), None);
    assert!(rig.report().changed);
    assert_eq!(rig.handle(Event::Resume), carry("usb"));
}

#[test]
fn who_says_now_means_it_even_during_a_pause() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Pause);
    assert_eq!(rig.handle(Event::Now), carry("usb"));
    rig.end("usb", Job::Carry, Outcome::Done);
    rig.handle(Event::Changed);
    assert_eq!(rig.pass(DAY), [], "it stays paused");
}

#[test]
fn a_backup_that_was_stopped_is_no_failure() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Now);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Cancelled), []);
    assert_eq!(rig.pass(2 * MINUTE), carry("usb"));
}

#[test]
fn a_new_remote_is_carried_to_and_a_removed_one_is_left_alone() {
    let mut rig = Rig::new(&["usb"]);
    rig.reload(&["nas", "usb"], false);
    assert_eq!(rig.pass(2 * MINUTE), carry("nas"));
    assert_eq!(rig.reload(&["usb"], false), [Action::Cancel(name("nas"))]);
    assert_eq!(rig.end("nas", Job::Carry, Outcome::Cancelled), []);
    assert_eq!(rig.schedule.reports(rig.now).len(), 1);
    assert_eq!(rig.wait(), None);
}

#[test]
fn a_reload_forgets_no_change() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    rig.pass(MINUTE);
    rig.reload(&["usb"], false);
    assert_eq!(rig.wait(), Some(MINUTE));
}

#[test]
fn at_the_end_nothing_begins() {
    let mut rig = Rig::new(&["nas", "usb"]);
    rig.handle(Event::Now);
    rig.end("nas", Job::Carry, Outcome::Done);
    rig.handle(Event::Changed);
    assert_eq!(rig.handle(Event::Stop), [Action::Cancel(name("usb"))]);
    assert!(!rig.schedule.is_idle());
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Cancelled), []);
    assert!(rig.schedule.is_idle());
    assert_eq!(rig.pass(DAY), []);
    assert_eq!(rig.wait(), None);
}

#[test]
fn pruning_follows_a_backup_at_most_once_a_day() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Now);
    assert_eq!(
        rig.end("usb", Job::Carry, Outcome::Done),
        [],
        "pruned today"
    );
    rig.pass(DAY);
    rig.handle(Event::Now);
    let prune = [Action::Begin(name("usb"), Job::Prune)];
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), prune);
    rig.known.pruned_at = Some(rig.now.date);
    assert_eq!(rig.end("usb", Job::Prune, Outcome::Done), []);
    rig.pass(2 * DAY);
    assert_eq!(
        rig.wait(),
        None,
        "without a backup there is nothing to prune"
    );
}

#[test]
fn pruning_can_be_left_to_the_person() {
    let pace = Pace {
        prune: false,
        ..Pace::STANDARD
    };
    let mut rig = Rig::fresh(&["usb"], pace);
    rig.pass(3 * DAY);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), []);
}

#[test]
fn a_pruning_that_fails_waits_for_the_next_backup() {
    let mut rig = Rig::new(&["usb"]);
    rig.pass(2 * DAY);
    rig.handle(Event::Now);
    rig.end("usb", Job::Carry, Outcome::Done);
    let failed = Outcome::Failed(Retry::Slowly);
    assert_eq!(rig.end("usb", Job::Prune, failed), []);
    assert_eq!(rig.pass(DAY), []);
    rig.handle(Event::Now);
    let prune = [Action::Begin(name("usb"), Job::Prune)];
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), prune);
}

#[test]
fn the_newest_version_is_verified_every_week() {
    let mut rig = Rig::new(&["usb"]);
    assert_eq!(rig.pass(6 * DAY), []);
    let verify = [Action::Begin(name("usb"), Job::Verify)];
    assert_eq!(rig.pass(DAY), verify);
    rig.known.verified_at = Some(rig.now.date);
    assert_eq!(rig.end("usb", Job::Verify, Outcome::Done), []);
    assert_eq!(rig.pass(6 * DAY), []);
}

#[rstest]
#[case::never_verified(None, true)]
#[case::by_a_clock_that_was_wrong(Some("2031-01-01T00:00:00Z"), true)]
#[case::yesterday(Some("2026-11-21T12:00:00Z"), false)]
fn a_verification_is_due_by_the_calendar(#[case] last: Option<&str>, #[case] due: bool) {
    let mut rig = Rig::new(&["usb"]);
    rig.known.verified_at = last.map(|last| last.parse().unwrap());
    let actions = rig.reload(&["usb"], false);
    assert_eq!(!actions.is_empty(), due);
}

#[test]
fn nothing_is_verified_where_nothing_is_or_nobody_wants_it() {
    let mut rig = Rig::new(&["usb"]);
    rig.known.verified_at = None;
    rig.known.has_versions = false;
    assert_eq!(rig.reload(&["usb"], false), []);
    rig.known.has_versions = true;
    rig.pace.verify_every = None;
    assert_eq!(rig.reload(&["usb"], false), []);
}

#[test]
fn a_verification_that_fails_is_tried_again_within_the_hour() {
    let mut rig = Rig::new(&["usb"]);
    rig.pass(7 * DAY);
    let failed = Outcome::Failed(Retry::Soon { after: None });
    assert_eq!(rig.end("usb", Job::Verify, failed), []);
    assert_eq!(rig.pass(3599 * SECOND), []);
    let verify = [Action::Begin(name("usb"), Job::Verify)];
    assert_eq!(rig.pass(SECOND), verify);
}

#[test]
fn damage_is_answered_with_a_backup_and_another_verification() {
    let mut rig = Rig::new(&["usb"]);
    rig.pass(7 * DAY);
    rig.known.pruned_at = Some(rig.now.date);
    assert_eq!(rig.end("usb", Job::Verify, Outcome::Damaged), carry("usb"));
    assert!(rig.report().damaged);
    assert_eq!(rig.end("usb", Job::Carry, Outcome::Done), []);
    let verify = [Action::Begin(name("usb"), Job::Verify)];
    assert_eq!(rig.pass(HOUR), verify);
    rig.known.verified_at = Some(rig.now.date);
    rig.end("usb", Job::Verify, Outcome::Done);
    assert!(!rig.report().damaged);
}

#[test]
fn a_report_says_when_it_is_tried_next() {
    let mut rig = Rig::new(&["usb"]);
    rig.handle(Event::Changed);
    let report = rig.report();
    assert_eq!(report.next, Some(rig.now.date + 2 * MINUTE));
    assert!(report.changed);
    rig.pass(2 * MINUTE);
    assert_eq!(rig.report().doing, backup::control::Doing::Carrying);
    assert_eq!(rig.report().next, None);
}
