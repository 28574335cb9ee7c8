//! Days with names of their own in English, by the first word of the name. Sorted.

use crate::lang::Table;
use crate::lang::calendar::Feast::{Easter, Fixed, Islamic, Jewish, Kislev, Nth, Orthodox};
use crate::lang::calendar::Named;

/// Days from the first of Tishri back to the 15th of Nisan, the first day of Passover: always as many.
const PASSOVER: i16 = -163;

/// Days that fall alike wherever they are kept, which "Mother's Day" and "Independence Day" do not. Of several names
/// the longest first.
pub(super) const FEASTS: Table<&[Named]> = Table::sorted(&[
    ("all", &[(&["saints", "'", "day"], Fixed(11, 1), 1), (&["souls", "'", "day"], Fixed(11, 2), 1)]),
    ("anzac", &[(&["day"], Fixed(4, 25), 1)]),
    ("april", &[(&["fools", "'", "day"], Fixed(4, 1), 1), (&["fool", "'s", "day"], Fixed(4, 1), 1)]),
    ("armistice", &[(&["day"], Fixed(11, 11), 1)]),
    ("ascension", &[(&["day"], Easter(39), 1)]),
    ("ash", &[(&["wednesday"], Easter(-46), 1)]),
    ("ashura", &[(&[], Islamic(1, 10), 1)]),
    ("australia", &[(&["day"], Fixed(1, 26), 1)]),
    ("bastille", &[(&["day"], Fixed(7, 14), 1)]),
    ("black", &[(&["friday"], Nth(4, 4, 11, 1), 1)]),
    ("bonfire", &[(&["night"], Fixed(11, 5), 1)]),
    ("boxing", &[(&["day"], Fixed(12, 26), 1)]),
    ("burns", &[(&["night"], Fixed(1, 25), 1)]),
    ("canada", &[(&["day"], Fixed(7, 1), 1)]),
    ("chanukah", &[(&[], Kislev(0), 8)]),
    ("christmas", &[(&["day"], Fixed(12, 25), 1), (&["eve"], Fixed(12, 24), 1), (&[], Fixed(12, 25), 1)]),
    ("cinco", &[(&["de", "mayo"], Fixed(5, 5), 1)]),
    ("clean", &[(&["monday"], Orthodox(-48), 1)]),
    ("columbus", &[(&["day"], Nth(2, 1, 10, 0), 1)]),
    ("cyber", &[(&["monday"], Nth(4, 4, 11, 4), 1)]),
    ("earth", &[(&["day"], Fixed(4, 22), 1)]),
    (
        "easter",
        &[
            (&["sunday"], Easter(0), 1),
            (&["monday"], Easter(1), 1),
            (&["saturday"], Easter(-1), 1),
            (&["eve"], Easter(-1), 1),
            (&[], Easter(0), 1),
        ],
    ),
    (
        "eid",
        &[
            (&["al", "-", "fitr"], Islamic(10, 1), 1),
            (&["al", "-", "adha"], Islamic(12, 10), 1),
            (&["ul", "-", "fitr"], Islamic(10, 1), 1),
            (&["ul", "-", "adha"], Islamic(12, 10), 1),
        ],
    ),
    ("father", &[(&["'s", "day"], Nth(3, 7, 6, 0), 1)]),
    ("good", &[(&["friday"], Easter(-2), 1)]),
    ("groundhog", &[(&["day"], Fixed(2, 2), 1)]),
    ("halloween", &[(&[], Fixed(10, 31), 1)]),
    ("hannukah", &[(&[], Kislev(0), 8)]),
    ("hanukah", &[(&[], Kislev(0), 8)]),
    ("hanukkah", &[(&[], Kislev(0), 8)]),
    ("holy", &[(&["thursday"], Easter(-3), 1), (&["saturday"], Easter(-1), 1)]),
    (
        "international",
        &[
            (&["women", "'s", "day"], Fixed(3, 8), 1),
            (&["workers", "'", "day"], Fixed(5, 1), 1),
            (&["human", "rights", "day"], Fixed(12, 10), 1),
        ],
    ),
    ("islamic", &[(&["new", "year"], Islamic(1, 1), 1)]),
    ("juneteenth", &[(&[], Fixed(6, 19), 1)]),
    ("labor", &[(&["day"], Nth(1, 1, 9, 0), 1)]),
    ("mardi", &[(&["gras"], Easter(-47), 1)]),
    (
        "martin",
        &[
            (&["luther", "king", "jr", "day"], Nth(3, 1, 1, 0), 1),
            (&["luther", "king", "day"], Nth(3, 1, 1, 0), 1),
        ],
    ),
    ("maundy", &[(&["thursday"], Easter(-3), 1)]),
    ("may", &[(&["day"], Fixed(5, 1), 1)]),
    ("memorial", &[(&["day"], Nth(-1, 1, 5, 0), 1)]),
    ("mlk", &[(&["day"], Nth(3, 1, 1, 0), 1), (&["jr", "day"], Nth(3, 1, 1, 0), 1)]),
    (
        "new",
        &[
            (&["year", "'s", "day"], Fixed(1, 1), 1),
            (&["year", "'s", "eve"], Fixed(12, 31), 1),
            (&["years", "day"], Fixed(1, 1), 1),
            (&["years", "eve"], Fixed(12, 31), 1),
            (&["year", "'s"], Fixed(1, 1), 1),
        ],
    ),
    (
        "orthodox",
        &[
            (&["easter"], Orthodox(0), 1),
            (&["good", "friday"], Orthodox(-2), 1),
            (&["christmas"], Fixed(1, 7), 1),
        ],
    ),
    ("palm", &[(&["sunday"], Easter(-7), 1)]),
    ("passover", &[(&[], Jewish(PASSOVER), 8)]),
    ("patriots", &[(&["'", "day"], Nth(3, 1, 4, 0), 1)]),
    ("pentecost", &[(&[], Easter(49), 1)]),
    ("presidents", &[(&["'", "day"], Nth(3, 1, 2, 0), 1), (&["day"], Nth(3, 1, 2, 0), 1)]),
    ("purim", &[(&[], Jewish(PASSOVER - 30), 1)]),
    ("ramadan", &[(&[], Islamic(9, 1), 30)]),
    ("remembrance", &[(&["day"], Fixed(11, 11), 1)]),
    ("rosh", &[(&["hashanah"], Jewish(0), 2), (&["hashana"], Jewish(0), 2)]),
    ("saint", &[(&["patrick", "'s", "day"], Fixed(3, 17), 1), (&["patricks", "day"], Fixed(3, 17), 1)]),
    ("shavuot", &[(&[], Jewish(PASSOVER + 50), 2)]),
    ("shrove", &[(&["tuesday"], Easter(-47), 1)]),
    ("simchat", &[(&["torah"], Jewish(22), 1)]),
    (
        "st",
        &[
            (&["patrick", "'s", "day"], Fixed(3, 17), 1),
            (&["patricks", "day"], Fixed(3, 17), 1),
            (&["andrew", "'s", "day"], Fixed(11, 30), 1),
            (&["david", "'s", "day"], Fixed(3, 1), 1),
            (&["george", "'s", "day"], Fixed(4, 23), 1),
            (&["stephen", "'s", "day"], Fixed(12, 26), 1),
        ],
    ),
    ("sukkot", &[(&[], Jewish(14), 7)]),
    ("thanksgiving", &[(&["day"], Nth(4, 4, 11, 0), 1), (&[], Nth(4, 4, 11, 0), 1)]),
    ("trinity", &[(&["sunday"], Easter(56), 1)]),
    ("valentine", &[(&["'s", "day"], Fixed(2, 14), 1)]),
    ("valentines", &[(&["day"], Fixed(2, 14), 1)]),
    ("veterans", &[(&["day"], Fixed(11, 11), 1)]),
    ("waitangi", &[(&["day"], Fixed(2, 6), 1)]),
    ("whit", &[(&["sunday"], Easter(49), 1), (&["monday"], Easter(50), 1)]),
    (
        "world",
        &[
            (&["aids", "day"], Fixed(12, 1), 1),
            (&["environment", "day"], Fixed(6, 5), 1),
            (&["health", "day"], Fixed(4, 7), 1),
            (&["refugee", "day"], Fixed(6, 20), 1),
        ],
    ),
    ("xmas", &[(&["day"], Fixed(12, 25), 1), (&["eve"], Fixed(12, 24), 1), (&[], Fixed(12, 25), 1)]),
    ("yom", &[(&["kippur"], Jewish(9), 1)]),
]);
