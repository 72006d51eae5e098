//! Passwords: argon2id, computed on threads made for waiting, the same time spent for unknown accounts.
//!
//! Rules (NIST SP 800-63B-4, ASVS 5.0, 6.2): at least 12 characters, at most 200, any characters, and nothing that is
//! guessed early. How early, zxcvbn says: it knows 30,000 passwords that many people have, names, words, keyboards, dates,
//! repetitions, and letters written as figures. French words and our own are added here, the person's own as they are.

use argon2::{Argon2, Params, PasswordHash, PasswordVerifier as _, password_hash::CustomizedPasswordHasher as _};
use passerelle_kernel::{Chance, comparable};
use zxcvbn::{Score, zxcvbn};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password.
pub const LONGEST: usize = 200;

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// It is guessed early: many people have it, or one like it.
    EasyToGuess,
    /// It is guessed early by whoever knows the person's name or address.
    TheirOwn,
}

/// What is tried early here, beside what is tried early everywhere: the product and what it is for; what French speakers
/// take for a password (words that follow English, names of teams and towns, endearments, the rows of their keyboard).
const TRIED_HERE: &[&str] = &[
    "passerelle",
    "pair-aidance",
    "pairaidance",
    "pair-aidant",
    "pairaidant",
    "pair",
    "aidance",
    "association",
    "hopital",
    "motdepasse",
    "mot de passe",
    "motdepass",
    "mdp",
    "azerty",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "bonjour",
    "salut",
    "bonsoir",
    "bienvenue",
    "soleil",
    "jetaime",
    "je t'aime",
    "jtm",
    "amour",
    "monamour",
    "mon amour",
    "doudou",
    "loulou",
    "chouchou",
    "coucou",
    "chocolat",
    "princesse",
    "bebe",
    "maman",
    "papa",
    "famille",
    "vacances",
    "liberte",
    "bisous",
    "camille",
    "nicolas",
    "julien",
    "thomas",
    "marine",
    "celine",
    "isabelle",
    "france",
    "francais",
    "belgique",
    "bruxelles",
    "paris",
    "marseille",
    "lyon",
    "lille",
    "toulouse",
    "bordeaux",
    "anderlecht",
    "football",
    "secret",
    "ordinateur",
    "printemps",
    "ete",
    "automne",
    "hiver",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];
/// Fewer guesses than this score says (ten thousand million) are too few. The score below is reached by any three words.
const HARD: Score = Score::Four;

/// Whether a password may be taken by the person with this e-mail and name.
///
/// # Errors
/// The reason why not.
pub fn check(password: &str, email: &str, name: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::TooShort);
    }
    if length > LONGEST {
        return Err(Weakness::TooLong);
    }
    if !is_hard(password, TRIED_HERE) {
        return Err(Weakness::EasyToGuess);
    }
    let own = own_words(email, name);
    let tried: Vec<&str> = own.iter().map(String::as_str).chain(TRIED_HERE.iter().copied()).collect();
    if is_hard(password, &tried) { Ok(()) } else { Err(Weakness::TheirOwn) }
}

/// Whether it takes long to guess a password, as it is written and without its accents, when these words are tried early.
fn is_hard(password: &str, tried: &[&str]) -> bool {
    let is_long = |text: &str| zxcvbn(text, tried).score() >= HARD;
    is_long(password) && (password.is_ascii() || is_long(&without_accents(password)))
}

fn without_accents(text: &str) -> String {
    let plain = |c: char| if c.is_alphabetic() { comparable(c.encode_utf8(&mut [0; 4])) } else { c.to_string() };
    text.chars().map(plain).collect()
}

/// What whoever knows the person tries first: their name and address, whole, in parts, and without what stands between.
fn own_words(email: &str, name: &str) -> Vec<String> {
    let (user, host) = email.split_once('@').unwrap_or((email, ""));
    let mut words = vec![email.to_owned(), host.to_owned()];
    for text in [name, user, host] {
        let folded = comparable(text);
        words.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
        words.extend(folded.split(' ').map(str::to_owned));
        words.extend([text.to_owned(), folded.replace(' ', ""), folded]);
    }
    words.retain(|word| word.chars().count() > 2);
    words
}

/// The argon2id hash of a password, in PHC form.
///
/// # Errors
/// When the thread that computes it could not run.
pub async fn hash(password: String, chance: &Chance) -> Result<String, Failed> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    tokio::task::spawn_blocking(move || digest(&password, &salt)).await.map_err(|_| Failed)?
}

/// Whether this is the password of the hash. Without a hash the same work is done and the answer is no.
///
/// # Errors
/// When the thread that computes it could not run.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Failed> {
    tokio::task::spawn_blocking(move || match hash.as_deref().map(PasswordHash::new) {
        Some(Ok(hash)) => Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
        _ => digest(&password, &[0; 16]).map(|_| false),
    })
    .await
    .map_err(|_| Failed)?
}

/// A password could not be computed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the password could not be computed")]
pub struct Failed;

fn digest(password: &str, salt: &[u8]) -> Result<String, Failed> {
    let hash = Argon2::default().hash_password_customized(password.as_bytes(), salt, None, None, Params::default());
    hash.map(|hash| hash.to_string()).map_err(|_| Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_and_long_sentences_are_not() {
        let judged = |password: &&str| check(password, "noor@example.org", "Noor El Amrani");
        let others = |passwords: &[&'static str], expected| -> Vec<&'static str> {
            passwords.iter().filter(|password| judged(password) != Err(expected)).copied().collect()
        };
        let common = [
            "aaaaaaaaaaaaaaaa",
            "abcdefghijklmnop",
            "password1234",
            "Password2026!",
            "P@ssw0rd1234",
            "qwertyuiop123",
            "azertyuiop12",
            "1q2w3e4r5t6y",
            "iloveyou1234",
            "motdepasse123",
            "MotDePasse2026",
            "M0tdep4sse2026",
            "passerelle2026",
            "Passerelle!!!",
            "bonjourbonjour",
            "Bruxelles2026",
            "jetaimejetaime",
            "123456789012",
            "qwerty123456",
            "mot de passe",
            "Septembre2026",
            "abcabcabcabc",
        ];
        let own = ["noor@example.org", "NoorElAmrani", "noor el amrani", "ElAmraniNoor", "amraninoor26"];
        assert_eq!(others(&["short"], Weakness::TooShort), [""; 0]);
        assert_eq!(others(&common, Weakness::EasyToGuess), [""; 0]);
        assert_eq!(others(&own, Weakness::TheirOwn), [""; 0]);
        let accents = |password| check(password, "", "Éloïse Décadrée");
        assert_eq!([accents("eloise decadree"), accents("ÉloïseDécadrée")], [Err(Weakness::TheirOwn); 2]);
        for long in
            ["trois ponts sur la Meuse", "un chat gris dort sur Noor", "kettle marble 7 window", "тихая река весной"]
        {
            assert_eq!(check(long, "noor@example.org", "Noor"), Ok(()), "{long}");
        }
    }

    #[tokio::test]
    async fn only_the_right_password_opens() {
        let hash = hash("trois ponts sur la Meuse".into(), &Chance::seeded(1)).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("trois ponts sur la Meuse".into(), Some(hash.clone())).await.unwrap());
        assert!(!verify("trois ponts sur la Loire".into(), Some(hash)).await.unwrap());
        assert!(!verify("trois ponts sur la Meuse".into(), None).await.unwrap());
    }
}
