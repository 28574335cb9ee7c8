//! A JavaScript value -> anything that derives `Deserialize`, as far as the result's own types need it.
//!
//! An object is read by the names of the struct's fields, in their order, so that no table of names is compiled
//! for each struct and unknown fields cost nothing: a tenth of the code of a general deserializer. An error says
//! where, as JavaScript would write it: `analysis.figures[3].kind is not one of those known: "colour"`.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Reflect};

use super::value::{describe, is_absent};

/// One value.
pub struct Reader(pub JsValue);

/// What is wrong, behind the way to it. A box, because every result carries room for it.
#[derive(Debug)]
pub struct Fault(Box<[String; 2]>);

impl Fault {
    #[cold]
    #[inline(never)]
    fn new(what: String) -> Self {
        Self(Box::new([String::new(), what]))
    }

    /// The same, seen from one step further out.
    #[cold]
    #[inline(never)]
    fn inside(mut self, step: &str) -> Self {
        self.0[0].insert_str(0, step);
        self
    }

    #[cold]
    #[inline(never)]
    fn at(self, index: u32) -> Self {
        self.inside(&["[", &index.to_string(), "]"].concat())
    }

    #[cold]
    #[inline(never)]
    fn mismatch(wanted: &str, given: &JsValue) -> Self {
        Self::new(["must be ", wanted, ", not ", &describe(given)].concat())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [way, what] = &*self.0;
        f.write_str(&[way, " ", what].concat())
    }
}

impl std::error::Error for Fault {}

/// The standard messages would bring a printer of floats with them.
impl Error for Fault {
    #[inline(never)]
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::new("is not right".to_owned())
    }

    #[inline(never)]
    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self::new("is of the wrong type".to_owned())
    }

    #[inline(never)]
    fn invalid_value(_: Unexpected, _: &dyn Expected) -> Self {
        Self::new("is too large".to_owned())
    }

    #[inline(never)]
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new("is too short".to_owned())
    }

    #[inline(never)]
    fn unknown_variant(given: &str, _: &'static [&'static str]) -> Self {
        Self::new(["is not one of those known: \"", given, "\""].concat())
    }

    #[inline(never)]
    fn missing_field(_: &'static str) -> Self {
        Self::new("is missing".to_owned())
    }
}

impl Reader {
    #[inline(never)]
    fn string(self) -> Result<String, Fault> {
        self.0.as_string().ok_or_else(|| Fault::mismatch("a string", &self.0))
    }

    #[inline(never)]
    fn entries(self) -> Result<Entries, Fault> {
        if !Array::is_array(&self.0) {
            return Err(Fault::mismatch("an array", &self.0));
        }
        Ok(Entries { list: self.0.unchecked_into(), next: 0 })
    }

    #[inline(never)]
    fn fields(self, names: &'static [&'static str]) -> Result<Fields, Fault> {
        if !self.0.is_object() || Array::is_array(&self.0) {
            return Err(Fault::mismatch("an object", &self.0));
        }
        Ok(Fields { object: self.0, names, next: 0 })
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> {
        Err(Fault::mismatch("something else", &self.0))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_bool(self.0.as_bool().ok_or_else(|| Fault::mismatch("true or false", &self.0))?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u64(whole(&self.0)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_f64(self.0.as_f64().ok_or_else(|| Fault::mismatch("a number", &self.0))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if is_absent(&self.0) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(self.entries()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_seq(self.fields(fields)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(Word(self.string()?))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_u64(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 f32 char str bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
        identifier ignored_any
    }
}

/// A count that a double holds exactly.
#[inline(never)]
fn whole(value: &JsValue) -> Result<u64, Fault> {
    let number = value.as_f64().ok_or_else(|| Fault::mismatch("a number", value))?;
    let count = number as u64;
    if count as f64 == number && number <= 9_007_199_254_740_991.0 {
        return Ok(count);
    }
    Err(Fault::new("must be a whole number from 0".to_owned()))
}

struct Entries {
    list: Array,
    next: u32,
}

impl Entries {
    #[inline(never)]
    fn step(&mut self) -> Option<JsValue> {
        let at = self.next;
        self.next += 1;
        (at < self.list.length()).then(|| self.list.get(at))
    }
}

impl<'de> SeqAccess<'de> for Entries {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(entry) = self.step() else { return Ok(None) };
        match seed.deserialize(Reader(entry)) {
            Ok(value) => Ok(Some(value)),
            Err(fault) => Err(fault.at(self.next - 1)),
        }
    }
}

struct Fields {
    object: JsValue,
    names: &'static [&'static str],
    next: usize,
}

/// What is the same for every type stands apart, here and above: the rest is compiled for each of them.
impl Fields {
    #[inline(never)]
    fn step(&mut self) -> Option<JsValue> {
        let name = self.names.get(self.next)?;
        self.next += 1;
        Some(Reflect::get(&self.object, &(*name).into()).unwrap_or_default())
    }

    #[cold]
    #[inline(never)]
    fn behind(&self, fault: Fault) -> Fault {
        fault.inside(&[".", self.names[self.next - 1]].concat())
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(field) = self.step() else { return Ok(None) };
        match seed.deserialize(Reader(field)) {
            Ok(value) => Ok(Some(value)),
            Err(fault) => Err(self.behind(fault)),
        }
    }
}

/// The name of a variant without data.
struct Word(String);

impl<'de> EnumAccess<'de> for Word {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Fault> {
        let name: StrDeserializer<Fault> = self.0.as_str().into_deserializer();
        let variant = seed.deserialize(name)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Fault> {
        Err(Fault::new("holds more than its name".to_owned()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::new("holds more than its name".to_owned()))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(Fault::new("holds more than its name".to_owned()))
    }
}
