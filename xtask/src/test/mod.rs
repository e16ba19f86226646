//! `cargo xtask test [--no-install] [ARGS]`: set up what the tests need, then run them all.
//!
//! The tests themselves need nothing but Rust. Those that hand our journals to hledger, ledger and
//! beancount want these programs; `setup` gets what can be got, and what can't is said plainly, for
//! a test that was skipped in silence proves nothing. Whatever follows goes to `cargo test`.

mod setup;

use std::process::ExitCode;

use crate::workspace::Workspace;
use crate::{gen_docs, process};

/// The task.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let workspace = Workspace::load()?;
    let install = !arguments.iter().any(|argument| argument == "--no-install");
    let rest: Vec<&String> = arguments
        .iter()
        .filter(|argument| *argument != "--no-install")
        .collect();
    let setup = setup::prepare(&workspace, install);

    let mut tests = process::cargo();
    tests.args(["test", "--workspace", "--locked"]).args(&rest);
    if let Some(path) = &setup.path {
        tests.env("PATH", path);
    }
    let passed = process::check(&mut tests);
    for line in &setup.skipped {
        println!("test: not checked: {line}");
    }
    passed?;
    if !rest.is_empty() {
        return Ok(ExitCode::SUCCESS); // someone looks at a few tests
    }
    // `--tests` resolves the same features as the run above, so that nothing is built again.
    let build = [
        "build",
        "--workspace",
        "--locked",
        "--quiet",
        "--tests",
        "--bin",
        "luka",
    ];
    process::check(process::cargo().args(build))?;
    gen_docs::check(&workspace)
}
