// Stands before the real core, which the test serves as core.js, and doubts every second name of a kind,
// the first among them.
import init, * as core from "./core.js";

export default init;

export function analyze(text, options) {
  const analysis = core.analyze(text, options);
  const seen = { person: 0, place: 0, organization: 0, other: 0 };
  for (const name of analysis.names) name.confidence = seen[name.kind]++ % 2 === 0 ? 0.42 : 0.97;
  return analysis;
}
