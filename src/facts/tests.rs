//! Every row of the phrase tables is proved by its own examples, and every test of the closed list by a row made for it.

use super::*;
use crate::document::Text;
use crate::knowledge::Language;
use crate::knowledge::phrase::{Test, Topics};

/// A paragraph that shows a Slavic source.
const TRANSLATED: &str = "“The bridge is open”, – said Kirill Petrovich Zavyalov, the head of «Mostostroy».";

/// A paragraph that shows any of the other sources; of Arabic and Chinese where the row itself stands beside it.
const FROM_ELSEWHERE: &str = "OTAN met at « Bélière » and Çavène. ¿Qué? The Grübelstößer GmbH paid 3 Mrd to „Źdźbłowo”, Łąkąd and \
    Śniędz; Şırğan, Kızşah, Uğurşel and Çığlık told the AKP. On a related level, all wait، and staff must conscientiously implement the plan，at once.";

fn facts(knowledge: &Knowledge, text: &str, needs: Needs) -> Facts {
    let document = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    Facts::gather(&document, knowledge, needs, &[])
}

fn hits_of(knowledge: &Knowledge, row: usize, text: &str) -> usize {
    facts(knowledge, text, Needs::HITS).hits.iter().filter(|hit| hit.row == row).count()
}

#[test]
fn every_row_hits_its_wrong_example_and_not_its_right_one() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut faults = Vec::new();
    for (number, row) in knowledge.phrases.rows().enumerate() {
        let translated = row.when.contains(&Test::Signal);
        let wrong = if translated { format!("{}\n\n{TRANSLATED}\n\n{FROM_ELSEWHERE}\n", row.wrong) } else { row.wrong.clone() };
        if hits_of(&knowledge, number, &wrong) == 0 {
            faults.push(format!("{}: misses “{}”", row.key, row.wrong));
        }
        if translated && hits_of(&knowledge, number, &row.wrong) > 0 {
            faults.push(format!("{}: speaks without a sign of a source language", row.key));
        }
        if hits_of(&knowledge, number, &row.right) > 0 {
            faults.push(format!("{}: hits “{}”", row.key, row.right));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// How often a row with this anchor and test hits; `<name>` and a gap stand for slots.
fn hits(extra: &str, text: &str) -> usize {
    let row = format!(
        "[[phrase]]\nkey = \"k\"\nsay = \"grey goose\"\nclass = \"c\"\norigin = \"usage\"\nwrong = \"w\"\nright = \"r\"\n{extra}\n"
    );
    let knowledge = Knowledge::with_phrases(&row).expect("a sound row");
    facts(&knowledge, text, Needs::HITS).hits.len()
}

#[test]
fn every_test_of_the_closed_list_decides() {
    let when = |test: &str, text: &str| hits(&format!("when = [\"{test}\"]"), text);
    assert_eq!(when("count>=2", "A grey goose."), 0);
    assert_eq!(when("count>=2", "A grey goose. A Grey Goose."), 2);
    assert_eq!(when("near:military", "A grey goose crossed the road."), 0);
    assert_eq!(when("near:military", "A grey goose met a tank."), 1);
    assert_eq!(when("near:military", "A grey goose.\n\nA tank stood in another paragraph."), 0);
    assert_eq!(when("not-near:military", "A grey goose met a tank."), 0);
    assert_eq!(when("not-near:military", "A grey goose.\n\nA tank stood in another paragraph."), 1);
    assert_eq!(when("outside:quotation", "He said: “A grey goose.”"), 0);
    assert_eq!(when("outside:quotation", "He saw a grey goose."), 1);
    assert_eq!(when("next:name", "A grey goose Martin"), 1);
    assert_eq!(when("next:name", "A grey goose flew"), 0);
    assert_eq!(when("next:month", "A grey goose, March"), 0);
    assert_eq!(when("next:month", "A grey goose March"), 1);
    assert_eq!(when("not-next:month", "A grey goose March"), 0);
    assert_eq!(when("not-next:num", "A grey goose"), 1);
    assert_eq!(when("previous:mark", "Ducks, grey goose"), 1);
    assert_eq!(when("previous:mark", "A grey goose"), 0);
    assert_eq!(when("not-previous:article", "A grey goose"), 0);
    let about = "A grey goose.\n\nThe general sent a tank to the front; the soldiers had no ammunition.";
    assert_eq!(when("about:military", about), 1);
    assert_eq!(when("about:military", "A grey goose met a tank."), 0);
    assert_eq!(when("not-about:military", "A grey goose met a duck."), 1);
    assert_eq!(when("not-about:military", "A grey goose met a tank."), 0);
    let signal = |text: &str| hits("from = [\"bg\"]\nwhen = [\"signal:source\"]", text);
    assert_eq!(signal("A grey goose."), 0);
    assert_eq!(signal(&format!("{TRANSLATED}\n\nA grey goose.")), 1);
    assert_eq!(signal("A grey goose said: «¿Qué？»，。"), 0, "signs of other languages say nothing of this one");
    assert_eq!(Test::WORDS.len(), 11, "a new test wants its line here");
}

#[test]
fn anchors_say_where_a_row_may_hit() {
    let at = |anchor: &str, text: &str| hits(&format!("anchor = \"{anchor}\""), text);
    assert_eq!(at("sentence-start", "Grey goose is served. A grey goose flies."), 1);
    assert_eq!(at("sentence-start", "He said, “Grey goose is served.”"), 1);
    assert_eq!(at("clause-end", "A grey goose, a grey goose flew off."), 1);
    assert_eq!(at("after-quotation", "“Go!” grey goose said. The grey goose went."), 1);
    assert_eq!(at("after-quotation", "“Go”, – grey goose said. He went, grey goose."), 1);
    assert_eq!(at("block", "Grey goose.\n\nGrey goose flies."), 1);
    assert_eq!(at("block-start", "Grey goose flies.\n\nA grey goose."), 1);
}

#[test]
fn slots_take_what_their_name_says() {
    let say = |say: &str, text: &str| {
        let row = format!(
            "[[phrase]]\nkey = \"k\"\nsay = \"{say}\"\nclass = \"c\"\norigin = \"usage\"\nwrong = \"w\"\nright = \"r\"\n"
        );
        let knowledge = Knowledge::with_phrases(&row).expect("a sound row");
        facts(&knowledge, text, Needs::HITS).hits.len()
    };
    assert_eq!(say("goose <num>", "goose 7, goose seven"), 1);
    assert_eq!(say("goose <name>", "goose Martin, goose martin, goose The"), 1);
    assert_eq!(say("goose of <country>", "goose of Latvia, goose of Riga"), 1);
    assert_eq!(say("goose in <month>", "goose in March, goose in winter"), 1);
    assert_eq!(say("goose of <pronoun>", "goose of theirs, goose of Rome"), 1);
    assert_eq!(say("goose <any:1-2> flies", "goose flies. goose that flies. goose which then flies. goose x y z flies."), 2);
}

#[test]
fn topics_are_all_used() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let used = |name: &str| {
        let topic = knowledge.phrases.topics().named(name).expect("a topic");
        let names_it =
            |test: &Test| [Test::Near(topic), Test::NotNear(topic), Test::About(topic), Test::NotAbout(topic)].contains(test);
        knowledge.phrases.rows().any(|row| row.when.iter().any(names_it))
    };
    let idle: Vec<_> = knowledge.phrases.topics().names().filter(|name| !used(name)).collect();
    assert!(idle.is_empty(), "no row asks for {idle:?} of {}", Topics::PATH);
}

#[test]
fn signals_rest_on_several_kinds_of_signs() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let read = |text: &str| facts(&knowledge, text, Needs::SIGNALS).signals;
    let translated = read(TRANSLATED);
    assert!(translated.slavic(), "{translated:?}");
    let names: Vec<_> = translated.seen(&Language::SLAVIC).map(|seen| seen.sign).collect();
    assert_eq!(names, ["dash-attribution", "guillemets", "patronymic", "surname"]);
    let report = "Petrov, Ivanov, Sidorov, Zavyalov and Morozova met in Geneva and Kiev; the Duma (Дума) did not.";
    assert!(!read(report).slavic(), "names and an institution are a topic, not a source: {:?}", read(report));
    assert!(!read("She said – and meant it, – that it was over.").slavic());
    let twice = read(&format!("{TRANSLATED}\n\n{TRANSLATED}"));
    assert_eq!(twice.score(&Language::SLAVIC), translated.score(&Language::SLAVIC), "each spelling counts once");
}
