/** The folder of the files that belong together, with a slash at its end: where this script comes from. */
export const HOME = new URL("../", import.meta.url);
