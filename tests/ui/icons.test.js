// The icons of the packages: each made from its drawing, and 16 px from the one that is drawn for that size.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journey } from "./journeys.js";

const icons = new URL("../../icons/", import.meta.url);
const read = (name) => readFileSync(new URL(name, icons));

/** Of 255, on the average: two programs smooth an edge a little differently. */
const ALIKE = 4;

const SIZES = { "22x22.png": 22, "24x24.png": 24, "32x32.png": 32, "48x48.png": 48, "64x64.png": 64, "128x128.png": 128, "256x256.png": 256, "128x128@2x.png": 256, "icon.png": 512 };

journey("each icon is made from the drawing, and the smallest from its own", {}, async (page) => {
  const pixels = await painter(page);
  for (const [name, size] of Object.entries(SIZES)) {
    const apart = difference(await pixels(name, size), await pixels("icon.svg", size));
    assert.ok(apart < ALIKE, `${name} is ${apart.toFixed(1)} from icon.svg: ./dev icons`);
  }
  const smallest = await pixels("16x16.png", 16);
  const apart = difference(smallest, await pixels("icon-16.svg", 16));
  assert.ok(apart < ALIKE, `16x16.png is ${apart.toFixed(1)} from icon-16.svg: ./dev icons`);
  assert.ok(difference(smallest, await pixels("icon.svg", 16)) > 2 * ALIKE, "it is not the large one, scaled down");
});

journey("Windows and macOS get the same 16 px as Linux", {}, async (page) => {
  const pixels = await painter(page);
  assert.deepEqual(imageInIco(read("icon.ico"), 16), read("16x16.png"));
  const apart = difference(pixelsInIcns(read("icon.icns")), await pixels("16x16.png", 16));
  // A browser keeps a colour multiplied by how opaque it is, so the corners come back a little rounded.
  assert.ok(apart < 1, `${apart}`);
});

journey("the bar and the arrow head of the smallest icon are whole pixels", {}, async (page) => {
  const pixels = await (await painter(page))("16x16.png", 16);
  const mark = (x, y) => (pixels[4 * (16 * y + x)] > 250 ? "#" : ".");
  const row = (y, from, to) => Array.from({ length: to - from }, (_, at) => mark(from + at, y)).join("");
  const column = (x, from, to) => Array.from({ length: to - from }, (_, at) => mark(x, from + at)).join("");
  assert.deepEqual([5, 6, 7].map((y) => row(y, 4, 12)), ["........", ".######.", "........"]);
  assert.deepEqual([6, 7, 8, 9].map((x) => column(x, 7, 15)), ["........", "...##...", "..####..", ".######."]);
});

/** Paints an icon at a size, and tells the red, green, blue and opacity of each pixel. @param {import("playwright-core").Page} page */
async function painter(page) {
  await page.route("**/icons/*", (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.split("/").at(-1));
    return route.fulfill({ body: read(name), contentType: name.endsWith(".svg") ? "image/svg+xml" : "image/png" });
  });
  return (/** @type {string} */ name, /** @type {number} */ size) =>
    page.evaluate(
      async ([address, side]) => {
        const image = new Image(side, side);
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
        const brush = canvas.getContext("2d");
        brush.drawImage(image, 0, 0, side, side);
        return [...brush.getImageData(0, 0, side, side).data];
      },
      /** @type {const} */ ([`/icons/${encodeURIComponent(name)}`, size]),
    );
}

/** How far apart two pictures are, on the average; of what cannot be seen the colour does not count. */
function difference(one, other) {
  assert.equal(one.length, other.length);
  let sum = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [opaque, opaqueToo] = [one[at + 3], other[at + 3]];
    for (const channel of [0, 1, 2]) sum += Math.abs(one[at + channel] * opaque - other[at + channel] * opaqueToo) / 255;
    sum += Math.abs(opaque - opaqueToo);
  }
  return sum / one.length;
}

/** @param {Buffer} file @param {number} size */
function imageInIco(file, size) {
  const entries = Array.from({ length: file.readUInt16LE(4) }, (_, at) => file.subarray(6 + 16 * at, 22 + 16 * at));
  const entry = entries.find(([width]) => width === size);
  const ends = entries.map((each) => each.readUInt32LE(12) + each.readUInt32LE(8));
  assert.equal(Math.max(...ends), file.length, "every image lies in the file");
  return file.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8));
}

/** @param {Buffer} file */
function pixelsInIcns(file) {
  const blocks = {};
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    blocks[file.toString("latin1", at, at + 4)] = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
  }
  assert.equal(file.readUInt32BE(4), file.length);
  const [colours, opaque] = [unpacked(blocks.is32), blocks.s8mk];
  return [...opaque].flatMap((alpha, at) => [colours[at], colours[256 + at], colours[512 + at], alpha]);
}

/** What its run-length coding says: so many bytes as they stand, or one byte so many times. @param {Buffer} packed */
function unpacked(packed) {
  const bytes = [];
  for (let at = 0; at < packed.length; ) {
    const head = packed[at];
    if (head < 128) bytes.push(...packed.subarray(at + 1, at + 2 + head));
    else bytes.push(...Array(head - 125).fill(packed[at + 1]));
    at += head < 128 ? head + 2 : 2;
  }
  return bytes;
}
