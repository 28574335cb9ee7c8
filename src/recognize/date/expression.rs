//! What the words of a date say, before it is known which day that is.

use crate::lang::calendar::{Edge, Feast, Shift, Unit};

/// A date, a time, or both; or a stretch between two of them; or a set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Expression {
    /// "Friday at 5 p.m."
    At(Stamp),
    /// "from March to May"
    Between(Stamp, Stamp),
    /// "every Monday", "every day at 7 p.m."
    Every(Cycle, i32, Option<Clock>),
}

/// A point on the calendar, on the clock, or on both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Stamp {
    /// The day, month, year ...
    pub moment: Option<Moment>,
    /// The time of day.
    pub clock: Option<Clock>,
    /// "end of": which part of the moment.
    pub edge: Option<Edge>,
    /// "three days after": where it is from the moment.
    pub step: Option<Step>,
}

impl Stamp {
    /// A moment without a time.
    pub fn of(moment: Moment) -> Self {
        Self { moment: Some(moment), ..Self::default() }
    }

    /// A time without a day.
    pub fn at(clock: Clock) -> Self {
        Self { clock: Some(clock), ..Self::default() }
    }
}

/// From the moment named to the one meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// "three days after", "two weeks before": units, below 0 for earlier.
    By(i32, Unit),
    /// "the week of", "the week beginning"
    WeekAround,
    /// "the week ending"
    WeekEnding,
    /// "Labor Day weekend"
    Weekend,
}

/// A time of day, only as exact as the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24.
    pub hour: i8,
    /// Absent in "5 p.m."
    pub minute: Option<i8>,
    /// Absent in most.
    pub second: Option<i8>,
    /// Minutes east of Greenwich.
    pub zone: Option<i16>,
    /// Whether the words leave no doubt that it is a time: "p.m.", a zone.
    pub sure: bool,
    /// Whether it may be meant for either half of the day: "5:30", "8 o'clock".
    pub open: bool,
}

impl Clock {
    /// The same in the half of the day that another word tells ("tonight"), given as the hours to add.
    pub fn in_half(self, half: Option<i8>) -> Self {
        /// "tonight at 3" is after midnight.
        const FIRST_EVENING_HOUR: i8 = 5;
        match half {
            Some(12) if self.open && (1..12).contains(&self.hour) => {
                Self { hour: self.hour + 12, open: false, ..self }
            }
            Some(NIGHT) if self.open && (FIRST_EVENING_HOUR..12).contains(&self.hour) => {
                Self { hour: self.hour + 12, open: false, ..self }
            }
            Some(0 | NIGHT) if self.open && self.hour == 12 => Self { hour: 0, open: false, ..self },
            Some(_) => Self { open: false, ..self },
            None => self,
        }
    }
}

/// Stands for the night among the hours that a part of the day adds: those before midnight and those after.
pub(super) const NIGHT: i8 = -1;

/// What words say of a day, month, year ...
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Moment {
    /// "24 February 2022", "May 5"
    Day { year: Option<i16>, month: i8, day: i8 },
    /// "3/4/2024", of which the order is still open
    Slashed { first: i8, second: i8, year: Option<i16> },
    /// "Monday the 13th"; the day alone where no weekday is named
    DayOfMonth { weekday: Option<i8>, day: i8 },
    /// "March 2024", "March"
    Month { year: Option<i16>, month: i8 },
    /// "2024"
    Year(i16),
    /// "the 1990s", by its first year
    Decade(i16),
    /// "the 20th century", by its first year
    Century(i16),
    /// "spring 2024"
    Season { year: Option<i16>, season: i8 },
    /// "third quarter of 2024"
    Quarter { year: Option<i16>, quarter: i8 },
    /// "second half of 2024"
    Half { year: Option<i16>, half: i8 },
    /// "March last year", "the third quarter of this year"
    InYear { part: YearPart, shift: Shift },
    /// "Friday last week"
    InWeek { weekday: i8, shift: Shift },
    /// "Friday"
    Weekday(i8),
    /// "the weekend"
    Weekend,
    /// "yesterday": days from the day of publication
    Near(i32),
    /// "last year", "next Tuesday"
    Shifted(Cycle, Shift),
    /// "the past five years": units up to now (below 0) or from now on; 0 where the text is vague. Days to come
    /// begin tomorrow
    Stretch { count: i32, unit: Unit, origin: Origin },
    /// "within three days": from today on
    Within { count: i32, unit: Unit },
    /// "two weeks ago", "a year later"; `None` where the text is vague ("a few days ago")
    Away { count: Option<i32>, unit: Unit, origin: Origin },
    /// "first Monday of October", "last week of 2019"; -1 is the last
    Nth { nth: i8, part: Part, whole: Whole },
    /// "the first nine months of the year"; below 0 the last ones
    Several { count: i8, part: Part, whole: Whole },
    /// "Easter", "Christmas Day 2023", and how many days it goes on
    Feast { feast: Feast, year: Option<i16>, days: i8 },
}

/// What is counted in a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// "first Monday"
    Weekday(i8),
    /// "last day"
    Day,
    /// "second week": whole weeks, from Monday
    Week,
    /// "week 27", as ISO 8601 counts them
    NumberedWeek,
    /// "last weekend"
    Weekend,
    /// "ninth month"
    Month,
    /// "last quarter"
    Quarter,
}

/// What something is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Month {
        year: Option<i16>,
        month: i8,
    },
    Year(i16),
    /// "of last year"
    Shifted(Unit, Shift),
}

/// A part of a year that is told by the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    /// Month and day.
    Day(i8, i8),
    Month(i8),
    Quarter(i8),
    Half(i8),
    /// The feast, and how many days it goes on.
    Feast(Feast, i8),
}

/// What comes again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cycle {
    /// Every week, month, year ...
    Unit(Unit),
    /// Every Monday.
    Weekday(i8),
    /// Every March.
    Month(i8),
    /// Every spring.
    Season(i8),
    /// Every 15th of the month.
    DayOfMonth(i8),
    /// Every weekend.
    Weekend,
    /// Every Christmas: the feast, and how many days it goes on.
    Feast(Feast, i8),
    /// Every morning.
    PartOfDay,
}

/// From where days, weeks, years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// "two weeks ago"
    Publication,
    /// "two weeks later": another date of the text
    Text,
}
