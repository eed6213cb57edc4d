//! Tokens, sentences and blocks of small texts, and laws over any text.

use super::*;
use proptest::prelude::*;

fn conventions() -> Conventions {
    let abbreviations = [("St", Abbreviation::BeforeName), ("Gen", Abbreviation::BeforeName), ("etc", Abbreviation::Anywhere)];
    Conventions::new(
        abbreviations.map(|(word, class)| (word.into(), class)),
        ["the", "he", "it", "in"].map(Into::into),
        ["com", "txt"].map(Into::into),
    )
}

fn read(text: &str) -> Document {
    Document::plain(Text::new(text).expect("a short text"), &conventions())
}

fn words(text: &str) -> Vec<String> {
    let document = read(text);
    document.tokens().iter().map(|t| document.slice(t.span()).to_owned()).collect()
}

fn sentences(text: &str) -> Vec<String> {
    let document = read(text);
    let spans = document.sentences().iter().filter_map(|s| document.span_of(s.tokens()));
    spans.map(|s| document.slice(s).to_owned()).collect()
}

#[test]
fn tokens_keep_numbers_abbreviations_and_apostrophes_whole() {
    assert_eq!(words("He didn’t pay 10,000."), ["He", "didn’t", "pay", "10,000", "."]);
    assert_eq!(words("the U.S. and e.g. it"), ["the", "U.S.", "and", "e.g.", "it"]);
    assert_eq!(words("Orlov’s plan, the presidents’ plan"), ["Orlov", "’s", "plan", ",", "the", "presidents", "’", "plan"]);
    assert_eq!(words("decision-making at 14:20"), ["decision", "-", "making", "at", "14:20"]);
    assert_eq!(words("see https://a.example/b. Then"), ["see", "https://a.example/b", ".", "Then"]);
    assert_eq!(words("mail desk@paper.example, or ../notes.txt"), ["mail", "desk@paper.example", ",", "or", "../notes.txt"]);
    assert_eq!(words("on Lamp.com, in my-notes.txt. It"), ["on", "Lamp.com", ",", "in", "my-notes.txt", ".", "It"]);
    assert_eq!(words("the end.it rained"), ["the", "end", ".", "it", "rained"]);
    assert_eq!(words("State. ."), ["State", ".", "."]);
    assert_eq!(words("Росси́я и Minsk"), ["Росси́я", "и", "Minsk"]);
}

#[test]
fn shapes_tell_capitals() {
    let document = read("NATO Minsk minsk T-72 U.S. iPhone");
    let caps: Vec<bool> = document.tokens().iter().map(Token::is_all_caps).collect();
    assert_eq!(caps, [true, false, false, false, false, false, true, false]);
    assert!(document.tokens()[1].is_title_case() && document.tokens()[2].is_lower());
    let possessives = read("NATO’s Minsk’s iPhone’s");
    let caps: Vec<bool> = possessives.tokens().iter().filter(|t| !t.is_clitic()).map(Token::is_all_caps).collect();
    assert_eq!(caps, [true, false, false]);
}

#[test]
fn tags_and_fenced_code_are_regions() {
    let regions = |text: &str, kind| {
        let document = read(text);
        let spans: Vec<_> = document.regions().iter().filter(|r| r.kind == kind).map(|r| r.span).collect();
        spans.into_iter().map(|span| document.slice(span).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(regions("Ask @lamp_desk, or read #light2 and C# now", RegionKind::Tag), ["@lamp_desk", "#light2"]);
    assert_eq!(regions("One\n\n```rust\n\nlet a = 1;\n\n```\n\nTwo", RegionKind::Code), ["```rust\n\nlet a = 1;\n\n```"]);
    assert_eq!(regions("One `two` three ` four", RegionKind::Code), ["`two`"]);
}

#[test]
fn abbreviations_and_initials_do_not_end_sentences() {
    assert_eq!(sentences("He lives in St. Petersburg. It rained."), ["He lives in St. Petersburg.", "It rained."]);
    assert_eq!(sentences("Translation: V. Orlov"), ["Translation: V. Orlov"]);
    assert_eq!(sentences("In the U.S. Senate he spoke. He left."), ["In the U.S. Senate he spoke.", "He left."]);
    assert_eq!(sentences("It left the U.S. The end."), ["It left the U.S.", "The end."]);
    assert_eq!(sentences("Paper, ink, etc. He paid."), ["Paper, ink, etc.", "He paid."]);
    assert_eq!(sentences("“Go!” he said. “Why?” It rained."), ["“Go!” he said.", "“Why?”", "It rained."]);
    assert_eq!(sentences("The Union State. . The end"), ["The Union State. .", "The end"]);
    assert_eq!(sentences("1. The plan. 2. The cost."), ["1. The plan.", "2.", "The cost."]);
}

#[test]
fn blocks_follow_blank_lines_and_margins() {
    let kinds = |text: &str| read(text).blocks().iter().map(Block::kind).collect::<Vec<_>>();
    use BlockKind::{Heading, ListItem, Paragraph};
    assert_eq!(kinds("A headline\n\nA sentence.\n- an item\n"), [Heading, Paragraph, ListItem]);
    assert_eq!(kinds("One sentence here.\nAnother sentence there.\n"), [Paragraph, Paragraph]);
    let wrapped = "This paragraph was wrapped by an editor at a margin of some\nsixty characters, as people did in letters and as many still\ndo in files.\n";
    assert_eq!(kinds(wrapped), [Paragraph]);
    assert!(read("").blocks().is_empty() && read(" \n\n ").blocks().is_empty());
}

/// What stands within quotation regions that no other encloses, and the lone marks with a few letters around.
fn quoted(text: &str) -> (Vec<String>, Vec<usize>) {
    let document = read(text);
    let regions = document.regions().iter().filter(|r| r.kind == RegionKind::Quotation);
    let outer = regions.filter(|r| !document.regions().iter().any(|o| o.kind == r.kind && o != *r && o.span.contains(r.span)));
    let words = outer.map(|r| document.slice(r.span).to_owned()).collect();
    (words, document.quotations().lone().iter().map(|m| document.tokens()[m.token].span().start()).collect())
}

#[test]
fn quotations_are_paired_over_the_document() {
    assert_eq!(quoted("“A ‘b’ c,” he said.").0, ["“A ‘b’ c,”"]);
    assert_eq!(quoted("‘She said “Ow.”’ He left.").0, ["‘She said “Ow.”’"]);
    assert_eq!(quoted("\"A \"b\" c,\" he said.").0, ["\"A \"b\" c,\""]);
    assert_eq!(quoted("He read „A“ and «B».").0, ["„A“", "«B»"]);
    assert_eq!(quoted("“One.\n\n“Two,” he said."), (vec!["“One.".into(), "“Two,”".into()], vec![]));
    assert_eq!(quoted("“One.\n\nTwo.\n\nThree.” It rained.").0, ["“One.", "Two.", "Three.”"]);
    assert_eq!(quoted("The workers’ demands of the ’90s; a 12\" board."), (vec![], vec![]));
}

#[test]
fn straight_marks_on_the_wrong_side_of_a_space_are_paired() {
    assert_eq!(quoted("The mayor's\" old words \"and\" new ones \" were heard.").0, ["\" old words \"", "\" new ones \""]);
    assert_eq!(quoted("\"We stay, \"Ann said, \"and wait.\"").0, ["\"We stay, \"", "\"and wait.\""]);
    assert_eq!(quoted("\"The \"big\" men go,\" he said.").0, ["\"The \"big\" men go,\""]);
    assert_eq!(quoted("\"One.\n\nTwo, \"he said.").1, Vec::<usize>::new());
    assert_eq!(quoted("The workers\" demands and the owners\" answers.").1, [11, 35]);
}

#[test]
fn a_headline_opens_nothing_and_a_phrase_opens_once() {
    assert_eq!(quoted("“One Two Three\n\nFour. Five.”").1, [0, 29]);
    assert_eq!(quoted("He called it “a “trifle” today.").1, [18]);
    assert_eq!(quoted("He called it «one» and 「two」.").0, ["«one»", "「two」"]);
}

#[test]
fn beside_a_lone_mark_its_sentence_is_speech() {
    assert_eq!(quoted("It rained. We stayed”, he said."), (vec!["We stayed”".into()], vec![20]));
    assert_eq!(quoted("He said: “we stayed. It rained."), (vec!["“we stayed.".into()], vec![9]));
}

#[test]
fn positions_count_code_points() {
    let text = Text::new("Да.\nNo — yes").expect("a short text");
    let index = LineIndex::new(&text);
    assert_eq!(index.position(&text, 0), Position { line: 1, column: 1 });
    let at = text.as_str().find("yes").expect("it is there");
    assert_eq!(index.position(&text, at), Position { line: 2, column: 6 });
}

#[test]
fn edits_are_narrowed_and_never_empty() {
    let text = Text::new("Sergey Orlov").expect("a short text");
    let span = text.span(0..6).expect("a word");
    let edit = Edit::new(&text, span, "Sergei").expect("a change");
    assert_eq!((edit.span().range(), edit.replacement()), (5..6, "i"));
    assert!(Edit::new(&text, span, "Sergey").is_none());
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC*[.?!\"“”’‘ \\n]{0,9}[\\PC\\n]*") {
        let document = read(&text);
        let tokens = document.tokens();
        for pair in tokens.windows(2) {
            prop_assert!(pair[0].span().end() <= pair[1].span().start());
        }
        for (i, token) in tokens.iter().enumerate() {
            prop_assert!(!document.slice(token.span()).is_empty());
            prop_assert!(document.blocks()[document.block_of(i)].tokens().contains(&i));
            prop_assert!(document.sentences()[document.sentence_of(i)].tokens().contains(&i));
        }
        let in_sentences: usize = document.sentences().iter().map(|s| s.tokens().len()).sum();
        prop_assert_eq!(in_sentences, tokens.len());
    }
}
