// Tells stories of a reader and the built page: each in a browser context of its own, on a server of its own. When a story
// ends the browser's console must be empty.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { address, serve } from '../../tools/server.mjs';
import { launchBrowser, part } from './browser.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const DIST = path.join(ROOT, 'dist');
export const STORIES = path.join(ROOT, 'target/stories');

/** The policy that every story runs under: nothing inline, nothing evaluated, no markup from strings, nothing from elsewhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

let launched;
const browser = () => (launched ??= launchBrowser());
after(async () => (await launched)?.close());

/** Tells what was measured: `./dev promises` puts it into the table of tests/README.md. */
export const figure = (text) => console.log(`※ ${text}`);

/** Keeps hold of the engines' instances, so that a story can break one. The page knows nothing of it. */
export function keepInstances() {
  const { instantiate } = WebAssembly;
  window.instances = [];
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    window.instances.push(instance);
    return instance;
  };
}

/** Tries again until `claim` holds, and fails as it fails after five seconds. */
export async function soon(claim) {
  const end = Date.now() + 5_000;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * The page of dist/, with the stories' own archive as `<baoyan-archive src="archive/">`; or, with `archive: null`, as it was
 * built, with the archive inside it. `archive` may also be a function from a file of the stories' archive, and its name, to other bytes; `instead(file)`
 * may give other bytes for any file.
 */
export function serveStory({ archive = (bytes) => bytes, base = '/', csp = POLICY, instead: other = () => undefined }) {
  const instead = async (file) => {
    const given = await other(file);
    if (given !== undefined) return given;
    if (archive === null) return undefined;
    if (file.startsWith('archive/')) return archive(await readFile(path.join(STORIES, file.slice('archive/'.length))), file);
    if (file !== 'index.html') return undefined;
    const page = await readFile(path.join(DIST, file), 'utf8');
    return Buffer.from(page.replace(/<baoyan-archive\b/, '$& src="archive/"'));
  };
  return serve(DIST, { base, csp, instead });
}

/** What a reader of the page can do and see. */
class Reader {
  constructor(page, home) {
    this.page = page;
    this.home = home;
  }

  part(name) {
    return this.page.locator(part(name));
  }

  get box() {
    return this.part('search-input');
  }

  get results() {
    return this.part('result');
  }

  bars(chart) {
    return this.part(`${chart}-chart`).locator(part('bar'));
  }

  /** The titles of the results, top down. */
  titles() {
    return this.part('result-title').allInnerTexts();
  }

  async seesTitles(expected) {
    await soon(async () => assert.deepEqual((await this.titles()).sort(), [...expected].sort()));
  }

  /** So many results, and all that is counted beside them. */
  async seesResults(count) {
    await soon(async () => {
      assert.equal(await this.results.count(), count);
      assert.equal(await this.page.locator('nav.facets[aria-busy]').count(), 0, 'charts and filters are drawn');
    });
  }

  async search(query) {
    await this.box.fill(query);
  }

  /** What is marked in the results. */
  marked() {
    return this.results.locator('mark').allInnerTexts();
  }
}

/**
 * A story: `tell(reader)`. Options beside those of `serveStory`: `at` (what follows the page's address), `width`, `dark`,
 * `locale`, `noise` (a pattern of console messages that belong to the story), `before` (run in the document before its scripts),
 * `context` (of Playwright's browser contexts), `timeout` (milliseconds).
 */
export function story(name, options, tell) {
  test(name, { timeout: options.timeout ?? 60_000 }, async () => {
    const base = options.base ?? '/';
    const server = await serveStory(options);
    const context = await (await browser()).newContext({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      locale: options.locale ?? 'zh-CN',
      reducedMotion: 'reduce',
      ...options.context,
    });
    const said = [];
    const say = (text) => options.noise?.test(text) || said.push(text);
    context.on('console', (message) => say(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => say(`uncaught: ${error.error()}`));
    try {
      if (options.before) await context.addInitScript(options.before);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(address(server, base) + (options.at ?? ''));
      await tell(new Reader(page, address(server, base)));
      assert.deepEqual(said, [], 'the console is empty');
    } finally {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
  });
}
