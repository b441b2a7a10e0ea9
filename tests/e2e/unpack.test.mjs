// What the build packs, the page unpacks to the same bytes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpack } from '../../static/js/unpack.mjs';
import { compress } from '../../tools/node_modules/lzma1/lib/index.js';

/** Bytes that look random and are the same each time. */
function noise(length) {
  let seed = 1;
  return Buffer.from({ length }, () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 24);
}

const far = noise(70_000);
const words = Array.from(noise(40_000), (byte) => ['i32.load ', 'local.get ', 'call ', 'end\n'][byte & 3] + (byte >> 4));
const INPUTS = {
  'a single byte': Buffer.from([7]),
  'the same byte all over': Buffer.alloc(100_000, 65),
  'short patterns at each distance': Buffer.concat(Array.from({ length: 300 }, (_, i) => Buffer.from('abcdefgh'.repeat(4).slice(0, 2 + (i % 30))))),
  'nothing that repeats': noise(50_000),
  'repeats from far away, some bytes changed': Buffer.concat([far, far.map((byte, i) => (i % 97 ? byte : byte ^ 1)), far]),
  'text of a small vocabulary': Buffer.from(words.join('')),
  'numbers in four bytes each': Buffer.from(Uint32Array.from({ length: 20_000 }, (_, i) => i * i).buffer),
};

for (const [what, input] of Object.entries(INPUTS)) {
  test(`packed and unpacked: ${what}`, () => {
    const packed = Uint8Array.from(compress(input, 9)).buffer;
    assert.ok(input.equals(unpack(packed)));
  });
}
