//! What the description says of webhooks: the requests that we send, by the name of what they tell.

use utoipa::ToSchema as _;
use utoipa::openapi::{
    Paths, Ref,
    path::{HttpMethod, OperationBuilder, Parameter, ParameterIn},
    schema::{ObjectBuilder, Type},
};

use super::{
    document::{answer, body},
    operation::parameter,
};
use crate::{Capability, webhook::Message};

/// What all of them have in common, for developers.
const ABOUT: &str = "In the form of Standard Webhooks. Answer 2xx within 10 seconds; the body of the answer is not read and a \
    redirection is not followed. What does not arrive is sent again with the same id after 1, 5 and 30 minutes, 2, 8 and 24 \
    hours; then the webhook stops, as it does at once with 410. Messages may come twice and in another order.";

/// One request for each thing that a webhook may tell, and the test.
pub(super) fn webhooks(capabilities: &[Capability]) -> Paths {
    let mut all = Paths::new();
    let notices = capabilities.iter().flat_map(|capability| capability.notices.iter());
    for notice in notices {
        let about = format!("`data.href` is the path of the record: `GET {}`. {ABOUT}", notice.path);
        all.add_path_operation(notice.name, vec![HttpMethod::Post], told(notice.name, notice.summary, &about));
    }
    let test = passerelle_access::webhook::delivery::TEST;
    let about = format!("It is sent once and names no record. {ABOUT}");
    all.add_path_operation(test, vec![HttpMethod::Post], told(test, "Somebody tries whether messages arrive", &about));
    all
}

fn told(name: &str, summary: &str, about: &str) -> OperationBuilder {
    let operation = OperationBuilder::new().operation_id(Some(format!("webhook-{name}"))).summary(Some(summary));
    headers()
        .into_iter()
        .fold(operation.description(Some(about)), OperationBuilder::parameter)
        .request_body(Some(body(Ref::from_schema_name(Message::name()).into())))
        .response("2XX", answer("Taken", None, ""))
        .response("410", answer("Never again: the webhook stops", None, ""))
}

fn headers() -> [Parameter; 3] {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let of = |name, about, schema| parameter(name, ParameterIn::Header, Some(about), schema);
    [
        of("webhook-id", "The id of the message, the same each time it is sent", text()),
        of("webhook-timestamp", "When it was sent, in seconds since 1970", text().pattern(Some(r"^\d+$"))),
        of(
            "webhook-signature",
            "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; two while a secret is exchanged",
            text(),
        ),
    ]
}
