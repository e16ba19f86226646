//! The screen of backups, driven by keys. Its versions were made before the ledger was opened.

use backup::ObjectName;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;

use crate::i18n::Language;
use crate::keymap::Action;
use crate::present::moment;
use crate::runtime::rig::shelf::ago;
use crate::runtime::rig::shelf::{Shelf, Stick};
use crate::runtime::rig::{PASSPHRASE, Rig};

const SIZES: [(&str, (u16, u16)); 3] = [
    ("40x20", (40, 20)),
    ("80x24", (80, 24)),
    ("160x50", (160, 50)),
];

/// What is seen, with the same moments and ids wherever and whenever the tests run.
fn seen(rig: &Rig, stick: &Stick, versions: &[ObjectName]) -> String {
    let mut screen = stick.named(&rig.screen(), "/media/stick/123");
    for (at, name) in versions.iter().enumerate() {
        let id = name.id_text();
        screen = screen.replace(&id[..8], &format!("{at}{at}{at}{at}abcd"));
    }
    for days in 0..60 {
        let utc = ago(days).format("%Y-%m-%d %H:%M").to_string();
        screen = screen.replace(&moment(ago(days)), &utc);
    }
    screen
}

/// One folder with one version of yesterday.
fn plain(size: (u16, u16), stick: &Stick) -> (Rig, ObjectName) {
    let mut made = None;
    let rig = Rig::backed_up(size, Language::En, |shelf| {
        shelf.add("usb", stick);
        made = Some(shelf.version("usb", stick, 1));
    });
    (rig, made.unwrap())
}

fn key(letter: char) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))
}

#[test]
fn without_a_remote_it_says_what_to_do() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let mut rig = Rig::demo(size, language);
            rig.press("g b");
            assert_snapshot!(format!("none-{name}-{}", language.as_str()), rig.screen());
        }
    }
}

#[test]
fn what_is_gone_stands_first_and_is_told_in_words() {
    for (name, size) in SIZES {
        for language in Language::ALL {
            let (usb, nas) = (Stick::new(), Stick::new());
            let mut versions = Vec::new();
            let mut rig = Rig::backed_up(size, language, |shelf| {
                shelf.add("usb", &usb);
                shelf.add("nas", &nas);
                let mut make = |days| versions.push(shelf.version("usb", &usb, days));
                [40, 20, 12, 9, 5].into_iter().for_each(&mut make);
                shelf.verified("usb", &usb, &versions[0], 8);
                shelf.proven("usb", &usb, &versions[1], 8);
                shelf.change_passphrase();
                versions.push(shelf.version("usb", &usb, 1));
                usb.lose(&versions[3]);
            });
            rig.press("g b tab");
            let screen = seen(&rig, &usb, &versions);
            let screen = nas.named(&screen, "/volume1/backups");
            assert_snapshot!(format!("gone-{name}-{}", language.as_str()), screen);
        }
    }
}

#[test]
fn what_is_cut_short_is_damaged_and_so_is_what_builds_on_it() {
    let stick = Stick::new();
    let (mut rig, _) = {
        let mut made = None;
        let rig = Rig::backed_up((80, 24), Language::En, |shelf| {
            shelf.add("usb", &stick);
            let first = shelf.version("usb", &stick, 2);
            shelf.version("usb", &stick, 1);
            stick.cut(&first);
            made = Some(first);
        });
        (rig, made)
    };
    rig.press("g b");
    let screen = rig.screen();
    let rows = screen
        .lines()
        .filter(|line| line.contains("12:00 DAMAGED "));
    assert_eq!(rows.count(), 2, "{screen}");
    // Looking again finds the same, not more of it.
    rig.press("r r");
    assert!(!rig.screen().contains(" times"), "{}", rig.screen());
    rig.press("esc g b");
    let screen = rig.screen();
    assert!(screen.contains("2 versions are damaged"), "{screen}");
}

#[test]
fn proving_is_told_on_every_screen_and_in_the_month() {
    let stick = Stick::new();
    let (mut rig, _) = plain((80, 24), &stick);
    assert!(
        rig.screen().contains("backup not proven"),
        "{}",
        rig.screen()
    );
    assert!(
        rig.screen().contains("No backup is proven"),
        "{}",
        rig.screen()
    );
    rig.press("g b v");
    assert!(
        rig.screen().contains("is proven: rebuilt"),
        "{}",
        rig.screen()
    );
    rig.press("2");
    assert!(
        rig.screen().contains("backup proven: 24 h"),
        "{}",
        rig.screen()
    );
    rig.press("1");
    let screen = rig.screen();
    assert!(
        screen.contains("Last proven backup: 24 hours old (usb)"),
        "{screen}"
    );
    rig.prove();
}

#[test]
fn a_version_that_is_not_what_was_saved_is_never_shown_as_whole() {
    let stick = Stick::new();
    let (mut rig, name) = plain((80, 24), &stick);
    stick.alter(&name);
    rig.press("g b");
    assert!(!rig.screen().contains("DAMAGED"), "nobody has read it");
    rig.press("v");
    let screen = rig.screen();
    assert!(screen.contains("can't be restored"), "{screen}");
    rig.press("r");
    assert!(rig.screen().contains("DAMAGED"), "{}", rig.screen());
    rig.press("2");
    assert!(rig.screen().contains("backup damaged"), "{}", rig.screen());
}

#[test]
fn an_old_backup_and_one_that_failed_are_told_in_words() {
    let stick = Stick::new();
    let rig = Rig::backed_up((80, 24), Language::Es, |shelf| {
        shelf.add("usb", &stick);
        shelf.version("usb", &stick, 12);
    });
    assert!(
        rig.screen().contains("respaldo muy viejo"),
        "{}",
        rig.screen()
    );
    let gone = Stick::new();
    let mut rig = Rig::backed_up((80, 24), Language::En, |shelf| {
        shelf.add("usb", &gone);
        shelf.version("usb", &gone, 1);
    });
    std::fs::remove_dir_all(gone.path()).unwrap();
    rig.press("g b");
    let screen = rig.screen();
    assert!(
        screen.contains("the folder of the remote is not there"),
        "{screen}"
    );
}

#[test]
fn a_folder_is_added_by_a_form_that_says_what_is_wrong() {
    let mut rig = Rig::demo((80, 24), Language::En);
    rig.press("g b n");
    assert_snapshot!(rig.screen());
    rig.press(r#""list" enter "stick" ctrl-s"#);
    assert!(
        rig.screen().contains("is the name of a command"),
        "{}",
        rig.screen()
    );
    rig.press(r#"ctrl-u "usb" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("Versions go to usb"), "{screen}");
    assert!(screen.contains("There are no versions yet"), "{screen}");
    assert!(screen.contains("no backup yet"), "{screen}");
    assert!(rig.home().join("stick").is_dir());
    rig.press("y");
    assert_eq!(rig.clipboard(), "luka backup usb");
}

#[test]
fn no_version_is_made_in_this_process_and_that_is_told() {
    let stick = Stick::new();
    let (mut rig, _) = plain((80, 24), &stick);
    let before = std::fs::read_dir(stick.path()).unwrap().count();
    rig.press("g b b");
    let screen = rig.screen();
    assert!(screen.contains("reading the ledger ended"), "{screen}");
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), before);
    rig.prove();
}

#[test]
fn a_version_comes_back_into_a_folder_and_never_over_a_ledger() {
    let stick = Stick::new();
    let (mut rig, _) = plain((80, 24), &stick);
    let before = std::fs::read(rig.home().join("data/ledger/keys.json")).unwrap();
    rig.press(r#"g b R "data/ledger" ctrl-s"#);
    let screen = rig.screen();
    assert!(screen.contains("there is a ledger in"), "{screen}");
    assert!(screen.contains("Restore the version"), "the form stays");
    rig.press(r#"ctrl-u "again" ctrl-s"#);
    assert!(
        rig.screen().contains("Restored version"),
        "{}",
        rig.screen()
    );
    assert!(rig.home().join("again/ledger.db").is_file());
    let after = std::fs::read(rig.home().join("data/ledger/keys.json")).unwrap();
    assert_eq!(before, after);
    rig.prove();
}

#[test]
fn a_plan_is_shown_and_nothing_ends_unless_it_is_chosen() {
    let stick = Stick::new();
    let mut rig = Rig::backed_up((80, 24), Language::En, |shelf| {
        shelf.add("usb", &stick);
        for days in [40, 30, 20, 1] {
            shelf.version("usb", &stick, days);
        }
    });
    std::fs::create_dir_all(rig.home().join("config")).unwrap();
    let config = rig.home().join("config/config.toml");
    std::fs::write(config, "[backup]\nkeep_last = 2\nkeep_daily = 0\nkeep_weekly = 0\nkeep_monthly = 0\nkeep_yearly = 0\n").unwrap();
    rig.press("g b p");
    let screen = rig.screen();
    assert!(screen.contains("2 versions would end"), "{screen}");
    let rows = |rig: &Rig| rig.screen().matches("not verified yet").count();
    rig.press("enter");
    assert_eq!(rows(&rig), 4, "{}", rig.screen());
    rig.press("p right enter");
    assert!(
        rig.screen().contains("2 versions ended"),
        "{}",
        rig.screen()
    );
    assert_eq!(rows(&rig), 2, "{}", rig.screen());
}

#[test]
fn made_up_data_is_not_backed_up() {
    let mut rig = Rig::made_up((80, 24), Language::En);
    rig.press(r#"g b n "usb" enter "stick" ctrl-s"#);
    assert!(
        rig.screen().contains("is not backed up"),
        "{}",
        rig.screen()
    );
    assert!(!rig.home().join("stick").exists());
}

#[test]
fn leaving_asks_while_somebody_is_at_a_remote_and_locking_tells_nothing() {
    let stick = Stick::new();
    let (mut rig, _) = plain((80, 24), &stick);
    rig.press("g b");
    rig.event(key('v'));
    rig.event(key('q'));
    rig.redraw();
    assert!(!rig.is_over());
    assert!(
        rig.screen().contains("The same key again leaves"),
        "{}",
        rig.screen()
    );
    assert!(
        rig.screen().contains("verifying a version"),
        "{}",
        rig.screen()
    );
    assert_eq!(rig.model().why_not(Action::Jobs), None);
    rig.event(key('L'));
    rig.settle();
    rig.press(&format!("\"{}\" enter", PASSPHRASE.replace(' ', "_")));
    assert!(!rig.screen().contains("rebuilt byte"), "{}", rig.screen());
    assert!(rig.screen().contains("backup"), "{}", rig.screen());
}

#[test]
fn two_folders_are_gone_through_by_tab() {
    let (usb, nas) = (Stick::new(), Stick::new());
    let prepare = |shelf: &mut Shelf| {
        shelf.add("usb", &usb);
        shelf.add("nas", &nas);
        shelf.version("usb", &usb, 1);
    };
    let mut rig = Rig::backed_up((80, 24), Language::En, prepare);
    rig.press("g b");
    assert!(rig.screen().contains("Versions at nas"), "{}", rig.screen());
    rig.press("tab");
    assert!(rig.screen().contains("Versions at usb"), "{}", rig.screen());
    rig.press("backtab");
    assert!(rig.screen().contains("Versions at nas"), "{}", rig.screen());
}
