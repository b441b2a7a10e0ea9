// The folder that npm would publish: node tools/package.mjs PAGE OUT
// What other sites load of the built page, its types, and a description.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [page, out] = process.argv.slice(2);
const DESCRIPTION = 'static/package';

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of readdirSync(page)) {
  if (/\.(js|bin)$/.test(name) && !['sw.js', 'frame.js'].includes(name)) copyFileSync(path.join(page, name), path.join(out, name));
}
for (const name of readdirSync(DESCRIPTION)) copyFileSync(path.join(DESCRIPTION, name), path.join(out, name));
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(licence, path.join(out, licence));
const [, version] = readFileSync('Cargo.toml', 'utf8').match(/^version = "(.+)"$/m);
const description = JSON.parse(readFileSync(path.join(out, 'package.json'), 'utf8'));
writeFileSync(path.join(out, 'package.json'), `${JSON.stringify({ ...description, version }, null, 2)}\n`);
