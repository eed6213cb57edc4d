//! `postedit init`: a commented `postedit.toml`, or the schema of it.

use std::io::Write;
use std::path::Path;

use super::args::InitOptions;
use super::output::{Output, tell};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::config::{FILE_NAME, schema};

/// The file, in which every key stands as a comment.
const TEMPLATE: &str = include_str!("init.toml");

pub(super) fn run(options: &InitOptions) -> Result<Ending, Failure> {
    let mut output = Output::stdout(super::args::Color::Never);
    if options.schema {
        let schema = serde_json::to_string_pretty(&schema(Checker::builder().build()?.knowledge()))? + "\n";
        output.print(schema.as_bytes())?;
        return Ok(Ending::Quiet);
    }
    let path = options.folder.as_deref().unwrap_or(Path::new("")).join(FILE_NAME);
    write_new(&path)?;
    tell(&format!("wrote {}: every line is a comment; take the “#” from those that you want to say", path.display()));
    Ok(Ending::Quiet)
}

/// Writes the file where none is.
fn write_new(path: &Path) -> Result<(), Failure> {
    let name = path.display();
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{name} is there already; it is left as it is"),
        std::io::ErrorKind::NotFound => format!("{name}: there is no such folder"),
        _ => format!("{name}: {error}"),
    })?;
    file.write_all(TEMPLATE.as_bytes()).map_err(|error| format!("{name}: {error}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::knowledge::Knowledge;

    /// The template with every key said.
    fn said() -> String {
        let key = |line: &str| {
            let bare = line.strip_prefix('#').filter(|bare| !bare.starts_with(' '));
            bare.unwrap_or(line).to_owned()
        };
        TEMPLATE.lines().map(key).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_template_says_nothing_and_every_key_of_it_can_be_said() {
        let knowledge = Knowledge::builtin().expect("sound tables");
        let parse = |text: &str| Config::parse("postedit.toml", text, &knowledge).expect("a sound file");
        assert_eq!(parse(TEMPLATE), Config::default());
        let config = parse(&said());
        assert!(!config.overrides.is_empty() && !config.sensitive.is_empty() && !config.choices.severity.is_empty());
    }

    #[test]
    fn the_template_names_every_key_of_the_schema() {
        let schema = schema(&Knowledge::builtin().expect("sound tables"));
        let said = said();
        let properties = schema["properties"].as_object().expect("properties");
        assert!(properties.len() > 15);
        for key in properties.keys().filter(|key| *key != "overrides") {
            assert!(
                said.contains(&format!("\n{key} = ")) || said.contains(&format!("\n[{key}]\n")),
                "{key} is not in the template"
            );
        }
        for name in ["WrittenNames", "WrittenTerms", "WrittenPunctuation", "WrittenConventions"] {
            for key in schema["$defs"][name]["properties"].as_object().expect("properties").keys() {
                assert!(said.contains(&format!("\n{key} = ")), "{name}: {key} is not in the template");
            }
        }
    }
}
