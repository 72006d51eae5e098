//! The columns of this capability that name people, organisations and teams.
//!
//! What an institution has follows: its teams, contacts and numbers. Whoever keeps people, descriptions or imports is an
//! association at work here, and never steps back.

passerelle_store::refers! {
    /// The columns of this capability that name people, organisations and teams.
    pub(crate) REFERENCES;
    person.id to Person row "org_id"
        unless "SELECT 1 FROM person other WHERE other.id = ?2 AND other.org_id = person.org_id";
    person_opened.person_id to Person row "org_id || ' ' || audience || ' ' || fact"
        unless "SELECT 1 FROM person_opened other WHERE other.person_id = ?2 AND other.org_id = person_opened.org_id
            AND other.audience = person_opened.audience AND other.fact = person_opened.fact";
    merger.kept_id to Person stays "it says what was merged";
    merger.gone_id to Person stays "it says what was merged";
    merger.merged_by to Person stays "who did it";
    merger.undone_by to Person stays "who did it";
    import.made_by to Person stays "who did it";
    description_change.by_id to Person stays "who did it";
    entry_age.confirmed_by to Person stays "who said it";

    organisation.merged_into to Organisation row "id";
    organisation_of_network.org_id to Organisation row "id"
        unless "SELECT 1 FROM organisation_of_network other WHERE other.org_id = ?2
            AND other.network_id = organisation_of_network.network_id";
    organisation_of_network.network_id to Organisation holds "its members are organisations";
    team.org_id to Organisation row "id";
    finess_site.organisation_id to Organisation row "number";
    contact.org_id to Organisation row "id";
    entry_age.org_id to Organisation row "kind || ' ' || entry_id"
        unless "SELECT 1 FROM organisation gone WHERE gone.id = entry_age.entry_id AND gone.id <> ?2";
    entry_age.entry_id to Organisation stays "it says how old that record is";
    person.org_id to Organisation holds "the people of whom it keeps a record";
    person_opened.org_id to Organisation holds "what people show to it";
    description.org_id to Organisation holds "its own words";
    description_change.org_id to Organisation stays "its own words, beside its description";
    import.org_id to Organisation holds "what it has imported";
    merger.org_id to Organisation stays "by whom it was made";
    merger.kept_id to Organisation stays "it says what was merged";
    merger.gone_id to Organisation stays "it says what was merged";

    team.merged_into to Team row "id";
    contact.team_id to Team row "id";
    merger.kept_id to Team stays "it says what was merged";
    merger.gone_id to Team stays "it says what was merged";
}
