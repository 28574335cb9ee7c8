//! Whether a number counts, only names, or is no figure at all.

use super::amount::Amount;
use super::marker;
use super::number::is_plural;
use crate::lang::grammar::WordClass;
use crate::recognize::grammar::{Words, is_dash, is_hyphen, is_tie, longest, longest_before};
use crate::recognize::{FigureKind, FigureRole};

/// Four digits between these are taken for a year where nothing shows that they count.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2099;

/// After words like "in" or a month, four digits between these are a year.
const FAR_YEARS: std::ops::RangeInclusive<i64> = 1000..=2999;

/// Tokens at a number that are no figure at all, and where they end: times of day, telephone numbers,
/// versions, letters glued to digits.
pub(super) fn skip(words: Words, at: usize) -> Option<usize> {
    if !words.is_number(at) {
        return None;
    }
    if let Some(end) = chain(words, at) {
        return Some(end);
    }
    let word = words.word(at);
    let leads_with_zero = word.len() > 1 && word.starts_with('0') && word.as_bytes()[1] != b'.';
    let is_clock = words.language.figures.clock.has(words.normal(at + 1));
    let bracketed = words.word(words.before(at)) == "[" && words.word(at + 1) == "]";
    let after_letters = is_hyphen(words.word(words.before(at)))
        && words.is_glued(at)
        && words.is_glued(at - 1)
        && words.is_word(at.wrapping_sub(2))
        && !allowed_prefix(words, at - 2);
    let power = words.word(words.before(at)) == "^" && words.is_glued(at);
    let in_name = words.word(words.before(at)) == "." && words.is_glued(at) && words.is_glued(at - 1);
    let cut_off = words.word(words.before(at)) == ","
        && words.is_glued(at)
        && words.is_glued(at - 1)
        && words.is_word(at.wrapping_sub(2));
    let is_entity = words.word(words.before(at)) == "#" && words.word(at + 1) == ";";
    (is_clock
        || is_clipped(words, at)
        || is_entity
        || in_name
        || cut_off
        || power
        || bracketed
        || after_letters
        || (leads_with_zero && !words.word(at + 1).starts_with('%')))
    .then_some(at + 1)
}

/// "in '94": a year without its century.
fn is_clipped(words: Words, at: usize) -> bool {
    let quote = words.before(at);
    matches!(words.word(quote), "'" | "’" | "‘")
        && words.is_glued(at)
        && !words.is_glued(quote)
        && words.word(at).len() == 2
        && (!words.is_word(at + 1) || words.language.grammar.binds(words.normal(at + 1)))
}

/// The end of a number word that closes a compound: "net-zero", "a top-five finish".
pub(super) fn skip_compound(words: Words, at: usize) -> Option<usize> {
    let hyphen = words.before(at);
    let word = words.before(hyphen);
    let number =
        is_tie(words, hyphen) && words.is_word(at) && words.language.numbers.cardinals.has(words.normal(at));
    (number && words.is_word(word) && !allowed_prefix(words, word)).then_some(at + 1)
}

/// The end of a run of numbers joined without spaces that means something else than amounts: "10:45",
/// "1/2/2014", "555-0199-12", "24/7". Two numbers around a dash may be a range.
fn chain(words: Words, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut parts = 1;
    let mut only_dashes = true;
    while words.is_glued(end) && words.is_glued(end + 1) && words.is_number(end + 1) {
        let mark = words.word(end);
        if !(is_dash(mark) || matches!(mark, "/" | ":" | "." | "+" | "=")) || mark == "—" {
            break;
        }
        only_dashes &= is_dash(mark);
        parts += 1;
        end += 2;
    }
    if parts == 1 {
        return None;
    }
    let fraction = parts == 2 && words.word(at + 1) == "/" && is_common_fraction(words, at);
    let year = parts == 2 && words.word(at).len() == 4 && is_year_range(words, at);
    // "555-0199"
    let zero = parts == 2
        && words.word(at + 2).len() > 1
        && words.word(at + 2).bytes().all(|byte| byte.is_ascii_digit())
        && words.word(at + 2).starts_with('0');
    // "03-40482222"
    let dialled =
        words.word(at).len() > 1 && words.word(at).starts_with('0') && !words.word(at).contains('.');
    let suspicious = parts > 2 || !only_dashes || year || zero || dialled;
    (suspicious && !fraction).then_some(end)
}

/// "2013-14", "1995-98", "2013-2015"
fn is_year_range(words: Words, at: usize) -> bool {
    let first = words.word(at).parse().is_ok_and(|year| YEARS.contains(&year));
    first && matches!(words.word(at + 2).len(), 1 | 2 | 4) && !words.word(at + 2).contains('.')
}

/// Denominators that are read as fractions; others after a slash are dates, scores and names.
fn is_common_fraction(words: Words, at: usize) -> bool {
    let bottom: Option<u32> = words.word(at + 2).parse().ok();
    let top: Option<u32> = words.word(at).parse().ok();
    let common = matches!(bottom, Some(2..=10 | 12 | 15 | 16 | 20 | 32 | 64 | 100 | 128 | 1000));
    common && top.is_some_and(|top| top > 0) && top < bottom
}

/// Words that may stand glued before a number with a hyphen.
fn allowed_prefix(words: Words, at: usize) -> bool {
    let language = words.language;
    let normal = words.normal(at);
    language.numbers.negatives.has(normal)
        || language.figures.bound_prefixes.has(normal)
        || language.figures.levels.has(normal)
        || language.numbers.cardinals.has(normal)
}

/// What the amount is: `None` when it is no figure.
pub(super) fn role(words: Words, amount: &Amount, bounded: bool) -> Option<FigureRole> {
    if amount.kind == FigureKind::Range && !amount.is_bounded && is_span_of_years(words, amount) {
        return None;
    }
    if amount.kind == FigureKind::Range && is_model(words, amount) {
        return Some(FigureRole::Label);
    }
    // "71st Street"
    let street = amount.kind == FigureKind::Ordinal
        && words.is_capital(amount.end)
        && words.language.figures.streets.has(words.normal(amount.end));
    if street {
        return Some(FigureRole::Label);
    }
    if amount.kind != FigureKind::Cardinal || amount.unit.is_some() || amount.high.is_some() {
        return Some(FigureRole::Claim);
    }
    let clock = !words.is_number(amount.start) && words.language.figures.clock.has(words.normal(amount.end));
    if clock
        || is_pronoun(words, amount, bounded)
        || marker::is_list_marker(words, amount)
        || has_letters(words, amount.end)
    {
        return None;
    }
    if amount.end != amount.start + 1 {
        return Some(FigureRole::Claim);
    }
    if is_year(words, amount.start, bounded) {
        return None;
    }
    Some(if !bounded && names(words, amount.start) { FigureRole::Label } else { FigureRole::Claim })
}

/// "Boeing 737-800": numbers around a hyphen after a name, of which nothing is counted.
fn is_model(words: Words, amount: &Amount) -> bool {
    let digits =
        amount.end == amount.start + 3 && words.is_number(amount.start) && words.is_number(amount.end - 1);
    digits
        && is_hyphen(words.word(amount.start + 1))
        && !is_plural(words, amount.end)
        && names(words, amount.start)
}

/// "5G", "11a", "1960s": letters that are no unit.
fn has_letters(words: Words, end: usize) -> bool {
    words.is_number(words.before(end))
        && words.is_glued(end)
        && words.is_word(end)
        && !words.word(end).starts_with(['\'', '’'])
}

/// "no one", "this one", "one another", "the one who".
fn is_pronoun(words: Words, amount: &Amount, bounded: bool) -> bool {
    let figures = &words.language.figures;
    let one = amount.end == amount.start + 1 && figures.pronouns.has(words.normal(amount.start));
    let next = words.normal(amount.end);
    if !one || words.is_all(amount.start..amount.end) {
        return false;
    }
    if bounded {
        // "higher than the one seen before"
        let the = figures.pronoun_openers.has(words.normal(words.before(amount.start)));
        return the || figures.pronoun_closers.has(next);
    }
    let opened = figures.pronoun_openers.has(words.normal(words.before(amount.start)))
        || figures.pronoun_closers.has(next)
        || is_described(words, amount);
    let of = words.language.numbers.partitives.has(next);
    let counts = words.is_word(amount.end)
        && (!words.language.grammar.binds(next) || of)
        && !words.is_glued(amount.end);
    let compound = is_hyphen(next) && figures.one_compounds.has(words.normal(amount.end + 1));
    opened || compound || !(counts || is_hyphen(next))
}

/// "the central **one** facing them": after an article and an adjective, where a noun could not follow.
fn is_described(words: Words, amount: &Amount) -> bool {
    let grammar = &words.language.grammar;
    let adjective = words.before(amount.start);
    let article = words.normal(words.before(adjective));
    let opened = words.language.numbers.articles.has(article)
        || matches!(grammar.class(article), Some(WordClass::Determiner | WordClass::Possessive));
    let plain = words.is_word(adjective)
        && !words.is_capital(adjective)
        && grammar.class(words.normal(adjective)).is_none();
    opened && plain && words.normal(amount.end).ends_with(grammar.participle_of_doing)
}

/// Four digits that are a year: after "in" and the like, or where nothing shows that they count.
fn is_year(words: Words, at: usize, bounded: bool) -> bool {
    let Some(year) = four_digits(words, at) else { return false };
    let opened = longest_before(words, &words.language.figures.year_openers, at, 2).is_some();
    let plural = is_plural(words, at + 1) && !is_year_of(words, at);
    // "lower than 2012" is a year, "about 2000" and "more than 1980 of them" are not.
    let counts =
        plural || words.language.numbers.partitives.has(words.normal(at + 1)) || (bounded && year % 100 == 0);
    if YEARS.contains(&year) { opened || !counts } else { opened && !plural && FAR_YEARS.contains(&year) }
}

/// "Keria's **2018** sales", "the Atlas Report **2004** shows": a name or owner before, as years have.
fn is_year_of(words: Words, at: usize) -> bool {
    let before = words.before(at);
    let owner = matches!(words.normal(before), "'s" | "’s" | "'" | "’");
    let named = words.is_capital(before)
        && before != words.range().start
        && !words.language.grammar.binds(words.normal(before));
    owner || (named && !words.language.figures.namers.has(words.normal(before)))
}

/// Whether the amount is a bare year after a word like "in", so that what follows goes on without it: "rose
/// 60% **in 2018** to 3.9 million".
pub(super) fn is_dated(words: Words, amount: &Amount) -> bool {
    let opener = words.normal(words.before(amount.start));
    let figures = &words.language.figures;
    let opened = figures.year_openers.has(opener) && !figures.range_openers.has(opener);
    let year = four_digits(words, amount.start).is_some_and(|year| YEARS.contains(&year));
    let joined = four_digits(words, amount.end + 1).is_some() && !is_plural(words, amount.end + 2);
    amount.end == amount.start + 1 && opened && year && !joined
}

/// "between 1600 and 1900": two years of which neither is followed by what it could count.
fn is_span_of_years(words: Words, amount: &Amount) -> bool {
    let last = amount.end - 1;
    let (Some(first), Some(second)) = (four_digits(words, amount.start), four_digits(words, last)) else {
        return false;
    };
    let plausible = |year: i64| (*FAR_YEARS.start()..=*YEARS.end()).contains(&year);
    // "from 1000 to 2000 hires"
    let round = first % 100 == 0 && second % 100 == 0 && !YEARS.contains(&first);
    let counts = is_plural(words, amount.end) && (round || !YEARS.contains(&second));
    plausible(first) && plausible(second) && !counts
}

fn four_digits(words: Words, at: usize) -> Option<i64> {
    if words.word(at).len() == 4 && words.is_number(at) { words.word(at).parse().ok() } else { None }
}

/// "Row 21", "Boeing 737", "No. 10", "#3": the number belongs to the name before it.
fn names(words: Words, at: usize) -> bool {
    let language = words.language;
    let before = words.before(at);
    let normal = words.normal(before);
    if matches!(words.word(before), "#" | "№") || (words.is_glued(at) && words.is_word(before)) {
        return true;
    }
    // "Boeing 737-300"
    let first = words.before(before);
    if is_tie(words, before) && words.is_number(first) && names(words, first) {
        return true;
    }
    if is_address(words, at) || is_model_of_several(words, at) || leads_namer(words, at) {
        return true;
    }
    let known = language.figures.namers.has(normal) && !is_no_namer(words, before);
    if is_plural(words, at + 1) && !(known && words.is_capital(before)) {
        return false;
    }
    if known {
        return true;
    }
    let opens_sentence = before == words.range().start;
    let grammatical = language.grammar.opens(normal) || language.grammar.binds(normal);
    words.is_word(before)
        && words.is_number(at)
        && words.word(before).contains(char::is_uppercase)
        && !words.is_glued(at)
        && !grammatical
        && !opens_sentence
        && !(counts_in_title(words, at) && is_title(words, at))
}

/// "71st" of "71st Street"
fn is_numbered_street(words: Words, at: usize) -> bool {
    let ordinal = words.is_number(at) || (words.is_glued(at) && words.is_number(words.before(at)));
    ordinal && (at + 1..=at + 2).any(|next| words.language.figures.streets.has(words.normal(next)))
}

/// Whether the words around token `at` are all written large, as headlines are: that says nothing of names.
fn is_title(words: Words, at: usize) -> bool {
    /// So many words around show the style.
    const REACH: usize = 6;
    /// Fewer large words are a name.
    const LEAST: usize = 4;
    let near = || at.saturating_sub(REACH)..at + REACH;
    let open = |at: &usize| words.is_word(*at) && words.language.grammar.class(words.normal(*at)).is_none();
    near().filter(open).filter(|&at| words.word(at).len() > 2).all(|at| words.is_capital(at))
        && near().filter(open).filter(|&at| words.is_capital(at)).count() >= LEAST
}

/// "Leaves **4** Dead", "Top **10** Risks", "Finds **32** Alleged Victims": in a headline a plural or a state
/// says what is counted.
fn counts_in_title(words: Words, at: usize) -> bool {
    /// "32 Alleged Cartel Victims"
    const LONGEST: usize = 3;
    // "Emberfox 1.0 Presents"
    if words.word(at).contains('.') {
        return false;
    }
    let state = words.language.grammar.participles.has(words.normal(at + 1));
    let run = (at + 1..=at + LONGEST).take_while(|&next| words.is_capital(next) && words.is_word(next));
    state || run.filter(|&next| is_plural(words, next)).count() > 0
}

/// "two new **737** Max jets": the number before it counts, so that this one tells which.
fn is_model_of_several(words: Words, at: usize) -> bool {
    let counts = |at| words.language.numbers.cardinals.has(words.normal(at)) && !words.is_number(at);
    let before = words.before(at);
    let described = words.is_word(before) && words.language.grammar.class(words.normal(before)).is_none();
    words.is_capital(at + 1) && (counts(before) || (described && counts(words.before(before))))
}

/// "the **90049** ZIP code"
fn leads_namer(words: Words, at: usize) -> bool {
    longest(words, &words.language.figures.namers_after, at + 1, 2).is_some()
}

/// "last **week** 12 left", "**building** nine": a time that ends before the number, a verb.
fn is_no_namer(words: Words, at: usize) -> bool {
    let language = words.language;
    let timed = language.figures.time_openers.has(words.normal(words.before(at)));
    let does = words.normal(at).ends_with(language.grammar.participle_of_doing);
    !words.is_capital(at) && (timed || (does && !words.is_number(at + 1)))
}

/// "10 Downing Street", "358 El Brillo Way", "9 E 71st St": names and then a word for a street, and nothing that
/// the number could count ("12 Wall Street banks").
fn is_address(words: Words, at: usize) -> bool {
    /// "49 Old Zorro Ranch Road".
    const LONGEST: usize = 4;
    /// House numbers have at most as many digits.
    const MOST_DIGITS: usize = 5;
    let street = (at + 1..=at + LONGEST)
        .take_while(|&next| words.is_capital(next) || is_numbered_street(words, next))
        .find(|&next| words.language.figures.streets.has(words.normal(next)));
    let number =
        words.word(at).len() <= MOST_DIGITS && words.word(at).bytes().all(|byte| byte.is_ascii_digit());
    number && street.is_some_and(|street| street > at + 1 && !is_plural(words, street + 1))
}
