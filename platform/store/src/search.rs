//! Finding records by words: an index that follows the records in the same transaction.
//!
//! A record has one [`Entry`] for each kind of reader who sees other words of it, and every search names its readers: an
//! entry is found by those it is for, and by nobody else. Words are compared without accents and case
//! ([`comparable`]), each as the beginning of a word. Names of others (the peer of a mission, its team) are not copied by
//! hand: an entry says whose names it goes by, and [`Tx::call`] brings them up to date wherever they stand.
//!
//! The index is FTS5 on SQLite and a GIN index on PostgreSQL (`dialect.rs`); capabilities write one statement with
//! [`found!`](crate::found!). It is left out of moves between engines and made anew when it is empty.

use passerelle_kernel::comparable;

use crate::{Param, Result, Tx, dialect, params, tx::Connection};

/// The most letters of a text that are looked at.
const LONGEST: usize = 600;
/// The fewest figures that are looked for among telephone numbers.
const SHORTEST_NUMBER: usize = 6;
/// The most words that a search looks for; those after them are left out.
const WORDS: usize = 8;

crate::sql! {
    /// The statements about the index of words.
    pub STATEMENTS;
    PUT = "INSERT INTO search_entry (org_id, kind, id, part, readers, own, first_name, second_name, third_name, words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
            ?6 || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = ?7), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = ?8), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = ?9), ''))
        ON CONFLICT (id, kind, part, org_id) DO UPDATE SET readers = excluded.readers, own = excluded.own,
            first_name = excluded.first_name, second_name = excluded.second_name, third_name = excluded.third_name,
            words = excluded.words";
    REMOVE = "DELETE FROM search_entry WHERE id = ?1 AND kind = ?2";
    REMOVE_PART = "DELETE FROM search_entry WHERE id = ?1 AND kind = ?2 AND part = ?3 AND org_id = ?4";
    CALL = "INSERT INTO search_name (id, words) VALUES (?1, ?2)
        ON CONFLICT (id) DO UPDATE SET words = excluded.words WHERE search_name.words <> excluded.words";
    RENAME = "UPDATE search_entry SET words =
            own || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.first_name), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.second_name), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.third_name), '')
        WHERE first_name = ?1 OR second_name = ?1 OR third_name = ?1";
    RESTATE = "UPDATE search_entry SET org_id = CASE WHEN org_id = ?2 THEN ?3 ELSE org_id END,
            readers = replace(readers, replace(?2, '-', ''), replace(?3, '-', '')),
            first_name = CASE WHEN first_name = ?2 THEN ?3 ELSE first_name END,
            second_name = CASE WHEN second_name = ?2 THEN ?3 ELSE second_name END,
            third_name = CASE WHEN third_name = ?2 THEN ?3 ELSE third_name END
        WHERE id = ?1 AND (org_id = ?2 OR first_name = ?2 OR second_name = ?2 OR third_name = ?2
            OR readers LIKE '%' || replace(?2, '-', '') || '%')";
    RESPELL = "UPDATE search_entry SET words =
            own || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.first_name), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.second_name), '')
            || coalesce((SELECT ' ' || n.words FROM search_name n WHERE n.id = search_entry.third_name), '')
        WHERE id = ?1";
    ANY = "SELECT 1 FROM search_entry LIMIT 1";
}

/// `found!("columns", "joins", "conditions")`: the statement that gives rows of the entries that a search finds.
///
/// The entry is `s`: its record has the id `s.id`, its organisation is `s.org_id`. `?1` is what [`Tx::searched`] gives,
/// `?2` the most rows; conditions begin with `AND` and count on from `?3`.
#[macro_export]
macro_rules! found {
    ($columns:expr, $joins:expr, $conditions:expr) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM search_index x CROSS JOIN search_entry s ON s.seq = x.rowid ",
            $joins,
            " WHERE search_index MATCH ?1 ",
            $conditions,
            " LIMIT ?2"
        )
    };
}

/// What is found of a record, and by whom.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// The kind of record.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The organisation whose record it is.
    pub org: String,
    /// What tells several entries of one record apart; empty when there is one.
    pub part: &'static str,
    /// Who finds it, each as [`reader`] writes it.
    pub readers: &'a [String],
    /// Its own words.
    pub text: &'a str,
    /// Up to three others by whose names it is found too, by their ids.
    pub names: [Option<String>; 3],
}

/// Those who find an entry: what they are (small letters) and, where that is not everybody, of which record.
pub fn reader(what: &'static str, of: Option<String>) -> String {
    let of = of.unwrap_or_default();
    format!("{what}{}", of.replace('-', ""))
}

/// The text as it stands in the index.
fn folded(text: &str) -> String {
    comparable(&text.chars().take(LONGEST).collect::<String>())
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
    is_number: bool,
}

impl Search {
    /// Reads what was typed; nothing when there is no word to look for. A telephone number may have spaces in it.
    pub fn new(typed: &str) -> Option<Self> {
        let is_number = typed.chars().any(|c| c.is_ascii_digit())
            && typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+.-/()".contains(c));
        let folded = if is_number { typed.chars().filter(char::is_ascii_digit).collect() } else { folded(typed) };
        let words: Vec<String> =
            folded.split(' ').filter(|word| !word.is_empty()).take(WORDS).map(str::to_owned).collect();
        // One letter alone would find nearly everything.
        words.iter().any(|word| word.chars().count() > 1).then_some(Self { words, is_number })
    }

    /// The figures, when what was typed may be a telephone number or most of one.
    pub fn number(&self) -> Option<&str> {
        self.words.first().filter(|word| self.is_number && word.len() >= SHORTEST_NUMBER).map(String::as_str)
    }

    /// How well a name fits, the best first: the same, begins so, has these words whole, has them at all.
    pub fn fit(&self, name: &str) -> u8 {
        let (name, wanted) = (comparable(name), self.words.join(" "));
        let is_whole = |word: &String| name.split(' ').any(|part| part == word);
        match () {
            () if name == wanted => 0,
            () if name.starts_with(&wanted) => 1,
            () if self.words.iter().all(is_whole) => 2,
            () if self.words.iter().all(|word| name.split(' ').any(|part| part.starts_with(word))) => 3,
            () => 4,
        }
    }
}

impl Tx {
    /// Writes an entry, instead of the one with the same kind, id, part and organisation.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn index(&mut self, entry: &Entry<'_>) -> Result<()> {
        let [first, second, third] = entry.names.clone();
        let (readers, own) = (entry.readers.join(" "), folded(entry.text));
        let values = params![&entry.org, entry.kind, &entry.id, entry.part, readers, own, first, second, third];
        self.execute(PUT, values).await.map(drop)
    }

    /// Removes every entry of a record.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn unindex(&mut self, kind: &'static str, id: &str) -> Result<()> {
        self.execute(REMOVE, params![id, kind]).await.map(drop)
    }

    /// Removes one entry of a record that has several.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn unindex_part(&mut self, kind: &'static str, id: &str, part: &'static str, org: &str) -> Result<()> {
        self.execute(REMOVE_PART, params![id, kind, part, org]).await.map(drop)
    }

    /// Tells the index what a record is called from now on; an empty name is forgotten.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn call(&mut self, id: &str, name: &str) -> Result<()> {
        if self.execute(CALL, params![id, folded(name)]).await? > 0 {
            self.execute(RENAME, params![id]).await?;
        }
        Ok(())
    }

    /// The record with this id names `to` now and no longer `from`: it is found by the other's name, by those who are
    /// the other's readers.
    pub(crate) async fn restate(&mut self, id: &str, from: &str, to: &str) -> Result<()> {
        if self.execute(RESTATE, params![id, from, to]).await? > 0 {
            self.execute(RESPELL, params![id]).await?;
        }
        Ok(())
    }

    /// The first value of a statement made with [`found!`](crate::found!): these words, for somebody who is all of these
    /// readers at once.
    pub fn searched(&self, search: &Search, readers: &[String]) -> Param {
        let is_sqlite = matches!(self.raw(), Ok(Connection::Sqlite(_)));
        dialect::searched(is_sqlite, readers, &search.words).into()
    }

    /// Whether nothing has been indexed yet, so that it has to be made.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn is_index_empty(&mut self) -> Result<bool> {
        Ok(self.find(ANY, &[], |row| row.get::<i64>(0)).await?.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Option<Vec<String>> {
        Search::new(typed).map(|search| search.words)
    }

    #[test]
    fn what_is_typed_becomes_words() {
        assert_eq!(words(" Hôpital  St-Éloi "), Some(["hopital", "saint", "eloi"].map(Into::into).to_vec()));
        assert_eq!(words("+33 6 12.34"), Some(vec!["3361234".to_owned()]));
        assert_eq!(words("unité 7"), Some(vec!["unite".into(), "7".into()]));
        for nothing in ["", "  ", "a", "a b", "'\"*", "7"] {
            assert_eq!(words(nothing), None, "{nothing}");
        }
        assert_eq!(words("a b c d e f g h i jj"), None, "what is left out does not count");
    }

    #[test]
    fn six_figures_may_be_a_telephone_number() {
        let number = |typed| Search::new(typed).unwrap().number().map(str::to_owned);
        assert_eq!(number("06 12.34-56 78").as_deref(), Some("0612345678"));
        assert_eq!([number("59000"), number("unité 612345"), number("612345 lille")], [None, None, None]);
    }

    #[test]
    fn the_best_fit_comes_first() {
        let search = Search::new("saint luc").unwrap();
        let names = ["Saint-Luc", "St Luc, accueil", "Accueil de Saint-Luc", "Lucie, Saintes", "Lille"];
        assert_eq!(names.map(|name| search.fit(name)), [0, 1, 2, 3, 4]);
    }
}
