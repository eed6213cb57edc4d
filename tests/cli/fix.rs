//! `fix`: files, and nothing but what had to change in them.

use super::{CLEAN, FAULTY, Folder, MENDED, utf16};

#[test]
fn it_says_what_it_did_and_does_it_once() {
    let folder = Folder::new(&[("a.txt", "One,, two. .\n"), ("b.txt", CLEAN)]);
    let run = folder.run(&["fix", "."]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "a.txt: 2 fixes\n", ""));
    assert_eq!(folder.read("a.txt"), b"One, two.\n");
    let again = folder.run(&["fix", "."]);
    assert_eq!((again.code, again.out.as_str()), (0, ""));
    assert_eq!(folder.read("a.txt"), b"One, two.\n");
}

#[test]
fn quietly_it_says_nothing() {
    let folder = Folder::new(&[("a.txt", FAULTY)]);
    assert_eq!(folder.run(&["fix", "a.txt", "--quiet"]).out, "");
    assert_eq!(folder.read("a.txt"), MENDED.as_bytes());
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::new(&[]);
    let run = folder.run_with(&["fix", "-"], FAULTY.as_bytes());
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, MENDED, "-: 1 fix\n"));
}

#[test]
fn what_is_left_is_counted() {
    let folder = Folder::new(&[]);
    folder.write("a.txt", &utf16(FAULTY));
    let run = folder.run(&["fix", "a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (1, "a.txt: 1 finding left\n"));
    assert_eq!(folder.read("a.txt"), utf16(FAULTY));
    assert_eq!(folder.run(&["fix", "a.txt", "--fail-on", "major"]).code, 0);
    assert_eq!(folder.run(&["fix", "a.txt", "--exit-zero"]).code, 0);
    assert_eq!(folder.run(&["fix", "a.txt", "missing.txt", "--exit-zero"]).code, 2);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(folder: &Folder, name: &str) -> u32 {
        folder.file(name).metadata().expect("it exists").permissions().mode() & 0o777
    }

    fn set_mode(folder: &Folder, name: &str, mode: u32) {
        std::fs::set_permissions(folder.file(name), std::fs::Permissions::from_mode(mode)).expect("permissions are set");
    }

    #[test]
    fn permissions_stay() {
        let folder = Folder::new(&[("a.txt", FAULTY)]);
        set_mode(&folder, "a.txt", 0o751);
        folder.run(&["fix", "a.txt"]);
        assert_eq!((mode(&folder, "a.txt"), folder.read("a.txt")), (0o751, MENDED.into()));
        let names: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
        assert_eq!(names.len(), 1, "nothing is left beside the file");
    }

    #[test]
    fn a_read_only_file_stays_as_it_is() {
        let folder = Folder::new(&[("a.txt", FAULTY), ("b.txt", FAULTY)]);
        set_mode(&folder, "a.txt", 0o444);
        let run = folder.run(&["fix", "."]);
        assert_eq!((run.code, folder.read("a.txt"), folder.read("b.txt")), (2, FAULTY.into(), MENDED.into()));
        assert!(run.err.starts_with("error: a.txt: the file is read-only"), "{}", run.err);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = Folder::new(&[("real/a.txt", FAULTY)]);
        symlink("real/a.txt", folder.file("link.txt")).expect("a link");
        folder.run(&["fix", "link.txt"]);
        assert!(folder.file("link.txt").is_symlink());
        assert_eq!(folder.read("real/a.txt"), MENDED.as_bytes());
    }
}
