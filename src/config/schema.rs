//! The JSON schema of `postedit.toml`, made of the types that read it.

use super::written::Written;

/// The schema, for editors that check and complete TOML.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Written).to_value()
}
