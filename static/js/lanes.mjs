// A WebAssembly module packs a twelfth smaller with what is alike side by side: all opcodes in one lane, and the immediates of
// each opcode in lanes of their own, but for offsets, of which all loads share a lane and all stores, and for the locals that are
// set. The sizes of functions follow from the rest. The encodings: WebAssembly Core Specification
// 2.0, chapter 5.

const CODE = 10;
const BLOCK = 0x02, IF = 0x04, END = 0x0b, BR_TABLE = 0x0e, SELECT_TYPED = 0x1c, SET = 0x21, TEE = 0x22, LOAD = 0x28, STORE = 0x36;
const LAST_STORE = 0x3e, F32 = 0x43, F64 = 0x44, MORE = 0xfc;

/** How many numbers follow an opcode; those behind the prefix `MORE` stand at 0x100 and on. */
const NUMBERS = new Uint8Array(0x120);
for (const [first, last, count] of [
  [0x02, 0x04, 1], [0x0c, 0x0d, 1], [0x10, 0x10, 1], [0x11, 0x11, 2], [0x20, 0x26, 1], [0x28, 0x3e, 2], [0x3f, 0x42, 1], [0xd0, 0xd0, 1], [0xd2, 0xd2, 1],
  [0x108, 0x108, 2], [0x109, 0x109, 1], [0x10a, 0x10a, 2], [0x10b, 0x10b, 1], [0x10c, 0x10c, 2], [0x10d, 0x10d, 1], [0x10e, 0x10e, 2], [0x10f, 0x111, 1],
]) NUMBERS.fill(count, first, last + 1);

const IMMEDIATES = 3, REST = 0, LOCALS = 1, OPCODES = 2;
/** How many lanes there are. */
export const LANES = IMMEDIATES + 2 * NUMBERS.length;

/**
 * Goes through a module. `move(lane)` takes its next byte to the other side, and returns it; `sized(part)` goes through a part
 * that has its size before it; `done()` says whether the module is over.
 */
export function follow({ move, sized, done }) {
  const number = (lane) => {
    for (let number = 0, shift = 0; ; shift += 7) {
      const byte = move(lane);
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
  };
  const bytes = (lane, count) => {
    for (; count > 0; count--) move(lane);
  };
  const numbers = (lane, count) => {
    for (; count > 0; count--) number(lane);
  };
  const body = () => {
    for (let groups = number(LOCALS); groups > 0; groups--) numbers(LOCALS, 2);
    for (let depth = 1; depth > 0; ) {
      let opcode = move(OPCODES);
      if (opcode === MORE) opcode = 0x100 + move(OPCODES);
      if (opcode >= BLOCK && opcode <= IF) depth++;
      if (opcode === END) depth--;
      const lane = IMMEDIATES + 2 * (opcode === TEE ? SET : opcode);
      const offset = opcode > LAST_STORE ? lane : IMMEDIATES + 2 * (opcode < STORE ? LOAD : STORE);
      if (opcode === BR_TABLE) numbers(lane + 1, number(lane) + 1);
      else if (opcode === SELECT_TYPED) numbers(lane + 1, number(lane));
      else if (opcode === F32 || opcode === F64) bytes(lane, opcode === F32 ? 4 : 8);
      else for (let i = 0; i < NUMBERS[opcode]; i++) number((i ? offset : lane) + i);
    }
  };
  bytes(REST, 8);
  while (!done()) {
    if (move(REST) !== CODE) bytes(REST, number(REST));
    else
      sized(() => {
        for (let count = number(REST); count > 0; count--) sized(body);
      });
  }
}

/** The module, from its length and the lengths of its lanes, four bytes each, and the lanes. */
export function joined(whole) {
  const lengths = new Uint32Array(whole.buffer, 0, 1 + LANES);
  const module = new Uint8Array(lengths[0]);
  let at = 0;
  let start = lengths.byteLength;
  const reads = lengths.subarray(1).map((length) => (start += length) - length);
  follow({
    move: (lane) => (module[at++] = whole[reads[lane]++]),
    sized(part) {
      const start = at;
      part();
      const size = [];
      for (let rest = at - start; size.length === 0 || rest > 0; rest >>>= 7) size.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
      module.copyWithin(start + size.length, start, at);
      module.set(size, start);
      at += size.length;
    },
    done: () => at >= module.length,
  });
  return module;
}
