//! A backup that is not whole, a key that does not fit, a place that is not empty: refused, and nothing appears.

use std::path::PathBuf;

use passerelle::backup::{self, Envelope, Keep, Keys, Place, Source};
use passerelle_kernel::Clock;

use super::{Folder, few_people, key};

const KEEP: Keep = Keep { daily: 0, weekly: 0, monthly: 0 };

/// A backup of a few people; gives its file.
async fn made(folder: &Folder, envelope: &Envelope) -> PathBuf {
    let url = folder.url("db.sqlite");
    few_people(&url).await;
    std::fs::create_dir(folder.file("backups")).unwrap();
    std::fs::create_dir(folder.file("new")).unwrap();
    let place = Place::find(folder.file("backups").to_str().unwrap()).unwrap();
    let made = backup::make(Source::of(&url), &Clock::System, envelope, &place, KEEP).await.unwrap();
    folder.file("backups").join(made.kept.name)
}

/// Why the restore was refused; nothing may have appeared.
async fn why(folder: &Folder, file: &std::path::Path, keys: &Keys) -> String {
    let refused = backup::restore(file.to_str().unwrap(), keys, &folder.url("new/new.sqlite")).await;
    let why = format!("{:#}", refused.expect_err("a damaged backup was restored"));
    assert_eq!(folder.names("new"), Vec::<String>::new());
    why
}

#[tokio::test]
async fn a_backup_that_is_not_whole_is_refused_wherever_it_is_damaged() {
    let folder = Folder::new();
    let (secret, public) = key(&folder, "key.txt");
    let file = made(&folder, &Envelope::to(&public).unwrap()).await;
    let keys = Keys { key: Some(secret), passphrase: None };
    let whole = std::fs::read(&file).unwrap();
    let broken = folder.file("broken");
    let mut refused = 0;
    for twentieth in 0..20 {
        let at = whole.len() * twentieth / 20;
        std::fs::write(&broken, &whole[..at]).unwrap();
        assert!(why(&folder, &broken, &keys).await.contains("damaged or was cut short"), "cut at {at}");
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        std::fs::write(&broken, &flipped).unwrap();
        let why = why(&folder, &broken, &keys).await;
        let is_clear = why.contains("damaged or was cut short") || why.contains("this key does not open the file");
        assert!(is_clear, "flipped at {at}: {why}");
        refused += 2;
    }
    // The very last bytes: what follows the database there has no content, and must be there all the same.
    for missing in 1..=17 {
        std::fs::write(&broken, &whole[..whole.len() - missing]).unwrap();
        assert!(why(&folder, &broken, &keys).await.contains("damaged or was cut short"), "{missing} missing");
        refused += 1;
    }
    println!("{refused} damaged copies of {} bytes, all refused", whole.len());
    backup::restore(file.to_str().unwrap(), &keys, &folder.url("new/new.sqlite")).await.unwrap();
}

/// A bit of compressed zeros may be another way of saying the same: then all of it is restored as it was.
#[tokio::test]
async fn a_plain_backup_is_hashed() {
    let folder = Folder::new();
    let file = made(&folder, &Envelope::Plain).await;
    let whole = std::fs::read(&file).unwrap();
    let (broken, restored) = (folder.file("broken"), folder.file("new/new.sqlite"));
    let told = backup::restore(file.to_str().unwrap(), &Keys::default(), &folder.url("new/new.sqlite")).await.unwrap();
    std::fs::remove_file(&restored).unwrap();
    let mut refused = 0;
    for twentieth in 1..20 {
        let at = whole.len() * twentieth / 20;
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        std::fs::write(&broken, &flipped).unwrap();
        match backup::restore(broken.to_str().unwrap(), &Keys::default(), &folder.url("new/new.sqlite")).await {
            Err(why) => {
                assert!(format!("{why:#}").contains("nothing was restored"), "flipped at {at}: {why:#}");
                refused += 1;
            }
            Ok(same) => {
                assert_eq!(same.manifest, told.manifest, "flipped at {at}");
                std::fs::remove_file(&restored).unwrap();
            }
        }
        assert_eq!(folder.names("new"), Vec::<String>::new());
        std::fs::write(&broken, &whole[..at]).unwrap();
        assert!(why(&folder, &broken, &Keys::default()).await.contains("nothing was restored"));
    }
    assert!(refused > 10, "only {refused} of 19");
}

#[tokio::test]
async fn another_key_no_key_and_another_file_are_refused() {
    let folder = Folder::new();
    let (_, public) = key(&folder, "key.txt");
    let (other, _) = key(&folder, "other.txt");
    let file = made(&folder, &Envelope::to(&public).unwrap()).await;
    let with_other = Keys { key: Some(other), passphrase: None };
    assert!(why(&folder, &file, &with_other).await.contains("this key does not open the file"));
    assert!(why(&folder, &file, &Keys::default()).await.contains("--key"));
    std::fs::write(folder.file("letter.txt"), "Bonjour").unwrap();
    assert!(why(&folder, &folder.file("letter.txt"), &Keys::default()).await.contains("nothing was restored"));
    assert!(why(&folder, &folder.file("nowhere"), &Keys::default()).await.contains("cannot read"));
}

#[tokio::test]
async fn a_place_that_is_not_empty_is_left_alone() {
    let folder = Folder::new();
    let file = made(&folder, &Envelope::Plain).await;
    let before = std::fs::read(folder.file("db.sqlite")).unwrap();
    let refused = backup::restore(file.to_str().unwrap(), &Keys::default(), &folder.url("db.sqlite")).await;
    assert!(format!("{:#}", refused.unwrap_err()).contains("empty place only"));
    assert_eq!(std::fs::read(folder.file("db.sqlite")).unwrap(), before);
}
