//! Short messages to telephones: enqueued with the change they tell of, put into words and handed to a gateway by a job.
//!
//! Which gateway is the operator's to choose: none, a folder with one file for each message (tests, trying it out), a
//! service over https, or the outbox page of a demonstration. The message is short and names nobody but its reader.

use std::{path::PathBuf, time::Duration};

use passerelle_kernel::Language;
use passerelle_store::{
    Result, Tx,
    job::{self, Job},
};
use passerelle_words::FluentValue;
use reqwest::{Client, redirect::Policy};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{App, JobContext, JobError, LetterLink, capability::JobFuture, mail};

pub(crate) const JOB: &str = "sms";

/// How short messages leave.
#[derive(Clone, Debug, Default)]
pub enum SmsRoute {
    /// They do not: nobody is offered a way that needs one.
    #[default]
    None,
    /// Kept in the outbox page (demonstration, tests).
    Outbox,
    /// One file for each message in this folder.
    Folder(PathBuf),
    /// A service that takes JSON (`to`, `text`, `id`).
    Service {
        /// Its address.
        url: String,
        /// What it wants to see (`Authorization: Bearer …`); empty: nothing.
        secret: String,
    },
}

impl SmsRoute {
    /// The route that the operator wrote: `none`, `outbox`, `folder:<path>` or `https://…`.
    ///
    /// # Errors
    /// Says what may be written.
    pub fn parse(text: &str, secret: &str) -> std::result::Result<Self, String> {
        match text {
            "none" => Ok(Self::None),
            "outbox" => Ok(Self::Outbox),
            _ if text.starts_with("https://") => Ok(Self::Service { url: text.to_owned(), secret: secret.to_owned() }),
            _ => match text.strip_prefix("folder:").filter(|path| !path.is_empty()) {
                Some(path) => Ok(Self::Folder(path.into())),
                None => Err("sms.gateway is none, outbox, folder:<path> or https://…".to_owned()),
            },
        }
    }

    /// Whether a message reaches anybody.
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// A short message to be sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sms {
    /// The number, with its country (`+33…`).
    pub to: String,
    /// The language of the person who gets it.
    pub language: Language,
    /// The key of its words.
    pub key: String,
    /// The arguments of its words.
    pub args: Vec<(String, String)>,
    /// The link in it.
    pub link: Option<LetterLink>,
}

/// Enqueues a short message in this transaction.
///
/// # Errors
/// The engine's error.
pub async fn send_sms(tx: &mut Tx, sms: &Sms) -> Result<()> {
    tx.enqueue(JOB, sms).await
}

/// The job that sends a short message.
pub(crate) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let sms: Sms = job.payload().map_err(|_| "a short message of another version")?;
        send(&ctx.app, &job, &sms).await
    })
}

async fn send(app: &App, job: &Job, sms: &Sms) -> std::result::Result<(), JobError> {
    let mut tx = app.db().begin_write().await?;
    let url = match &sms.link {
        None => None,
        Some(link) => {
            let path = mail::path(&mut tx, app, link).await?;
            Some(format!("{}{path}", app.settings().base_url))
        }
    };
    let text = compose(app, sms, url.as_deref());
    let route = &app.settings().sms;
    if let SmsRoute::Outbox = route {
        job::finish(&mut tx, job).await?;
        let subject = app.words(sms.language).say("web-sms-subject");
        mail::keep(&mut tx, &sms.to, &subject, &text).await?;
        return Ok(tx.commit().await?);
    }
    tx.commit().await?;
    let handed = match route {
        SmsRoute::None | SmsRoute::Outbox => Err("there is no gateway for short messages".to_owned()),
        SmsRoute::Folder(folder) => write(folder.clone(), job.id.to_string(), &sms.to, &text).await,
        SmsRoute::Service { url, secret } => hand_over(url, secret, job.id.to_string(), &sms.to, &text).await,
    };
    handed.map_err(JobError::Failed)
}

fn compose(app: &App, sms: &Sms, url: Option<&str>) -> String {
    let args: Vec<(&str, FluentValue<'_>)> =
        sms.args.iter().map(|(name, value)| (name.as_str(), FluentValue::from(value.as_str()))).collect();
    let text = app.words(sms.language).say_with(&sms.key, &args);
    url.map_or(text.clone(), |url| format!("{text}\n{url}"))
}

/// A job that runs again writes the same file.
async fn write(folder: PathBuf, id: String, to: &str, text: &str) -> std::result::Result<(), String> {
    let message = format!("{to}\n{text}\n");
    tokio::fs::create_dir_all(&folder).await.map_err(|_| "the folder of short messages cannot be made".to_owned())?;
    let written = tokio::fs::write(folder.join(format!("{id}.txt")), message).await;
    written.map_err(|_| "the folder of short messages cannot be written".to_owned())
}

/// The service hears the id of the job: one that runs again is the same message.
async fn hand_over(url: &str, secret: &str, id: String, to: &str, text: &str) -> std::result::Result<(), String> {
    // One way of encrypting for the whole program; a second call changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder().redirect(Policy::none()).timeout(Duration::from_secs(20)).build();
    let client = client.map_err(|_| "no way out for short messages".to_owned())?;
    let body = json!({ "to": to, "text": text, "id": id }).to_string();
    let mut request = client.post(url).header("content-type", "application/json").header("idempotency-key", id);
    if !secret.is_empty() {
        request = request.header("authorization", format!("Bearer {secret}"));
    }
    let answer = request.body(body).send().await.map_err(|_| "the gateway does not answer".to_owned())?;
    if answer.status().is_success() { Ok(()) } else { Err(format!("the gateway said {}", answer.status().as_u16())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gateway_is_none_a_folder_or_a_service() {
        let parse = |text: &str| SmsRoute::parse(text, "s");
        assert!(matches!(parse("none"), Ok(SmsRoute::None)));
        assert!(matches!(parse("outbox"), Ok(SmsRoute::Outbox)));
        assert!(matches!(parse("folder:/tmp/sms"), Ok(SmsRoute::Folder(path)) if path.ends_with("sms")));
        assert!(matches!(parse("https://sms.example"), Ok(SmsRoute::Service { secret, .. }) if secret == "s"));
        for wrong in ["", "folder:", "http://sms.example", "smtp://x"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
        assert!(!SmsRoute::None.is_there() && SmsRoute::Outbox.is_there());
    }

    #[tokio::test]
    async fn a_folder_has_one_file_for_each_message() {
        let folder = std::env::temp_dir().join(format!("passerelle-sms-{}", std::process::id()));
        for _ in 0..2 {
            write(folder.clone(), "one".to_owned(), "+33612345678", "Votre code : 123456").await.unwrap();
        }
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
        assert_eq!(files.len(), 1, "the same message once");
        let text = std::fs::read_to_string(folder.join("one.txt")).unwrap();
        assert_eq!(text, "+33612345678\nVotre code : 123456\n");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    /// A service that listens once, answers with this status, and gives what it heard.
    async fn service(status: &'static str) -> (String, tokio::task::JoinHandle<String>) {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        let heard = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut text = String::new();
            let mut bytes = [0; 4096];
            while !text.ends_with('}') {
                let read = stream.read(&mut bytes).await.unwrap();
                text.push_str(std::str::from_utf8(&bytes[..read]).unwrap());
            }
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
            text
        });
        (url, heard)
    }

    #[tokio::test]
    async fn a_service_hears_the_message_its_id_and_the_secret() {
        let (url, heard) = service("202 Accepted").await;
        hand_over(&url, "s3cret", "one".to_owned(), "+33612345678", "Votre code : 123456").await.unwrap();
        let heard = heard.await.unwrap();
        for part in
            ["POST /send ", "authorization: Bearer s3cret", "idempotency-key: one", "\"to\":\"+33612345678\"", "123456"]
        {
            assert!(heard.contains(part), "{part} is not in {heard}");
        }
        let (url, _) = service("503 Service Unavailable").await;
        let problem = hand_over(&url, "", "one".to_owned(), "+33612345678", "x").await.unwrap_err();
        assert_eq!(problem, "the gateway said 503");
        assert!(hand_over("http://127.0.0.1:1/", "", "one".to_owned(), "+3361", "x").await.is_err());
    }
}
