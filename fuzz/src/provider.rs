//! What an organisation's sign-in provider says (OpenID Connect): its metadata, its keys, its tokens, one a line. A
//! token that nobody signed for us is never believed.

use std::str::FromStr as _;

use openidconnect::{
    ClientId, IssuerUrl, Nonce,
    core::{CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreProviderMetadata, CoreTokenResponse},
};

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "provider", run, seeds };

const ISSUER: &str = "https://login.example.org";

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "{\"issuer\":\"https://login.example.org\",\"authorization_endpoint\":\"https://login.example.org/a\",\
          \"token_endpoint\":\"https://login.example.org/t\",\"jwks_uri\":\"https://login.example.org/k\",\
          \"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],\
          \"id_token_signing_alg_values_supported\":[\"RS256\",\"none\"]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"1\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}\n\
          eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwiYXVkIjoiYSJ9.AAAA",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"},{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}\n\
          eyJhbGciOiJub25lIn0.e30.",
        "{\"access_token\":\"a\",\"token_type\":\"bearer\",\"id_token\":\"eyJhbGciOiJIUzI1NiJ9.e30.AAAA\",\"expires_in\":1}",
    ])
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (first, second) = text.split_once('\n').unwrap_or((text, ""));
    let _ = serde_json::from_str::<CoreProviderMetadata>(first);
    let answered = serde_json::from_str::<CoreTokenResponse>(first).ok();
    let answered = answered.and_then(|answer| answer.extra_fields().id_token().cloned());
    let keys = serde_json::from_str::<CoreJsonWebKeySet>(first).unwrap_or_default();
    let Ok(issuer) = IssuerUrl::new(ISSUER.to_owned()) else { return };
    let judge = CoreIdTokenVerifier::new_public_client(ClientId::new("a".to_owned()), issuer, keys);
    for token in CoreIdToken::from_str(second).ok().into_iter().chain(answered) {
        let believed = token.claims(&judge, &Nonce::new("n".to_owned())).is_ok();
        assert!(!believed, "somebody signed for us: {text}");
    }
}
