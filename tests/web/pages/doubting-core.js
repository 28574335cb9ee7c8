// Stands before the real core, which the test serves as core.js, and doubts every second name, the first among them.
import init, * as core from "./core.js";

export default init;

export function analyze(text, options) {
  const analysis = core.analyze(text, options);
  analysis.names.forEach((name, index) => (name.confidence = index % 2 === 0 ? 0.42 : 0.97));
  return analysis;
}
