//! Pairs of each language that are one name, and pairs that are two; keys; input made to be slow.

use std::time::{Duration, Instant};

use super::*;
use crate::knowledge::{Knowledge, Language};

const JOINED: [(Language, &[(&str, &str)]); 6] = [
    (
        Language::Russian,
        &[
            ("Zhirinovsky", "Zhirinovskiy"),
            ("Yavlinsky", "Iavlinskii"),
            ("Chubais", "Chubays"),
            ("Yezhov", "Ezhov"),
            ("Dzerzhinsky", "Dzerzhinskii"),
            ("Vyshinsky", "Vyshinskij"),
            ("Fyodorov", "Fedorov"),
            ("Smirnov", "Smirnoff"),
            ("Zyuganov", "Ziuganov"),
            ("Kuznetsov", "Kuznecov"),
            ("Ulyanov", "Ulianov"),
            ("Shcherbina", "Scherbina"),
            ("Khabarovsk", "Habarovsk"),
            ("Pyatigorsk", "Piatigorsk"),
            ("Kalinin", "Kalinine"),
            ("Mikhailov", "Michailow"),
        ],
    ),
    (
        Language::Ukrainian,
        &[
            ("Tymoshchuk", "Tymoschuk"),
            ("Yermak", "Iermak"),
            ("Lutsenko", "Lucenko"),
            ("Poroshenko", "Porošenko"),
            ("Yatsenyuk", "Yatseniuk"),
            ("Turchynov", "Turčynov"),
            ("Vinnytsia", "Vinnytsya"),
            ("Zhytomyr", "Žytomyr"),
            ("Khmelnytskyi", "Khmelnytsky"),
            ("Kravchuk", "Krawczuk"),
        ],
    ),
    (
        Language::Belarusian,
        &[
            ("Tsikhanouskaya", "Tsikhanouskaia"),
            ("Bykau", "Bykaw"),
            ("Bykaŭ", "Bykaw"),
            ("Bialiatski", "Byalyatski"),
            ("Makei", "Makey"),
            ("Mahilyow", "Mahiliou"),
            ("Babruysk", "Babruisk"),
            ("Niakliaeu", "Nyaklyayew"),
            ("Karatkevich", "Karatkievič"),
            ("Liavonćjeŭ", "Lyavontsyew"),
        ],
    ),
    (
        Language::Bulgarian,
        &[
            ("Borisov", "Borissov"),
            ("Stanishev", "Stanišev"),
            ("Dzhambazki", "Djambazki"),
            ("Ganchev", "Gančev"),
            ("Yotova", "Iotova"),
            ("Stoyanov", "Stojanov"),
            ("Zhelev", "Jelev"),
            ("Hristov", "Khristov"),
            ("Kyuchukov", "Kiuchukov"),
        ],
    ),
    (
        Language::Serbian,
        &[
            ("Đurić", "Djuric"),
            ("Nikolić", "Nikolich"),
            ("Jovanović", "Jovanovich"),
            ("Živković", "Zhivkovich"),
            ("Đurašković", "Djuraskovic"),
            ("Obradovic", "Obradovich"),
            ("Đilas", "Djilas"),
        ],
    ),
    (
        Language::Macedonian,
        &[("Gjorgjievski", "Ǵorǵievski"), ("Kjosev", "Ḱosev"), ("Gjakov", "Đakov"), ("Angjelov", "Anǵelov"), ("Gjuzel", "Đuzel")],
    ),
];

const APART: [(&str, &str); 46] = [
    ("Popov", "Popova"),
    ("Belov", "Belova"),
    ("Orlov", "Orlovsky"),
    ("Ilyin", "Ilyina"),
    ("Kozlov", "Kozlovsky"),
    ("Nikitin", "Nikitina"),
    ("Zhukovsky", "Zhukovskaya"),
    ("Tolstoy", "Tolstaya"),
    ("Moskvin", "Moskvina"),
    ("Mikhailov", "Mikhalkov"),
    ("Vasilyev", "Vasin"),
    ("Kravchenko", "Kravchuk"),
    ("Bondar", "Bondarenko"),
    ("Shevchuk", "Shevchenko"),
    ("Melnyk", "Melnychuk"),
    ("Kovalenko", "Kovalchuk"),
    ("Savchenko", "Savchuk"),
    ("Kavaliou", "Kavaliova"),
    ("Tsikhanouski", "Tsikhanouskaya"),
    ("Dimitrov", "Dimitrova"),
    ("Georgiev", "Georgieva"),
    ("Kostov", "Kostova"),
    ("Stanev", "Stanchev"),
    ("Petrović", "Petković"),
    ("Jovanović", "Jovović"),
    ("Marković", "Marić"),
    ("Nikolić", "Nikolajević"),
    ("Simić", "Sinić"),
    ("Djukic", "Djuric"),
    ("Trajkovski", "Trajkovska"),
    ("Gruevski", "Gruevska"),
    ("Gjorgjiev", "Gjorgjieva"),
    ("Hayes", "Mayes"),
    ("Basic", "Basich"),
    ("Nelson", "Nilson"),
    ("Keller", "Kohler"),
    ("Morton", "Martin"),
    ("Danilov", "Danilin"),
    ("Andreev", "Andrianov"),
    ("Sokolov", "Sokolin"),
    ("Larin", "Larina"),
    ("Irkutsk", "Yakutsk"),
    ("Volgograd", "Belgorod"),
    ("Kirov", "Kurov"),
    ("Gaddafi", "Gandhi"),
    ("Yeltsin", "Yeltsina"),
];

fn meet(a: &str, b: &str) -> bool {
    let (left, right) = (Keys::of(a), Keys::of(b));
    left.as_slice().iter().any(|key| right.as_slice().contains(key))
}

#[test]
fn spellings_of_one_form_are_joined_in_every_language() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut comparer = Comparer::new(&knowledge);
    let mut faults = Vec::new();
    for (language, pairs) in JOINED {
        for (a, b) in pairs {
            let found = comparer.compare(a, b);
            let turned = compare(b, a, &knowledge);
            if found.verdict == Verdict::Different || found.is_cognate() || !meet(a, b) || turned.verdict != found.verdict {
                faults.push(format!("{}: {a}, {b}: {found:?}, keys meet: {}", language.name(), meet(a, b)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_form_is_of_the_language_that_only_it_can_be() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let of = |a, b| compare(a, b, &knowledge).source.map(|source| (source.form, source.language));
    let is = |form: &str, language| Some((form.to_owned(), language));
    assert_eq!(of("Đurašković", "Djuraskovic"), is("Ђурашковић", Language::Serbian));
    assert_eq!(of("Gjakov", "Ǵakov"), is("Ѓаков", Language::Macedonian));
    assert_eq!(of("Bykau", "Bykaw"), is("Быкаў", Language::Belarusian));
}

#[test]
fn two_names_are_kept_apart() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut comparer = Comparer::new(&knowledge);
    let joined = |(a, b): &(&str, &str)| comparer.compare(a, b).verdict > Verdict::Different;
    let faults: Vec<_> = APART.into_iter().filter(joined).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn famous_names_are_one_name_in_every_spelling() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for (a, b, form) in [
        ("Gaddafi", "Qadhafi", "القذافي"),
        ("Tchaikovsky", "Čajkovskij", "Чайковский"),
        ("Yeltsin", "Eltsin", "Ельцин"),
        ("Rachmaninoff", "Rakhmaninov", "Рахманинов"),
        ("Khrushchev", "Khrushchov", "Хрущёв"),
        ("Saakashvili", "Saakaschwili", "სააკაშვილი"),
        ("Djokovic", "Đoković", "Ђоковић"),
    ] {
        let found = compare(a, b, &knowledge);
        assert_eq!((found.verdict, found.source.map(|source| source.form).as_deref()), (Verdict::Same, Some(form)), "{a}, {b}");
    }
}

#[test]
fn a_comparer_says_what_a_single_comparison_says() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let words: Vec<&str> = JOINED.iter().flat_map(|(_, pairs)| *pairs).flat_map(|(a, b)| [*a, *b]).collect();
    let mut comparer = Comparer::new(&knowledge);
    for a in &words {
        for b in words.iter().step_by(7) {
            assert_eq!(comparer.compare(a, b), compare(a, b, &knowledge), "{a}, {b}");
        }
    }
}

/// What the schemes make of each given name of the table.
fn generated(knowledge: &Knowledge) -> Vec<Vec<String>> {
    let schemes = knowledge.source.schemes.all();
    let spellings = |form: &str, language| -> Vec<String> {
        let mut all: Vec<_> = schemes.iter().filter_map(|scheme| romanize(form, language, scheme.name, knowledge)).collect();
        all.sort();
        all.dedup();
        all
    };
    knowledge.source.given_names.all().map(|name| spellings(name.name, name.language)).collect()
}

#[test]
fn what_schemes_make_of_one_form_is_joined_and_shares_a_key() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut comparer = Comparer::new(&knowledge);
    let listed = |word: &str| knowledge.source.given_names.has(word.to_lowercase().as_bytes());
    let (mut pairs, mut faults) = (0, Vec::new());
    for spellings in generated(&knowledge) {
        for (i, a) in spellings.iter().enumerate() {
            for b in &spellings[i + 1..] {
                pairs += 1;
                // Maria and Marya are two names, though a scheme without apostrophes writes Марья as Maria.
                if !(listed(a) && listed(b)) && comparer.compare(a, b).verdict == Verdict::Different {
                    faults.push(format!("{a} {b} apart"));
                }
                if !meet(a, b) {
                    faults.push(format!("{a} {b} without a key"));
                }
            }
        }
    }
    assert!(pairs > 500 && faults.len() * 100 < pairs, "{} of {pairs}: {}", faults.len(), faults.join(", "));
}

#[test]
fn spellings_of_other_presses_share_a_key_with_the_english() {
    for (a, b) in [
        ("Tjechov", "Chekhov"),
        ("Tjernov", "Txernov"),
        ("Velitcyn", "Velitsyn"),
        ("Kubintcev", "Kubincev"),
        ("Shhedrin", "Scedrin"),
        ("Shhedrin", "Shchedrin"),
    ] {
        assert!(meet(a, b), "{a}, {b}");
    }
}

#[test]
fn input_made_to_be_slow_is_not() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut comparer = Comparer::new(&knowledge);
    let started = Instant::now();
    // Letters that can be read in most ways, in words of the greatest length.
    for unit in ["ch", "ijy", "sz", "chtch", "iou", "y", "jj"] {
        let word = unit.repeat(40);
        let (short, long) = (&word[..40.min(word.len())], &word[..80.min(word.len())]);
        comparer.compare(short, &format!("{}a", &short[1..]));
        comparer.compare(long, &format!("{}-{}", &long[..39], &long[..39]));
        assert!(!Keys::of(&word.repeat(10_000)).as_slice().is_empty());
    }
    // A name in thousands of spellings that share their keys.
    let spellings: Vec<String> =
        (0..3000).map(|n: u32| (0..12).map(|bit| if n >> bit & 1 == 0 { "ri" } else { "ry" }).collect::<String>()).collect();
    for other in &spellings {
        comparer.compare(&spellings[0], other);
    }
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
}
