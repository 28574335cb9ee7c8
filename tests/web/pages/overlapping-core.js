// Stands before the real core, which the test serves as core.js, and finds a name around each figure that says "About".
import init, * as core from "./core.js";

export default init;

export function analyze(text, options) {
  const analysis = core.analyze(text, options);
  for (const { outer } of analysis.figures) {
    if (!text.slice(outer.start, outer.end).startsWith("About")) continue;
    analysis.entities.push({ kind: "other", name: "About Workers", aliases: [], roles: [], mentions: [analysis.names.length], references: [] });
    analysis.names.push({ ...outer, kind: "other", confidence: 1, entity: analysis.entities.length - 1 });
  }
  return analysis;
}
