//! Letters: enqueued with the change they tell of, put into words and sent by a job.
//!
//! A letter names the keys of its words (`<key>-subject`, `<key>-text`) and, where it has a link, what the link is
//! for; the link's secret is made when the letter is sent, so that it lies nowhere in between.

use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::Mailbox};
use passerelle_access::link;
use passerelle_kernel::{Id, Language, Timestamp};
use passerelle_store::{
    Result, Tx,
    job::{self, Job},
};
use passerelle_words::FluentValue;
use serde::{Deserialize, Serialize};

use crate::{App, JobContext, JobError, MailRoute, capability::JobFuture};

pub(crate) const JOB: &str = "mail";

/// A letter to be sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    /// The address.
    pub to: String,
    /// The language of the person who gets it.
    pub language: Language,
    /// The beginning of the keys of its words.
    pub key: String,
    /// The arguments of its words.
    pub args: Vec<(String, String)>,
    /// The link in it.
    pub link: Option<LetterLink>,
}

/// A link in a letter: to a page of ours, with or without a secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LetterLink {
    /// The path; a secret is put at its end when there is a purpose.
    pub path: String,
    /// What the secret is for, which record it leads to, and for how many days.
    pub purpose: Option<(String, String, i64)>,
}

/// A message kept instead of sent.
#[derive(Clone, Debug)]
pub struct OutboxMail {
    /// When it would have left.
    pub at: Timestamp,
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

passerelle_store::sql! {
    /// The statements about messages kept instead of sent.
    pub STATEMENTS;
    KEEP = "INSERT INTO outbox (id, at, recipient, subject, text) VALUES (?1, ?2, ?3, ?4, ?5)";
    LIST = "SELECT at, recipient, subject, text, id FROM outbox ORDER BY id DESC LIMIT 100";
}

passerelle_store::sealed! {
    /// What is sealed of messages kept instead of sent.
    pub(crate) SEALED;
    RECIPIENT = outbox.recipient, row "id", owner House "'house'", was "recipient_clear",
        "Messages kept instead of sent: the address", "Says who is in contact with a peer support service";
    SUBJECT = outbox.subject, row "id", owner House "'house'", was "subject_clear",
        "Messages kept instead of sent: the subject", "Names people";
    TEXT = outbox.text, row "id", owner House "'house'", was "text_clear",
        "Messages kept instead of sent: the text", "Names people; the links in it open things";
}

/// The owner of messages.
const HOUSE: &str = "house";

/// Enqueues a letter in this transaction.
///
/// # Errors
/// The engine's error.
pub async fn send_letter(tx: &mut Tx, letter: &Letter) -> Result<()> {
    tx.enqueue(JOB, letter).await
}

/// The last 100 messages kept instead of sent, the newest first.
///
/// # Errors
/// The engine's error.
pub async fn outbox(tx: &mut Tx) -> Result<Vec<OutboxMail>> {
    type Bytes = Option<Vec<u8>>;
    let kept: Vec<(Timestamp, Bytes, Bytes, Bytes, Id<OutboxMail>)> =
        tx.query(LIST, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))).await?;
    let mut mails = Vec::with_capacity(kept.len());
    for (at, to, subject, text, id) in kept {
        let to = tx.open(RECIPIENT, HOUSE, id, to.as_deref()).await?;
        let subject = tx.open(SUBJECT, HOUSE, id, subject.as_deref()).await?;
        let text = tx.open(TEXT, HOUSE, id, text.as_deref()).await?;
        mails.push(OutboxMail { at, to, subject, text });
    }
    Ok(mails)
}

pub(crate) async fn keep(tx: &mut Tx, to: &str, subject: &str, text: &str) -> Result<()> {
    let id: Id<OutboxMail> = tx.new_id();
    let to = tx.seal(RECIPIENT, HOUSE, id, to).await?;
    let subject = tx.seal(SUBJECT, HOUSE, id, subject).await?;
    let text = tx.seal(TEXT, HOUSE, id, text).await?;
    let now = tx.now();
    tx.execute(KEEP, &[id.into(), now.into(), to, subject, text]).await.map(drop)
}

/// The job that sends a letter.
pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let letter: Letter = job.payload().map_err(|_| "a letter of another version")?;
        send(&ctx.app, &job, &letter).await
    })
}

async fn send(app: &App, job: &Job, letter: &Letter) -> std::result::Result<(), JobError> {
    let mut tx = app.db().begin_write().await?;
    let url = match &letter.link {
        None => None,
        Some(found) => Some(format!("{}{}", app.settings().base_url, path(&mut tx, app, found).await?)),
    };
    let (subject, text) = compose(app, letter, url.as_deref());
    let MailRoute::Smtp { url: server, from } = &app.settings().mail else {
        job::finish(&mut tx, job).await?;
        keep(&mut tx, &letter.to, &subject, &text).await?;
        return Ok(tx.commit().await?);
    };
    tx.commit().await?;
    deliver(server, from, &letter.to, &subject, text, job.id).await.map_err(JobError::Failed)
}

pub(crate) async fn path(tx: &mut Tx, app: &App, link: &LetterLink) -> Result<String> {
    let Some((purpose, subject, days)) = &link.purpose else { return Ok(link.path.clone()) };
    let secret = app.db().chance().secret();
    link::create(tx, &secret, purpose, subject, *days).await?;
    Ok(format!("{}{}", link.path, secret.reveal()))
}

fn compose(app: &App, letter: &Letter, url: Option<&str>) -> (String, String) {
    let words = app.words(letter.language);
    let args: Vec<(&str, FluentValue<'_>)> =
        letter.args.iter().map(|(name, value)| (name.as_str(), FluentValue::from(value.as_str()))).collect();
    // A line break in a name must not become a header.
    let subject = words.say_with(&format!("{}-subject", letter.key), &args).replace(['\r', '\n'], " ");
    let mut text = words.say_with(&format!("{}-text", letter.key), &args);
    if let Some(url) = url {
        text.push_str(&format!("\n\n{}\n{url}", words.say("web-mail-link")));
    }
    text.push_str(&format!("\n\n{}\n", words.say("web-mail-end")));
    (subject, text)
}

/// A job that runs again after its claim ran out sends the same message id: mail systems show such a letter once.
async fn deliver(
    server: &str,
    from: &str,
    to: &str,
    subject: &str,
    text: String,
    job: Id<Job>,
) -> std::result::Result<(), String> {
    let from: Mailbox = from.parse().map_err(|_| "the sender's address is not one".to_owned())?;
    let to: Mailbox = to.parse().map_err(|_| "the recipient's address is not one".to_owned())?;
    let id = format!("<{job}@{}>", from.email.domain());
    let message = Message::builder().message_id(Some(id)).from(from).to(to).subject(subject).body(text);
    let message = message.map_err(|error| error.to_string())?;
    transport(server)?.send(message).await.map(drop).map_err(|error| said(&error))
}

fn transport(server: &str) -> std::result::Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
        .map_err(|_| "the address of the mail server is not one".to_owned())?;
    Ok(builder.timeout(Some(std::time::Duration::from_secs(20))).build())
}

/// The server's answer may repeat the address: only its kind goes to the log.
fn said(error: &lettre::transport::smtp::Error) -> String {
    let code = error.status().map(|code| format!("the mail server said {code}"));
    code.unwrap_or_else(|| "the mail server cannot be reached".to_owned())
}

/// Whether a mail server (`smtp://…`, `smtps://…`) answers and lets us in; no letter is sent.
///
/// # Errors
/// Why not, in words for the operator.
pub async fn greet_mail_server(server: &str) -> std::result::Result<(), String> {
    match transport(server)?.test_connection().await {
        Ok(true) => Ok(()),
        Ok(false) => Err("the mail server answers but does nothing".to_owned()),
        Err(error) => Err(said(&error)),
    }
}
