//! Papers to sign: one that waits for everybody in the way that suits each, one for the peer alone, one that all have
//! signed.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow};
use passerelle_directory::Role::{Coordinator, Head};
use passerelle_kernel::{Id, Timestamp};
use passerelle_placement::mission_paper;
use passerelle_signing::{
    OnPaper, offer,
    paper::{Kind, Paper},
    sign_on_paper, sign_own,
    signer::{Asked, Way},
    to_sign,
};

use super::{
    acts::Course,
    cast::{HOSTS, Somebody},
    founding::address,
    network::{Place, TEAMS},
    plans::PLANS,
    world::{During as _, World, referent, staff},
    year::Act,
};

/// What a hand has drawn under a sheet.
const SCAN: &[u8] = include_bytes!("signature.png");
/// A number that the French regulator keeps for fiction.
const TELEPHONE: &str = "+33639980112";

/// A paper of the demonstration.
struct Planned {
    /// The peer of its mission, the first one of theirs in the plans.
    peer: &'static str,
    kind: Kind,
    /// The day on which it is offered.
    day: i32,
    /// How the team signs.
    host: Way,
    /// Whether all have signed, or the coordinator alone.
    whole: bool,
}

const PAPERS: &[Planned] = &[
    Planned { peer: "mathis", kind: Kind::Assignment, day: -60, host: Way::Account, whole: true },
    Planned { peer: "rachid", kind: Kind::Assignment, day: -5, host: Way::Sms, whole: false },
    Planned { peer: "amadou", kind: Kind::Addendum, day: -2, host: Way::Account, whole: false },
];

/// What is done about the paper of this index.
#[derive(Clone, Copy, Debug)]
pub(super) enum Turn {
    /// It is offered.
    Offer(usize),
    /// Those who have signed do.
    Sign(usize),
}

/// The acts of every paper.
pub(super) fn acts(world: &World) -> Result<Vec<(Timestamp, Act)>> {
    let mut acts = Vec::new();
    for (index, paper) in PAPERS.iter().enumerate() {
        let on = world.date(paper.day);
        acts.push((world.instant(on, 15, 5)?, Act::Paper(Turn::Offer(index))));
        acts.push((world.instant(on, 16, 20)?, Act::Paper(Turn::Sign(index))));
    }
    Ok(acts)
}

/// What was offered so far.
#[derive(Default)]
pub(super) struct Folder {
    papers: BTreeMap<usize, Id<Paper>>,
}

impl Folder {
    /// Does one turn.
    pub(super) async fn play(&mut self, world: &World, courses: &[Course], turn: Turn) -> Result<()> {
        match turn {
            Turn::Offer(index) => {
                let paper = PAPERS.get(index).context("no such paper")?;
                let id = offered(world, courses, paper).await.with_context(|| format!("a paper of {}", paper.peer))?;
                self.papers.insert(index, id);
                Ok(())
            }
            Turn::Sign(index) => {
                let (paper, id) = PAPERS.get(index).zip(self.papers.get(&index)).context("no such paper")?;
                signed(world, paper, *id).await.with_context(|| format!("a signature for {}", paper.peer))
            }
        }
    }
}

/// Where a paper belongs: its course, its team.
fn place(paper: &Planned) -> Result<(usize, &'static Place)> {
    let index = PLANS.iter().position(|plan| plan.peer == paper.peer).context("no such mission")?;
    let team = PLANS.get(index).map_or("", |plan| plan.team);
    Ok((index, TEAMS.iter().find(|known| known.key == team).context("no such team")?))
}

/// Who runs the institution of a team.
fn head(place: &Place) -> Result<&'static Somebody> {
    HOSTS.iter().find(|host| host.role == Head && host.at == place.of).context("no head")
}

async fn offered(world: &World, courses: &[Course], paper: &Planned) -> Result<Id<Paper>> {
    let (index, team) = place(paper)?;
    let mission = courses.get(index).context("no such course")?.mission()?;
    let ctx = world.ctx(staff(team.by, Coordinator))?;
    let mut draft = mission_paper(&ctx, mission, paper.kind).await.map_err(|error| anyhow!("{error:?}"))?;
    if let Some(host) = draft.signers.get_mut(1).filter(|_| paper.kind == Kind::Assignment) {
        let (in_team, head) = (referent(team.key).context("nobody in the team")?, head(team)?);
        let (party, email) = (host.party.clone(), Some(address(in_team.key, team.of)));
        let phone = Some(TELEPHONE.to_owned());
        *host = Asked { name: in_team.name.to_owned(), party, email, phone, way: Some(paper.host), account: None };
        let (name, party) = (head.name.to_owned(), host.party.clone());
        draft.signers.insert(2, Asked { name, party, way: Some(Way::OnPaper), ..Asked::default() });
    }
    offer(&ctx, draft).await.during("to offer")
}

async fn signed(world: &World, paper: &Planned, id: Id<Paper>) -> Result<()> {
    let (_, team) = place(paper)?;
    let coordinator = staff(team.by, Coordinator);
    with_account(world, coordinator, id).await?;
    if !paper.whole {
        return Ok(());
    }
    with_account(world, referent(team.key).map_or("", |host| host.key), id).await?;
    with_account(world, paper.peer, id).await?;
    let (ctx, head) = (world.ctx(coordinator)?, head(team)?);
    let sheet = OnPaper { place: 2, name: head.name.to_owned(), on: ctx.today(), scan: SCAN.to_vec() };
    sign_on_paper(&ctx, id, sheet).await.during("to sign on paper")
}

async fn with_account(world: &World, key: &str, paper: Id<Paper>) -> Result<()> {
    let ctx = world.ctx(key)?;
    let waiting = to_sign(&mut world.app().db().begin_read().await?, world.person(key)?).await?;
    let place =
        waiting.into_iter().find(|one| one.paper == paper).with_context(|| format!("{key} has nothing to sign"))?;
    let name = ctx.visitor().map(|actor| actor.name.clone()).unwrap_or_default();
    sign_own(&ctx, place.signer, &name).await.during("to sign")
}
