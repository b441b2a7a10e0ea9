// Foretells the next bit from all that came before, and learns from what it is: what was seen in each of six contexts, and the
// longest run that came before, each say how likely the bit is, and a small network that learns as it goes mixes what they say.
// How far it trusts each of them is the sum of two: by the place in the code, and by what came just before. After Matt Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression" (2005), and his lpaq. Both sides must come
// to the same numbers, so there are only sums that every browser does alike.

/** The longest code of a byte, and how the lengths of all codes are kept: a nibble a byte. */
export const DEEPEST = 15, LENGTHS = 128;

const CONTEXTS = 6;
/**
 * Places for what is seen in each context, as a power of two, and depths of a code whose places lie side by side. Before these
 * stands a part of the context's hash: what was seen in another is forgotten.
 */
const PLACES = 20, NEAR = 3;
/** Bits of a history: a one, and as many of the last bits seen as there is room for. */
const HISTORY = 8;
/** Steps of the tables from odds to logits and back, and how far logits go on both sides. */
const STEPS = 4096, REACH = 12, SCALE = STEPS / (2 * REACH);
/** Lanes that are told apart, and nodes of a code. */
const LANES = 128, NODES = 256;
/** Beginnings of contexts that are told apart for how far each is trusted. */
const BEGINNINGS = 4096;
/** What is foretold is corrected once more, for logits up to `FAR` on both sides, by halves. */
const FAR = 8, CELLS = 4 * FAR + 2;
const SHORTEST = 5, LONGEST = 31, RUNS = 18;
/** How fast what is learnt follows what is seen. */
const RATE = 0.008, CORRECTION = 0.03, RUN = 0.015;

const stretch = new Float64Array(STEPS);
const squash = stretch.map((_, i) => {
  let power = 1 + (REACH - (i + 0.5) / SCALE) / 4096;
  for (let i = 0; i < 12; i++) power *= power;
  return 1 / (1 + power);
});
for (let i = 0, logit = 0; i < STEPS; i++) {
  while (logit < STEPS - 1 && squash[logit] < (i + 0.5) / STEPS) logit++;
  stretch[i] = (logit + 0.5) / SCALE - REACH;
}
const squashed = (logit) => squash[((logit + REACH) * SCALE) | 0];
/** The history that follows one at once, and those that follow on a set and on an unset bit. */
const next = Uint8Array.from({ length: 2 << HISTORY }, (_, i) => (i < 2 ? 2 + i : i >> HISTORY ? (i & 127) | 128 : i));
/** The logit of a set bit after each history: both kinds of bits are counted, and what was counted before fades when the other comes. */
const logits = Float64Array.from({ length: 1 << HISTORY }, (_, history) => {
  const counts = [0.3, 0.3];
  for (let i = 30 - Math.clz32(history); i >= 0; i--) {
    const is = (history >> i) & 1;
    counts[is]++;
    if (counts[1 - is] > 1) counts[1 - is] = (counts[1 - is] + 1) / 2;
  }
  return stretch[(counts[1] / (counts[0] + counts[1])) * STEPS | 0];
});

/** The code of bytes that has these lengths: where each node leads, a byte as its complement; and each byte's bits, the first lowest. */
export function codeOf(lengths) {
  const kids = new Int16Array(2 * NODES), codes = new Uint16Array(256);
  for (let length = 1, code = 0, nodes = 0; length <= DEEPEST; length++, code <<= 1) {
    for (let byte = 0; byte < 256; byte++) {
      if (((lengths[byte >> 1] >> (4 * (byte & 1))) & 15) !== length) continue;
      for (let left = length - 1, node = 0; left >= 0; left--) {
        const bit = (code >> left) & 1;
        codes[byte] |= bit << (length - 1 - left);
        if (left) node = kids[2 * node + bit] ||= ++nodes;
        else kids[2 * node + bit] = ~byte;
      }
      code++;
    }
  }
  return { kids, codes };
}

/**
 * Gives a function of a byte's lane, code and contexts, which returns the byte. It asks `bit(odds)` for each bit of the code; a
 * set one is as likely as that of 65,536. The bytes are at most `length`.
 */
export function model(length, bit) {
  const histories = new Uint8Array(CONTEXTS << PLACES), words = new Uint32Array(histories.buffer);
  const weights = new Float32Array((LANES * NODES + BEGINNINGS) * 8).fill(0.3, 0, LANES * NODES * 8);
  const corrected = new Float32Array(LANES * NODES * CELLS);
  for (let i = 0; i < corrected.length; i++) corrected[i] = i < CELLS ? squashed(i / 2 - FAR) : corrected[i - CELLS];
  /** How likely a run of each length goes on. */
  const goes = new Float64Array(LONGEST + 1).fill(0.9);
  const seen = new Uint8Array(length);
  /** Where the last bytes stood before, by their hash; the byte that comes next there; how many are the same. */
  const before = new Int32Array(1 << RUNS);
  let at = 0, from = 0, run = 0;

  const place = (context, salt, i) => {
    const hash = Math.imul(context + salt, 0x9e3779b1);
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    const at = (i << PLACES) + ((mixed >>> (32 - PLACES)) & (-1 << NEAR));
    const own = mixed & 255;
    if (histories[at] !== own) {
      words[at >> 2] = own;
      words[(at >> 2) + 1] = 0;
    }
    return at;
  };
  const note = (byte, foretold) => {
    seen[at++] = byte;
    from++;
    run = foretold ? run + 1 : 0;
    if (at < SHORTEST) return;
    let hash = 0;
    for (let i = 1; i <= SHORTEST; i++) hash = Math.imul(hash + seen[at - i] + 1, 0x2f0b4c47);
    hash >>>= 32 - RUNS;
    if (!run) {
      from = before[hash];
      while (run < LONGEST && run < from && seen[from - run - 1] === seen[at - run - 1]) run++;
      if (run < SHORTEST) run = 0;
    }
    before[hash] = at;
  };

  // Six contexts one by one: a loop over them takes half as long again.
  return (lane, { kids, codes }, a, b, c, d, e, f) => {
    const row = (lane % LANES) * NODES;
    const v = (LANES * NODES + (a & (BEGINNINGS - 1))) * 8;
    const length = Math.min(run, LONGEST);
    let foretold = run > 0, path = foretold ? codes[seen[from]] : 0;
    let node = 0, depth = 0, near;
    let inA, inB, inC, inD, inE, inF;
    do {
      if (depth++ % NEAR === 0) {
        near = 1;
        const salt = Math.imul(node, 0x2545f491);
        inA = place(a, salt, 0);
        inB = place(b, salt, 1);
        inC = place(c, salt, 2);
        inD = place(d, salt, 3);
        inE = place(e, salt, 4);
        inF = place(f, salt, 5);
      }
      const A = histories[inA + near], B = histories[inB + near], C = histories[inC + near];
      const D = histories[inD + near], E = histories[inE + near], F = histories[inF + near];
      const toA = logits[A], toB = logits[B], toC = logits[C], toD = logits[D], toE = logits[E], toF = logits[F];
      const expected = path & 1;
      const goesOn = foretold ? stretch[(goes[length] * STEPS) | 0] : 0;
      const toRun = expected ? goesOn : -goesOn;
      const w = (row + node) * 8;
      const all =
        toA * (weights[w] + weights[v]) +
        toB * (weights[w + 1] + weights[v + 1]) +
        toC * (weights[w + 2] + weights[v + 2]) +
        toD * (weights[w + 3] + weights[v + 3]) +
        toE * (weights[w + 4] + weights[v + 4]) +
        toF * (weights[w + 5] + weights[v + 5]) +
        toRun * (weights[w + 6] + weights[v + 6]);
      const mixed = all > 7.999 ? 7.999 : all < -7.999 ? -7.999 : all;
      const likely = squashed(mixed);
      const cell = ((mixed + FAR) * 2) | 0, share = (mixed + FAR) * 2 - cell;
      const r = (row + node) * CELLS + cell;
      const less = corrected[r], more = corrected[r + 1];
      const is = bit(((likely + less * (1 - share) + more * share) * 32768) | 0);

      corrected[r] = less + (is - less) * CORRECTION;
      corrected[r + 1] = more + (is - more) * CORRECTION;
      const error = (is - likely) * RATE;
      weights[w] += error * toA;
      weights[w + 1] += error * toB;
      weights[w + 2] += error * toC;
      weights[w + 3] += error * toD;
      weights[w + 4] += error * toE;
      weights[w + 5] += error * toF;
      weights[w + 6] += error * toRun;
      weights[v] += error * toA;
      weights[v + 1] += error * toB;
      weights[v + 2] += error * toC;
      weights[v + 3] += error * toD;
      weights[v + 4] += error * toE;
      weights[v + 5] += error * toF;
      weights[v + 6] += error * toRun;
      histories[inA + near] = next[2 * A + is];
      histories[inB + near] = next[2 * B + is];
      histories[inC + near] = next[2 * C + is];
      histories[inD + near] = next[2 * D + is];
      histories[inE + near] = next[2 * E + is];
      histories[inF + near] = next[2 * F + is];
      if (foretold) {
        foretold = expected === is;
        goes[length] += ((foretold ? 1 : 0) - goes[length]) * RUN;
      }
      path >>= 1;
      near = (near << 1) | is;
      node = kids[2 * node + is];
    } while (node > 0);
    note(~node, foretold);
    return ~node;
  };
}
