//! Marks: doubled, astray, lost, without a partner, or set as Slavic languages and others set them.
//!
//! In: the tokens, quotations and blocks of a document. Out: findings on marks, most of them with a fix.
//! Must not know: the words of any source language; what the sentences mean.

mod attribution;
mod attribution_dash;
mod beside;
mod code;
mod colon_reported_speech;
mod comma_before_that;
mod dangling_colon;
mod dangling_dash;
mod dash_copula;
mod doubled_mark;
mod ellipsis;
mod foreign_quotes;
mod full_width;
mod interrobang;
mod missing_end;
mod missing_space;
mod mixed_quotes;
mod numero;
mod quote_order;
mod quote_style;
mod quoted_name;
mod split_abbreviation;
mod stray_space;
mod unbalanced_brackets;
mod unbalanced_quotes;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &attribution_dash::AttributionDash,
    &colon_reported_speech::ColonReportedSpeech,
    &comma_before_that::CommaBeforeThat,
    &dangling_colon::DanglingColon,
    &dangling_dash::DanglingDash,
    &dash_copula::DashCopula,
    &doubled_mark::DoubledMark,
    &ellipsis::Ellipsis,
    &foreign_quotes::ForeignQuotes,
    &full_width::FullWidth,
    &interrobang::Interrobang,
    &missing_end::MissingEnd,
    &missing_space::MissingSpace,
    &mixed_quotes::MixedQuotes,
    &numero::Numero,
    &quote_order::QuoteOrder,
    &quoted_name::QuotedName,
    &split_abbreviation::SplitAbbreviation,
    &stray_space::StraySpace,
    &unbalanced_brackets::UnbalancedBrackets,
    &unbalanced_quotes::UnbalancedQuotes,
];
