// The icon at 16 px, drawn for that size: takes the place of the scaled one in a Windows .ico and a macOS .icns.
// Tauri makes each size from one drawing, and at 16 px that one has its lines between the pixels.
// Called as: node packaging/small-icon.js PNG PIXELS ICO ICNS, where PIXELS are the PNG's as bytes of red, green, blue, alpha.
import { readFileSync, writeFileSync } from "node:fs";

const SIZE = 16;
const PIXELS = SIZE * SIZE;

const [png, pixels, ico, icns] = process.argv.slice(2);
const small = readFileSync(png);
const channels = planes(readFileSync(pixels));
writeFileSync(ico, intoIco(readFileSync(ico)));
writeFileSync(icns, intoIcns(readFileSync(icns)));

/** A directory of 16 bytes for each image, and then the images, each of which may be a PNG. @param {Buffer} file */
function intoIco(file) {
  const count = file.readUInt16LE(4);
  const images = Array.from({ length: count }, (_, at) => {
    const entry = Buffer.from(file.subarray(6 + 16 * at, 22 + 16 * at));
    const from = entry.readUInt32LE(12);
    return { entry, image: entry[0] === SIZE ? small : file.subarray(from, from + entry.readUInt32LE(8)) };
  });
  let offset = 6 + 16 * count;
  for (const { entry, image } of images) {
    entry.writeUInt32LE(image.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += image.length;
  }
  return Buffer.concat([file.subarray(0, 6), ...images.map(({ entry }) => entry), ...images.map(({ image }) => image)]);
}

/** Blocks of a type, their own length and an image: `is32` has the colours of 16 px, `s8mk` how opaque they are. @param {Buffer} file */
function intoIcns(file) {
  const [red, green, blue, alpha] = channels;
  const drawn = { is32: Buffer.concat([red, green, blue].map(unpacked)), s8mk: alpha };
  const blocks = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const type = file.toString("latin1", at, at + 4);
    blocks.push(block(type, drawn[type] ?? file.subarray(at + 8, at + file.readUInt32BE(at + 4))));
  }
  return block("icns", Buffer.concat(blocks));
}

/** @param {string} type @param {Buffer} content */
function block(type, content) {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

/** As its run-length coding writes what does not repeat: one less than the number of bytes, and those. @param {Buffer} plane */
function unpacked(plane) {
  const half = PIXELS / 2;
  return Buffer.concat([0, half].flatMap((from) => [Buffer.from([half - 1]), plane.subarray(from, from + half)]));
}

/** @param {Buffer} rgba */
function planes(rgba) {
  if (rgba.length !== 4 * PIXELS) throw new Error(`${pixels} has ${rgba.length} bytes, which is not ${SIZE} by ${SIZE} pixels`);
  return [0, 1, 2, 3].map((channel) => Buffer.from(rgba.filter((_, at) => at % 4 === channel)));
}
