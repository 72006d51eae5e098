//! Where people were sent after the forms of the last minutes: a second click goes to the same place.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

const KEPT: usize = 4_096;

/// The last places; bounded.
#[derive(Default)]
pub(crate) struct Recent(Mutex<(HashMap<String, String>, VecDeque<String>)>);

impl Recent {
    pub(crate) fn keep(&self, key: &str, location: &str) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.1.len() >= KEPT
            && let Some(oldest) = kept.1.pop_front()
        {
            kept.0.remove(&oldest);
        }
        kept.0.insert(key.to_owned(), location.to_owned());
        kept.1.push_back(key.to_owned());
    }

    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.get(key).cloned()
    }
}
