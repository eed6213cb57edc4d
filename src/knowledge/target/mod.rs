//! What is known of the languages written in.

pub mod english;
