import { execFileSync } from 'node:child_process';

/** Runs wasm-opt for size. Features are named one by one: with all of them it writes what no browser takes. */
export function optimise(file) {
  const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];
  const program = new URL('node_modules/binaryen/bin/wasm-opt', import.meta.url).pathname;
  // Untangled once and made small again. What these passes would move about is smaller where it stays: what is alike packs
  // best; and the archive is still to be found. Rust keeps nothing at the lowest addresses.
  const stay = ['local-cse', 'inlining-optimizing', 'simplify-locals', 'memory-packing'].map((pass) => `--skip-pass=${pass}`);
  const passes = ['-Os', '--flatten', '--rereloop', '-Oz', ...stay, '--low-memory-unused'];
  execFileSync(process.execPath, ['--stack-size=8000', program, ...passes, ...features.map((feature) => `--enable-${feature}`), file, '-o', file]);
}
