// Packs with LZMA as the page's engine packs best: lc = 1, lp = 0, pb = 0, since a byte of it tells little of the next, and where
// it stands nothing. xz finds more that repeats than what npm has.

import { execFileSync } from 'node:child_process';

const FILTER = '--lzma1=dict=8MiB,lc=1,lp=0,pb=0,mode=normal,mf=bt4,nice=273,depth=1000';
/** Where the header has the length of what is packed. */
const LENGTH = 5;

/** The bytes, packed as well as can be. */
export function compress(bytes) {
  const packed = execFileSync('xz', ['--format=lzma', FILTER, '--stdout'], { input: bytes, maxBuffer: 2 ** 26 });
  // What comes in a stream has no length in its header.
  packed.writeBigUInt64LE(BigInt(bytes.length), LENGTH);
  return packed;
}
