//! What is known of the languages written in.
//!
//! In: a folder of tables a language. Out: typed facts of each.
//! Must not know: any source language.

pub mod english;
