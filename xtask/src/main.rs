//! Developer tasks: `cargo xtask <task>`.
//!
//! Each task is a room of its own; this file only says which word opens which door. Nothing here is
//! shipped, and no crate of the workspace is imported: the tasks look at the crates from outside, as
//! `cargo`, files and processes, so that they still run when a crate doesn't compile.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool talks to the terminal, and nothing secret passes through it"
)]

mod bench;
mod double;
mod fuzz;
mod gen_docs;
mod layers;
mod observed;
mod process;
mod sizes;
mod soak;
mod test;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <task>

  test [--no-install] [ARGS]   set up what the tests need, then run them all (ARGS go to cargo test)
  gen [--check]                write completions/ and man/ with the built luka, or compare
  bench [ledger|import|cli|size|tui|backup]… [--sizes 1k,100k,1M] [--bytes 1000M] [--runs N] [--fresh]
                               CPU time and peak memory of each command, the screens from key to
                               frame, a first backup of so many bytes, the daemon; the ratio to
                               each limit
  soak [--minutes N] [--kills N] [--remote folders|drive] [--proofs N] [--seed S]
       [--transactions N] [--debug]
                               the daemon and a writer among faults, then proof that nothing was lost
  fuzz [SECONDS] [TARGET]…     each fuzz target for so long (60); wants nightly and cargo-fuzz
  layers                       check who imports what against docs/architecture.md
  sizes                        check the sizes of files and functions
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let Some((task, rest)) = arguments.split_first() else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    match task.as_str() {
        "layers" => layers::run(),
        "sizes" => sizes::run(),
        "gen" => gen_docs::run(rest),
        "test" => test::run(rest),
        "soak" => soak::run(rest),
        "bench" => bench::run(rest),
        "fuzz" => fuzz::run(rest),
        bench::MEASURE => bench::measure_child(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        unknown => {
            eprint!("xtask: there is no task `{unknown}`\n\n{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
