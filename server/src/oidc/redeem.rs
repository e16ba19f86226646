//! The code for an ID token, the ID token for a person.

use data_encoding::BASE64;
use hyper_server::StatusCode;
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::Value;
use url::form_urlencoded::{Serializer, byte_serialize};

use super::discovery::Document;
use super::fetch::Answer;
use super::id_token::{self, Believed, Expected};
use super::{Identity, Provider, ProviderError, Returned};

const WHAT: &str = "token answer";

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

/// What the user-info endpoint says (`OpenID` Connect Core, section 5.3).
#[derive(Deserialize)]
struct UserInfo {
    sub: String,
    email: Option<Value>,
    email_verified: Option<Value>,
}

impl Provider {
    pub(super) async fn redeem_patiently(
        &self,
        returned: Returned<'_>,
    ) -> Result<Identity, ProviderError> {
        let issuer = &self.settings.issuer;
        let document = self.discovery.document(&self.fetcher, issuer).await?;
        let tokens = self.exchange(&document, returned).await?;
        let header = id_token::header(&tokens.id_token)?;
        let key = self
            .jwks
            .key(
                &self.fetcher,
                &document.jwks_uri,
                header.kid.as_deref(),
                header.algorithm,
            )
            .await?;
        let expected = Expected {
            issuer,
            client_id: &self.settings.client_id,
            nonce: returned.nonce,
        };
        let mut believed = id_token::check(&tokens.id_token, header.algorithm, &key, &expected)?;
        if believed.email.is_none() {
            self.ask_for_email(&document, tokens.access_token.as_deref(), &mut believed)
                .await?;
        }
        Ok(Identity {
            issuer: issuer.clone(),
            subject: believed.subject,
            email_verified: believed.email_verified && believed.email.is_some(),
            email: believed.email,
        })
    }

    /// Redeems the code. An answer that got lost is not asked for again: the code may be spent.
    async fn exchange(
        &self,
        document: &Document,
        returned: Returned<'_>,
    ) -> Result<Tokens, ProviderError> {
        let (authorization, form) = self.request(document, returned);
        let place = &document.token_endpoint;
        let answer = self.fetcher.post(place, authorization, form).await?;
        if answer.status == StatusCode::OK {
            answer.json(WHAT)
        } else {
            Err(refusal(&answer))
        }
    }

    /// Who we are, as `Authorization` or in the form, and what we ask for.
    fn request(&self, document: &Document, returned: Returned<'_>) -> (Option<String>, String) {
        let client = &self.settings;
        let mut form = Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", returned.code)
            .append_pair("redirect_uri", returned.redirect_uri)
            .append_pair("code_verifier", returned.verifier);
        let authorization = match &client.client_secret {
            Some(secret) if !document.secret_in_form => {
                let encode = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
                let pair = encode(&client.client_id) + ":" + &encode(secret.expose_secret());
                Some(format!("Basic {}", BASE64.encode(pair.as_bytes())))
            }
            secret => {
                form.append_pair("client_id", &client.client_id);
                if let Some(secret) = secret {
                    form.append_pair("client_secret", secret.expose_secret());
                }
                None
            }
        };
        (authorization, form.finish())
    }

    /// Some providers keep the address out of the ID token.
    async fn ask_for_email(
        &self,
        document: &Document,
        access_token: Option<&str>,
        believed: &mut Believed,
    ) -> Result<(), ProviderError> {
        let (Some(place), Some(token)) = (&document.userinfo_endpoint, access_token) else {
            return Ok(());
        };
        let said: UserInfo = self.fetcher.get(place, Some(token), "user info").await?;
        if said.sub != believed.subject {
            return Err(ProviderError::Untrusted(
                "the user info is of somebody else",
            ));
        }
        believed.email = id_token::email(said.email.as_ref());
        believed.email_verified = said.email_verified == Some(Value::Bool(true));
        Ok(())
    }
}

/// `invalid_grant` is about the code; whatever else is about us or the provider.
fn refusal(answer: &Answer) -> ProviderError {
    #[derive(Deserialize)]
    struct Said {
        error: String,
    }
    match answer.json::<Said>(WHAT) {
        Ok(said) if said.error == "invalid_grant" => ProviderError::Refused,
        Ok(said) if said.error == "invalid_client" => {
            ProviderError::broken(WHAT, "it does not know this client or its secret")
        }
        _ => ProviderError::broken(WHAT, "its status is not 200"),
    }
}
