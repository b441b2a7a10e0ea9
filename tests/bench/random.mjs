// Chance that is the same on every machine and in every run.

/** A generator of chance from a seed, a whole number (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0, below `limit`. */
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  /** `count` different ones of a list, or all of it, in random order. */
  const sample = (list, count) => {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => {
      const at = below(rest.length);
      const chosen = rest[at];
      rest[at] = rest.at(-1);
      rest.pop();
      return chosen;
    });
  };
  return { below, pick, sample };
}
