//! `drive-double [--port N] [--dir DIR]`: a double of Google Drive, until it is killed.
#![allow(clippy::print_stdout, reason = "it says where it listens")]

use std::path::PathBuf;
use std::process::ExitCode;

use drive_double::Double;

fn main() -> ExitCode {
    match start() {
        Ok(double) => {
            println!("listening on {}", double.url());
            double.serve();
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("drive-double: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> std::io::Result<Double> {
    let mut port = 0;
    let mut directory: Option<PathBuf> = None;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or(std::io::ErrorKind::InvalidInput)?;
        match word.as_str() {
            "--port" => port = value.parse().map_err(std::io::Error::other)?,
            "--dir" => directory = Some(value.into()),
            _ => return Err(std::io::ErrorKind::InvalidInput.into()),
        }
    }
    match directory {
        Some(directory) => Double::start_in(&directory, port),
        None => Double::start_on(port),
    }
}
