// Builds one peer's index, in a process of its own: node build.mjs PEER COUNT FOLDER

import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { corpus } from './corpus.mjs';

const [peer, count, folder] = process.argv.slice(2);
const { build } = await import(`./peers/${peer}.mjs`);
const files = (await build(corpus(Number(count)), folder)) ?? {};
for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
