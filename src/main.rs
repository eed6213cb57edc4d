//! The command line of postedit.

use std::process::ExitCode;

fn main() -> ExitCode {
    postedit::cli::main()
}
