//! Names by themselves: keys a second, and pairs a second in the three mixes that callers meet.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use postedit::facts::names::{Comparer, Keys, Verdict, compare};
use postedit::knowledge::Knowledge;

const STEMS: [&str; 40] = [
    "Alekse", "Artemy", "Bogdan", "Bori", "Chayko", "Cherni", "Dmitri", "Dolgor", "Fyodo", "Gavri", "Gorba", "Grigor", "Hristo",
    "Ivan", "Kali", "Karamy", "Khabi", "Kise", "Kuzne", "Lavr", "Likha", "Lukya", "Maksi", "Mikhay", "Niki", "Orlo", "Petr",
    "Prikho", "Pushka", "Rodio", "Ryab", "Shcher", "Shev", "Solo", "Tarko", "Tsvet", "Ulya", "Vasi", "Yermo", "Zhuk",
];
const ENDINGS: [&str; 25] = [
    "nov", "lev", "rin", "kova", "yev", "iev", "sky", "skiy", "skaya", "chenko", "chuk", "vich", "tsev", "bakov", "yova", "dko",
    "novsky", "mov", "rova", "sheva", "lyov", "kin", "tov", "zhev", "kha",
];

/// A thousand surnames.
fn surnames() -> Vec<String> {
    STEMS.iter().flat_map(|stem| ENDINGS.iter().map(move |ending| format!("{stem}{ending}"))).collect()
}

/// The same in another romanisation.
fn respelt(name: &str) -> String {
    name.replace("skiy", "skii")
        .replace("ya", "ia")
        .replace("ye", "ie")
        .replace("yo", "io")
        .replace("kh", "h")
        .replace("ay", "ai")
}

#[divan::bench]
fn keys(bencher: Bencher) {
    let names = surnames();
    bencher
        .counter(ItemsCount::new(names.len()))
        .bench(|| names.iter().map(|name| black_box(Keys::of(name)).as_slice().len()).sum::<usize>());
}

/// Two spellings of one name.
#[divan::bench]
fn pairs_of_one_name(bencher: Bencher) {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let pairs: Vec<(String, String)> =
        surnames().into_iter().map(|name| (respelt(&name), name)).filter(|(a, b)| a != b).collect();
    let mut comparer = Comparer::new(&knowledge);
    bencher
        .counter(ItemsCount::new(pairs.len()))
        .bench_local(|| pairs.iter().filter(|(a, b)| comparer.compare(a, b).verdict > Verdict::Different).count());
}

/// Names that share a key, as callers compare them: every one against the rest of its bucket.
#[divan::bench]
fn pairs_of_one_bucket(bencher: Bencher) {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let names = surnames();
    let mut keyed: Vec<(u64, &str)> = names
        .iter()
        .flat_map(|name| Keys::of(name).as_slice().to_vec().into_iter().map(move |key| (key, name.as_str())))
        .collect();
    keyed.sort_unstable();
    let pairs: Vec<(&str, &str)> = keyed
        .chunk_by(|a, b| a.0 == b.0)
        .flat_map(|bucket| bucket.iter().enumerate().flat_map(|(i, a)| bucket[i + 1..].iter().map(move |b| (a.1, b.1))))
        .collect();
    let mut comparer = Comparer::new(&knowledge);
    bencher
        .counter(ItemsCount::new(pairs.len()))
        .bench_local(|| pairs.iter().filter(|(a, b)| comparer.compare(a, b).verdict > Verdict::Different).count());
}

/// Names that have nothing in common, one against all.
#[divan::bench]
fn pairs_of_two_names(bencher: Bencher) {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let names = surnames();
    let mut comparer = Comparer::new(&knowledge);
    bencher
        .counter(ItemsCount::new(names.len()))
        .bench_local(|| names.iter().filter(|name| comparer.compare("Shoygu", name).verdict > Verdict::Different).count());
}

/// The same one at a time, without a comparer.
#[divan::bench]
fn pairs_of_one_name_one_at_a_time(bencher: Bencher) {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let pairs: Vec<(String, String)> =
        surnames().into_iter().map(|name| (respelt(&name), name)).filter(|(a, b)| a != b).collect();
    bencher
        .counter(ItemsCount::new(pairs.len()))
        .bench(|| pairs.iter().filter(|(a, b)| compare(a, b, &knowledge).verdict > Verdict::Different).count());
}
