//! The boundary: one text and one options object in, one result object out.
