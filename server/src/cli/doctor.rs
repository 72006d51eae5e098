//! `passerelle doctor`: what is fine, what is not, what to do. Fails when something is wrong.

use anyhow::{Result, bail};
use clap::Args;
use passerelle_store::trail::Head;

use super::say;
use crate::{
    config::Config,
    doctor::{Finding, State, examine},
};

/// The state of the installation
#[derive(Args)]
pub(super) struct Doctor {
    /// One line of JSON for each check
    #[arg(long)]
    json: bool,
    /// The last link of the trail as it was noted before (by this command, or with a backup)
    #[arg(long, value_name = "NUMBER:HASH")]
    trail: Option<Head>,
}

impl Doctor {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let findings = examine(config, self.trail).await;
        for finding in &findings {
            if self.json { say!("{}", serde_json::to_string(finding)?) } else { say!("{}", told(finding)) }
        }
        let wrong = findings.iter().filter(|finding| finding.state == State::Wrong).count();
        let look = findings.iter().filter(|finding| finding.state == State::Look).count();
        match (wrong, look) {
            (0, _) if self.json => Ok(()),
            (0, 0) => {
                say!("All is well.");
                Ok(())
            }
            (0, look) => {
                say!("Nothing is wrong; {look} to look at.");
                Ok(())
            }
            (wrong, _) => bail!("{wrong} wrong, {look} to look at"),
        }
    }
}

fn told(finding: &Finding) -> String {
    let state = match finding.state {
        State::Fine => "fine ",
        State::Look => "look ",
        State::Wrong => "WRONG",
    };
    let advice = if finding.advice.is_empty() { String::new() } else { format!("\n{:20}→ {}", "", finding.advice) };
    format!("{state} {:<13} {}{advice}", finding.about, finding.found)
}
