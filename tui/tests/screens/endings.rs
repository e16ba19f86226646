//! However it ends, the terminal is the shell's again.

use rustix::process::{Pid, Signal, kill_process};

use crate::terminal::Terminal;

fn demo() -> Terminal {
    let mut terminal = Terminal::run(&["demo", "--transactions", "50"], (80, 24), "en_US.UTF-8");
    terminal.sees("made-up data");
    terminal
}

#[test]
fn signals_end_it_and_are_reported_as_such() {
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup")] {
        let mut terminal = demo();
        let process = Pid::from_raw(terminal.process()).unwrap();
        kill_process(process, signal).unwrap();
        let status = terminal.ends();
        assert_eq!(status.signal(), Some(name), "{status:?}");
        terminal.is_sane();
    }
}

#[test]
fn a_panic_is_told_on_a_terminal_that_shows_it() {
    let mut terminal = demo();
    terminal.send("\x1b[24~");
    assert!(!terminal.ends().success());
    terminal.is_sane();
    assert!(
        terminal.contents().contains("told to"),
        "{}",
        terminal.contents()
    );
}

#[test]
fn ctrl_c_leaves_even_while_typing() {
    let mut terminal = demo();
    terminal.send("a").sees("ctrl-s").send("abc\x03");
    // What was typed is not lost by one key.
    terminal.sees("not saved yet").send("\x03");
    let status = terminal.ends();
    assert!(status.success(), "{status:?}\n{}", terminal.contents());
    terminal.is_sane();
}

#[test]
fn nobody_waits_for_made_up_data_that_nobody_wants() {
    let many = ["demo", "--transactions", "1000000"];
    for signal in [None, Some(Signal::TERM)] {
        let mut terminal = Terminal::run(&many, (80, 24), "en_US.UTF-8");
        terminal.sees("of 1,000,000");
        match signal {
            None => {
                terminal.send("\x03");
            }
            Some(signal) => {
                let process = Pid::from_raw(terminal.process()).unwrap();
                kill_process(process, signal).unwrap();
            }
        }
        // Made to the end, it would take minutes.
        let status = terminal.ends();
        assert_eq!(status.success(), signal.is_none(), "{status:?}");
        terminal.is_sane();
    }
}
