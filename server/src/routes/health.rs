//! Whether the server is there, and whether it can do its work.

use hyper_server::StatusCode;
use serde_json::json;
use sqlx_core::query_scalar::query_scalar;

use crate::context::Context;
use crate::http::Answer;
use crate::refusal::Refusal;

/// The process answers.
pub(super) fn alive() -> Answer {
    Answer::json(StatusCode::OK, &json!({ "status": "ok" })).no_store()
}

/// Postgres answers, and has the schema.
pub(super) async fn ready(context: &Context) -> Result<Answer, Refusal> {
    query_scalar::<_, bool>("SELECT EXISTS (SELECT 1 FROM config) OR true")
        .fetch_one(&context.pool)
        .await?;
    Ok(alive())
}
