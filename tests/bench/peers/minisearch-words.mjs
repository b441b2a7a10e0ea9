import { words } from '../tokens.mjs';
import { minisearch } from './minisearch.mjs';

export { hit, modes } from './minisearch.mjs';
export const { build, open, search } = minisearch(words);
