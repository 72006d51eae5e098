//! Lines for whoever typed the command. A reader that leaves early (`passerelle doctor | head`) is no error.

use std::io::{ErrorKind, Write as _};

/// Writes one line to standard output; when nobody reads any more, the program ends quietly.
pub(super) fn line(text: std::fmt::Arguments<'_>) {
    if let Err(error) = writeln!(std::io::stdout(), "{text}")
        && error.kind() == ErrorKind::BrokenPipe
    {
        std::process::exit(0);
    }
}

/// `say!("…")`: one line to standard output.
macro_rules! say {
    ($($text:tt)*) => { $crate::cli::out::line(format_args!($($text)*)) };
}

pub(crate) use say;
