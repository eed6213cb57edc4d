//! Numbers: separators, scales, dates, times, money, as English writes them.
//!
//! In: the tokens of a document, the closed classes of words. Out: findings on numbers, most of them with a fix.
//! Must not know: the source text, which alone can tell whether a number is right.

mod figure;

mod currency_order;
mod date_format;
mod decimal_comma;
mod month_case;
mod scale_word;
mod small_numerals;
mod thousands;
mod time;
mod unit_number;
mod year_word;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &currency_order::CurrencyOrder,
    &date_format::DateFormat,
    &decimal_comma::DecimalComma,
    &month_case::MonthCase,
    &scale_word::ScaleWord,
    &small_numerals::SmallNumerals,
    &thousands::Thousands,
    &time::Time,
    &unit_number::UnitNumber,
    &year_word::YearWord,
];
