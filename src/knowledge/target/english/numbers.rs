//! Words beside numbers: what they tell of the number, and how English writes those of the source languages.

use rustc_hash::FxHashMap;

use crate::knowledge::{Rows, TableError, VocabularyBuilder, WordId};

const WORDS: &str = include_str!("number-words.tsv");
const WORDS_PATH: &str = "target/english/number-words.tsv";
const RENDERINGS: &str = include_str!("number-renderings.tsv");
const RENDERINGS_PATH: &str = "target/english/number-renderings.tsv";

macro_rules! kinds {
    ($(#[$head:meta])* $enum:ident { $($(#[$doc:meta])* $name:ident = $word:literal,)* }) => {
        $(#[$head])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enum { $($(#[$doc])* $name,)* }

        impl $enum {
            const ALL: &[(Self, &str)] = &[$((Self::$name, $word),)*];

            fn named(path: &str, line: usize, name: &str) -> Result<Self, TableError> {
                let kind = Self::ALL.iter().find(|(_, word)| *word == name).map(|(kind, _)| *kind);
                kind.ok_or_else(|| TableError::new(path, line, format!("there is no kind “{name}”")))
            }
        }
    };
}

kinds! {
    /// What a word beside a number tells of it; a word may have several kinds.
    NumberWord {
        /// What millions of years are counted in.
        Age = "age",
        /// Abbreviations that news agencies of the region keep to throughout.
        Agency = "agency",
        /// Words that lead to an amount.
        AmountLead = "amount-lead",
        /// Words after the price of one thing.
        Apiece = "apiece",
        /// “at”, before a point of time or a value.
        At = "at",
        /// Verbs after which “from” and “to” give two values.
        Change = "change",
        /// Prepositions of time and place, whose phrase a comma may close.
        Circumstance = "circumstance",
        /// Prepositions before a time of day.
        Clock = "clock",
        /// Arms of service, between the number of a unit and the unit.
        Branch = "branch",
        /// What stands after a time of day.
        ClockHour = "clock-hour",
        /// Commanders and headquarters, of which a unit has one.
        Command = "command",
        /// Months whose names are common words as well.
        CommonMonth = "common-month",
        /// Words after which units are counted, not named.
        CountLead = "count-lead",
        /// Currencies and their codes.
        Currency = "currency",
        /// Prepositions before a date.
        DatePreposition = "date-preposition",
        /// Prepositions before a day of a month.
        DayPreposition = "day-preposition",
        /// Endings joined to the number of a decade by a hyphen.
        DecadeEnding = "decade-ending",
        /// Words before a decade.
        DecadePart = "decade-part",
        /// Lengths of time, and the ending of multiples.
        Duration = "duration",
        /// Words after a length of time.
        Elapsed = "elapsed",
        /// “from”, which opens a span.
        From = "from",
        /// Official journals, whose style has dates in figures.
        Gazette = "gazette",
        /// “a.m.” and its like.
        HalfDay = "half-day",
        /// Hours as a length of time.
        Hour = "hour",
        /// What stands before one of a power of ten.
        Indefinite = "indefinite",
        /// Abbreviations of what bears a number, which a full stop closes.
        LabelStop = "label-stop",
        /// What has numbered sections.
        Law = "law",
        /// Number words of source languages, spelt in full.
        LeftScale = "left-scale",
        /// Abbreviations of births, marriages and deaths before their dates.
        LifeEvent = "life-event",
        /// Words between the numbers of a list.
        ListJoiner = "list-joiner",
        /// What has a price or a rate.
        Market = "market",
        /// Minutes as a length of time.
        Minute = "minute",
        /// Verbs after which “at” gives a time as well as a value.
        Moment = "moment",
        /// What bears a number of its own (“room”, “page”).
        Numbered = "numbered",
        /// “month”.
        MonthWord = "month-word",
        /// Words that begin a new phrase after “year”.
        NewPhrase = "new-phrase",
        /// “o’clock”.
        OClock = "o-clock",
        /// Possessives of one thing.
        OneOwner = "one-owner",
        /// Military units in the singular.
        OneUnit = "one-unit",
        /// Endings of ordinal numbers.
        OrdinalEnding = "ordinal-ending",
        /// Things that ordinals number more often than units.
        OrdinalThing = "ordinal-thing",
        /// Per cent.
        Percent = "percent",
        /// People, of whom there are only whole ones.
        Person = "person",
        /// Verbs after which “at” gives a value.
        Rated = "rated",
        /// Powers of ten.
        Scale = "scale",
        /// Whom schools count in years.
        School = "school",
        /// Verbs beside prices.
        Selling = "selling",
        /// A word in the names of units (“separate”).
        Separate = "separate",
        /// Codes of currencies of countries whose English parts thousands by spaces.
        SpacedMoney = "spaced-money",
        /// Abbreviations of the source languages that a full stop closes.
        Stopped = "stopped",
        /// Symbols of units.
        Symbol = "symbol",
        /// Words beside times of day.
        Timetable = "timetable",
        /// Prepositions that close a span.
        To = "to",
        /// Units of measure.
        Unit = "unit",
        /// Days of the week.
        Weekday = "weekday",
        /// “year”.
        Year = "year",
    }
}

kinds! {
    /// What is rendered.
    Rendering {
        /// A currency’s code, by the name that says it again.
        Code = "code",
        /// A number up to a hundred in figures, by its word.
        Figure = "figure",
        /// A month, by its number in two digits.
        Month = "month",
        /// The ending of an ordinal, by the last digit.
        Ordinal = "ordinal",
        /// The exponent of a power of ten, by its word.
        Power = "power",
        /// A power of ten, by the word or abbreviation of the source language.
        Scale = "scale",
        /// A currency, by the abbreviation of the source language.
        Sum = "sum",
        /// A military unit in the singular, by its plural.
        Unit = "unit",
    }
}

/// The tables of words beside numbers.
#[derive(Clone, Debug, Default)]
pub struct NumberWords {
    /// For each word id: its kinds, a bit each.
    kinds: Vec<u64>,
    renderings: FxHashMap<(Rendering, WordId), Vec<&'static str>>,
    powers: Vec<(u32, &'static str)>,
    months: Vec<&'static str>,
    /// Words of small numbers.
    small: Vec<(u64, &'static str)>,
    endings: Vec<(&'static str, &'static str)>,
}

impl NumberWords {
    /// The built-in tables; their words go into the vocabulary.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut numbers = Self::default();
        for row in Rows::new(WORDS_PATH, WORDS, ["kind", "words", "origin"])? {
            let (line, [name, list, _]) = row?;
            let kind = NumberWord::named(WORDS_PATH, line, name)?;
            list.split(' ').for_each(|word| numbers.add(words.intern(word), kind));
        }
        for row in Rows::new(RENDERINGS_PATH, RENDERINGS, ["kind", "written", "write", "origin"])? {
            let (line, [name, written, write, _]) = row?;
            let kind = Rendering::named(RENDERINGS_PATH, line, name)?;
            match kind {
                Rendering::Figure => {
                    let value = write.parse();
                    let value = value.map_err(|_| TableError::new(RENDERINGS_PATH, line, format!("“{write}” is no number")))?;
                    numbers.small.push((value, written));
                }
                Rendering::Month => numbers.months.push(write),
                Rendering::Ordinal => numbers.endings.push((written, write)),
                Rendering::Power => {
                    let power = write.parse();
                    let power = power.map_err(|_| TableError::new(RENDERINGS_PATH, line, format!("“{write}” is no power")))?;
                    numbers.powers.push((power, written));
                }
                _ => {}
            }
            numbers.renderings.entry((kind, words.intern(written))).or_default().extend(write.split('|'));
        }
        Ok(numbers)
    }

    fn add(&mut self, word: WordId, kind: NumberWord) {
        if self.kinds.len() <= word.index() {
            self.kinds.resize(word.index() + 1, 0);
        }
        self.kinds[word.index()] |= 1 << kind as u64;
    }

    /// Whether a word is of a kind.
    pub fn is(&self, word: WordId, kind: NumberWord) -> bool {
        self.kinds.get(word.index()).is_some_and(|kinds| kinds & (1 << kind as u64) != 0)
    }

    /// How a word is written in English: the British spelling first, then the American; empty where it is no such word.
    pub fn renderings(&self, kind: Rendering, word: WordId) -> &[&'static str] {
        if word == WordId::NONE {
            return &[];
        }
        self.renderings.get(&(kind, word)).map_or(&[], Vec::as_slice)
    }

    /// The exponent of a power of ten by its English word.
    pub fn power(&self, word: &str) -> Option<u32> {
        self.powers.iter().find(|(_, name)| *name == word).map(|(power, _)| *power)
    }

    /// The English word for ten to this power.
    pub fn power_word(&self, power: u32) -> Option<&'static str> {
        self.powers.iter().find(|(of, _)| *of == power).map(|(_, word)| *word)
    }

    /// The word of a number, for those that have one of their own up to ninety.
    pub fn small_word(&self, number: u64) -> Option<&'static str> {
        self.small.iter().find(|(value, _)| *value == number).map(|(_, word)| *word)
    }

    /// The number that a word stands for, by the words of [`NumberWords::small_word`].
    pub fn small_value(&self, word: WordId) -> Option<u64> {
        self.renderings(Rendering::Figure, word).first()?.parse().ok()
    }

    /// The name of a month, from 1 to 12.
    pub fn month(&self, number: u64) -> Option<&'static str> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        self.months.get(index).copied()
    }

    /// A number with the ending of its ordinal ("64th").
    pub fn ordinal(&self, number: u64) -> String {
        let last = if (11..=13).contains(&(number % 100)) { 0 } else { number % 10 };
        let of = |digit: u64| self.endings.iter().find(|(written, _)| written.parse() == Ok(digit)).map(|(_, ending)| *ending);
        format!("{number}{}", of(last).or_else(|| of(0)).unwrap_or_default())
    }
}
