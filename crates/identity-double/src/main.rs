//! `identity-double [--port N] [--people]`: a double of an identity provider, until it is killed.
#![allow(clippy::print_stdout, reason = "it says where it listens")]

use std::process::ExitCode;

use identity_double::Double;

fn main() -> ExitCode {
    match start() {
        Ok(double) => {
            println!("listening on {}", double.issuer());
            double.serve();
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("identity-double: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> std::io::Result<Double> {
    let (mut port, mut people) = (0, false);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--port" => {
                let value = words.next().ok_or(std::io::ErrorKind::InvalidInput)?;
                port = value.parse().map_err(std::io::Error::other)?;
            }
            "--people" => people = true,
            _ => return Err(std::io::ErrorKind::InvalidInput.into()),
        }
    }
    if people {
        Double::for_people(port)
    } else {
        Double::start_on(port)
    }
}
