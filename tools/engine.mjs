// Makes the WebAssembly of the engine alone as light as the page's: node tools/engine.mjs FILE FOLDER

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { optimise } from './optimise.mjs';
import { pack } from './pack.mjs';
import { lighter } from './wasm.mjs';

const [file, folder] = process.argv.slice(2);
optimise(file);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'engine.bin'), pack(lighter(readFileSync(file), (name) => name)));
