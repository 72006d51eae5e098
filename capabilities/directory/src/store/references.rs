//! The columns of this capability that name people.

passerelle_store::refers! {
    /// The columns of this capability that name people.
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
}
