// Packs a WebAssembly module as static/js/unpack.mjs unpacks it.

import { DEEPEST, LENGTHS, codeOf, model } from '../static/js/model.mjs';
import { KINDS, kindOf, walk } from '../static/js/walk.mjs';

/** The packed module. */
export function pack(module) {
  const counts = Array.from({ length: KINDS }, () => new Uint32Array(256));
  follow(module, (byte, lane) => counts[kindOf(lane)][byte]++);
  const lengths = counts.map(lengthsOf);
  const codes = lengths.map(codeOf);

  const packed = [];
  let low = 0, range = 0xffffffff, path = 0;
  const settle = () => {
    // What flows over goes into the bytes before.
    for (let i = packed.length - 1; low > 0xffffffff; i--) {
      packed[i] = (packed[i] + 1) & 255;
      if (packed[i]) low -= 0x100000000;
    }
    packed.push(low >>> 24);
    low = (low << 8) >>> 0;
  };
  const next = model(module.length, (odds) => {
    const bound = (range >>> 16) * odds;
    const bit = path & 1;
    path >>= 1;
    if (!bit) low += bound;
    range = bit ? bound : range - bound;
    for (; range < 1 << 24; range = (range << 8) >>> 0) settle();
    return bit;
  });
  follow(module, (byte, lane, ...contexts) => {
    const code = codes[kindOf(lane)];
    path = code.codes[byte];
    next(lane, code, ...contexts);
  });
  for (let i = 0; i < 4; i++) settle();

  return Buffer.concat([...lengths, Buffer.from(packed)]);
}

/** Goes through a module, and calls `each` with every byte that does not follow from the others, its lane and its contexts. */
function follow(module, each) {
  let at = 0;
  const port = {
    byte(...known) {
      each(module[at], ...known);
      return module[at++];
    },
    /** Where the part ends. */
    open() {
      let size = 0;
      for (let shift = 0, more = true; more; shift += 7, at++) {
        size |= (module[at] & 0x7f) << shift;
        more = module[at] >= 0x80;
      }
      return at + size;
    },
    close(end) {
      if (at !== end) throw new Error('the page has code of a kind that is new: teach static/js/walk.mjs to follow it');
    },
    done: () => at >= module.length,
  };
  for (const _ of walk(port));
}

/**
 * How long the code of each byte is, by how often it occurs: after D. A. Huffman, "A Method for the Construction of
 * Minimum-Redundancy Codes" (1952). What is rare counts as less rare until no code is too long.
 */
function lengthsOf(counts) {
  for (let least = 1; ; least *= 2) {
    const depths = new Uint8Array(256);
    const groups = [...counts].flatMap((count, byte) => (count ? [{ count: Math.max(count, least), bytes: [byte] }] : []));
    // A code has at least two bytes.
    for (let byte = 0; groups.length < 2; byte++) if (!counts[byte]) groups.push({ count: least, bytes: [byte] });
    while (groups.length > 1) {
      const [one, other] = groups.sort((a, b) => a.count - b.count).splice(0, 2);
      groups.push({ count: one.count + other.count, bytes: [...one.bytes, ...other.bytes] });
      for (const byte of groups.at(-1).bytes) depths[byte]++;
    }
    if (depths.every((depth) => depth <= DEEPEST)) return Uint8Array.from({ length: LENGTHS }, (_, i) => depths[2 * i] | (depths[2 * i + 1] << 4));
  }
}
