//! The programs that judge our exports: hledger, ledger (Debian) and beancount (a Python venv); and
//! Postgres, over which the account server is tested.
//!
//! Nothing is fetched when it is there already. Debian's packages are installed only by root, where
//! there is apt; beancount goes into a folder under `target/`, never into the system. Every failure
//! ends as a line that says what is not checked and how to get it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;
use crate::workspace::Workspace;

/// The version our exports are tried with.
const BEANCOUNT: &str = "beancount==3.2.3";

/// What the test run gets.
pub(crate) struct Setup {
    /// The PATH with the venv at its end, when there is one.
    pub(crate) path: Option<OsString>,
    /// What will not be checked, and how to get it.
    pub(crate) skipped: Vec<String>,
}

/// Looks for the programs, and gets the missing ones where `install` and the machine allow it.
pub(crate) fn prepare(workspace: &Workspace, install: bool) -> Setup {
    let venv = workspace.target.join("tools").join("venv");
    if install {
        install_debian(&debian_wanted(&venv));
    }
    let mut skipped = Vec::new();
    for program in ["hledger", "ledger"] {
        if !runs(program) {
            skipped.push(format!(
                "what {program} thinks of our journals (get it: apt-get install {program})"
            ));
        }
    }
    if !throwaway_postgres::is_installed() {
        skipped.push(
            "the account server: its tests need Postgres, and fail without it (get it: apt-get \
             install postgresql)"
                .to_owned(),
        );
    }
    let beancount = has_beancount(&venv) || (install && install_beancount(&venv));
    if !beancount {
        skipped.push(format!(
            "what beancount thinks of our journals (get it: python3 -m venv {0} && {0}/bin/pip \
             install {BEANCOUNT})",
            venv.display()
        ));
    }
    Setup {
        path: path_with(&venv.join("bin")),
        skipped,
    }
}

fn runs(program: impl AsRef<std::ffi::OsStr>) -> bool {
    process::succeeds(Command::new(program).arg("--version"))
}

fn has_beancount(venv: &Path) -> bool {
    runs("bean-check") || runs(venv.join("bin").join("bean-check"))
}

/// The packages whose programs are missing.
fn debian_wanted(venv: &Path) -> Vec<&'static str> {
    let mut packages: Vec<&str> = ["hledger", "ledger"]
        .into_iter()
        .filter(|program| !runs(program))
        .collect();
    if !throwaway_postgres::is_installed() {
        packages.push("postgresql");
    }
    // Debian's python3 comes without what makes a venv.
    let can_make_venv = process::succeeds(Command::new("python3").args(["-c", "import ensurepip"]));
    if !has_beancount(venv) && !can_make_venv {
        packages.push("python3-venv");
    }
    packages
}

fn install_debian(packages: &[&str]) {
    if packages.is_empty() {
        return;
    }
    let names = packages.join(" ");
    if process::find("apt-get").is_none() || !is_root() {
        println!("test: {names}: left alone, since only root on Debian installs packages here");
        return;
    }
    println!("test: installing {names}");
    let update = apt(&["update", "-qq"]);
    let install = [
        &["install", "-y", "-qq", "--no-install-recommends"],
        packages,
    ]
    .concat();
    // A stale list may still serve, so a failed update is no reason to stop.
    if !apt(&install) {
        println!("test: apt-get could not install {names} (lists refreshed: {update})");
    }
}

fn apt(arguments: &[&str]) -> bool {
    let mut command = Command::new("apt-get");
    command
        .args([
            "-o",
            "Acquire::Retries=1",
            "-o",
            "Acquire::http::Timeout=20",
        ])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(std::process::Stdio::null());
    process::check(&mut command).is_ok()
}

fn install_beancount(venv: &Path) -> bool {
    if process::find("python3").is_none() {
        println!("test: there is no python3, so no beancount");
        return false;
    }
    println!("test: installing {BEANCOUNT} into {}", venv.display());
    let mut make = Command::new("python3");
    make.args(["-m", "venv"]).arg(venv);
    let mut pip = Command::new(venv.join("bin").join("pip"));
    pip.args(["install", "--quiet", "--retries", "1", "--timeout", "20"])
        .args(["--prefer-binary", "--disable-pip-version-check", BEANCOUNT]);
    for command in [&mut make, &mut pip] {
        if let Err(error) = process::check(command) {
            println!("test: {error:#}");
            return false;
        }
    }
    has_beancount(venv)
}

/// At the end, so that the venv's python shadows nobody's.
fn path_with(folder: &Path) -> Option<OsString> {
    if !folder.is_dir() {
        return None;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).chain([folder.to_owned()]).collect();
    env::join_paths(folders).ok()
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
