import { flexsearch } from './flexsearch.mjs';

export { hit, modes } from './flexsearch.mjs';
export const { build, open, search } = flexsearch({ context: { depth: 1, bidirectional: false } });
