// News without end: invented articles of any length, the same for the same seed, to measure long texts by.
//
//     news(300_000)      // about 300,000 characters, cut at the end of a paragraph
//
// It is as dense in names, figures, dates and quotations as news is, with a cast that is renewed from article to
// article; it says nothing about how well they are found.

const FIRST = ["Elena", "Marcus", "Amina", "Jonas", "Priya", "Tomas", "Ruth", "Samuel", "Ingrid", "Carlos", "Noor", "Peter", "Lucia", "Daniel", "Mei", "Victor"];
const LAST = ["Marsh", "Okafor", "Lindqvist", "Ferrán", "Novak", "Haddad", "Brandt", "Sorensen", "Castillo", "Whitfield", "Ivanov", "Mbeki", "Tanaka", "Duarte", "Keller", "Osei"];
const PLACES = ["Lisbon", "Nairobi", "Kharkiv", "Manchester", "Ankara", "Jakarta", "Texas", "Kenya", "Norway", "Gaza", "Lagos", "Chile", "Warsaw", "Manila", "Ohio", "Zürich"];
const BODIES = ["the Interior Ministry", "the World Bank", "Halden Freight Group", "the European Commission", "the Port Authority", "Northwind Energy", "the Red Cross", "the National Weather Institute"];
const ROLES = ["Mayor", "Prime Minister", "Economy Minister", "Professor", "General", "Chief Executive"];
const THINGS = ["people", "homes", "workers", "soldiers", "schools", "ships", "patients", "farms", "voters", "barrels of oil"];
const BOUNDS = ["at least", "more than", "about", "nearly", "up to", "some", "fewer than"];
const DONE = ["were evacuated", "were damaged", "had been counted", "were still waiting", "could be affected", "have been registered"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["January", "March", "April", "June", "August", "October", "December"];
const PLAIN = [
  "Nobody could say how long it would take, and few were willing to guess.",
  "The talks had been put off twice before, once because of the weather.",
  "Those who know the valley say that the road was never meant for lorries.",
  "It was quiet in the afternoon, and the shops along the harbour opened again.",
  "Critics call the plan too late and too small; its friends say it is a start.",
];

/** Mulberry32: small, and the same everywhere. @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {number} characters
 * @param {number} [seed]
 */
export function news(characters, seed = 7) {
  const random = dice(seed);
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  /** @template T @param {T[]} all @returns {T} */
  const one = (all) => /** @type {T} */ (all[below(all.length)]);
  /** @type {string[]} */
  const paragraphs = [];
  let length = 0;
  for (;;) {
    const cast = Array.from({ length: 3 }, () => ({ first: one(FIRST), last: one(LAST), role: one(ROLES) }));
    const [place, other] = [one(PLACES), one(PLACES)];
    const sentence = () => {
      const { first, last, role } = one(cast);
      const count = (2 + below(9_000)).toLocaleString("en");
      switch (below(9)) {
        case 0: return `${role} ${first} ${last} said on ${one(DAYS)} that ${one(BOUNDS)} ${count} ${one(THINGS)} in ${place} ${one(DONE)}.`;
        case 1: return `“We have waited ${2 + below(20)} months for this, and ${one(BODIES)} has told us nothing,” ${last} told reporters in ${other}.`;
        case 2: return `According to ${one(BODIES)}, ${one(BOUNDS)} ${count} ${one(THINGS)} ${one(DONE)} since ${one(MONTHS)} ${1 + below(28)}, ${2015 + below(11)}.`;
        case 3: return `The cost rose by ${1 + below(40)} percent to $${(1 + below(90) / 10).toFixed(1)} billion, ${one(BODIES)} said.`;
        case 4: return `${last}, who met the delegation from ${other} last ${one(DAYS)}, said he would not give up “the only bridge that we have.”`;
        case 5: return `Between ${10 + below(40)} and ${60 + below(90)} ${one(THINGS)} ${one(DONE)} near ${place}, ${20 + below(200)} kilometres from the border.`;
        default: return one(PLAIN);
      }
    };
    const article = [`${place} counts the cost as talks with ${one(BODIES).replace("the ", "")} falter`];
    for (let rest = 8 + below(8); rest > 0; rest -= 1) article.push(Array.from({ length: 2 + below(3) }, sentence).join(" "));
    for (const paragraph of article) {
      if (length + paragraph.length > characters) return paragraphs.join("\n");
      paragraphs.push(paragraph);
      length += paragraph.length + 1;
    }
  }
}
