/**
 * The contract between the core and everything that reads its results: page, element, command line,
 * exports. Written by hand; compiled into the types of the WebAssembly package; `tests/contract.rs`
 * holds the Rust side to it. Change it here on purpose, and `src/analysis.rs` in the same commit.
 *
 * Conventions: every `start`/`end` is an offset into the analysed text in the unit that `offsets`
 * names, end exclusive. What the text does not say is `null`, never a guess. Every index points into
 * the vector named beside it. Vectors are in text order. The same text gives the same result everywhere.
 */

/** The unit of every offset: UTF-16 code units (JavaScript strings), UTF-8 bytes, Unicode code points. */
export type Offsets = "utf16" | "bytes" | "chars";

/** Options of an analysis. All optional; an unknown value is an error that says what is allowed. */
export interface Options {
  /** Unit of the offsets in the result; `"utf16"` unless asked otherwise. */
  offsets?: Offsets;
  /** The article's publication day, `YYYY-MM-DD`; without it relative dates stay unresolved. */
  published?: string | null;
  /**
   * Where the article is from, as a BCP 47 tag (`"en-GB"`): whether "3/4/2024" is in March or in April. The article's
   * other dates count for more; what is no English region says nothing.
   */
  locale?: string | null;
  /** Names that are less sure than this, from 0 to 1, are left out; 0 keeps them all, as without it. */
  least_confidence?: number | null;
  /** Names that you know better than the analyzer. */
  names?: OwnNames | null;
}

/**
 * Names that you know better than the analyzer; your word counts. A text is compared word by word: written with a
 * capital it stands for itself alone, all in lower case for every way to write it. A leading article and a
 * closing 's are no part of a name. A text stands in one list only.
 */
export interface OwnNames {
  /** Names wherever they stand, the longest first, with confidence 1. */
  add?: ListedName[];
  /** What is found as a name is one of this kind. */
  retype?: ListedName[];
  /** What is found as a name is none. Longer names that contain it stay. */
  ignore?: string[];
}

export interface ListedName { text: string; kind: NameKind }

export interface Span { start: number; end: number }

export type NameKind = "person" | "place" | "organization" | "other";

/** One mention by name: the name alone, without title, article, edge punctuation or 's. None overlap. */
export interface Name extends Span {
  kind: NameKind;
  /**
   * How sure its ends and its kind are, from 0 to 1 in hundredths: the share of names as sure as this one that
   * were right on annotated texts that the model had not learned from.
   */
  confidence: number;
  /** Index into `entities`. */
  entity: number;
}

export interface Place {
  /** ISO 3166-1 alpha-2; null for continents, oceans and what else belongs to no country. */
  country: string | null;
  /** Degrees, WGS 84. */
  lat: number;
  lon: number;
  population?: number;
  /** "sure" where one place is known by the name or the article tells which; else the likeliest of several. */
  certainty: "sure" | "likely";
  /**
   * What decided: it is the only one of its name; the region or country right behind the name ("Paris, Texas"); the
   * countries and regions that the article speaks of; the number of inhabitants; it is a part of the place
   * ("northern Kenya"), the country of a nationality ("Kenyan"), not known itself but said to be within a small
   * region whose middle the point is ("Elmhollow, Kentucky"), or named after a city of the article.
   */
  rule: "only_one" | "said_behind" | "surroundings" | "population" | "part" | "people" | "within" | "named_after";
}

/** A mention without a name. */
export interface Reference extends Span {
  form: "role" | "pronoun";
  /**
   * What says whom it means: a role that the article has given to one bearer, a wider word for such a role ("the leader"
   * for a president); for a pronoun, where the one meant was mentioned: in its sentence, in one before, or by name only
   * later in its sentence. Pronouns are the less certain tier: about seven in ten are right.
   */
  rule: "same_role" | "wider_role" | "same_sentence" | "earlier_sentence" | "later_name";
}

/** A person, place, organisation or other named thing with all its mentions. */
export interface Entity {
  kind: NameKind;
  /** The fullest name by which the article calls it. */
  name: string;
  /** Other names by which the article calls it, in order of appearance. */
  aliases: string[];
  /** Titles and appositions that say what it is ("Ukrainian President"). */
  roles: Span[];
  /** Indices into `names`. */
  mentions: number[];
  /** Mentions without a name: by role ("the president") or pronoun. */
  references: Reference[];
  /** Where it is: for countries and regions their middle, for a nationality that of its country. */
  place?: Place;
}

export type FigureKind =
  | "cardinal" | "ordinal" | "fraction" | "percent" | "percentage_point" | "money" | "measure" | "temperature"
  | "age" | "duration" | "multiple" | "ratio" | "score" | "range";

export type Bound = "exact" | "about" | "more_than" | "at_least" | "less_than" | "at_most" | "nearly" | "between";

/** An amount: "39,000", "$1.5 billion", "10-15 km", "three years". */
export interface Figure extends Span {
  /** The amount with the words that qualify it and what it counts: "more than 39,000 deaths". */
  outer: Span;
  kind: FigureKind;
  /** Exact decimal, as text. `null` where the text is vague ("a few"). */
  value: string | null;
  /** Upper end of a range, exact decimal. */
  high: string | null;
  /** ISO 4217 code for money, "%" for percent, else the English singular ("kilometre", "year"). */
  unit: string | null;
  /** The unit it is counted by: "a month", "per kilo". */
  per: string | null;
  bound: Bound;
  /** "up"/"down" for differences, "to"/"from" for levels. */
  change: "up" | "down" | "to" | "from" | null;
  /** What it counts; `head` is one word of the same sentence. */
  counts: (Span & { head: Span }) | null;
  /** Index into `attributions`: who says so. */
  said_by: number | null;
  /** Index into `dates`: as of when. */
  as_of: number | null;
  /** A claim counts something; a label only names ("Row 21", "Boeing 737"). */
  role: "claim" | "label";
}

export type DateKind = "date" | "time" | "datetime" | "range" | "set";

/**
 * A date or time, only as exact as the words. Articles and prepositions stay outside. An event is one only where
 * a figure holds as of it ("40 deaths since the beginning of the war"); it has words and no value.
 */
export interface DateMention extends Span {
  kind: DateKind;
  /** ISO 8601 / EDTF: "2022-02-24", "2025-02", "2022", "199X", "2024-21" (spring). */
  value: string | null;
  /** End of a range, inclusive, written like `value`. */
  high: string | null;
  bound: Bound;
  /** Whether `value` is an absolute calendar value. */
  resolved: boolean;
}

/** A quotation or a reported statement, possibly in pieces. */
export interface Attribution {
  spans: Span[];
  kind: "direct" | "mixed" | "indirect";
  /** `entity` is an index into `entities`, `null` when the speaker is not one of them. */
  speaker: (Span & { entity: number | null }) | null;
  cue: Span | null;
  addressee: (Span & { entity: number | null }) | null;
  /** The rule that found it, for those who ask why: "that", "quotation before", "according to" ... */
  rule: string;
}

/** Figures of the same thing that disagree. */
export interface Conflict {
  /** Indices into `figures`. */
  figures: number[];
  /** The thing counted, in the words of the text. */
  counts: string;
  /** The reason, for a reader. */
  why: string;
  /** The rule that found it: two that differ, parts and their sum, a change and its levels. */
  rule: "differ" | "sum" | "change";
}

/** Everything that was found in one text. */
export interface Analysis {
  schema: 1;
  offsets: Offsets;
  id?: string;
  /** "en", or "und" when the text is not English: then of names only those that you add are looked for. */
  language: "en" | "und";
  published: string | null;
  names: Name[];
  entities: Entity[];
  figures: Figure[];
  dates: DateMention[];
  attributions: Attribution[];
  conflicts: Conflict[];
}

/**
 * What a result can be exported as. `json` is an Analysis with `generator`, `text` (SHA-256 and lengths) and, beside every
 * `start` and `end`, `chars: [start, end]` in code points; CSV, Web Annotation and GeoJSON count code points. `results` is
 * `{ schema: 1, text, analysis }` for the element's attribute of that name.
 */
export type Format =
  | "json" | "results"
  | "csv-figures" | "csv-names" | "csv-entities" | "csv-dates" | "csv-attributions" | "csv-conflicts"
  | "webannotation" | "jsonld" | "html" | "markdown" | "geojson";
