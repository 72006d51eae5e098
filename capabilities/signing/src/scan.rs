//! The scan of a sheet signed on paper: what its bytes say it is, whatever its name says.

/// The most bytes of a scan.
pub const LARGEST: usize = 4 << 20;

codes! {
    /// What a scan is.
    pub enum Media {
        /// A PDF.
        Pdf = "application/pdf",
        /// A photograph.
        Jpeg = "image/jpeg",
        /// A picture.
        Png = "image/png",
    }
}

impl Media {
    /// What these bytes are, if it is a kind that is kept.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        match bytes {
            _ if bytes.starts_with(b"%PDF-") => Some(Self::Pdf),
            _ if bytes.starts_with(&[0xff, 0xd8, 0xff]) => Some(Self::Jpeg),
            _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            _ => None,
        }
    }

    /// The end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_what_its_bytes_say() {
        assert_eq!(Media::sniff(b"%PDF-1.7 ..."), Some(Media::Pdf));
        assert_eq!(Media::sniff(&[0xff, 0xd8, 0xff, 0xe0]), Some(Media::Jpeg));
        assert_eq!(Media::sniff(b"\x89PNG\r\n\x1a\n...."), Some(Media::Png));
        for wrong in [&b""[..], b"<html>", b"MZ", b"PDF-", b"GIF89a", b"<svg xmlns"] {
            assert_eq!(Media::sniff(wrong), None, "{wrong:?}");
        }
    }
}
