//! Pronouns of one person: whom "he", "her" and the like mean.
//!
//! "Ann told Bo that **he** was late": every person of that gender named before, and later in the sentence,
//! is a candidate, and "nobody named" is one too. Each is weighed by its [`Sign`]s, and the heaviest wins. A
//! pronoun is settled before the next is looked at, so that a chain holds together, and settles the gender of
//! whom it means. "I" and "you" are the business of quotations, "it" and "they" refer to too much without a
//! name; both are left alone.

use super::scene::{Mention, Part, Scene};
use super::sign::{Sign, Signs, Use, step};
use super::{ReferenceForm, ReferenceRule, ResolvedReference};
use crate::lang::grammar::WordClass;
use crate::lang::reference::Case;
use crate::lang::role::Gender;
use crate::text::Span;

/// So many people mentioned last are looked at: keeps a list of names linear.
const LOOK_BACK: usize = 48;
/// So many of them can be candidates.
const MOST_CANDIDATES: usize = 12;
/// Nobody mentioned longer ago is meant by a pronoun.
const MOST_SENTENCES: usize = 8;
/// "Ann and her": from the name to the pronoun.
const JOINED: usize = 3;

/// One whom a pronoun may mean; nobody named where the entity is `None`.
pub struct Candidate {
    /// Index of the entity.
    pub entity: Option<usize>,
    /// What speaks for and against it.
    pub signs: Signs,
    rule: ReferenceRule,
}

/// Told of every choice; may correct it before the walk goes on. The trainer is one.
pub trait Teacher {
    /// Whom the pronoun at `span` means, where the teacher knows better.
    fn correct(&mut self, span: Span, candidates: &[Candidate]) -> Option<Option<usize>>;
}

/// Knows nothing better.
pub struct NoTeacher;

impl Teacher for NoTeacher {
    fn correct(&mut self, _: Span, _: &[Candidate]) -> Option<Option<usize>> {
        None
    }
}

/// Whom each pronoun means, in text order, each with the entity.
pub fn resolve(
    scene: &Scene,
    genders: Vec<Option<Gender>>,
    weights: &[i32],
    teacher: &mut dyn Teacher,
) -> Vec<(usize, ResolvedReference)> {
    let mut walk = Walk::new(scene, genders);
    let mut found = Vec::new();
    for at in 0..scene.document.tokens.len() {
        let Some(pronoun) = walk.pronoun(at) else { continue };
        walk.meet_names(at);
        let candidates = walk.candidates(&pronoun);
        let span = scene.document.tokens[at].span;
        let weigh = |candidate: &&Candidate| candidate.signs.weigh(weights);
        // Of equals the one mentioned last; "nobody" stands at the end and wins them.
        let chosen = candidates.iter().max_by_key(weigh).map(|best| (best.entity, best.rule));
        let corrected = teacher.correct(span, &candidates);
        let entity = corrected.unwrap_or(chosen.and_then(|(entity, _)| entity));
        walk.settle(&pronoun, entity);
        if let (Some(entity), Some((_, rule))) = (entity, chosen) {
            found.push((entity, ResolvedReference { span, form: ReferenceForm::Pronoun, rule }));
        }
    }
    found
}

/// A pronoun in its place.
#[derive(Clone, Copy)]
struct Pronoun {
    at: usize,
    gender: Gender,
    case: Case,
    sentence: usize,
    clause: usize,
}

impl Pronoun {
    fn usage(&self) -> Use {
        match self.case {
            Case::Subject => Use::Subject,
            Case::Possessive => Use::Owner,
            _ => Use::Object,
        }
    }

    /// As an antecedent of later ones.
    fn part(&self) -> Part {
        match self.usage() {
            Use::Subject => Part::Subject,
            Use::Owner => Part::Owner,
            Use::Object => Part::Other,
        }
    }
}

/// What is known of an entity so far.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Its last mention by name, an index into the people.
    name: Option<usize>,
    /// The last pronoun that meant it.
    pronoun: Option<Pronoun>,
    /// The token at which it was mentioned last.
    latest: usize,
}

struct Walk<'w, 's, 't> {
    scene: &'w Scene<'s, 't>,
    genders: Vec<Option<Gender>>,
    known: Vec<Known>,
    /// Mentions of entities in text order; one that is not the latest of its entity counts no more.
    recent: Vec<(usize, usize)>,
    /// The first person whose name was not met yet.
    next: usize,
    /// How often each entity is named in the whole article.
    named: Vec<usize>,
    /// The most of these.
    most: usize,
    /// The last pronoun of each gender, and whom it meant.
    last: [Option<(usize, Option<usize>)>; 2],
}

impl<'w, 's, 't> Walk<'w, 's, 't> {
    fn new(scene: &'w Scene<'s, 't>, genders: Vec<Option<Gender>>) -> Self {
        let mut named = vec![0; genders.len()];
        scene.people.iter().for_each(|person| named[person.entity] += 1);
        let most = named.iter().copied().max().unwrap_or(0);
        let known = vec![Known::default(); genders.len()];
        Self { scene, genders, known, recent: Vec::new(), next: 0, named, most, last: [None; 2] }
    }

    /// The pronoun at token `at`, if one stands there.
    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let words = &self.scene.language.references;
        let pronoun = words.pronouns.get(self.scene.document.normal(at))?;
        let place = self.scene.places[at];
        let case = match pronoun.case {
            Case::ObjectOrPossessive if self.owns(at) => Case::Possessive,
            Case::ObjectOrPossessive => Case::Object,
            case => case,
        };
        (!self.scene.is_name(at)).then_some(Pronoun {
            at,
            gender: pronoun.gender,
            case,
            sentence: place.sentence,
            clause: place.clause,
        })
    }

    /// Whether a noun phrase seems to follow "her".
    fn owns(&self, at: usize) -> bool {
        let next = at + 1;
        let inside =
            self.scene.places.get(next).is_some_and(|place| place.sentence == self.scene.places[at].sentence);
        let quoted = matches!(self.scene.document.word(at.min(next)), "“" | "\"" | "`");
        let opens = inside && matches!(self.scene.document.word(next), "“" | "\"" | "`");
        let ends = matches!(
            self.scene.class(next),
            Some(
                WordClass::Preposition
                    | WordClass::Determiner
                    | WordClass::Relative
                    | WordClass::Conjunction
                    | WordClass::Auxiliary
                    | WordClass::Adverb
                    | WordClass::Pronoun
            )
        );
        let word = inside && self.scene.is_word(next);
        !quoted && (opens || (word && !ends) || (inside && !ends && self.scene.is_name(next)))
    }

    /// Takes note of the names before token `at`.
    fn meet_names(&mut self, at: usize) {
        while let Some(person) = self.scene.people.get(self.next).filter(|person| person.tokens.start < at) {
            let known = &mut self.known[person.entity];
            known.name = Some(self.next);
            known.latest = person.tokens.start;
            self.recent.push((person.entity, person.tokens.start));
            self.next += 1;
        }
    }

    /// Everybody who may be meant, the last mentioned first, and nobody at the end.
    fn candidates(&self, pronoun: &Pronoun) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut has_subject = false;
        let speaker = self.speaker_after(pronoun);
        for &(entity, at) in self.recent.iter().rev().take(LOOK_BACK) {
            let known = &self.known[entity];
            let back = pronoun.sentence - self.scene.places[at].sentence;
            if back > MOST_SENTENCES || candidates.len() == MOST_CANDIDATES {
                break;
            }
            if known.latest != at || !self.agrees(entity, pronoun) {
                continue;
            }
            let Some(name) = known.name else { continue };
            let mention = &self.scene.people[name];
            let earlier = known.pronoun.filter(|earlier| earlier.at > mention.tokens.start);
            if self.is_own_subject(pronoun, at, earlier.map_or(mention.part, |earlier| earlier.part())) {
                continue;
            }
            let mut signs = self.signs(pronoun, mention, earlier, candidates.len());
            let is_subject = earlier.map_or(mention.part, |earlier| earlier.part()) == Part::Subject;
            signs.note_if(speaker == Some(entity) && back > 0, Sign::AcrossQuotation);
            let is_nearest = is_subject && !has_subject && pronoun.usage() == Use::Subject;
            signs.note_if(is_nearest, Sign::NearestSubject);
            has_subject |= is_subject;
            self.note_person(pronoun, entity, &mut signs);
            let rule = if back == 0 { ReferenceRule::SameSentence } else { ReferenceRule::EarlierSentence };
            candidates.push(Candidate { entity: Some(entity), signs, rule });
        }
        self.add_later(pronoun, &mut candidates);
        candidates.push(self.nobody(pronoun));
        candidates
    }

    /// Who is named first after the quotation of the pronoun, in its sentence: "“He left,” **Ann** said" is not of
    /// herself.
    fn speaker_after(&self, pronoun: &Pronoun) -> Option<usize> {
        if !self.scene.places[pronoun.at].is_quoted {
            return None;
        }
        let person = self.scene.people.get(self.next)?;
        let place = self.scene.places[person.tokens.start];
        (place.sentence == pronoun.sentence && !place.is_quoted).then_some(person.entity)
    }

    /// "**Bo** thanked **him**": right after its verb a pronoun never means the subject.
    fn is_own_subject(&self, pronoun: &Pronoun, mention: usize, part: Part) -> bool {
        pronoun.usage() == Use::Object
            && pronoun.case != Case::Reflexive
            && part == Part::Subject
            && self.scene.places[mention].clause == pronoun.clause
            && self.scene.is_verb(pronoun.at.saturating_sub(1))
    }

    /// "**Praising Bo**, **he** said": who is spoken of in what opens the sentence is not its subject.
    fn is_in_opening(&self, pronoun: &Pronoun, mention: &Mention) -> bool {
        let sentence = self.scene.sentence(pronoun.at);
        let doing = self.scene.language.grammar.participle_of_doing;
        pronoun.usage() == Use::Subject
            && mention.part != Part::Subject
            && mention.tokens.start >= sentence.start
            && self.scene.document.normal(sentence.start).ends_with(doing)
            && pronoun.at > 0
            && self.scene.document.word(pronoun.at - 1) == ","
            && pronoun.at <= sentence.start + LOOK_BACK
            && (sentence.start..pronoun.at - 1).all(|at| !self.scene.is_verb(at))
    }

    fn agrees(&self, entity: usize, pronoun: &Pronoun) -> bool {
        self.genders[entity].is_none_or(|gender| gender == pronoun.gender)
    }

    /// What the last mention shows: a name, or a pronoun after it.
    fn signs(&self, pronoun: &Pronoun, mention: &Mention, earlier: Option<Pronoun>, rank: usize) -> Signs {
        let mut signs = Signs::default();
        let at = earlier.map_or(mention.tokens.start, |earlier| earlier.at);
        let place = self.scene.places[at];
        let part = earlier.map_or(mention.part, |earlier| earlier.part());
        let back = pronoun.sentence - place.sentence;
        let (usage, same_sentence) = (pronoun.usage(), back == 0);
        signs.note(Sign::Distance { is_pronoun: earlier.is_some(), step: step(back) });
        signs.note(Sign::Rank(rank.min(3)));
        signs.note(Sign::Parallel { pronoun: usage, mention: part, same_sentence });
        if same_sentence && place.clause == pronoun.clause {
            let free = pronoun.case != Case::Reflexive;
            signs.note_if(usage == Use::Object && free && part == Part::Subject, Sign::Bound);
            signs.note_if(usage == Use::Owner, Sign::OwnerInClause);
        }
        let quoted = self.scene.places[pronoun.at].is_quoted;
        signs.note_if(same_sentence && quoted != place.is_quoted, Sign::AcrossQuotation);
        if earlier.is_none() {
            signs.note_if(self.is_in_opening(pronoun, mention), Sign::Bound);
            signs.note_if(mention.is_coordinated, Sign::Coordinated);
            signs.note_if(mention.is_bracketed, Sign::Bracketed);
            let joins =
                |at: usize| self.scene.language.references.coordinators.has(self.scene.document.normal(at));
            let joined = usage == Use::Owner
                && pronoun.at.checked_sub(1).is_some_and(joins)
                && pronoun.at <= mention.tokens.end + JOINED;
            signs.note_if(joined, Sign::JoinedOwner);
        }
        signs
    }

    /// What is known of the person, wherever it was mentioned.
    fn note_person(&self, pronoun: &Pronoun, entity: usize, signs: &mut Signs) {
        if let Some((same_sentence, last)) = self.last(pronoun) {
            signs.note_if(last != Some(entity), Sign::NotTheLast { same_sentence });
        }
        signs.note_if(self.genders[entity].is_none(), Sign::UnknownGender);
        signs.note_if(self.named[entity] > 1 && self.named[entity] == self.most, Sign::Topic);
    }

    /// Whether the last pronoun of the gender stood in the same sentence, and whom it meant; `None` if it stood
    /// before the sentence before.
    fn last(&self, pronoun: &Pronoun) -> Option<(bool, Option<usize>)> {
        let (sentence, entity) = self.last[pronoun.gender as usize]?;
        (pronoun.sentence - sentence <= 1).then_some((pronoun.sentence == sentence, entity))
    }

    /// Those whom the sentence names only after the pronoun.
    fn add_later(&self, pronoun: &Pronoun, candidates: &mut Vec<Candidate>) {
        let sentence = self.scene.sentence(pronoun.at);
        let document = self.scene.document;
        let leads = self.scene.language.references.leading.has(document.normal(sentence.start))
            || document.normal(sentence.start).ends_with(self.scene.language.grammar.participle_of_doing);
        let first = candidates.len();
        let later = self.scene.people[self.next..].iter().take(MOST_CANDIDATES);
        for person in later.take_while(|person| person.tokens.start < sentence.end) {
            let fresh = self.known[person.entity].name.is_none()
                && candidates[first..].iter().all(|other| other.entity != Some(person.entity));
            if !fresh || !self.agrees(person.entity, pronoun) {
                continue;
            }
            let mut signs = Signs::default();
            signs.note(Sign::Later);
            signs.note_if(person.part == Part::Subject, Sign::LaterSubject);
            let limit = person.tokens.start.min(pronoun.at + LOOK_BACK);
            let closed = (pronoun.at..limit).any(|at| document.word(at) == ",");
            signs.note_if(leads && closed, Sign::LaterAfterOpening);
            self.note_person(pronoun, person.entity, &mut signs);
            candidates.push(Candidate { entity: Some(person.entity), signs, rule: ReferenceRule::LaterName });
        }
    }

    fn nobody(&self, pronoun: &Pronoun) -> Candidate {
        let mut signs = Signs::default();
        signs.note(Sign::Nobody(pronoun.usage()));
        if let Some((same_sentence, last)) = self.last(pronoun) {
            let sign = match last {
                None => Sign::NobodyAgain { same_sentence },
                Some(_) => Sign::NobodyNow { same_sentence },
            };
            signs.note(sign);
        }
        Candidate { entity: None, signs, rule: ReferenceRule::EarlierSentence }
    }

    /// Remembers whom a pronoun means.
    fn settle(&mut self, pronoun: &Pronoun, entity: Option<usize>) {
        self.last[pronoun.gender as usize] = Some((pronoun.sentence, entity));
        let Some(entity) = entity else { return };
        self.genders[entity] = self.genders[entity].or(Some(pronoun.gender));
        let known = &mut self.known[entity];
        known.pronoun = Some(*pronoun);
        if known.name.is_some() {
            known.latest = pronoun.at;
            self.recent.push((entity, pronoun.at));
        }
    }
}
