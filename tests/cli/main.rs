//! The command line, as its users and their scripts meet it.

mod across;
mod check;
mod config;
mod diff;
mod fix;
mod house;
mod input;
mod names;
mod other;
mod packs;

use std::path::{Path, PathBuf};

/// What a run gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A folder that is gone after the test.
struct Folder(tempfile::TempDir);

impl Folder {
    /// With these files.
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        files.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.file(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, bytes).expect("a file is written");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.file(name)).expect("a file is read")
    }

    /// Runs postedit here.
    fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, b"")
    }

    /// Runs postedit here with something on standard input.
    fn run_with(&self, args: &[&str], stdin: &[u8]) -> Run {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_postedit"));
        let command = command.current_dir(self.path()).args(args).write_stdin(stdin);
        let output = command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").output().expect("it runs");
        Run {
            code: output.status.code().expect("it ended by itself"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs another program here with something on standard input; `None` where it is not installed.
    fn other(&self, program: &str, args: &[&str], stdin: &[u8]) -> Option<std::process::Output> {
        let mut command = assert_cmd::Command::new(program);
        command.current_dir(self.path()).args(args).write_stdin(stdin).output().ok()
    }
}

/// A text as UTF-16, little end first, with its mark.
fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// One fault, at byte 7 of the first line.
const FAULTY: &str = "It ended. .\nThey left.\n";
/// The same, corrected.
const MENDED: &str = "It ended.\nThey left.\n";
const CLEAN: &str = "It ended.\n";
