/**
 * What each kind looks like in somebody else's page: the style of its line tells the type, its colour helps.
 *
 * A page's theme may set the colours by `--article-analyzer-<kind>` and the grounds by `--article-analyzer-<kind>-tint`;
 * here are their defaults, for light and for dark pages (those that declare their `color-scheme`).
 */

/** @type {Record<string, { line: string, thin: string, light: string, dark: string }>} */
export const LOOKS = {
  person: { line: "2px solid", thin: "1px solid", light: "#8a4b00", dark: "#e8a95c" },
  organization: { line: "2px dotted", thin: "1px dotted", light: "#5b3a8c", dark: "#c0a4f0" },
  place: { line: "2px dashed", thin: "1px dashed", light: "#0b5d2a", dark: "#74cc95" },
  other: { line: "1px solid", thin: ".5px solid", light: "#46545c", dark: "#a9b8c0" },
  figure: { line: "1px double", thin: "1px double", light: "#1a2f9c", dark: "#9db0ff" },
  date: { line: "1.25px wavy", thin: "1px wavy", light: "#8a006b", dark: "#f291d6" },
};

/** @param {string} kind */
export function ink(kind) {
  const { light, dark } = LOOKS[kind] ?? { light: "", dark: "" };
  return `var(--article-analyzer-${kind}, light-dark(${light}, ${dark}))`;
}
