//! Lists and fonts that the program carries with it, packed so that it stays small.

use std::io::{self, Read as _};

/// What Brotli has packed; nothing from nothing, as before the assets are built.
///
/// # Errors
/// When it is not whole, or not packed by Brotli.
pub fn unpacked(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    if !packed.is_empty() {
        brotli_decompressor::Decompressor::new(packed, 4096).read_to_end(&mut plain)?;
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    /// “un pont” as Brotli keeps what is too short to be packed.
    const PACKED: &[u8] = b"\x0b\x03\x80un pont\x03";

    #[test]
    fn what_was_packed_comes_back_and_half_of_it_does_not() {
        assert_eq!(unpacked(PACKED).unwrap(), b"un pont");
        assert_eq!(unpacked(&[]).unwrap(), b"");
        assert!(unpacked(&PACKED[..6]).is_err());
    }
}
