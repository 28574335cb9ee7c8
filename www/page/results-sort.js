/**
 * The order of rows by a column: exact decimals as numbers of any length, calendar values, else words.
 *
 *     sorted(rows, "value", "descending")     // what has no value comes last, either way
 *
 * Pure. Equal rows keep the order they had.
 *
 * @import { Row } from "../element/view.js"
 */

/** @typedef {"none" | "ascending" | "descending"} Direction */

const WORDS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * @param {Row[]} rows
 * @param {string} key A column, or "mentions".
 * @param {Direction} direction
 * @returns {Row[]}
 */
export function sorted(rows, key, direction) {
  if (direction === "none") return rows;
  const sign = direction === "ascending" ? 1 : -1;
  const isDecimal = key === "value" && rows.some(({ kind }) => kind === "figure");
  const compare = isDecimal || key === "mentions" ? compareDecimals : WORDS.compare;
  const keyed = rows.map((row) => ({ row, value: keyOf(row, key, isDecimal) }));
  keyed.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
    return sign * compare(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

/**
 * @param {Row} row
 * @param {string} key
 * @param {boolean} isDecimal
 */
function keyOf(row, key, isDecimal) {
  if (key === "mentions") return String(row.marks.length);
  if (key === "title") return row.title;
  return row.keys?.[key] ?? (isDecimal ? undefined : row.cells[key]);
}

/**
 * Exact: "0.1" before "0.10000000000000000001", however long they are.
 * @param {string} a
 * @param {string} b
 */
export function compareDecimals(a, b) {
  const [wholeA = "0", restA = ""] = a.split(".");
  const [wholeB = "0", restB = ""] = b.split(".");
  const length = Math.max(restA.length, restB.length);
  const [scaledA, scaledB] = [BigInt(wholeA + restA.padEnd(length, "0")), BigInt(wholeB + restB.padEnd(length, "0"))];
  return scaledA < scaledB ? -1 : scaledA > scaledB ? 1 : 0;
}
