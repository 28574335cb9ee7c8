//! Anything that derives `Serialize` -> JSON, as far as the result's own types need it.
//!
//! The one thing it adds, where it is asked to: whatever has a `start` and an `end` gets `chars: [start, end]` behind
//! them, so that no span of the result can be forgotten. What the result has none of (maps, tuples, bytes) is an error.

use std::fmt;

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::write::{Json, decimal};

/// Writes into `json`; `chars` turns the result's offsets into code points, where those are wanted too.
pub struct Writer<'w> {
    pub json: &'w mut Json,
    pub chars: Option<&'w dyn Fn(usize) -> usize>,
}

/// The name of a variant, as results write it.
pub fn word(value: &impl Serialize) -> String {
    let mut json = Json::default();
    let writer = Writer { json: &mut json, chars: None };
    let written = value.serialize(writer).is_ok();
    debug_assert!(written, "a variant without data is a string");
    json.out.trim_matches('"').to_owned()
}

type Refused = Impossible<(), fmt::Error>;

macro_rules! refuse {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, _: $kind) -> Result<(), fmt::Error> { Err(fmt::Error) })*
    };
}

impl<'w> Serializer for Writer<'w> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = List<'w>;
    type SerializeStruct = Fields<'w>;
    type SerializeTuple = Refused;
    type SerializeTupleStruct = Refused;
    type SerializeTupleVariant = Refused;
    type SerializeMap = Refused;
    type SerializeStructVariant = Refused;

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.json.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), fmt::Error> {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u64(self, value: u64) -> Result<(), fmt::Error> {
        self.json.raw(&value.to_string());
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), fmt::Error> {
        self.json.raw(&decimal(value));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), fmt::Error> {
        self.json.string(value);
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), fmt::Error> {
        self.serialize_str(name)
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.json.raw("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, fmt::Error> {
        self.json.open('[');
        Ok(List(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'w>, fmt::Error> {
        self.json.open('{');
        Ok(Fields { writer: self, start: 0 })
    }

    refuse! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_u8(u8)
        serialize_u16(u16) serialize_f32(f32) serialize_char(char) serialize_bytes(&[u8])
        serialize_unit_struct(&'static str)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple(self, _: usize) -> Result<Refused, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Refused, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Refused, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, fmt::Error> {
        Err(fmt::Error)
    }
}

/// An array that is open.
pub struct List<'w>(Writer<'w>);

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(Writer { json: &mut *self.0.json, chars: self.0.chars })
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.0.json.close(']');
        Ok(())
    }
}

/// An object that is open.
pub struct Fields<'w> {
    writer: Writer<'w>,
    /// Where in the JSON the number of the field `start` begins.
    start: usize,
}

/// What is the same for every type stands apart: the rest is compiled for each of them.
impl Fields<'_> {
    #[inline(never)]
    fn begin(&mut self, key: &str) -> usize {
        self.writer.json.key(key);
        self.writer.json.out.len()
    }

    #[inline(never)]
    fn finish(&mut self, key: &str, at: usize) {
        match key {
            "start" => self.start = at,
            "end" => {
                let Some(chars) = self.writer.chars else { return };
                let ends = [self.start, at].map(|from| chars(self.last_number(from)));
                self.writer.json.key("chars").open('[');
                ends.into_iter().for_each(|end| self.writer.json.number(end));
                self.writer.json.close(']');
            }
            _ => {}
        }
    }

    /// The number that the JSON ends in, from `from`.
    fn last_number(&self, from: usize) -> usize {
        self.writer.json.out[from..]
            .chars()
            .map_while(|digit| digit.to_digit(10))
            .fold(0, |number, digit| number * 10 + digit as usize)
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        let at = self.begin(key);
        value.serialize(Writer { json: &mut *self.writer.json, chars: self.writer.chars })?;
        self.finish(key, at);
        Ok(())
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.writer.json.close('}');
        Ok(())
    }
}
