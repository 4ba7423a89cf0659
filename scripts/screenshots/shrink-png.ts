import { crc32, deflateSync, inflateSync } from "node:zlib";

/**
 * A screenshot in at most 256 colours: a third of the bytes, and of a page of text hardly another picture. Takes what
 * Chromium writes: 8 bits a channel, with or without alpha (which is left out), not interlaced. The colours that are
 * used most are kept; each other one becomes the kept one that is nearest.
 * @see https://www.w3.org/TR/png-3/
 */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = read(png);
  const groups = new Map<number, Map<number, number>>();
  for (let at = 0; at < pixels.length; at += channels) {
    const group = groups.get(groupOf(pixels, at)) ?? new Map<number, number>();
    groups.set(groupOf(pixels, at), group);
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    group.set(colour, (group.get(colour) ?? 0) + 1);
  }
  const kept = [...groups]
    .map(([group, counts]) => ({ group, colour: mostUsed(counts), count: sum(counts) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 256);
  const palette = kept.map(({ colour }) => colour);
  const places = new Map(kept.map(({ group }, place) => [group, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels) {
      const group = groupOf(pixels, at);
      let place = places.get(group);
      if (place === undefined) places.set(group, (place = nearest(palette, mostUsed(groups.get(group)))));
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((it) => [it >> 16, (it >> 8) & 255, it & 255]));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Colours that differ by less than sixteen in each channel: antialiasing makes many of them at a letter's edge. */
function groupOf(pixels: Buffer, at: number): number {
  const channel = (it: number) => (pixels[at + it] ?? 0) >> 4;
  return (channel(0) << 8) | (channel(1) << 4) | channel(2);
}

function mostUsed(counts: ReadonlyMap<number, number> = new Map()): number {
  return [...counts].reduce((best, it) => (it[1] > best[1] ? it : best), [0, 0])[0];
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, it) => total + it, 0);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  for (const [place, it] of palette.entries()) {
    const red = (it >> 16) - (colour >> 16);
    const green = ((it >> 8) & 255) - ((colour >> 8) & 255);
    const blue = (it & 255) - (colour & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly pixels: Buffer;
}

function read(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 6 && png[25] !== 2) || png[28] !== 0)
    throw new Error("not a PNG as Chromium writes");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Each row is stored as its difference from what is left of it or above it: https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(rows: Buffer, width: number, channels: number): Buffer {
  const height = rows.length / (width + 1);
  const pixels = Buffer.alloc(height * width);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (width + 1)];
    for (let x = 0; x < width; x += 1) {
      const to = y * width + x;
      const left = x < channels ? 0 : (pixels[to - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[to - width] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[to - width - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[to] = ((rows[y * (width + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
