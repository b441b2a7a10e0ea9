// What the build packs, the page unpacks to the same bytes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpack } from '../../static/js/unpack.mjs';
import { pack } from '../../tools/pack.mjs';

/** Bytes that look random and are the same each time. */
function noise(length) {
  let seed = 1;
  return Buffer.from({ length }, () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 24);
}

const number = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)]);
const sized = (bytes) => [...number(bytes.length), ...bytes];
/** A module with functions that take nothing and give nothing, of these bodies, and with a section of its own kind. */
const moduleOf = (bodies, custom = [9]) =>
  Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, ...sized([1, 0x60, 0, 0])],
    ...[3, ...sized([...number(bodies.length), ...bodies.map(() => 0)])],
    ...[5, ...sized([1, 0, 1])],
    ...[10, ...sized([...number(bodies.length), ...bodies.flatMap((body) => sized([...body, 0x0b]))])],
    ...[0, ...sized([1, 0x78, ...custom])],
  ]);
/** Bytes as they come over a line, so many at a time. */
function coming(bytes, count) {
  let sent = 0;
  return async () => (sent < bytes.length ? bytes.subarray(sent, (sent += count)) : undefined);
}
const same = async (module) => {
  const packed = pack(module);
  for (const count of [packed.length, 999]) assert.ok(module.equals(await unpack(module.length, coming(packed, count))));
};

const far = noise(70_000);
const words = Array.from(noise(40_000), (byte) => ['i32.load ', 'local.get ', 'call ', 'end\n'][byte & 3] + (byte >> 4));
const INPUTS = {
  'nothing': Buffer.alloc(0),
  'the same byte all over': Buffer.alloc(100_000, 65),
  'short patterns at each distance': Buffer.concat(Array.from({ length: 300 }, (_, i) => Buffer.from('abcdefgh'.repeat(4).slice(0, 2 + (i % 30))))),
  'nothing that repeats': noise(50_000),
  'repeats from far away, some bytes changed': Buffer.concat([far, far.map((byte, i) => (i % 97 ? byte : byte ^ 1)), far]),
  'text of a small vocabulary': Buffer.from(words.join('')),
  'numbers in four bytes each': Buffer.from(Uint32Array.from({ length: 20_000 }, (_, i) => i * i).buffer),
};

for (const [what, input] of Object.entries(INPUTS)) {
  test(`packed and unpacked: ${what}`, () => same(moduleOf([[0]], input)));
}

test('what is packed is small where much is alike', () => {
  const module = moduleOf([], INPUTS['repeats from far away, some bytes changed']);
  assert.ok(pack(module).length < 85_000);
  assert.ok(pack(moduleOf([], INPUTS['the same byte all over'])).length < 700);
});

test('packed and unpacked: functions', async () => {
  const drop = 0x1a;
  const bodies = [
    [0],
    // Locals, a long body, numbers of every length.
    [1, 200, 1, 0x7f, ...Array.from({ length: 9_000 }, (_, i) => [0x41, ...number((i * i) % 60), 0x21, ...number(i % 200)]).flat()],
    // Blocks in blocks, with br, br_if and br_table.
    [0, 0x02, 0x40, 0x03, 0x40, 0x41, 1, 0x04, 0x40, 0x0c, 2, 0x05, 0x41, 0, 0x0d, 1, 0x0b, 0x41, 1, 0x0e, 2, 0, 1, 0, 0x0b, 0x0b],
    // Constants of each type, one with the byte of `end` in it; select with a type; what stands behind a prefix.
    [0, 0x43, 0x0b, 0x0b, 0, 0, drop, 0x44, 0x0b, 1, 2, 3, 4, 5, 6, 7, drop, 0x42, 0x8b, 0x0b, drop],
    [0, 0x41, 1, 0x41, 2, 0x41, 0, 0x1c, 1, 0x7f, drop, 0x43, 0, 0, 0, 0, 0xfc, 0, drop],
    [0, 0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0a, 0, 0, 0x41, 0, 0x28, 2, 0x8b, 0x0b, drop],
  ];
  const module = moduleOf(bodies);
  assert.ok(WebAssembly.validate(module));
  await same(module);
});

test('code of a kind that is not known is refused by the build', () => {
  // v128.const, of 16 bytes.
  assert.throws(() => pack(moduleOf([[0, 0xfd, 12, ...Array(16).fill(0x0b), 0x1a]])), /code of a kind that is new/);
});

test('what was altered or cut gives some module or an error, and comes to an end', async () => {
  const module = moduleOf([[0, ...Array.from({ length: 3_000 }, (_, i) => [0x41, ...number(i % 60), 0x1a]).flat()]], noise(5_000));
  const packed = pack(module);
  for (let i = 0; i < 200; i++) {
    const damaged = i % 4 ? Buffer.from(packed) : packed.subarray(0, (i * packed.length) / 200);
    if (i % 4) damaged[Math.floor((i * packed.length) / 200)] ^= 1 << i % 8;
    const unpacked = await unpack(module.length, coming(damaged, 5_000)).catch((error) => assert.ok(error instanceof RangeError));
    assert.ok(!unpacked || unpacked.length === module.length);
  }
});
