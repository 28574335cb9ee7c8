// The map without a browser: the projection, the view, names that do not overlap, what the shapes hold.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";

import { fit, frame, holds, LEAST_SPAN, FIRST_SPAN, place, under, WORLD, WORLD_SPAN } from "../../www/page/map/frame.js";
import { write } from "../../www/page/map/labels.js";
import { extent, placesOf, radius, summary } from "../../www/page/map/places.js";
import { across, from, HALF_HEIGHT, HALF_WIDTH, latitudeAt, radians, up } from "../../www/page/map/project.js";
import { bounds, isCountry, land, outline, path } from "../../www/page/map/shapes.js";

/** Of www/map/world.js with brotli, and a twentieth more: it is fetched by who opens the places. */
const BYTES = 17_700 * 1.05;

const SIZE = { width: 520, height: 300 };

/** @param {number} a @param {number} b @param {number} [within] */
const near = (a, b, within = 1e-6) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

/** @param {ReturnType<typeof land>} rings @param {number} lon @param {number} lat */
function covers(rings, lon, lat) {
  let inside = false;
  for (const ring of rings) {
    const points = ring.map(([x, , height]) => [x, height]);
    points.forEach(([ax = 0, ay = 0], index) => {
      const [bx = 0, by = 0] = points[(index + 1) % points.length] ?? [];
      const y = up(lat) * 1000;
      if (ay > y !== by > y && lon < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

/** @param {string} title @param {number} count @param {object} [where] */
const thing = (title, count, where) => ({ title, count, where });

/** @param {ReturnType<typeof thing>[]} things @returns {[any, any]} An analysis and a view of such places. */
function found(things) {
  const rows = things.map(({ title, count }, index) => ({ id: `e${index}`, kind: "place", title, marks: Array.from({ length: count }, (_, mark) => `n${mark}`), cells: {} }));
  return [{ entities: things.map(({ where }) => ({ place: where })) }, { tables: [{ kind: "figure", rows: [] }, { kind: "place", rows }] }];
}

const KYIV = { country: "UA", lat: 50.45, lon: 30.5, certainty: "likely", rule: "population" };
const UKRAINE = { country: "UA", lat: 49, lon: 32, certainty: "sure", rule: "only_one" };
const EUROPE = { country: null, lat: 48.7, lon: 9.15, certainty: "sure", rule: "only_one" };

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the projection is Equal Earth: its size, its poles, its symmetry",
    run() {
      near(HALF_WIDTH, 2.7066299, 1e-6);
      near(HALF_HEIGHT, 1.3173627, 1e-6);
      near((across(90) * Math.PI) / HALF_WIDTH, 0.5925, 1e-4); // a pole is a line
      for (const lat of [0, 12.5, 45, 71, 90]) {
        near(up(-lat), -up(lat));
        near(across(-lat), across(lat));
        near(latitudeAt(up(lat)), lat, 1e-3);
      }
    },
  },
  {
    name: "areas stay true from the equator to the far north",
    run() {
      for (const lat of [0, 20, 40, 60, 80]) {
        const step = 0.001;
        const slope = (up(lat + step) - up(lat - step)) / radians(2 * step);
        near(across(lat) * slope, Math.cos(radians(lat)), 1e-5);
      }
    },
  },
  {
    name: "longitudes are taken the short way round",
    run() {
      assert.deepEqual([from(179, -179), from(-179, 179), from(10, 370), from(-190, 0)], [-2, 2, 0, 170]);
    },
  },
  {
    name: "a view holds all its spots, and is never nearer than a first look",
    run() {
      const spots = [{ lon: -77, lat: 38.9 }, { lon: 37.6, lat: 55.75 }, { lon: 11.6, lat: 48.15 }];
      const view = fit(spots, SIZE);
      assert.ok(holds(view, SIZE, spots));
      assert.ok(!holds({ ...view, span: view.span * 0.9 }, SIZE, spots), "nor farther than it must be");
      assert.equal(fit([{ lon: 2, lat: 48 }], SIZE).span, FIRST_SPAN);
      assert.ok(FIRST_SPAN > LEAST_SPAN);
      assert.equal(fit([], SIZE), WORLD);
    },
  },
  {
    name: "a view goes over the date line where that is the shorter way",
    run() {
      const spots = [{ lon: 178.4, lat: -18.1 }, { lon: -157.85, lat: 21.3 }, { lon: 174.8, lat: -36.9 }];
      const { lon, span } = fit(spots, SIZE);
      assert.ok(Math.abs(from(lon, -171)) < 3, `in the middle is ${lon}`);
      assert.ok(span < 150, `${span} degrees are shown`);
    },
  },
  {
    name: "spots at both ends of the world, and at a pole, still fit",
    run() {
      for (const spots of [[{ lon: 0, lat: 0 }, { lon: 180, lat: 0 }], [{ lon: -120, lat: 60 }, { lon: 0, lat: -40 }, { lon: 120, lat: 30 }], [{ lon: 0, lat: 90 }], [{ lon: 16, lat: -78 }]]) {
        const view = fit(spots, SIZE);
        const { point } = place(view, SIZE);
        for (const { lon, lat } of spots) {
          const [x, y] = point(lon, lat);
          assert.ok(x >= 0 && x <= SIZE.width && y >= 0 && y <= SIZE.height, `${lon} ${lat}: ${x} ${y}`);
        }
        assert.ok(view.span <= WORLD_SPAN);
      }
    },
  },
  {
    name: "from near, shapes in the middle are true: a degree north is as long as a degree of the ground east",
    run() {
      for (const lat of [0, 35, 60, -50]) {
        const { point } = place({ lon: 20, lat, span: 20 }, SIZE);
        const [x, y] = point(20, lat);
        const [east] = point(20.1, lat);
        const [, north] = point(20, lat + 0.1);
        near((east - x) / Math.cos(radians(lat)) / (y - north), 1, 0.01);
      }
    },
  },
  {
    name: "what lies under a pixel is what is drawn there",
    run() {
      const view = { lon: 170, lat: 40, span: 50 };
      const { lon, lat } = under(view, SIZE, 480, 40);
      const [x, y] = place(view, SIZE).point(lon, lat);
      near(x, 480, 0.01);
      near(y, 40, 0.01);
    },
  },
  {
    name: "the frame is low for what is wide, and bounded",
    run() {
      const wide = frame([{ lon: -77, lat: 40 }, { lon: 77, lat: 42 }], 500).height;
      const tall = frame([{ lon: 10, lat: -40 }, { lon: 20, lat: 60 }], 500).height;
      assert.ok(wide < tall && wide >= 200 && tall <= 310, `${wide} ${tall}`);
    },
  },
  {
    name: "no name is written over another or over a dot, and the first one has room",
    run() {
      const wishes = Array.from({ length: 30 }, (_, index) => ({ x: 200 + (index % 6) * 15, y: 150 + Math.floor(index / 6) * 15, radius: 4, width: 40 }));
      const boxes = write(wishes, SIZE);
      const written = boxes.flatMap((box) => (box ? [box] : []));
      assert.ok(boxes.some((box) => box) && written.length < 30);
      const lone = write([{ x: 200, y: 150, radius: 4, width: 40 }, { x: 500, y: 150, radius: 4, width: 40 }], SIZE);
      assert.ok((lone[0]?.left ?? 0) > 200 && (lone[1]?.right ?? 999) < 500, "right of its dot; left of it at the edge");
      for (const a of written) for (const b of written) assert.ok(a === b || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
      for (const { x, y } of wishes) for (const { left, right, top, bottom } of written) assert.ok(x + 4 <= left || x - 4 >= right || y + 4 <= top || y - 4 >= bottom);
    },
  },
  {
    name: "a country is an area, a city a dot, a continent a name; what has no place is said to be missing",
    run() {
      const { shown, missing } = placesOf(...found([thing("Ukraine", 12, UKRAINE), thing("Europe", 3, EUROPE), thing("Kyiv", 1, KYIV), thing("Lysa", 1)]), isCountry);
      assert.deepEqual(shown.map(({ row, as, count, likely }) => [row.title, as, count, likely]), [["Ukraine", "country", 12, false], ["Europe", "area", 3, false], ["Kyiv", "dot", 1, true]]);
      assert.deepEqual(missing.map(({ title }) => title), ["Lysa"]);
      assert.equal(summary(shown, missing), "Map of 3 places: Ukraine, 12 mentions; Europe, 3 mentions; Kyiv, 1 mention, likely place. 1 more not on the map. All are in the list after the map.");
    },
  },
  {
    name: "the first view shows a small country whole, and a large one by its cities",
    run() {
      const of = (/** @type {ReturnType<typeof thing>[]} */ ...things) => extent(placesOf(...found(things), isCountry).shown, bounds);
      assert.equal(of(thing("Ukraine", 1, UKRAINE)).length, 3);
      const russia = { country: "RU", lat: 60, lon: 100, certainty: "sure" };
      const moscow = { country: "RU", lat: 55.75, lon: 37.6, certainty: "sure" };
      assert.deepEqual(of(thing("Russia", 1, russia)).map(({ lon }) => lon), [100]);
      assert.deepEqual(of(thing("Russia", 1, russia), thing("Moscow", 1, moscow)).map(({ lon }) => lon), [37.6]);
      assert.ok(of(thing("Europe", 1, EUROPE)).length > 1);
    },
  },
  {
    name: "the areas of dots compare as mentions do",
    run() {
      for (const most of [4, 100]) near(radius(4, most) ** 2 / radius(1, most) ** 2, 4);
      assert.ok(radius(1000, 1000) <= 17);
    },
  },
  {
    name: "countries are as ISO 3166 has them, to their own ground",
    run() {
      assert.ok(covers(outline("UA"), 34.3, 45.2) && !covers(outline("RU"), 34.3, 45.2), "UA-43");
      assert.ok(covers(outline("CY"), 33.5, 35.25) && covers(outline("SO"), 44, 9.8), "no codes of their own");
      assert.ok(covers(outline("XK"), 20.9, 42.6) && !covers(outline("RS"), 20.9, 42.6), "as GeoNames has it");
      assert.ok(covers(outline("FR"), 2.35, 47) && covers(outline("RU"), 37.6, 55.75) && covers(outline("KE"), 36.8, -1.3));
      assert.deepEqual(outline("QQ"), []);
    },
  },
  {
    name: "the middle of a country is the country, a city in it is not",
    run() {
      assert.ok(isCountry({ country: "UA", lat: 49, lon: 32 }));
      assert.ok(!isCountry({ country: "UA", lat: 50.45, lon: 30.5 }) && !isCountry({ country: "RU", lat: 49, lon: 32 }) && !isCountry({ country: null, lat: 49, lon: 32 }));
    },
  },
  {
    name: "land has no jump at the date line, wherever the middle is",
    run() {
      for (const middle of [0, 11, 175, -100]) {
        for (const ring of path(land(), middle).split("M").slice(1)) {
          const points = ring.slice(0, -1).split("L").map((point) => point.split(" ").map(Number));
          points.slice(1).forEach(([x = 0, y = 0], index) => {
            const [before = 0, height = 0] = points[index] ?? [];
            const isPole = Math.abs(y) >= 1317 && Math.abs(height) >= 1317;
            assert.ok(isPole || Math.abs(x - before) < 700, `${middle}: from ${before} to ${x} at ${y}`);
          });
        }
      }
    },
  },
  {
    name: "coasts and countries stay within their bytes",
    async run() {
      const bytes = brotliCompressSync(await readFile(new URL("../../www/map/world.js", import.meta.url))).length;
      assert.ok(bytes <= BYTES, `${bytes} bytes with brotli`);
    },
  },
];
