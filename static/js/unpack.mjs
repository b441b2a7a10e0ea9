// The engine is packed with LZMA: a sixth less to load than with gzip, also from a host that packs nothing. After Igor
// Pavlov's "LZMA specification" (7-Zip), whose names it has, for the parameters lc = 1, lp = 0, pb = 0.

const STATES = 12;
/** A length: two choices, then the short, the middle and the long ones. */
const LOW = 2, MID = LOW + 8, HIGH = MID + 8, LENGTHS = HIGH + 256;

// Where the odds of each kind of decision begin.
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES;
const IS_REP_G0 = IS_REP + STATES;
const IS_REP_G1 = IS_REP_G0 + STATES;
const IS_REP_G2 = IS_REP_G1 + STATES;
const IS_REP0_LONG = IS_REP_G2 + STATES;
const LENGTH = IS_REP0_LONG + STATES;
const REP_LENGTH = LENGTH + LENGTHS;
const SLOT = REP_LENGTH + LENGTHS;
const SPECIAL = SLOT + 4 * 64;
const ALIGN = SPECIAL + 128;
const LITERAL = ALIGN + 16;
const DECISIONS = LITERAL + 2 * 0x300;

const HEADER = 13;

/** The bytes that were packed into an ArrayBuffer, which is known to be whole. */
export function unpack(packed) {
  const view = new DataView(packed);
  const out = new Uint8Array(view.getUint32(5, true));
  const odds = new Uint16Array(DECISIONS).fill(1024);
  // Each has 32 bits: a typed array keeps them so.
  const coder = new Uint32Array([0xffffffff, view.getUint32(HEADER + 1)]);
  let read = HEADER + 5;

  const refill = () => {
    if (coder[0] >= 1 << 24) return;
    coder[0] <<= 8;
    coder[1] = (coder[1] << 8) | (read < packed.byteLength ? view.getUint8(read++) : 0);
  };
  const bit = (at) => {
    const odd = odds[at];
    const bound = (coder[0] >>> 11) * odd;
    const is = coder[1] < bound ? 0 : 1;
    coder[0] = is ? coder[0] - bound : bound;
    if (is) coder[1] -= bound;
    odds[at] += is ? -(odd >> 5) : (2048 - odd) >> 5;
    refill();
    return is;
  };
  const direct = (count) => {
    let number = 0;
    for (; count > 0; count--) {
      coder[0] >>>= 1;
      const is = coder[1] < coder[0] ? 0 : 1;
      if (is) coder[1] -= coder[0];
      refill();
      number = (number << 1) | is;
    }
    return number;
  };
  const tree = (at, bits) => {
    let node = 1;
    while (node < 1 << bits) node = (node << 1) | bit(at + node);
    return node - (1 << bits);
  };
  const reverseTree = (at, bits) => {
    let node = 1, number = 0;
    for (let i = 0; i < bits; i++) {
      const is = bit(at + node);
      node = (node << 1) | is;
      number |= is << i;
    }
    return number;
  };
  const length = (at) => {
    if (!bit(at)) return 2 + tree(at + LOW, 3);
    return bit(at + 1) ? 18 + tree(at + HIGH, 8) : 10 + tree(at + MID, 3);
  };
  const distance = (length) => {
    const slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const least = (2 | (slot & 1)) << bits;
    if (slot < 14) return least + reverseTree(SPECIAL + least - slot, bits);
    return least + (direct(bits - 4) << 4) + reverseTree(ALIGN, 4);
  };

  const reps = [0, 0, 0, 0];
  let state = 0, at = 0;
  while (at < out.length) {
    if (!bit(IS_MATCH + state)) {
      const literal = LITERAL + 0x300 * (at > 0 ? out[at - 1] >> 7 : 0);
      let node = 1;
      // After a match it is likely not the byte that would have gone on with it.
      if (state >= 7) {
        for (let next = out[at - reps[0] - 1] | 256, is, likely; node < 256; ) {
          likely = (next <<= 1) >> 8 & 1;
          is = bit(literal + ((1 + likely) << 8) + node);
          node = (node << 1) | is;
          if (is !== likely) break;
        }
      }
      while (node < 256) node = (node << 1) | bit(literal + node);
      out[at++] = node;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count, from;
    if (bit(IS_REP + state)) {
      let which = 0;
      if (bit(IS_REP_G0 + state)) which = !bit(IS_REP_G1 + state) ? 1 : !bit(IS_REP_G2 + state) ? 2 : 3;
      else if (!bit(IS_REP0_LONG + state)) count = 1;
      from = reps[which];
      reps.copyWithin(1, 0, which);
      state = count === 1 ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
      count ??= length(REP_LENGTH);
    } else {
      count = length(LENGTH);
      from = distance(count);
      reps.copyWithin(1, 0, 3);
      state = state < 7 ? 7 : 10;
    }
    reps[0] = from;
    for (; count > 0; count--, at++) out[at] = out[at - from - 1];
  }
  return out;
}
