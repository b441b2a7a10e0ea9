// The engine is packed by foretelling each of its bits: a tenth less to load than with LZMA, a fifth less than with gzip, also from
// a host that packs nothing. That takes a while to undo, so it is done while the bytes come, and in turns. The packed bytes: the
// lengths of the codes of each kind of byte, and the bits in an arithmetic code (Igor Pavlov's range coder).

import { LENGTHS, codeOf, model } from './model.mjs';
import { KINDS, kindOf, walk } from './walk.mjs';

/** Milliseconds of work after which others have a turn. */
const TURN = 20;
/** Packed bytes that are there before the next function is unpacked: none is larger. */
const AHEAD = 1 << 14;

/**
 * The module of so many bytes, from packed bytes: `more()` promises the next of them, and nothing after the last. Bytes that were
 * altered or cut on their way give another module, or an error.
 */
export async function unpack(length, more) {
  const module = new Uint8Array(length);
  let packed = new Uint8Array(), read = 0, ended = false;
  const ready = async () => {
    while (!ended && packed.length - read < AHEAD) {
      const next = await more();
      ended = !next;
      if (next) packed = joined(packed.subarray(read), next);
      read = next ? 0 : read;
    }
  };
  await ready();
  const pull = () => (read < packed.length ? packed[read++] : 0);
  const codes = Array.from({ length: KINDS }, () => codeOf(packed.subarray(read, (read += LENGTHS))));
  // What is left of all numbers, and the one among them that is packed: a typed array keeps their 32 bits.
  const coder = new Uint32Array([-1, 0]);
  for (let i = 0; i < 4; i++) coder[1] = (coder[1] << 8) | pull();
  const bit = (odds) => {
    const bound = (coder[0] >>> 16) * odds;
    const is = coder[1] < bound ? 1 : 0;
    coder[0] = is ? bound : coder[0] - bound;
    if (!is) coder[1] -= bound;
    while (coder[0] < 1 << 24) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | pull();
    }
    return is;
  };
  const next = model(length, bit);
  let at = 0;
  const port = {
    byte(lane, a, b, c, d, e, f) {
      if (at >= length) throw new RangeError('the module is longer than it was');
      return (module[at++] = next(lane, codes[kindOf(lane)], a, b, c, d, e, f));
    },
    open: () => at,
    // The sizes of functions follow from the rest.
    close(start) {
      const size = [];
      for (let rest = at - start; size.length === 0 || rest > 0; rest >>>= 7) size.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
      module.copyWithin(start + size.length, start, at);
      module.set(size.slice(0, length - start), start);
      at += size.length;
    },
    done: () => at >= length,
  };
  // Others have a turn before a message to ourselves; timers would have us wait longer than for that.
  const { port1, port2 } = new MessageChannel();
  let until = performance.now() + TURN;
  try {
    for (const _ of walk(port)) {
      if (!ended && packed.length - read < AHEAD) await ready();
      if (performance.now() < until) continue;
      await new Promise((go) => {
        port1.onmessage = go;
        port2.postMessage(0);
      });
      until = performance.now() + TURN;
    }
  } finally {
    port1.close();
  }
  return module;
}

function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
