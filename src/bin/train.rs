//! The trainer of the names model.
fn main() {}
