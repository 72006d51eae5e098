//! A paper is handed in: frozen as a PDF, kept, and the signers are asked.

use passerelle_access::account;
use passerelle_documents::Sheet;
use passerelle_kernel::{Date, Id, Language};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{Matter, actor, record, write_to};
use crate::{
    Error,
    paper::{Kind, Paper, Stage},
    printed::{pdf, sha256},
    refusal::Refusal,
    scan::Media,
    signer::{Asked, Signer, Way},
    store::{
        files::{self, File, Part},
        papers::{self, Loaded},
    },
};

/// A paper as another capability hands it in.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub kind: Kind,
    /// The language in which it is written.
    pub language: Language,
    /// What it says; its title is the paper's.
    pub content: Sheet,
    /// What it is about, in words of the caller (`mission:<id>`): versions about the same are linked.
    pub subject: Option<String>,
    /// The page of what it is about; a new version is made under it at `/paper`, or `/addendum` for one.
    pub about: Option<String>,
    /// Its last day, if it has one.
    pub ends_on: Option<Date>,
    /// The version in whose place it steps, for papers without a subject.
    pub former: Option<Id<Paper>>,
    /// Who signs, in the order of the paper.
    pub signers: Vec<Asked>,
}

/// Offers a paper for signature, in the association of the person who acts. An open version before it is replaced at once, a
/// signed one when all have signed this one.
///
/// # Errors
/// Forbidden without the right; refused without signers and when one cannot be reached in their way.
pub async fn offer(ctx: &Ctx, draft: Draft) -> Result<Id<Paper>, Error> {
    let actor = actor(ctx)?;
    let org = papers::own_org(actor)?;
    Paper::check_count(draft.signers.len()).map_err(Error::Refused)?;
    let (org_name, _) = papers::org(&mut ctx.begin_read().await?, org).await?;
    // Typesetting takes a while: before the transaction.
    let bytes = pdf(&draft.content, draft.language, &org_name, ctx.now()).await?;
    let mut tx = ctx.begin_write().await?;
    let former = former(&mut tx, ctx, &draft).await?;
    let mut signers = Vec::with_capacity(draft.signers.len());
    for asked in draft.signers {
        let asked = reachable(&mut tx, ctx, asked).await?;
        signers.push(Signer::ask(ctx.new_id(), asked, ctx.now()).map_err(Error::Refused)?);
    }
    let paper = Paper {
        id: ctx.new_id(),
        org,
        kind: draft.kind,
        title: draft.content.title.clone(),
        language: draft.language,
        version: former.as_ref().map_or(1, |former| former.paper.version.saturating_add(1)),
        former: former.as_ref().map(|former| former.paper.id),
        subject: draft.subject,
        about: draft.about,
        content: draft.content,
        hash: sha256(&bytes),
        offered: (ctx.now(), actor.account),
        ends_on: draft.ends_on,
        signed_at: None,
        declined_at: None,
        replaced_at: None,
        withdrawal: None,
        signers,
    };
    papers::insert(&mut tx, &paper).await?;
    files::keep(&mut tx, (org, paper.id, None), Part::Offered, &File { media: Media::Pdf, bytes }).await?;
    if let Some(former) = former.filter(|former| former.paper.stage() != Stage::Signed) {
        papers::save(&mut tx, &former.paper.replaced(ctx.now(), ctx.today())).await?;
    }
    let loaded = Loaded { paper, org_name, next: None };
    for signer in &loaded.paper.signers {
        write_to(&mut tx, &loaded, signer, Matter::Asked).await?;
    }
    record(&mut tx, ctx, "paper-offered", &loaded.paper, None).await?;
    tx.commit().await?;
    Ok(loaded.paper.id)
}

/// The version before: the last one about the same, or the one that is named.
async fn former(tx: &mut Tx, ctx: &Ctx, draft: &Draft) -> Result<Option<Loaded>, Error> {
    let actor = actor(ctx)?;
    match (&draft.subject, draft.former) {
        (Some(subject), _) => Ok(papers::latest(tx, papers::own_org(actor)?, subject).await?),
        (None, Some(former)) => papers::load_paper(tx, actor, former).await.map(Some),
        (None, None) => Ok(None),
    }
}

/// The same with the account that has this address; refused where their way cannot be gone.
pub(super) async fn reachable(tx: &mut Tx, ctx: &Ctx, asked: Asked) -> Result<Asked, Error> {
    if asked.way == Some(Way::Sms) && !ctx.app().settings().sms.is_there() {
        return Err(Error::Refused(Refusal::NoGateway));
    }
    let known = match &asked.email {
        Some(email) => account::find_by_email(tx, email).await?.map(|account| account.id),
        None => None,
    };
    let asked = Asked { account: known.or(asked.account), ..asked };
    asked.way().map_err(Error::Refused)?;
    Ok(asked)
}
