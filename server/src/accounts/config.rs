//! Account configuration: documents as they were sent, each with a version that only grows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use api::config::{Earlier, History, MAX_KEYS};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use serde_json::value::RawValue;
use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_core::query_scalar::query_scalar;
use sqlx_postgres::{PgConnection, PgPool};
use uuid::Uuid;

use crate::http::Raw;
use crate::refusal::Refusal;
use crate::tokens::{Claims, digest};

/// Earlier values of a document that are kept.
const KEPT: i64 = 50;
/// Earlier values on a page.
const PAGE: i64 = 100;

/// One document.
pub(crate) struct Document {
    pub(crate) value: Raw,
    pub(crate) version: i64,
}

impl Document {
    /// What names this version.
    pub(crate) fn etag(&self) -> String {
        format!("\"{}\"", self.version)
    }
}

/// All documents of somebody.
pub(crate) struct Documents(pub(crate) BTreeMap<String, Document>);

impl Documents {
    /// What names this state of all of them.
    pub(crate) fn etag(&self) -> String {
        let mut text = String::new();
        for (key, document) in &self.0 {
            // Writing into a text can't fail.
            let _ = write!(text, "{key}={};", document.version);
        }
        let hash = HEXLOWER.encode(&digest(text.as_bytes()));
        format!("\"{}\"", hash.get(..32).unwrap_or_default())
    }
}

/// What a request demands of what is there (RFC 9110, section 13).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Preconditions {
    /// `If-Match`: one of these etags, or anything for `*`.
    pub(crate) matches: Option<Vec<String>>,
    /// `If-None-Match: *`: nothing.
    pub(crate) must_be_new: bool,
}

impl Preconditions {
    fn check(&self, etag: Option<&str>) -> Result<(), Refusal> {
        let passes = match (&self.matches, etag) {
            (Some(wanted), Some(etag)) => wanted.iter().any(|w| w == etag || w == "*"),
            (Some(_), None) => false,
            (None, _) => true,
        };
        if passes && !(self.must_be_new && etag.is_some()) {
            Ok(())
        } else {
            Err(Refusal::Changed)
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    key: String,
    value: Option<String>,
    version: i64,
}

fn raw(text: String) -> Result<Raw, Refusal> {
    RawValue::from_string(text).map_err(Refusal::internal)
}

#[derive(sqlx::FromRow)]
struct Asked {
    value: Option<String>,
    version: Option<i64>,
}

/// A document, for whoever holds an access token; one question to the database for both.
pub(crate) async fn get(
    pool: &PgPool,
    claims: &Claims,
    key: &str,
) -> Result<Option<Document>, Refusal> {
    let asked: Option<Asked> = query_as(
        "SELECT c.value, c.version FROM sessions s JOIN users u ON u.id = s.user_id \
         LEFT JOIN config c ON c.user_id = s.user_id AND c.key = $3 \
         WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now() \
         AND NOT u.is_disabled",
    )
    .bind(claims.sid)
    .bind(claims.sub)
    .bind(key)
    .fetch_optional(pool)
    .await?;
    let asked = asked.ok_or(Refusal::Unauthenticated)?;
    match (asked.value, asked.version) {
        (Some(value), Some(version)) => Ok(Some(Document {
            value: raw(value)?,
            version,
        })),
        _ => Ok(None),
    }
}

/// All documents.
pub(crate) async fn all(pool: &PgPool, user: Uuid) -> Result<Documents, Refusal> {
    let mut connection = pool.acquire().await?;
    read(&mut connection, user, None).await
}

/// One document, or all.
async fn read(
    connection: &mut PgConnection,
    user: Uuid,
    only: Option<&str>,
) -> Result<Documents, Refusal> {
    let rows: Vec<Row> = query_as(
        "SELECT key, value, version FROM config \
         WHERE user_id = $1 AND value IS NOT NULL AND ($2::text IS NULL OR key = $2)",
    )
    .bind(user)
    .bind(only)
    .fetch_all(connection)
    .await?;
    let mut documents = BTreeMap::new();
    for Row {
        key,
        value,
        version,
    } in rows
    {
        if let Some(value) = value {
            let value = raw(value)?;
            documents.insert(key, Document { value, version });
        }
    }
    Ok(Documents(documents))
}

/// Changes of somebody's documents, one after the other for each account.
pub(crate) struct Change<'p> {
    transaction: sqlx::Transaction<'p, sqlx::Postgres>,
    user: Uuid,
    /// The document that it is about; none for all.
    only: Option<&'p str>,
    /// What is there, of what it is about.
    pub(crate) before: Documents,
}

impl<'p> Change<'p> {
    /// Waits until nobody else changes them.
    pub(crate) async fn begin(
        pool: &'p PgPool,
        user: Uuid,
        only: Option<&'p str>,
    ) -> Result<Self, Refusal> {
        let mut transaction = pool.begin().await?;
        let locked = query("SELECT 1 FROM users WHERE id = $1 FOR UPDATE")
            .bind(user)
            .execute(&mut *transaction)
            .await?;
        if locked.rows_affected() == 0 {
            return Err(Refusal::Unauthenticated);
        }
        let before = read(&mut transaction, user, only).await?;
        Ok(Self {
            transaction,
            user,
            only,
            before,
        })
    }

    /// Sees that all of them are what the request thinks.
    pub(crate) fn demand_of_all(&self, preconditions: &Preconditions) -> Result<(), Refusal> {
        preconditions.check(Some(&self.before.etag()))
    }

    /// Sees that one is what the request thinks.
    pub(crate) fn demand(&self, key: &str, preconditions: &Preconditions) -> Result<(), Refusal> {
        let etag = self.before.0.get(key).map(Document::etag);
        preconditions.check(etag.as_deref())
    }

    /// Writes one; None removes it. What is there already stays as it is, with its version.
    pub(crate) async fn put(&mut self, key: &str, value: Option<&str>) -> Result<(), Refusal> {
        let before = self.before.0.get(key).map(|document| document.value.get());
        if before == value {
            return Ok(());
        }
        let version: i64 = query_scalar(
            "INSERT INTO config AS c (user_id, key, value, version) VALUES ($1, $2, $3, 1) \
             ON CONFLICT (user_id, key) DO UPDATE \
             SET value = $3, version = c.version + 1, updated_at = now() RETURNING version",
        )
        .bind(self.user)
        .bind(key)
        .bind(value)
        .fetch_one(&mut *self.transaction)
        .await?;
        query(
            "INSERT INTO config_history (user_id, key, version, value, written_at) \
             VALUES ($1, $2, $3, $4, now())",
        )
        .bind(self.user)
        .bind(key)
        .bind(version)
        .bind(value)
        .execute(&mut *self.transaction)
        .await?;
        query("DELETE FROM config_history WHERE user_id = $1 AND key = $2 AND version <= $3")
            .bind(self.user)
            .bind(key)
            .bind(version - KEPT)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Makes it so, and says what there is then.
    pub(crate) async fn commit(mut self) -> Result<Documents, Refusal> {
        let after = read(&mut self.transaction, self.user, self.only).await?;
        if after.0.len() > self.before.0.len() && self.count().await? > MAX_KEYS {
            return Err(Refusal::Conflict("An account has at most 100 documents."));
        }
        self.transaction.commit().await?;
        Ok(after)
    }

    async fn count(&mut self) -> Result<usize, Refusal> {
        let count: i64 =
            query_scalar("SELECT count(*) FROM config WHERE user_id = $1 AND value IS NOT NULL")
                .bind(self.user)
                .fetch_one(&mut *self.transaction)
                .await?;
        usize::try_from(count).map_err(Refusal::internal)
    }
}

#[derive(sqlx::FromRow)]
struct Past {
    key: String,
    version: i64,
    value: Option<String>,
    written_at: DateTime<Utc>,
}

/// Earlier values, of one document or of all, the newest first.
pub(crate) async fn history(
    pool: &PgPool,
    user: Uuid,
    key: Option<&str>,
) -> Result<History, Refusal> {
    let rows: Vec<Past> = query_as(
        "SELECT key, version, value, written_at FROM config_history \
         WHERE user_id = $1 AND ($2::text IS NULL OR key = $2) \
         ORDER BY written_at DESC, key, version DESC LIMIT $3",
    )
    .bind(user)
    .bind(key)
    .bind(PAGE)
    .fetch_all(pool)
    .await?;
    let earlier = |row: Past| -> Result<Earlier, Refusal> {
        let value = row
            .value
            .map(|text| serde_json::from_str(&text))
            .transpose();
        Ok(Earlier {
            key: row.key,
            version: row.version,
            value: value.map_err(Refusal::internal)?,
            written_at: row.written_at,
        })
    };
    let history = rows.into_iter().map(earlier).collect::<Result<_, _>>()?;
    Ok(History { history })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_demanded_is_held_against_what_is_there() {
        let of = |matches: Option<&[&str]>, must_be_new| Preconditions {
            matches: matches.map(|tags| tags.iter().map(|&tag| tag.to_owned()).collect()),
            must_be_new,
        };
        let there = Some("\"3\"");
        for (demanded, etag, passes) in [
            (of(None, false), None, true),
            (of(None, false), there, true),
            (of(Some(&["\"3\""]), false), there, true),
            (of(Some(&["\"2\"", "\"3\""]), false), there, true),
            (of(Some(&["*"]), false), there, true),
            (of(Some(&["\"2\""]), false), there, false),
            (of(Some(&["W/\"3\""]), false), there, false),
            (of(Some(&["*"]), false), None, false),
            (of(None, true), None, true),
            (of(None, true), there, false),
        ] {
            assert_eq!(
                demanded.check(etag).is_ok(),
                passes,
                "{demanded:?} {etag:?}"
            );
        }
    }
}
