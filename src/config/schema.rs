//! The JSON schema of `postedit.toml`, made of the types that read it.

use serde_json::{Value, json};

use super::written::Written;
use crate::house::{Preset, sensitive_matters};
use crate::knowledge::Knowledge;

/// The schema, for editors that check and complete TOML: the types, and the words that the tables know.
pub fn schema(knowledge: &Knowledge) -> Value {
    let mut schema = schemars::schema_for!(Written).to_value();
    if let Ok(styles) = Preset::names()
        && let Some(style) = schema.pointer_mut("/properties/style")
    {
        style["enum"] = json!(styles);
        style["type"] = json!("string");
    }
    if let Some(sensitive) = schema.pointer_mut("/properties/sensitive") {
        let forms = |choices: Vec<String>| json!({"anyOf": [{"enum": choices}, {"type": "string"}]});
        let matters = sensitive_matters(knowledge).map(|row| {
            let words = ["ask", "quoted-only"].into_iter().map(str::to_owned);
            (row.key.clone(), forms(row.say.iter().cloned().chain(words).collect()))
        });
        sensitive["properties"] = Value::Object(matters.collect());
    }
    schema
}
