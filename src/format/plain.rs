//! Plain text: the text is the file.

use super::Origin;
use crate::document::{Conventions, Document, Text, TextTooLong};

/// Reads decoded plain text.
pub(super) fn read(text: String, origin: Origin, conventions: &Conventions) -> Result<(Document, Origin), TextTooLong> {
    Ok((Document::plain(Text::new(text)?, conventions), origin))
}
