//! The double's own door, under `/double/`: faults, the log, who signs in, the keys.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::http::{Reply, Request};
use crate::keys::Algorithm;
use crate::shared::{Person, Shared, locked};

/// What `/double/keys` is told.
#[derive(Deserialize)]
struct Order {
    #[serde(default)]
    algorithm: Option<Algorithm>,
    #[serde(default)]
    rotate: bool,
}

pub(crate) fn answer(shared: &Shared, request: &Request) -> Reply {
    let page = request.path.trim_start_matches("/double/");
    let done = match (request.method.as_str(), page) {
        ("GET", "log") => return Reply::json(200, &json!({"requests": *locked(&shared.log)})),
        ("DELETE", "log") => {
            locked(&shared.log).clear();
            Ok(())
        }
        ("POST", "faults") => {
            faults(&request.body).map(|asked| locked(&shared.faults).extend(asked))
        }
        ("DELETE", "faults") => {
            locked(&shared.faults).clear();
            Ok(())
        }
        ("POST", "person") => serde_json::from_slice::<Option<Person>>(&request.body)
            .map(|person| *locked(&shared.person) = person),
        ("POST", "keys") => {
            serde_json::from_slice(&request.body).and_then(|order| keys(shared, &order))
        }
        _ => return Reply::new(404),
    };
    match done {
        Ok(()) => Reply::new(200),
        Err(error) => Reply::text(400, "text/plain", format!("{error}\n")),
    }
}

/// One fault, or a list of them.
fn faults(body: &[u8]) -> serde_json::Result<Vec<Fault>> {
    match serde_json::from_slice(body)? {
        list @ Value::Array(_) => serde_json::from_value(list),
        fault => Ok(vec![serde_json::from_value(fault)?]),
    }
}

fn keys(shared: &Shared, order: &Order) -> serde_json::Result<()> {
    let mut keys = locked(&shared.keys);
    if let Some(algorithm) = order.algorithm {
        keys.algorithm = algorithm;
    }
    if order.rotate {
        keys.rotate().map_err(serde_json::Error::io)?;
    }
    Ok(())
}
