//! Accounts of people who come through the identity provider.
//!
//! Issuer and subject name a person, the address never does: whoever made an account with somebody's
//! address and a password before has another account, and keeps it to themselves.

use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_postgres::PgPool;
use uuid::Uuid;

use super::users::fold;
use crate::oidc::Identity;
use crate::refusal::Refusal;

/// Somebody with an account.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Member {
    pub(crate) id: Uuid,
    pub(crate) email: String,
    pub(crate) is_disabled: bool,
}

/// The account of an identity, made if there is none; its address is the one that the provider
/// vouches for now.
pub(crate) async fn member(
    pool: &PgPool,
    identity: &Identity,
    email: &str,
) -> Result<Member, Refusal> {
    if let Some(member) = known(pool, identity, email).await? {
        return Ok(member);
    }
    let id = Uuid::now_v7();
    let mut transaction = pool.begin().await?;
    query("INSERT INTO users (id, email, email_folded, email_verified) VALUES ($1, $2, $3, true)")
        .bind(id)
        .bind(email)
        .bind(fold(email))
        .execute(&mut *transaction)
        .await?;
    let linked = query(
        "INSERT INTO identities (issuer, subject, user_id) VALUES ($1, $2, $3) \
         ON CONFLICT DO NOTHING",
    );
    let linked = linked
        .bind(&identity.issuer)
        .bind(&identity.subject)
        .bind(id);
    if linked.execute(&mut *transaction).await?.rows_affected() == 0 {
        // The same person, at the same moment, in another window.
        transaction.rollback().await?;
        let member = known(pool, identity, email).await?;
        return member.ok_or_else(|| Refusal::internal("an identity came and went"));
    }
    transaction.commit().await?;
    Ok(Member {
        id,
        email: email.to_owned(),
        is_disabled: false,
    })
}

async fn known(pool: &PgPool, identity: &Identity, email: &str) -> Result<Option<Member>, Refusal> {
    let member = query_as::<_, Member>(
        "SELECT u.id, u.email, u.is_disabled FROM identities i JOIN users u ON u.id = i.user_id \
         WHERE i.issuer = $1 AND i.subject = $2",
    );
    let member = member.bind(&identity.issuer).bind(&identity.subject);
    let Some(mut member) = member.fetch_optional(pool).await? else {
        return Ok(None);
    };
    if member.email != email {
        query("UPDATE users SET email = $2, email_folded = $3 WHERE id = $1")
            .bind(member.id)
            .bind(email)
            .bind(fold(email))
            .execute(pool)
            .await?;
        email.clone_into(&mut member.email);
    }
    Ok(Some(member))
}
