//! People.

use api::user::{User, UserAdministration, UserPatch};
use chrono::{DateTime, Utc};
use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_core::query_scalar::query_scalar;
use sqlx_postgres::PgPool;
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;

use crate::refusal::Refusal;

/// The most bytes of an address (RFC 5321, 4.5.3.1.3, without the brackets).
const EMAIL_BYTES: usize = 254;
/// People on a page.
const PAGE: i64 = 100;

/// A row of `users`, without the password.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Person {
    pub(crate) id: Uuid,
    pub(crate) email: String,
    email_verified: bool,
    display_name: Option<String>,
    locale: Option<String>,
    pub(crate) is_superuser: bool,
    is_disabled: bool,
    created_at: DateTime<Utc>,
}

impl From<Person> for User {
    fn from(person: Person) -> Self {
        Self {
            id: person.id,
            email: person.email,
            email_verified: person.email_verified,
            display_name: person.display_name,
            locale: person.locale,
            is_superuser: person.is_superuser,
            is_disabled: person.is_disabled,
            created_at: person.created_at,
        }
    }
}

/// Who logs in with a password.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Account {
    pub(crate) id: Uuid,
    pub(crate) email: String,
    pub(crate) password_hash: String,
    pub(crate) is_disabled: bool,
}

/// The address as it is compared: NFKC and small letters, so that two spellings are one account.
pub(crate) fn fold(email: &str) -> String {
    email.trim().nfkc().collect::<String>().to_lowercase()
}

/// True for what may be an address: something, an @, a host, and nothing that could end a line.
pub(crate) fn is_email(email: &str) -> bool {
    let email = email.trim();
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && !"<>\"(),:;\\[]".contains(c);
    let Some((local, host)) = email.rsplit_once('@') else {
        return false;
    };
    email.len() <= EMAIL_BYTES
        && email.chars().all(is_plain)
        && !local.is_empty()
        && !local.contains('@')
        && host.len() >= 3
        && !host.starts_with(['.', '-'])
        && !host.ends_with(['.', '-'])
        && !host.contains("..")
}

/// The account of an address.
pub(crate) async fn by_email(pool: &PgPool, email: &str) -> Result<Option<Account>, Refusal> {
    let account = query_as(
        "SELECT id, email, password_hash, is_disabled FROM users \
         WHERE email_folded = $1 AND password_hash IS NOT NULL",
    );
    Ok(account.bind(fold(email)).fetch_optional(pool).await?)
}

/// Makes an account, unless the address has one; false then.
pub(crate) async fn register(pool: &PgPool, email: &str, phc: &str) -> Result<bool, Refusal> {
    let made = query(
        "INSERT INTO users (id, email, email_folded, password_hash) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (email_folded) WHERE password_hash IS NOT NULL DO NOTHING",
    );
    let made = made
        .bind(Uuid::now_v7())
        .bind(email.trim())
        .bind(fold(email))
        .bind(phc)
        .execute(pool)
        .await?;
    Ok(made.rows_affected() == 1)
}

/// Somebody by id.
pub(crate) async fn get(pool: &PgPool, id: Uuid) -> Result<Option<User>, Refusal> {
    let person = query_as::<_, Person>("SELECT * FROM users WHERE id = $1");
    Ok(person.bind(id).fetch_optional(pool).await?.map(User::from))
}

/// The people after an id, at most a page, in the order in which they came.
pub(crate) async fn list(pool: &PgPool, after: Option<Uuid>) -> Result<api::user::Users, Refusal> {
    let people = query_as::<_, Person>("SELECT * FROM users WHERE id > $1 ORDER BY id LIMIT $2");
    let people = people
        .bind(after.unwrap_or_default())
        .bind(PAGE)
        .fetch_all(pool)
        .await?;
    let users: Vec<User> = people.into_iter().map(User::from).collect();
    let is_full = i64::try_from(users.len()).is_ok_and(|count| count == PAGE);
    let next = users.last().filter(|_| is_full).map(|last| last.id);
    Ok(api::user::Users { users, next })
}

/// Changes what people say of themselves.
pub(crate) async fn patch(
    pool: &PgPool,
    id: Uuid,
    patch: UserPatch,
) -> Result<Option<User>, Refusal> {
    let person = query_as::<_, Person>(
        "UPDATE users SET \
         display_name = CASE WHEN $2 THEN $3 ELSE display_name END, \
         locale = CASE WHEN $4 THEN $5 ELSE locale END \
         WHERE id = $1 RETURNING *",
    );
    let person = person
        .bind(id)
        .bind(patch.display_name.is_some())
        .bind(patch.display_name.flatten())
        .bind(patch.locale.is_some())
        .bind(patch.locale.flatten());
    Ok(person.fetch_optional(pool).await?.map(User::from))
}

/// Changes what others may say of somebody. Who is disabled is out at once.
pub(crate) async fn administer(
    pool: &PgPool,
    id: Uuid,
    change: UserAdministration,
) -> Result<Option<User>, Refusal> {
    let mut transaction = pool.begin().await?;
    let person = query_as::<_, Person>(
        "UPDATE users SET is_superuser = COALESCE($2, is_superuser), \
         is_disabled = COALESCE($3, is_disabled) WHERE id = $1 RETURNING *",
    );
    let person = person
        .bind(id)
        .bind(change.is_superuser)
        .bind(change.is_disabled)
        .fetch_optional(&mut *transaction)
        .await?;
    if change.is_disabled == Some(true) {
        query("UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL")
            .bind(id)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    Ok(person.map(User::from))
}

/// Another password; every session but one ends.
pub(crate) async fn change_password(
    pool: &PgPool,
    id: Uuid,
    phc: &str,
    kept: Option<Uuid>,
) -> Result<(), Refusal> {
    let mut transaction = pool.begin().await?;
    query("UPDATE users SET password_hash = $2 WHERE id = $1 AND password_hash IS NOT NULL")
        .bind(id)
        .bind(phc)
        .execute(&mut *transaction)
        .await?;
    query(
        "UPDATE sessions SET revoked_at = now() \
         WHERE user_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2",
    )
    .bind(id)
    .bind(kept)
    .execute(&mut *transaction)
    .await?;
    Ok(transaction.commit().await?)
}

/// Removes somebody with everything that is theirs.
pub(crate) async fn delete(pool: &PgPool, id: Uuid) -> Result<(), Refusal> {
    query("DELETE FROM users WHERE id = $1")
        .bind(id)
        .execute(pool)
        .await?;
    Ok(())
}

/// The stored hash of somebody's password.
pub(crate) async fn password_of(pool: &PgPool, id: Uuid) -> Result<Option<String>, Refusal> {
    let hash = query_scalar::<_, Option<String>>("SELECT password_hash FROM users WHERE id = $1");
    Ok(hash.bind(id).fetch_optional(pool).await?.flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_something_at_a_host() {
        for good in ["a@b.cl", "rosa.pérez+luka@ejemplo.cl", " a@b.cl "] {
            assert!(is_email(good), "{good}");
        }
        let long = format!("{}@b.cl", "a".repeat(250));
        for bad in [
            "",
            "a",
            "@b.cl",
            "a@",
            "a@b",
            "a@@b.cl",
            "a b@c.cl",
            "a@b.cl\r\nX: y",
            "a\0@b.cl",
            "a@.cl",
            "a@b..cl",
            &long,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn two_spellings_are_one_address() {
        assert_eq!(fold(" Rosa@EJEMPLO.cl"), fold("rosa@ejemplo.cl"));
        assert_eq!(fold("pe\u{301}rez@b.cl"), fold("p\u{e9}rez@b.cl"));
    }
}
