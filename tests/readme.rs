//! The commands of the README print what the README shows.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command of the README with the output it promises.
struct Example {
    line: usize,
    command: String,
    output: String,
}

/// The blocks ```console: a line `$ command`, then what it prints; a line `…` stands for any number of lines.
fn examples(readme: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut inside = false;
    for (number, line) in readme.lines().enumerate() {
        match line.strip_prefix("$ ") {
            _ if line == "```console" => inside = true,
            _ if line == "```" => inside = false,
            Some(command) if inside => found.push(Example { line: number + 1, command: command.into(), output: String::new() }),
            None if inside => {
                if let Some(example) = found.last_mut() {
                    example.output += line;
                    example.output += "\n";
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether what was printed is what was promised.
fn agrees(promised: &[&str], printed: &[&str]) -> bool {
    match promised {
        [] => printed.is_empty(),
        ["…", rest @ ..] => (0..=printed.len()).any(|skipped| agrees(rest, &printed[skipped..])),
        [line, rest @ ..] => printed.first() == Some(line) && agrees(rest, &printed[1..]),
    }
}

#[test]
fn the_readme_shows_what_happens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("the README");
    let examples = examples(&readme);
    assert!(examples.len() >= 3, "the README shows commands");
    let folder = Path::new(env!("CARGO_BIN_EXE_postedit")).parent().expect("a folder");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    for Example { line, command, output } in examples {
        assert!(command.starts_with("postedit "), "README line {line}: only postedit is run");
        let run = Command::new("sh").args(["-c", &command]).current_dir(root).env("PATH", &path).env("NO_COLOR", "1").output();
        let printed = String::from_utf8(run.expect("a shell").stdout).expect("UTF-8");
        let promised: Vec<&str> = output.trim_end().lines().collect();
        let same = agrees(&promised, &printed.trim_end().lines().collect::<Vec<_>>());
        assert!(same, "README line {line}: `{command}` prints something else:\n{printed}");
    }
}
