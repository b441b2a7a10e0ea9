// The page under a Content-Security-Policy that allows nothing inline, nothing evaluated and no markup from strings.

import { story } from './reader.mjs';

const csp = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

story('under a strict policy the page works, and the console stays empty', { csp }, async (reader) => {
  await reader.seesResults(6);
  await reader.search('茶园');
  await reader.seesTitles(['临汐茶农有了新帮手']);
  await reader.part('result-title').click();
  await reader.part('article').waitFor();
});
