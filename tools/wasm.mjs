// A WebAssembly module made lighter to load. Sections and encodings: WebAssembly Core Specification 2.0, chapter 5.

const CUSTOM = 0, IMPORT = 2, EXPORT = 7;
const GLOBAL = 3, FUNCTION = 0;

/** Reads a module's bytes in order. */
class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number, LEB128. */
  number() {
    let number = 0;
    for (let scale = 1, more = true; more; scale *= 128) {
      const byte = this.byte();
      number += (byte & 0x7f) * scale;
      more = byte >= 0x80;
    }
    return number;
  }

  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  name() {
    return this.take(this.number()).toString();
  }

  /** What `read` passes over, as it stands. */
  raw(read) {
    const start = this.at;
    read();
    return this.bytes.subarray(start, this.at);
  }
}

function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return Buffer.from([...bytes, value]);
}

const prefixed = (bytes) => Buffer.concat([number(bytes.length), bytes]);
const name = (text) => prefixed(Buffer.from(text));

/**
 * The module without its custom sections, which do not run, and with its imports and exports renamed by `rename(name)`:
 * those that wasm-bindgen makes carry a hash each, and compress badly.
 */
export function lighter(bytes, rename) {
  const module = new Reader(bytes);
  const kept = [module.take(8)];
  while (!module.done) {
    const id = module.byte();
    const section = module.take(module.number());
    if (id === CUSTOM) continue;
    const edit = { [IMPORT]: imports, [EXPORT]: exports }[id];
    kept.push(Buffer.from([id]), prefixed(edit ? edit(new Reader(section), rename) : section));
  }
  return Buffer.concat(kept);
}

function imports(section, rename) {
  return entries(section, () => {
    const module = name(section.name());
    const field = name(rename(section.name()));
    const what = section.raw(() => {
      const kind = section.byte();
      if (kind === GLOBAL) section.take(2);
      else if (kind === FUNCTION) section.number();
      else throw new Error(`the page imports something of kind ${kind}: teach tools/wasm.mjs to pass over it`);
    });
    return [module, field, what];
  });
}

function exports(section, rename) {
  return entries(section, () => {
    const field = name(rename(section.name()));
    return [field, section.raw(() => (section.byte(), section.number()))];
  });
}

function entries(section, entry) {
  const count = section.number();
  return Buffer.concat([number(count), ...Array.from({ length: count }, entry).flat()]);
}
