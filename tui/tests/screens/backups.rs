//! Backups from the screens: a folder is added, a version made by a process of its own, rebuilt,
//! proven, brought back into another folder.

use crate::terminal::Terminal;

const PASSPHRASE: &str = "caballo correcto bateria grapa";

/// The first run, up to the month.
fn begun(size: (u16, u16), language: &str, [welcome, code]: [&str; 2]) -> Terminal {
    let mut terminal = Terminal::run(&[], size, language);
    terminal.sees(welcome);
    terminal
        .send(PASSPHRASE)
        .send("\t")
        .send(PASSPHRASE)
        .send("\x13");
    terminal.sees(code).send("\r");
    terminal.until("the month", |screen| !screen.contents().contains(code));
    terminal
}

/// Adds the folder `usb` below the home directory.
fn with_folder(terminal: &mut Terminal, [nothing, form, added]: [&str; 3]) {
    terminal.send("gb").sees(nothing);
    terminal.send("n").sees(form);
    terminal.send("usb\t~/stick\x13").sees(added);
}

#[test]
fn a_folder_is_added_a_version_made_proven_and_brought_back() {
    let mut terminal = begun((80, 24), "en_US.UTF-8", ["Welcome", "Recovery code"]);
    let texts = [
        "There is no backup yet",
        "A folder for backups",
        "Versions go to usb",
    ];
    with_folder(&mut terminal, texts);
    terminal.send("b").sees("usb: version");
    terminal
        .sees("backup not proven")
        .send("v")
        .sees("is proven");
    terminal.sees("backup proven: 0 min");
    // What was changed since is in the next version, though the ledger stayed open all the time.
    terminal
        .send("a")
        .send("Kiosk\t")
        .send("4500\t")
        .sees("4500")
        .send("gro\t\x13");
    terminal.sees("Saved").send("gb").sees("Versions at usb");
    terminal.until("the folder looked at", |screen| {
        !screen.contents().contains("looking")
    });
    terminal
        .send("b")
        .sees("changed page")
        .send("v")
        .sees("is proven");
    terminal
        .send("R")
        .sees("Restore the version")
        .send("~/again\x13");
    terminal.sees("Restored version").send("q");
    assert!(terminal.ends().success());
    terminal.is_sane();
    let again = terminal.home.path().join("again");
    for file in ["ledger.db", "keys.json", "head"] {
        assert!(again.join(file).is_file(), "{file}");
    }
}
