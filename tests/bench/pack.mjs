// Sizes of a site's files as they are and packed, and the packed ones beside them, as a host keeps them.

import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BEST = 11;
const FAST = 5;
const LARGE = 20_000_000; // Brotli's best takes minutes beyond it.

export function brotli(bytes) {
  const quality = bytes.length > LARGE ? FAST : BEST;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  return brotliCompressSync(bytes, { params });
}

/**
 * The files of a folder by name: `{path, packed, raw, gzip, brotli, isEngine, isFast}`; what packing does not make smaller has no
 * `packed`.
 */
export function pack(folder) {
  const site = new Map();
  for (const file of readdirSync(folder, { recursive: true })) {
    const whole = path.join(folder, file);
    if (file.endsWith('.br') || !statSync(whole).isFile()) continue;
    const bytes = readFileSync(whole);
    const packed = `${whole}.br`;
    if (!existsSync(packed)) writeFileSync(packed, brotli(bytes));
    const [small, zipped] = [statSync(packed).size, gzipSync(bytes, { level: 9 }).length];
    site.set(file, {
      path: whole,
      packed: small < bytes.length ? packed : undefined,
      raw: bytes.length,
      gzip: Math.min(zipped, bytes.length),
      brotli: Math.min(small, bytes.length),
      isEngine: isEngine(file),
      isFast: bytes.length > LARGE,
    });
  }
  return site;
}

/** Whether a file is the same for every archive: code and looks, as Pagefind and the others name theirs. */
function isEngine(file) {
  return /\.(html|css|js|wasm|bin|svg)$|(^|\/)wasm\.[^/]*$/.test(file);
}
