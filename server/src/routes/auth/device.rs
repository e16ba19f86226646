//! `POST /auth/device` (RFC 8628, section 3.1): a machine without a browser begins to ask.

use api::device::{DeviceAuthorization, DeviceRequest};
use api::token::CLIENT_ID;
use hyper_server::StatusCode;

use super::oauth::{error, members, shape};
use crate::accounts::devices::{self, Asking, INTERVAL_SECS, SECS};
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::refusal::Refusal;

pub(in crate::routes) async fn begin(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    // What was made counts as well: codes that nobody confirms are what there could be too many of.
    limits::attempt(&context.pool, Counted::DeviceFrom(request.client)).await?;
    let members = match members(request)? {
        Ok(members) => members,
        Err(answer) => return Ok(answer),
    };
    let Some(sent) = shape::<DeviceRequest>(members) else {
        return Ok(error("invalid_request", "`client_id` is missing."));
    };
    if sent.client_id != CLIENT_ID {
        return Ok(error("invalid_client", "`client_id` is not known."));
    }
    let asking = Asking {
        client_id: &sent.client_id,
        device_name: sent.device_name.as_deref(),
        client: request.client,
    };
    let (device, user) = devices::make(&context.pool, &asking).await?;
    let place = format!("{}/device", context.public_url());
    let answer = DeviceAuthorization {
        device_code: device.to_secret(),
        verification_uri_complete: format!("{place}?user_code={user}"),
        verification_uri: place,
        user_code: user.to_string(),
        expires_in: SECS,
        interval: INTERVAL_SECS,
    };
    Ok(Answer::json(StatusCode::OK, &answer).no_store())
}
