// Browsers that lack something: they are asked before anything runs, and the reader is told, with what the document has.

import assert from 'node:assert/strict';
import { part } from './browser.mjs';
import { POLICY, story } from './reader.mjs';

const LACKS = {
  'has no WebAssembly': () => delete window.WebAssembly,
  'has an early WebAssembly': () => {
    const { Module } = WebAssembly;
    WebAssembly.Module = function (bytes) {
      // Sign extension, 0xC0, came later.
      if (new Uint8Array(bytes).includes(0xc0)) throw new WebAssembly.CompileError('invalid opcode 0xc0');
      return new Module(bytes);
    };
  },
  'compiles WebAssembly and cannot run it': () => {
    WebAssembly.Instance = function () {
      throw new WebAssembly.LinkError('not here');
    };
  },
  'has no custom elements': () => Object.defineProperty(window, 'customElements', { value: undefined }),
  'has no adopted style sheets': () => delete Document.prototype.adoptedStyleSheets,
  'cannot fetch': () => delete window.fetch,
  'has no promises': () => delete window.Promise,
  'has no modules': () => delete HTMLScriptElement.prototype.noModule,
};

/** The articles that the document lists in its element without any script. */
const listed = (page) => page.locator('.prerendered li').filter({ hasText: '2024年' });

for (const [what, before] of Object.entries(LACKS)) {
  story(`a browser that ${what} is told so, and keeps the lists of the document`, { before, archive: null }, async (reader) => {
    const { page } = reader;
    await page.getByText('此浏览器缺少本页所需的功能').waitFor();
    assert.equal(await page.locator('.opening').count(), 1);
    assert.ok(await listed(page).first().isVisible());
    assert.equal(await page.locator(part('search-input')).count(), 0);
    assert.equal(await page.evaluate(() => 'baoyan' in window), false);
  });
}

story('a site whose policy forbids WebAssembly says so', { csp: POLICY.replace(" 'wasm-unsafe-eval'", ''), archive: null, noise: /./ }, async (reader) => {
  await reader.page.locator('.opening').getByText('WebAssembly').waitFor();
  assert.ok(await listed(reader.page).first().isVisible());
});

story('without JavaScript the document says what it needs', { context: { javaScriptEnabled: false }, archive: null }, async (reader) => {
  assert.ok(await reader.page.locator('noscript p').isVisible());
  assert.ok(await listed(reader.page).first().isVisible());
});

story('where nothing may be stored everything works, without a word', { before: denyStorage }, async (reader) => {
  await reader.seesResults(6);
  await reader.search('茶园');
  await reader.seesTitles(['临汐茶农有了新帮手']);
  await reader.part('result-title').click();
  await reader.part('article').waitFor();
});

function denyStorage() {
  const denied = { get: () => { throw new DOMException('denied', 'SecurityError'); } };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, denied);
  Object.defineProperty(document, 'cookie', denied);
}

