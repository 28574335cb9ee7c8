/**
 * Where names are written on a map: the most mentioned first, beside their dots, none over another.
 *
 * Greedy: a name that finds no free side is left out, for the list names it too. Pure: boxes in,
 * boxes out.
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number, radius: number, width: number }} Wish A dot, and how wide its name is; radius 0 is written across the spot itself. */

export const LINE = 15;
const GAP = 4;

/** @param {Box} a @param {Box} b */
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The box of every wish that has room, in the order of the wishes.
 * @param {Wish[]} wishes The more important first.
 * @param {{ width: number, height: number }} size
 * @param {Box[]} [taken] What must not be written over.
 * @returns {(Box | undefined)[]}
 */
export function write(wishes, size, taken = []) {
  const dots = wishes.filter(({ radius }) => radius > 0).map(around);
  /** @type {Box[]} */
  const written = [...taken];
  return wishes.map((wish) => {
    const own = around(wish);
    const free = sides(wish).find((box) => {
      if (box.left < 2 || box.top < 2 || box.right > size.width - 2 || box.bottom > size.height - 2) return false;
      if (written.some((other) => meet(box, other))) return false;
      return !dots.some((dot) => meet(box, dot) && !(wish.radius > 0 && sameBox(dot, own)));
    });
    if (free) written.push(free);
    return free;
  });
}

/** @param {Box} a @param {Box} b */
const sameBox = (a, b) => a.left === b.left && a.top === b.top && a.right === b.right;

/** @param {Wish} wish @returns {Box} */
function around({ x, y, radius }) {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** Right, left, above, below; for a name across its spot: there, or a line higher or lower. @param {Wish} wish @returns {Box[]} */
function sides({ x, y, radius, width }) {
  const away = radius + GAP;
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, top, right: left + width, bottom: top + LINE });
  const centred = x - width / 2;
  if (radius === 0) return [box(centred, y - LINE / 2), box(centred, y - LINE * 1.5), box(centred, y + LINE / 2)];
  return [
    box(x + away, y - LINE / 2),
    box(x - away - width, y - LINE / 2),
    box(centred, y - away - LINE + 2),
    box(centred, y + away - 2),
  ];
}
