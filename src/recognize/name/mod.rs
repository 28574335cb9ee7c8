//! Names of people, places, organisations and other things: a statistical tagger.
//!
//! "Gen. Keith Kellogg told Fox News in Kyiv" -> person "Keith Kellogg", organization "Fox News",
//! place "Kyiv". A linear-chain model scores every token near a capital letter by what `feature.rs`
//! sees of it; the best path of labels gives the names. Who bears a name, and which names mean the
//! same, is not decided here.

pub(crate) mod attribute;
pub(crate) mod calibration;
pub(crate) mod chance;
pub(crate) mod feature;
pub(crate) mod label;
pub(crate) mod lexicon;
pub(crate) mod memory;
pub(crate) mod model;
pub(crate) mod own;
pub(crate) mod stretch;
pub(crate) mod tagger;
pub(crate) mod weights;

pub use calibration::Calibration;
pub use model::Model;
pub use own::OwnNames;
pub use tagger::tag as find;
