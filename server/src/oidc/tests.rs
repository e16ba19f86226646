//! The relying party against the double of a provider: who is believed, and who is not.

use data_encoding::BASE64URL_NOPAD;
use identity_double::visitor::Visitor;
use identity_double::{Algorithm, CLIENT_ID, CLIENT_SECRET, Double, Fault, Name, Person, Route};
use ring::digest::{SHA256, digest};

use super::*;

const BACK: &str = "http://127.0.0.1:1/api/v1/auth/google/callback";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn provider(issuer: &str) -> Result<Provider, ProviderError> {
    Provider::new(ProviderSettings {
        issuer: issuer.to_owned(),
        client_id: CLIENT_ID.to_owned(),
        client_secret: Some(CLIENT_SECRET.to_owned().into()),
    })
}

fn asked() -> Asked {
    let hash = digest(&SHA256, VERIFIER.as_bytes());
    Asked {
        redirect_uri: BACK.to_owned(),
        state: "state".to_owned(),
        nonce: "nonce".to_owned(),
        challenge: BASE64URL_NOPAD.encode(hash.as_ref()),
    }
}

fn returned(code: &str) -> Returned<'_> {
    Returned {
        code,
        verifier: VERIFIER,
        nonce: "nonce",
        redirect_uri: BACK,
    }
}

/// Goes to the provider, lets the person say yes, and comes back with the code.
async fn sign_in(provider: &Provider) -> Result<Identity, ProviderError> {
    let url = provider.authorization_url(&asked()).await?;
    let page = Visitor::new().get(url.as_str());
    let page = page.map_err(|error| ProviderError::Unreachable(error.into()))?;
    let back = page.location().and_then(|place| Url::parse(place).ok());
    let back = back.ok_or(ProviderError::Untrusted("no way back"))?;
    let code = back.query_pairs().find(|(name, _)| name == "code");
    let (_, code) = code.ok_or(ProviderError::Untrusted("no code"))?;
    provider.redeem(returned(&code)).await
}

#[tokio::test]
async fn a_person_is_who_the_provider_says_with_each_algorithm() {
    let double = Double::start().unwrap();
    for algorithm in [Algorithm::Rs256, Algorithm::Es256, Algorithm::EdDsa] {
        double.sign_with(algorithm);
        let provider = provider(&double.issuer()).unwrap();
        let identity = sign_in(&provider).await.unwrap();
        let ana = Person::ana();
        assert_eq!(
            (identity.issuer, identity.subject),
            (double.issuer(), ana.sub)
        );
        assert_eq!(
            (identity.email, identity.email_verified),
            (Some(ana.email), true)
        );
    }
}

#[tokio::test]
async fn a_token_with_anything_wrong_is_not_believed() {
    let double = Double::start().unwrap();
    let wrong = [
        Name::AlgNone,
        Name::Hs256WithPublicKey,
        Name::Hs256WithClientSecret,
        Name::ForeignKeyKnownKid,
        Name::JwkHeader,
        Name::JkuHeader,
        Name::X5uHeader,
        Name::CritHeader,
        Name::UnknownKid,
        Name::TamperedPayload,
        Name::WrongNonce,
        Name::NoNonce,
        Name::WrongAud,
        Name::AudListWithoutAzp,
        Name::AudListOtherAzp,
        Name::WrongIss,
        Name::Expired,
        Name::NoExp,
        Name::NoIat,
        Name::FutureIat,
        Name::NoSub,
        Name::EmptySub,
        Name::UserInfoOfAnother,
    ];
    for algorithm in [Algorithm::Rs256, Algorithm::Es256, Algorithm::EdDsa] {
        double.sign_with(algorithm);
        let provider = provider(&double.issuer()).unwrap();
        for name in wrong {
            double.fault(Fault::once(name));
            let refused = sign_in(&provider).await;
            let is_refused = matches!(refused, Err(ProviderError::Untrusted(_)));
            assert!(is_refused, "{name:?} with {algorithm:?}: {refused:?}");
        }
        sign_in(&provider).await.unwrap();
    }
}

#[tokio::test]
async fn a_token_for_several_is_ours_when_it_was_made_for_us() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    double.fault(Fault::once(Name::AudListWithAzp));
    sign_in(&provider).await.unwrap();
}

#[tokio::test]
async fn an_address_is_verified_only_where_the_provider_says_true() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    let unverified = [
        Name::EmailUnverified,
        Name::EmailVerifiedString,
        Name::EmailVerifiedMissing,
    ];
    for name in unverified {
        double.fault(Fault::once(name));
        assert!(
            !sign_in(&provider).await.unwrap().email_verified,
            "{name:?}"
        );
    }
    double.fault(Fault::once(Name::NoEmail));
    let identity = sign_in(&provider).await.unwrap();
    assert_eq!((identity.email, identity.email_verified), (None, false));
}

/// As strict providers do it.
#[tokio::test]
async fn an_address_may_be_at_the_user_info_endpoint_and_a_key_without_its_name() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    for name in [Name::EmailInUserInfo, Name::NoKid] {
        double.fault(Fault::once(name));
        let identity = sign_in(&provider).await.unwrap();
        let found = (identity.email, identity.email_verified);
        assert_eq!(found, (Some(Person::ana().email), true), "{name:?}");
    }
    assert_eq!(double.count(Route::UserInfo), 1);
}

#[tokio::test]
async fn the_secret_goes_where_the_provider_takes_it() {
    let double = Double::start().unwrap();
    sign_in(&provider(&double.issuer()).unwrap()).await.unwrap();
    double.fault(Fault::always(Name::PostAuthOnly));
    sign_in(&provider(&double.issuer()).unwrap()).await.unwrap();
    let log = double.log();
    let tokens: Vec<bool> = log
        .iter()
        .filter(|entry| entry.route == Route::Token)
        .map(|entry| entry.authorization.is_some())
        .collect();
    assert_eq!(tokens, [true, false]);
}

#[tokio::test]
async fn keys_that_change_are_found_and_invented_names_cost_one_request() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    sign_in(&provider).await.unwrap();
    sign_in(&provider).await.unwrap();
    assert_eq!(double.count(Route::Jwks), 1, "they are kept");
    double.rotate_keys().unwrap();
    sign_in(&provider).await.unwrap();
    assert_eq!(double.count(Route::Jwks), 2, "an honest rotation works");
    double.fault(Fault::always(Name::UnknownKid));
    for _ in 0..100 {
        sign_in(&provider).await.unwrap_err();
    }
    assert_eq!(double.count(Route::Jwks), 2, "at most once a minute");
    double.clear_faults();
    sign_in(&provider).await.unwrap();
}

#[tokio::test]
async fn a_provider_that_is_broken_is_its_own_fault() {
    let double = Double::start().unwrap();
    let broken = [
        Name::Token503,
        Name::TokenHtml,
        Name::TokenReset,
        Name::TokenHuge,
        Name::NoIdToken,
        Name::GarbageJwks,
        Name::Jwks503,
        Name::OtherIssuerInDiscovery,
        Name::Discovery503,
    ];
    for name in broken {
        let provider = provider(&double.issuer()).unwrap();
        double.fault(Fault::once(name));
        let failed = sign_in(&provider).await.unwrap_err();
        assert!(failed.is_the_providers(), "{name:?}: {failed}");
        sign_in(&provider).await.unwrap();
    }
}

#[tokio::test]
async fn a_code_that_the_provider_does_not_take_is_the_fault_of_who_brought_it() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    let failed = provider.redeem(returned("invented")).await.unwrap_err();
    assert!(matches!(failed, ProviderError::Refused), "{failed}");
    assert!(!failed.is_the_providers());
}

#[tokio::test]
async fn a_provider_that_never_answers_is_given_up() {
    let double = Double::start().unwrap();
    let provider = provider(&double.issuer()).unwrap();
    provider.authorization_url(&asked()).await.unwrap();
    double.fault(Fault::always(Name::TokenHang));
    tokio::time::pause();
    let start = tokio::time::Instant::now();
    let failed = provider.redeem(returned("code")).await.unwrap_err();
    assert!(matches!(failed, ProviderError::TimedOut), "{failed}");
    assert!(start.elapsed() <= Duration::from_secs(10));
}

#[test]
fn plain_http_goes_to_a_loopback_literal_alone() {
    for issuer in [
        "http://localhost:1",
        "http://accounts.example.com",
        "ftp://127.0.0.1",
        "x",
    ] {
        assert!(provider(issuer).is_err(), "{issuer}");
    }
    for issuer in [
        "http://127.0.0.1:1",
        "http://[::1]:1",
        "https://accounts.example.com",
    ] {
        assert!(provider(issuer).is_ok(), "{issuer}");
    }
}
