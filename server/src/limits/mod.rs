//! How often something may be tried: counted in Postgres, so that all replicas agree.
//!
//! An attempt is counted before it is made; success takes the count back. After some free ones each
//! further failure doubles the wait. An account is never locked: who was in from a network before may
//! try from there whatever strangers do, and other ways in (a refresh token, the provider) stay open.

mod writes;

use std::net::{IpAddr, Ipv6Addr};

use sqlx_core::query::query;
use sqlx_core::query_scalar::query_scalar;
use sqlx_postgres::PgPool;
use uuid::Uuid;

use crate::refusal::Refusal;
use crate::tokens::digest;

pub(crate) use writes::Limits;

/// What attempts are counted for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Counted<'a> {
    /// Passwords from one network, whatever the account.
    SignInFrom(IpAddr),
    /// Passwords for an account from one network.
    AccountFrom(&'a str, IpAddr),
    /// Passwords for an account from anywhere.
    Account(&'a str),
    /// New accounts from one network.
    RegisterFrom(IpAddr),
    /// Codes and tokens from one network.
    TokenFrom(IpAddr),
    /// New device codes from one network.
    DeviceFrom(IpAddr),
    /// Typed device codes from one network.
    UserCodeFrom(IpAddr),
    /// Device codes that somebody typed.
    UserCodeBy(Uuid),
    /// Ways to the identity provider that began in one network.
    AuthorizeFrom(IpAddr),
}

impl Counted<'_> {
    fn hash(self) -> Vec<u8> {
        let text = match self {
            Self::SignInFrom(client) => format!("sign-in\0{}", network(client)),
            Self::AccountFrom(email, client) => {
                format!("account-from\0{email}\0{}", network(client))
            }
            Self::Account(email) => format!("account\0{email}"),
            Self::RegisterFrom(client) => format!("register\0{}", network(client)),
            Self::TokenFrom(client) => format!("token\0{}", network(client)),
            Self::DeviceFrom(client) => format!("device\0{}", network(client)),
            Self::UserCodeFrom(client) => format!("user-code\0{}", network(client)),
            Self::UserCodeBy(user) => format!("user-code-by\0{user}"),
            Self::AuthorizeFrom(client) => format!("authorize\0{}", network(client)),
        };
        digest(text.as_bytes())
    }

    /// How many are free, and the longest wait in seconds.
    const fn measure(self) -> (i32, i32) {
        match self {
            Self::SignInFrom(_) => (30, 900),
            Self::Account(_) => (50, 60),
            Self::RegisterFrom(_) => (40, 900),
            Self::TokenFrom(_) => (60, 60),
            Self::DeviceFrom(_) => (30, 300),
            Self::AccountFrom(..) | Self::UserCodeFrom(_) | Self::UserCodeBy(_) => (5, 900),
            Self::AuthorizeFrom(_) => (60, 300),
        }
    }
}

/// Who is counted as one: an IPv4 address, an IPv6 /64.
pub(crate) fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

/// Counts an attempt, or says how long to wait.
pub(crate) async fn attempt(pool: &PgPool, counted: Counted<'_>) -> Result<(), Refusal> {
    let (hash, (free, longest)) = (counted.hash(), counted.measure());
    // `now()` is when the transaction began: one that waited for another, which wrote a later time,
    // would find itself too early. What has to be over is asked of the clock.
    let counted: Option<i32> = query_scalar(
        "INSERT INTO attempts AS a (hash, failures, since, until) VALUES ($1, 1, now(), now()) \
         ON CONFLICT (hash) DO UPDATE SET \
         failures = CASE WHEN a.since < now() - interval '1 hour' THEN 1 ELSE a.failures + 1 END, \
         since = now(), \
         until = now() + CASE \
             WHEN a.since < now() - interval '1 hour' OR a.failures < $2 THEN interval '0' \
             ELSE make_interval(secs => least($3, power(2, least(a.failures - $2, 20)))) END \
         WHERE a.until <= clock_timestamp() RETURNING failures",
    )
    .bind(&hash)
    .bind(free)
    .bind(f64::from(longest))
    .fetch_optional(pool)
    .await?;
    if counted.is_some() {
        return Ok(());
    }
    let left: Option<i64> = query_scalar(
        "SELECT greatest(1, ceil(extract(epoch FROM until - now())))::bigint \
         FROM attempts WHERE hash = $1",
    )
    .bind(&hash)
    .fetch_optional(pool)
    .await?;
    let left = left.and_then(|left| u64::try_from(left).ok());
    Err(Refusal::TooMany {
        retry_after_secs: left.unwrap_or(1),
    })
}

/// Takes an attempt back that succeeded.
pub(crate) async fn succeeded(pool: &PgPool, counted: Counted<'_>) -> Result<(), Refusal> {
    query(
        "UPDATE attempts SET failures = greatest(0, failures - 1), until = now() WHERE hash = $1",
    )
    .bind(counted.hash())
    .execute(pool)
    .await?;
    Ok(())
}

/// Forgets the attempts for something.
pub(crate) async fn forget(pool: &PgPool, counted: Counted<'_>) -> Result<(), Refusal> {
    query("DELETE FROM attempts WHERE hash = $1")
        .bind(counted.hash())
        .execute(pool)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_network_is_an_address_or_half_of_one() {
        let network = |text: &str| super::network(text.parse().unwrap()).to_string();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
