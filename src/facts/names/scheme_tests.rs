//! Which schemes give a spelling, and how schemes write forms.

use super::{SourceForm, known_schemes, romanize, schemes};
use crate::knowledge::{Knowledge, Language};

fn form(form: &str, language: Language) -> SourceForm {
    SourceForm { form: form.to_owned(), language }
}

#[test]
fn a_scheme_writes_a_form() {
    use Language::{Belarusian, Bulgarian, Macedonian, Russian, Serbian, Ukrainian};
    let knowledge = Knowledge::builtin().expect("sound tables");
    let cases = [
        ("Сергей", Russian, "BGN/PCGN", "Sergey"),
        ("Сергей", Russian, "ALA-LC", "Sergeĭ"),
        ("Сергей", Russian, "ICAO 9303", "Sergei"),
        ("Сергей", Russian, "ISO 9:1995", "Sergej"),
        ("Ельцин", Russian, "BGN/PCGN", "Yeltsin"),
        ("Ельцин", Russian, "ISO 9:1995", "Elcin"),
        ("Достоевский", Russian, "BGN/PCGN", "Dostoyevskiy"),
        ("Достоевский", Russian, "Wikipedia", "Dostoyevsky"),
        ("Достоевский", Russian, "ALA-LC", "Dostoevskiĭ"),
        ("Горбачёв", Russian, "BGN/PCGN", "Gorbachëv"),
        ("Соловьёв", Russian, "BGN/PCGN", "Solovyëv"),
        ("Артемьев", Russian, "BGN/PCGN", "Artemyev"),
        ("Щедрин", Russian, "ICAO 9303", "Shchedrin"),
        ("Щедрин", Russian, "scientific", "Ščedrin"),
        ("Чайковский", Russian, "UN", "Čajkovskij"),
        ("Цой", Russian, "GOST 7.79 B", "Czoj"),
        ("Римский-Корсаков", Russian, "Wikipedia", "Rimsky-Korsakov"),
        ("Эренбург", Russian, "ALA-LC", "Ėrenburg"),
        ("Євген Згурський", Ukrainian, "Ukrainian national", "Yevhen Zghurskyi"),
        ("Сергій", Ukrainian, "BGN/PCGN 1965", "Serhiy"),
        ("Їжакевич", Ukrainian, "Ukrainian national", "Yizhakevych"),
        ("Наталія", Ukrainian, "Ukrainian national", "Nataliia"),
        ("Ющенко", Ukrainian, "ALA-LC", "Iushchenko"),
        ("Дем'янчук", Ukrainian, "Ukrainian national", "Demianchuk"),
        ("Быкаў", Belarusian, "BGN/PCGN", "Bykaw"),
        ("Быкаў", Belarusian, "Belarusian national", "Bykaŭ"),
        ("Яўген", Belarusian, "Belarusian national", "Jaŭhien"),
        ("Ціхановіч", Belarusian, "ICAO 9303", "Tsikhanovich"),
        ("Първанов", Bulgarian, "Bulgarian national", "Parvanov"),
        ("Първанов", Bulgarian, "BGN/PCGN 1952", "Pŭrvanov"),
        ("София", Bulgarian, "Bulgarian national", "Sofia"),
        ("Щерев", Bulgarian, "UN", "Šterev"),
        ("Ђоковић", Serbian, "Serbian Latin", "Đoković"),
        ("Џајић", Serbian, "Serbian Latin", "Džajić"),
        ("Ѓорге Иванов", Macedonian, "Macedonian passports", "Gjorge Ivanov"),
        ("Ќосев", Macedonian, "BGN/PCGN 2013", "Ḱosev"),
    ];
    for (form, language, scheme, expected) in cases {
        assert_eq!(romanize(form, language, scheme, &knowledge).as_deref(), Some(expected), "{form}, {scheme}");
    }
}

#[test]
fn what_a_scheme_does_not_cover_is_not_written() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    assert_eq!(romanize("Сергей", Language::Russian, "Ukrainian national", &knowledge), None);
    assert_eq!(romanize("Сергей", Language::Russian, "English press", &knowledge), None);
    assert_eq!(romanize("Сергей", Language::Russian, "no such scheme", &knowledge), None);
    assert_eq!(romanize("Їжак", Language::Russian, "BGN/PCGN", &knowledge), None);
    assert_eq!(romanize("معمر", Language::Arabic, "ALA-LC", &knowledge), None);
}

#[test]
fn the_schemes_that_give_a_spelling_are_named_the_best_known_first() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let sergei = form("Сергей", Language::Russian);
    let names = |spelling, form: &SourceForm| -> Vec<_> {
        schemes(spelling, form, &knowledge).into_iter().map(|scheme| scheme.name).collect()
    };
    let first = |spelling, form: &SourceForm| names(spelling, form).first().copied();
    assert_eq!(first("Sergey", &sergei), Some("BGN/PCGN"));
    assert_eq!(first("Sergei", &sergei), Some("ICAO 9303"));
    assert_eq!(first("Sergeĭ", &sergei), Some("ALA-LC"));
    assert_eq!(first("Sergej", &sergei), Some("ISO 9:1995"));
    assert_eq!(first("Serhiy", &sergei), None);
    let zaytsev = form("Зайцев", Language::Russian);
    assert_eq!(first("Zaytsev", &zaytsev), Some("BGN/PCGN"));
    assert_eq!(names("Zaizew", &zaytsev), ["German press"]);
    let zhukovsky = form("Жуковский", Language::Russian);
    assert_eq!(first("Zhukovsky", &zhukovsky), Some("Wikipedia"));
    assert_eq!(names("Zhukovski", &zhukovsky), ["English press"]);
    assert_eq!(first("Joukovski", &zhukovsky), Some("French press"));
    assert_eq!(first("Đoković", &form("Ђоковић", Language::Serbian)), Some("Serbian Latin"));
    assert_eq!(first("Yevhenii", &form("Євгеній", Language::Ukrainian)), Some("Ukrainian national"));
    assert!(schemes("Gaddafi", &form("القذافي", Language::Arabic), &knowledge).is_empty());
}

#[test]
fn what_a_scheme_writes_is_named_as_its_own() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for scheme in knowledge.source.schemes.all() {
        for language in &scheme.writes {
            for name in knowledge.source.given_names.all().filter(|name| name.language == *language) {
                let written = romanize(name.name, *language, scheme.name, &knowledge);
                let spelling = written.unwrap_or_else(|| panic!("{} cannot write {}", scheme.name, name.name));
                let found = schemes(&spelling, &form(name.name, *language), &knowledge);
                assert!(found.contains(&scheme), "{} {}: {spelling}, {found:?}", scheme.name, name.name);
            }
        }
    }
}

#[test]
fn a_house_follows_one_scheme_of_a_key() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    assert_eq!(romanize("Сергій", Language::Ukrainian, "national", &knowledge).as_deref(), Some("Serhii"));
    assert_eq!(
        known_schemes(Language::Bulgarian, &knowledge),
        ["ala-lc", "bgn-pcgn-1952", "icao-9303", "national", "press", "un"]
    );
    for language in Language::ALL {
        let keys = known_schemes(language, &knowledge);
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{}: {keys:?}", language.name());
        assert!(keys.contains(&"icao-9303") && keys.contains(&"press"), "{}: {keys:?}", language.name());
    }
    assert!(known_schemes(Language::Arabic, &knowledge).is_empty());
}
