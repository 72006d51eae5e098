//! OpenID Connect (Core 1.0): authorisation code with PKCE, state and nonce; what comes back is verified or refused.

use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, IssuerUrl, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata,
        CoreUserInfoClaims,
    },
};
use passerelle_access::identity::{Provider, Word};
use passerelle_kernel::Id;
use serde::{Deserialize, Serialize};

use crate::{Ctx, outside::Asker};

/// Signatures that we take: with a public key, of good standing. Never `none`, never one made with a shared secret.
const ALGORITHMS: [Algorithm; 7] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// Where an organisation sends people back: each to an address of its own, so that no provider can pass an answer of
/// another one off as its own (RFC 9700, 4.4).
pub(super) fn back_path(org: impl std::fmt::Display) -> String {
    format!("/sign-in/institution/back/{org}")
}

/// Why the organisation's sign-in cannot be used; for the log, without anything personal.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Trouble(String);

impl Trouble {
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// What was sent with somebody, and must come back with them.
#[derive(Serialize, Deserialize)]
pub(super) struct Sent {
    pub(super) org: String,
    pub(super) state: String,
    nonce: String,
    verifier: String,
    pub(super) to: String,
}

/// Asks the provider who it is and for its keys; fails when it is not the one it says, or does not answer.
pub(super) async fn discover(ctx: &Ctx, issuer: &str) -> Result<CoreProviderMetadata, Trouble> {
    let asker = Asker::new(&ctx.app().settings().base_url).map_err(Trouble::of)?;
    let issuer = IssuerUrl::new(issuer.to_owned()).map_err(Trouble::of)?;
    let ask = |request| {
        let asker = asker.clone();
        async move { asker.ask(request).await }
    };
    CoreProviderMetadata::discover_async(issuer, &ask).await.map_err(Trouble::of)
}

fn back(ctx: &Ctx, provider: &Provider) -> Result<RedirectUrl, Trouble> {
    RedirectUrl::new(format!("{}{}", ctx.app().settings().base_url, back_path(provider.org))).map_err(Trouble::of)
}

fn secret(provider: &Provider) -> Option<ClientSecret> {
    provider.client_secret.clone().map(ClientSecret::new)
}

/// The address to which somebody is sent, and what must come back with them.
pub(super) async fn begin(ctx: &Ctx, provider: &Provider, email: &str, to: &str) -> Result<(String, Sent), Trouble> {
    let metadata = discover(ctx, &provider.issuer).await?;
    let client =
        CoreClient::from_provider_metadata(metadata, ClientId::new(provider.client_id.clone()), secret(provider))
            .set_redirect_uri(back(ctx, provider)?);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let flow: CoreAuthenticationFlow = AuthenticationFlow::AuthorizationCode;
    let (url, state, nonce) = client
        .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(challenge)
        .add_extra_param("login_hint", email.to_owned())
        .url();
    let sent = Sent {
        org: provider.org.to_string(),
        state: state.into_secret(),
        nonce: nonce.secret().clone(),
        verifier: verifier.into_secret(),
        to: to.to_owned(),
    };
    Ok((url.to_string(), sent))
}

/// What the organisation says about the person who came back with `code`, verified: by whom it is signed, for whom it
/// is meant, for which of our questions, until when, and that the address is verified.
pub(super) async fn finish(ctx: &Ctx, provider: &Provider, sent: &Sent, code: String) -> Result<Word, Trouble> {
    let asker = Asker::new(&ctx.app().settings().base_url).map_err(Trouble::of)?;
    let ask = |request| {
        let asker = asker.clone();
        async move { asker.ask(request).await }
    };
    let metadata = discover(ctx, &provider.issuer).await?;
    let client =
        CoreClient::from_provider_metadata(metadata, ClientId::new(provider.client_id.clone()), secret(provider))
            .set_redirect_uri(back(ctx, provider)?);
    let exchange = client.exchange_code(AuthorizationCode::new(code)).map_err(Trouble::of)?;
    let verifier = PkceCodeVerifier::new(sent.verifier.clone());
    let answer = exchange.set_pkce_verifier(verifier).request_async(&ask).await.map_err(Trouble::of)?;
    let token = answer.id_token().ok_or_else(|| Trouble("no id token".to_owned()))?;
    let judge = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
    let claims = token.claims(&judge, &Nonce::new(sent.nonce.clone())).map_err(Trouble::of)?;
    let subject = claims.subject().clone();
    let mut said = (claims.email().map(|email| email.to_string()), claims.email_verified());
    if said.0.is_none() {
        let asked = client.user_info(answer.access_token().clone(), Some(subject.clone())).map_err(Trouble::of)?;
        let info: CoreUserInfoClaims = asked.request_async(&ask).await.map_err(Trouble::of)?;
        said = (info.email().map(|email| email.to_string()), info.email_verified());
    }
    match said {
        (Some(email), Some(true)) => Ok(Word { subject: subject.to_string(), email }),
        _ => Err(Trouble("no verified address".to_owned())),
    }
}

/// The organisation of what was sent.
pub(super) fn org_of(sent: &Sent) -> Option<Id<passerelle_access::Organisation>> {
    sent.org.parse().ok()
}
