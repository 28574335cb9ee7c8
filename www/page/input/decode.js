/**
 * The text of a file's bytes: by its byte order mark, else by what a page says of itself, else as UTF-8, and what is
 * no UTF-8 as windows-1252, as browsers do.
 *
 *     decode(new Uint8Array([0x63, 0x61, 0x66, 0xe9]))  // "café"
 *
 * Pure. It does not guess among the other old encodings.
 */

/** A page says its encoding within its first bytes (HTML standard, 13.2.3.2). */
const PRESCAN = 1024;

/** @type {[string, number[]][]} */
const MARKS = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {{ markup?: boolean }} [settings] `markup`: the file may name its encoding.
 */
export function decode(bytes, { markup = false } = {}) {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [];
  if (marked) return new TextDecoder(marked).decode(bytes);
  const named = markup ? namedIn(bytes) : undefined;
  return tried(named, bytes) ?? tried("utf-8", bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function namedIn(bytes) {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN));
  const [, name] = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(start) ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/iu.exec(start) ?? [];
  // Bytes in which this could be read are not in it.
  return name && /^utf-?16/iu.test(name) ? "utf-8" : name;
}

/**
 * @param {string | undefined} encoding
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function tried(encoding, bytes) {
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not in this encoding, or none that is known
  }
}
