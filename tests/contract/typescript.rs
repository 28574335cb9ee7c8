//! As much of TypeScript as `www/analysis.d.ts` uses: interfaces, string unions, `&`, `|`, `[]`, `null`.

use std::collections::BTreeMap;

use serde_json::Value;

/// A type, as written.
#[derive(Clone, Debug)]
pub enum Type {
    Named(String),
    Literal(Value),
    Array(Box<Type>),
    Union(Vec<Type>),
    /// All of them at once: `Span & { head: Span }`.
    Both(Vec<Type>),
    Object(Vec<Field>),
}

/// `name?: type;`
#[derive(Clone, Debug)]
pub struct Field {
    name: String,
    optional: bool,
    of: Type,
}

/// Whether a field that may be left out is missed when it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    Allowed,
    Missed,
}

/// Every type that the file declares.
pub struct Contract(BTreeMap<String, Type>);

impl Contract {
    pub fn parse(source: &str) -> Self {
        let mut parser = Parser { words: words(source), at: 0 };
        let mut types = BTreeMap::new();
        while parser.take("export") {
            let is_interface = parser.next() == "interface";
            let name = parser.next();
            let of = if is_interface {
                let mut parents = Vec::new();
                while parser.take("extends") || parser.take(",") {
                    parents.push(Type::Named(parser.next()));
                }
                parents.push(parser.primary());
                Type::Both(parents)
            } else {
                parser.expect("=");
                let of = parser.union();
                parser.expect(";");
                of
            };
            types.insert(name, of);
        }
        assert_eq!(parser.peek(), "", "the whole file is read");
        Self(types)
    }

    /// The type of that name.
    pub fn named(&self, name: &str) -> &Type {
        self.0.get(name).unwrap_or_else(|| panic!("{name} is not declared"))
    }

    /// The type of one field of an interface.
    pub fn field(&self, interface: &str, field: &str) -> &Type {
        let fields = self.fields(self.named(interface)).expect("an interface");
        let found = fields.into_iter().find(|candidate| candidate.name == field);
        &found.unwrap_or_else(|| panic!("{interface}.{field} is not declared")).of
    }

    /// Where `value` is not of the type `name`, in words; in the order of the contract.
    pub fn mismatches(&self, value: &Value, name: &str, absent: Absent) -> Vec<String> {
        let mut found = Vec::new();
        self.check(value, self.named(name), absent, name, &mut found);
        found
    }

    fn check(&self, value: &Value, of: &Type, absent: Absent, path: &str, found: &mut Vec<String>) {
        if let (Some(fields), Value::Object(object)) = (self.fields(of), value) {
            for field in &fields {
                let path = format!("{path}.{}", field.name);
                match object.get(&field.name) {
                    Some(value) => self.check(value, &field.of, absent, &path, found),
                    None if field.optional && absent == Absent::Allowed => {}
                    None => found.push(format!("{path}: missing")),
                }
            }
            let is_new = |name: &&String| !fields.iter().any(|field| field.name == **name);
            found.extend(
                object.keys().filter(is_new).map(|name| format!("{path}.{name}: not in the contract")),
            );
            return;
        }
        match (of, value) {
            (Type::Array(of), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.check(item, of, absent, &format!("{path}[{index}]"), found);
                }
            }
            (Type::Union(choices), _) => match choices.iter().find(|choice| self.fits(value, choice)) {
                Some(choice) => self.check(value, choice, absent, path, found),
                None => found.push(format!("{path}: {value} is none of what is allowed")),
            },
            (Type::Named(name), _) if !is_primitive(name) => {
                self.check(value, self.named(name), absent, path, found);
            }
            _ if self.fits(value, of) => {}
            _ => found.push(format!("{path}: {value} is not what the contract says")),
        }
    }

    /// Whether the value is of that sort at all; what is inside is checked after the choice is made.
    fn fits(&self, value: &Value, of: &Type) -> bool {
        match (of, value) {
            (Type::Literal(literal), _) => literal == value,
            (Type::Array(_), _) => value.is_array(),
            (Type::Union(choices), _) => choices.iter().any(|choice| self.fits(value, choice)),
            (Type::Both(_) | Type::Object(_), _) => value.is_object(),
            (Type::Named(name), _) => match name.as_str() {
                "number" => value.is_number(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                name => self.fits(value, self.named(name)),
            },
        }
    }

    /// The fields of an interface or object type, inherited ones first; `None` for any other type.
    fn fields<'t>(&'t self, of: &'t Type) -> Option<Vec<&'t Field>> {
        match of {
            Type::Object(fields) => Some(fields.iter().collect()),
            Type::Both(parts) => {
                let parts: Option<Vec<_>> = parts.iter().map(|part| self.fields(part)).collect();
                Some(parts?.concat())
            }
            Type::Named(name) if !is_primitive(name) => self.fields(self.named(name)),
            _ => None,
        }
    }
}

fn is_primitive(name: &str) -> bool {
    matches!(name, "number" | "string" | "boolean")
}

impl Type {
    /// Every string literal in the type, however deep.
    pub fn words(of: &Type) -> Vec<String> {
        match of {
            Type::Literal(Value::String(word)) => vec![word.clone()],
            Type::Array(of) => Type::words(of),
            Type::Union(parts) | Type::Both(parts) => parts.iter().flat_map(Type::words).collect(),
            Type::Object(fields) => fields.iter().flat_map(|field| Type::words(&field.of)).collect(),
            _ => Vec::new(),
        }
    }
}

/// The file without comments, as words and marks.
fn words(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").expect("the comment ends") + 2
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            rest[1..].find('"').expect("the string ends") + 2
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        if !rest.starts_with("/*") && !rest.starts_with("//") {
            words.push(rest[..length].to_owned());
        }
        rest = rest[length..].trim_start();
    }
    words
}

struct Parser {
    words: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", String::as_str)
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.words[self.at - 1].clone()
    }

    fn take(&mut self, word: &str) -> bool {
        let is_there = self.peek() == word;
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, word: &str) {
        assert!(self.take(word), "{word} expected, {} found", self.peek());
    }

    fn union(&mut self) -> Type {
        self.take("|");
        let mut choices = vec![self.both()];
        while self.take("|") {
            choices.push(self.both());
        }
        if choices.len() == 1 { choices.remove(0) } else { Type::Union(choices) }
    }

    fn both(&mut self) -> Type {
        let mut parts = vec![self.primary()];
        while self.take("&") {
            parts.push(self.primary());
        }
        if parts.len() == 1 { parts.remove(0) } else { Type::Both(parts) }
    }

    fn primary(&mut self) -> Type {
        let word = self.next();
        let mut of = match word.as_str() {
            "(" => {
                let inner = self.union();
                self.expect(")");
                inner
            }
            "{" => self.object(),
            word if word.starts_with('"') || word == "null" || word.parse::<u64>().is_ok() => {
                Type::Literal(serde_json::from_str(word).expect("TypeScript's literals are JSON's"))
            }
            _ => Type::Named(word),
        };
        while self.take("[") {
            self.expect("]");
            of = Type::Array(Box::new(of));
        }
        of
    }

    fn object(&mut self) -> Type {
        let mut fields = Vec::new();
        while !self.take("}") {
            let name = self.next();
            let optional = self.take("?");
            self.expect(":");
            fields.push(Field { name, optional, of: self.union() });
            let _ = self.take(";") || self.take(",");
        }
        Type::Object(fields)
    }
}
