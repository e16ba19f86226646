//! The double's own pages, under `/double/`: faults, the log, what a person would do by hand.

use std::io;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::http::{Reply, Request};
use crate::oauth::DeviceAnswer;
use crate::shared::{Shared, locked};

/// What a page is told.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Told {
    id: String,
    name: String,
    limit: Option<u64>,
    answers: Vec<DeviceAnswer>,
}

pub(crate) fn answer(shared: &Shared, request: &Request, body: &[u8]) -> io::Result<Reply> {
    let page = request.path.trim_start_matches("/double/");
    match (request.method.as_str(), page) {
        ("POST", "faults") => match faults(body) {
            Ok(faults) => {
                for fault in faults {
                    shared.add_fault(fault);
                }
            }
            Err(error) => return Ok(Reply::text(400, "text/plain", &format!("{error}\n"))),
        },
        ("DELETE", "faults") => shared.clear_faults(),
        ("GET", "log") => return Ok(log(shared)),
        ("DELETE", "log") => shared.log().clear(),
        ("GET", "files") => {
            let state = shared.state();
            return Ok(Reply::json(200, &serde_json::to_value(&state.files)?));
        }
        ("POST", "permit") => {
            let mut state = shared.state();
            let refresh_token = state.fresh("1//refresh");
            state.refresh_tokens.insert(refresh_token.clone());
            state.save()?;
            return Ok(Reply::json(200, &json!({"refresh_token": refresh_token})));
        }
        ("POST", page) => return order(shared, page, serde_json::from_slice(body)?),
        _ => return Ok(Reply::text(404, "text/plain", "no such page\n")),
    }
    Ok(Reply::new(204))
}

/// One fault, or a list of them.
fn faults(body: &[u8]) -> serde_json::Result<Vec<Fault>> {
    match serde_json::from_slice(body)? {
        list @ Value::Array(_) => serde_json::from_value(list),
        fault => Ok(vec![serde_json::from_value(fault)?]),
    }
}

/// What a person does to the account.
fn order(shared: &Shared, page: &str, told: Told) -> io::Result<Reply> {
    let mut state = shared.state();
    match page {
        "revoke" => {
            state.refresh_tokens.clear();
            state.access_tokens.clear();
        }
        "expire" => state.access_tokens.clear(),
        "quota" => state.quota = told.limit,
        "trash" | "untrash" | "remove" => {
            let of = |id: &str, name: &str| id == told.id || name == told.name;
            let rows = state.files.iter().filter(|row| of(&row.id, &row.name));
            let ids: Vec<String> = rows.map(|row| row.id.clone()).collect();
            for id in ids {
                if page == "remove" {
                    state.delete(&id);
                } else if let Some(row) = state.file_mut(&id) {
                    row.trashed = page == "trash";
                }
            }
        }
        "refuse" => *locked(&shared.refusal) = true,
        "device" => *locked(&shared.device) = told.answers,
        _ => return Ok(Reply::text(404, "text/plain", "no such page\n")),
    }
    state.save()?;
    Ok(Reply::new(204))
}

fn log(shared: &Shared) -> Reply {
    let log = shared.log();
    let sum = |of: fn(&crate::Entry) -> u64| log.iter().map(of).sum::<u64>();
    let value = json!({
        "requests": *log,
        "count": log.len(),
        "bytes_in": sum(|entry| entry.bytes_in),
        "bytes_out": sum(|entry| entry.bytes_out),
        "overlap_mismatches": shared.state().overlap_mismatches,
    });
    Reply::json(200, &value)
}
