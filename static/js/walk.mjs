// The way through a WebAssembly module, and what is known at each byte of it: which kind of byte comes, the opcodes before, the
// numbers before. The encodings: WebAssembly Core Specification 2.0, chapter 5.

const CODE = 10;
const BLOCK = 0x02, IF = 0x04, END = 0x0b, BR_TABLE = 0x0e, SELECT_TYPED = 0x1c, SET = 0x21, TEE = 0x22, LOAD = 0x28, STORE = 0x36;
const LAST_STORE = 0x3e, F32 = 0x43, F64 = 0x44, MORE = 0xfc;

/** How many numbers follow an opcode; those behind the prefix `MORE` stand at 0x100 and on. */
const NUMBERS = new Uint8Array(0x120);
for (const [first, last, count] of [
  [0x02, 0x04, 1], [0x0c, 0x0d, 1], [0x10, 0x10, 1], [0x11, 0x11, 2], [0x20, 0x26, 1], [0x28, 0x3e, 2], [0x3f, 0x42, 1], [0xd0, 0xd0, 1], [0xd2, 0xd2, 1],
  [0x108, 0x108, 2], [0x109, 0x109, 1], [0x10a, 0x10a, 2], [0x10b, 0x10b, 1], [0x10c, 0x10c, 2], [0x10d, 0x10d, 1], [0x10e, 0x10e, 2], [0x10f, 0x111, 1],
]) NUMBERS.fill(count, first, last + 1);

/** Kinds of bytes: all that is not code, what functions say of their locals, opcodes; from here on two for each opcode's numbers. */
const REST = 0, LOCALS = 1, OPCODES = 2, IMMEDIATES = 3;
/** The kinds as far as the codes of their bytes differ: all numbers are one. */
export const KINDS = 4;
export const kindOf = (lane) => Math.min(lane, IMMEDIATES);

/** Bytes that are passed without a rest where there is no code. */
const STRETCH = 4096;

const mix = (a, b) => {
  const mixed = Math.imul(a ^ b, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15);
};

/**
 * Goes through a module, and rests after each function. `byte(lane, …contexts)` takes its next byte to the other side, and
 * returns it: six hashes tell what came before it. `open()` begins a part that has its size before it, and `close` of what that
 * returned ends it; `done()` says whether the module is over.
 */
export function* walk({ byte, open, close, done }) {
  /** The last number of each lane. */
  const last = new Int32Array(IMMEDIATES + 2 * NUMBERS.length);
  // The last opcodes, or bytes where there is no code; the last opcodes and numbers; the bytes of this number.
  let one = 0, two = 0, three = 0, four = 0, five = 0, six = 0;
  let token = 0, second = 0, third = 0;
  let part = 0;

  const move = (lane) => {
    const here = mix(lane + 1, part);
    const pair = mix(mix(here, one), two);
    const triple = mix(pair, three);
    const far = mix(mix(triple, four), five);
    const near = mix(here, token);
    return byte(
      lane,
      pair,
      mix(mix(near, second), third),
      near,
      lane === REST ? here : far,
      mix(triple, last[lane]),
      lane === OPCODES ? mix(far, six) : mix(here, last[lane]),
    );
  };
  const passed = (what) => {
    third = second;
    second = token;
    token = what;
  };
  const opcode = (code) => {
    six = five;
    five = four;
    four = three;
    three = two;
    two = one;
    one = code;
    passed(code);
  };
  const rest = () => {
    const byte = move(REST);
    opcode(byte);
    last[REST] = four;
    return byte;
  };
  const leb128 = (next) => {
    for (let number = 0, shift = 0; ; shift += 7) {
      const byte = next();
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
  };
  const number = (lane) => {
    const number = leb128(() => {
      const byte = move(lane);
      part = mix(part, byte + 1);
      return byte;
    });
    part = 0;
    last[lane] = number;
    passed(mix(lane, number));
    return number;
  };
  const numbers = (lane, count) => {
    for (; count > 0; count--) number(lane);
  };
  const body = () => {
    for (let groups = number(LOCALS); groups > 0; groups--) numbers(LOCALS, 2);
    for (let depth = 1; depth > 0; ) {
      let code = move(OPCODES);
      if (code === MORE) {
        part = MORE;
        code = 0x100 + move(OPCODES);
        part = 0;
      }
      opcode(code);
      if (code >= BLOCK && code <= IF) depth++;
      if (code === END) depth--;
      // Locals that are set share a lane however that is done, and so do the offsets of all loads and of all stores.
      const lane = IMMEDIATES + 2 * (code === TEE ? SET : code);
      const offset = 1 + (code < LOAD || code > LAST_STORE ? lane : IMMEDIATES + 2 * (code < STORE ? LOAD : STORE));
      if (code === BR_TABLE) numbers(offset, number(lane) + 1);
      else if (code === SELECT_TYPED) numbers(offset, number(lane));
      else if (code === F32 || code === F64) for (let count = code === F32 ? 4 : 8; count > 0; count--) move(lane);
      else for (let i = 0; i < NUMBERS[code]; i++) number(i ? offset : lane);
    }
  };

  for (let i = 0; i < 8; i++) rest();
  while (!done()) {
    const code = rest() === CODE;
    const section = code && open();
    for (let left = leb128(rest); left > 0; left--) {
      if (!code) rest();
      else {
        const start = open();
        body();
        close(start);
      }
      if (code || left % STRETCH === 0) yield;
    }
    if (code) close(section);
  }
}
