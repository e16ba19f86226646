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

/// Somebody else is at the remote: a backup waits for them.
fn occupied(terminal: &Terminal) -> std::fs::File {
    let ledger = terminal.home.path().join(".local/share/lukalibre/ledger");
    let lock = std::fs::File::open(ledger.join("backup/remotes/usb/lock")).unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).unwrap();
    lock
}

/// The processes that `process` has started and not waited for.
fn children(process: i32) -> Vec<String> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let of = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("children"));
    let each = tasks.flatten().filter_map(|task| of(task).ok());
    let all: String = each.collect();
    all.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_backup_under_way_can_be_given_up_and_the_ledger_be_used_meanwhile() {
    let mut terminal = begun(
        (80, 24),
        "es_CL.UTF-8",
        ["bienvenida", "Código de recuperación"],
    );
    let texts = [
        "Aún no hay un respaldo",
        "Una carpeta",
        "Las versiones van ahora",
    ];
    with_folder(&mut terminal, texts);
    let process = terminal.process();
    let lock = occupied(&terminal);
    terminal.send("b").sees("respaldando en usb");
    terminal
        .send("a")
        .send("Kiosco\t")
        .send("4500\t")
        .sees("4500");
    terminal.send("alm\t\x13").sees("Guardada");
    terminal.send("q").sees("La misma tecla otra vez sale");
    terminal
        .send("J")
        .sees("x lo cancela")
        .send("x")
        .sees("Se dejó");
    assert_eq!(children(process), Vec::<String>::new());
    terminal.send("gb").sees("Aún no hay versiones");
    drop(lock);
    terminal.until("the folder looked at", |screen| {
        !screen.contents().contains("mirando")
    });
    terminal.send("b").sees("usb: versión").send("q");
    assert!(terminal.ends().success());
    terminal.is_sane();
}

#[test]
fn leaving_gives_a_backup_up_and_leaves_nobody_behind() {
    let mut terminal = begun((80, 24), "en_US.UTF-8", ["Welcome", "Recovery code"]);
    let texts = [
        "There is no backup yet",
        "A folder for backups",
        "Versions go to usb",
    ];
    with_folder(&mut terminal, texts);
    let _lock = occupied(&terminal);
    terminal.send("b").sees("backing up to usb");
    let left = children(terminal.process());
    terminal
        .send("q")
        .sees("The same key again leaves")
        .send("q");
    assert!(terminal.ends().success());
    terminal.is_sane();
    for child in left {
        assert!(!std::path::Path::new(&format!("/proc/{child}")).exists());
    }
}
