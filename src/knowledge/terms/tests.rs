//! Glossaries are read, and what is wrong in one is named with its line.

use super::*;

fn fault(name: &str, text: &str) -> String {
    Term::read(name, text).expect_err("a fault").to_string()
}

#[test]
fn tables_are_read_by_their_heading() {
    let csv = "# ours\nTerm,avoid,Source,who\nuse,utilise; utilize,использовать,Ann\n\"bread, white\",,булка,\n,irregardless,,\n";
    let terms = Term::read("t.csv", csv).expect("sound");
    assert_eq!(terms.len(), 3);
    assert_eq!(
        (terms[0].preferred.as_str(), &terms[0].forbidden[..]),
        ("use", &["utilise".to_owned(), "utilize".to_owned()][..])
    );
    assert_eq!((terms[0].source.as_str(), terms[0].origin.as_str()), ("использовать", "t.csv:3"));
    assert_eq!(terms[1].preferred, "bread, white");
    assert_eq!((terms[2].preferred.as_str(), terms[2].origin.as_str()), ("", "t.csv:5"));
    let tsv = Term::read("t.tsv", "\u{feff}preferred\tadmitted\tnote\nferry\tferryboat|car ferry\tnot “boat”\n").expect("sound");
    assert_eq!(tsv[0].admitted, ["ferryboat", "car ferry"]);
    assert_eq!(tsv[0].note, "not “boat”");
    assert_eq!(Term::read("t.csv", "preferred;forbidden\nuse;utilise\n").expect("semicolons")[0].forbidden, ["utilise"]);
}

#[test]
fn faults_of_tables_name_the_line() {
    assert!(fault("t.csv", "use,utilise\n").starts_with("t.csv:1: the first line must name the columns"));
    assert_eq!(
        fault("t.csv", "preferred,forbidden\n,\n"),
        "t.csv:2: neither a preferred nor a forbidden term; write one, or delete the line"
    );
    assert!(fault("t.csv", "preferred,forbidden\nuse,utilise,x,y\n").starts_with("t.csv:2: 4 cells, but the heading has 2"));
    assert_eq!(fault("t.csv", "# ours\r\n\r\npreferred,forbidden\r\n\r\n# and\r\n,\r\n").split(' ').next(), Some("t.csv:6:"));
    assert_eq!(fault("t.csv", "preferred,forbiden\n"), "t.csv:1: no column is called “forbiden”; did you mean “forbidden”?");
    assert!(fault("t.csv", "preferred,forbidden\nuse,\"utilise\nbus,omnibus\n").starts_with("t.csv:2: a cell goes on"));
    let sheet = Term::read("t.csv", "sep=;\r\npreferred;forbidden\r\nuse;utilise\r\n").expect("as spreadsheets write it");
    assert_eq!((sheet[0].forbidden[0].as_str(), sheet[0].origin.as_str()), ("utilise", "t.csv:3"));
}

#[test]
fn terms_that_contradict_one_another_are_named_with_both_places() {
    let agree = |text: &str| Term::agree(&Term::read("t.csv", text).expect("sound"));
    assert_eq!(agree("preferred,forbidden\nuse,utilise\nuse,utilize\n"), Ok(()));
    let both = "t.csv:2: “use” is forbidden, and right in t.csv:2; take it out of one place";
    assert_eq!(agree("preferred,forbidden\nuse,use\n"), Err(both.into()));
    let twice = "t.csv:3: “utilise” is forbidden in t.csv:2 too, for “use”; keep one of the two";
    assert_eq!(agree("preferred,forbidden\nuse,utilise\nemploy,utilise\n"), Err(twice.into()));
}

const OLD: &str = "<?xml version='1.0'?>\n<martif type='TBX'><text><body>\n<termEntry id='1'>\n\
    <langSet xml:lang='ru'><tig><term>СКВ</term></tig></langSet>\n\
    <langSet xml:lang='en-GB'>\n\
    <tig><term>R&amp;D &#x441;entre</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></tig>\n\
    <tig><term>design bureau</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote></tig>\n\
    <tig><term>research centre</term></tig>\n\
    </langSet></termEntry></body></text></martif>\n";

const NEW: &str = "<tbx xmlns:min='x'><text><body><conceptEntry id='2'><langSec xml:lang='en'>\
    <termSec><term>ice breaker</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>\
    <termSec><term>icebreaker</term></termSec></langSec></conceptEntry></body></text></tbx>";

#[test]
fn tbx_of_both_editions_is_read() {
    let old = &Term::read("t.tbx", OLD).expect("sound")[0];
    assert_eq!((old.preferred.as_str(), old.source.as_str()), ("R&D сentre", "СКВ"));
    assert_eq!((&old.forbidden[..], &old.admitted[..]), (&["design bureau".to_owned()][..], &["research centre".to_owned()][..]));
    assert_eq!(old.origin, "t.tbx:3");
    let new = &Term::read("t.TBX", NEW).expect("sound")[0];
    assert_eq!((new.preferred.as_str(), &new.forbidden[..]), ("icebreaker", &["ice breaker".to_owned()][..]));
}

#[test]
fn faults_of_tbx_are_named() {
    assert!(fault("t.tbx", "<a><b></a>").starts_with("t.tbx:1: broken XML"));
    let odd = NEW.replace("superseded", "depreciated");
    assert!(fault("t.tbx", &odd).starts_with("t.tbx:1: no administrative status is called “depreciatedTerm-admn-sts”; known: "));
    let inline = NEW.replace("<term>icebreaker", "<term>ice &amp; <hi>snow</hi> breaker");
    assert_eq!(Term::read("t.tbx", &inline).expect("sound")[0].preferred, "ice & snow breaker");
    assert!(fault("t.tbx", "<tbx></tbx>").contains("no entry with an English term"));
}

#[test]
fn what_is_forbidden_is_found_in_any_form_with_its_answer() {
    let terms =
        Term::read("t.csv", "preferred,forbidden\nuse,utilise\nchairperson,chairman\nInternet,internet\n").expect("sound");
    let rows = rows(&terms).expect("sound");
    let said = |row: &crate::knowledge::phrase::PhraseRow| {
        let answer = |i: usize| row.phrases[i].answers.first().map(|answer| answer.fill(&[], |_| "")).unwrap_or_default();
        row.say.iter().enumerate().map(|(i, line)| format!("{line}→{}", answer(i))).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(said(&rows[0]), "utilise→use utilises→uses utilised→used utilising→using");
    assert!(said(&rows[1]).starts_with("chairman→chairperson chairmen→chairpersons"));
    assert_eq!((rows[2].class.as_str(), rows[0].class.as_str()), ("exact", "any-case"));
}
