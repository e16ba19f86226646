//! What time it is. Tokens and codes are judged by the database's clock wherever it is asked anyway;
//! only access tokens are judged by this one.

use chrono::{DateTime, Utc};

/// Now.
pub(crate) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Seconds since 1970.
pub(crate) fn now_secs() -> u64 {
    u64::try_from(now().timestamp()).unwrap_or(0)
}
