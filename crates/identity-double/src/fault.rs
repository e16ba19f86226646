//! What may go wrong, by name, and how often.

use serde::{Deserialize, Serialize};

use crate::shared::Route;

/// The name of a fault, in JSON as `snake_case`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// The ID token is not signed: `alg` is `none`.
    AlgNone,
    /// HS256, keyed with the public RSA key.
    #[serde(rename = "hs256_with_public_key")]
    Hs256WithPublicKey,
    /// HS256, keyed with the client's secret.
    #[serde(rename = "hs256_with_client_secret")]
    Hs256WithClientSecret,
    /// Signed with a key of somebody else under the name of the right one.
    ForeignKeyKnownKid,
    /// Signed with a key of somebody else that the header brings along.
    JwkHeader,
    /// Signed rightly; the header names an address of keys.
    JkuHeader,
    /// Signed rightly; the header names an address of a certificate.
    #[serde(rename = "x5u_header")]
    X5uHeader,
    /// Signed rightly; the header has something that has to be understood and isn't.
    CritHeader,
    /// Signed with a key that nobody published, under a name that nobody knows.
    UnknownKid,
    /// One bit of the claims was turned after signing.
    TamperedPayload,
    /// The nonce is another one.
    WrongNonce,
    /// There is no nonce.
    NoNonce,
    /// It is meant for another client.
    WrongAud,
    /// It is meant for two clients, and `azp` says for this one.
    AudListWithAzp,
    /// It is meant for two clients, and nothing says for which.
    AudListWithoutAzp,
    /// It is meant for two clients, and `azp` says for the other.
    AudListOtherAzp,
    /// Another issuer.
    WrongIss,
    /// It expired ten minutes ago.
    Expired,
    /// It never expires.
    NoExp,
    /// It does not say since when.
    NoIat,
    /// It is from the next hour.
    FutureIat,
    /// It says of nobody.
    NoSub,
    /// It says of somebody without a name.
    EmptySub,
    /// The provider has not verified the e-mail address.
    EmailUnverified,
    /// `email_verified` is the text "true".
    EmailVerifiedString,
    /// `email_verified` is not there.
    EmailVerifiedMissing,
    /// There is no e-mail address.
    NoEmail,
    /// The e-mail address is at the user-info endpoint alone.
    EmailInUserInfo,
    /// The same, and that endpoint speaks of somebody else.
    UserInfoOfAnother,
    /// The header does not name the key.
    NoKid,
    /// The client's secret is taken in the form alone, and the discovery document says so.
    PostAuthOnly,
    /// The answer has no ID token.
    NoIdToken,
    /// The token endpoint answers 503 in JSON.
    #[serde(rename = "token_503")]
    Token503,
    /// The token endpoint never answers.
    TokenHang,
    /// The token endpoint answers with a page.
    TokenHtml,
    /// The token endpoint closes the connection.
    TokenReset,
    /// The token endpoint answers with 4 MiB of spaces before the JSON.
    TokenHuge,
    /// The keys are no JSON.
    GarbageJwks,
    /// The keys are not there: 503.
    #[serde(rename = "jwks_503")]
    Jwks503,
    /// The discovery document is of another issuer.
    OtherIssuerInDiscovery,
    /// The discovery document is not there: 503.
    #[serde(rename = "discovery_503")]
    Discovery503,
    /// The person says no.
    AccessDenied,
    /// An error with a script in its description.
    ScriptInDescription,
}

impl Name {
    /// Whether it has a say on this kind of request.
    fn concerns(self, route: Route) -> bool {
        match self {
            Self::PostAuthOnly => matches!(route, Route::Discovery | Route::Token),
            Self::GarbageJwks | Self::Jwks503 => route == Route::Jwks,
            Self::OtherIssuerInDiscovery | Self::Discovery503 => route == Route::Discovery,
            Self::AccessDenied | Self::ScriptInDescription => route == Route::Authorize,
            _ => route == Route::Token,
        }
    }
}

/// A fault that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What goes wrong.
    pub name: Name,
    /// On how many requests that it concerns.
    #[serde(default = "once")]
    pub times: u64,
}

fn once() -> u64 {
    1
}

impl Fault {
    /// Goes wrong once, on the next request that it concerns.
    pub fn once(name: Name) -> Self {
        Self { name, times: 1 }
    }

    /// Goes wrong until the faults are cleared.
    pub fn always(name: Name) -> Self {
        Self {
            name,
            times: u64::MAX,
        }
    }
}

/// Says what goes wrong with a request of this kind, and counts it.
pub(crate) fn strike(faults: &mut Vec<Fault>, route: Route) -> Vec<Name> {
    let mut hits = Vec::new();
    for fault in faults.iter_mut() {
        if fault.name.concerns(route) && fault.times > 0 {
            fault.times -= u64::from(fault.times != u64::MAX);
            hits.push(fault.name);
        }
    }
    faults.retain(|fault| fault.times > 0);
    hits
}
