// The package and the examples, used as their readers would: on a plain page, in a block of a content management system, in React.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { part } from './browser.mjs';
import { makeSite, tale } from './host.mjs';
import * as esbuild from '../../tools/node_modules/esbuild/lib/main.js';
import { soon } from './reader.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGE = path.join(ROOT, 'target/package');
const EXAMPLES = path.join(ROOT, 'static/examples');
const MODULES = path.join(import.meta.dirname, 'node_modules');
const CORS = { 'access-control-allow-origin': '*' };
const example = async (name, site) => (await readFile(path.join(EXAMPLES, name), 'utf8')).replaceAll('https://news.example/archive/', site.address);
const icon = '<link rel="icon" href="data:,">';

tale('the plain page', {}, async ({ page, open, sees }) => {
  const site = await open(await makeSite('site'), { base: '/archive/', headers: CORS });
  const text = (await example('plain.html', site)).replace('<meta', `${icon}<meta`);
  const around = await open('/', { instead: (file) => (file === 'index.html' ? Buffer.from(text) : 404) });
  await page.goto(around.address);
  await sees(1);
  await page.locator(part('county-chart')).locator('summary').click();
  const accent = await page.locator('baoyan-archive .link').first().evaluate((link) => getComputedStyle(link).color);
  assert.equal(accent, 'rgb(0, 88, 60)');
});

tale('the block of a content management system', {}, async ({ page, open }) => {
  const site = await open(await makeSite('site'), { base: '/archive/', headers: CORS });
  const text = `<!doctype html><meta charset="utf-8">${icon}<article>${await example('cms-block.html', site)}</article>`;
  const around = await open('/', { instead: (file) => (file === 'index.html' ? Buffer.from(text) : 404) });
  await page.goto(around.address);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await page.frameLocator('iframe').locator(part('county-chart')).locator(part('bar')).first().waitFor();
  await soon(async () => assert.notEqual(await page.locator('iframe').evaluate((frame) => frame.offsetHeight), 720));
});

tale('the React app, with the package from npm', {}, async ({ page, open, sees }) => {
  const site = await open(await makeSite('site'), { base: '/archive/', headers: CORS });
  const { outputFiles } = await esbuild.build({
    stdin: { contents: await example('react/app.jsx', site), loader: 'jsx', resolveDir: import.meta.dirname },
    jsx: 'automatic',
    bundle: true,
    format: 'esm',
    external: ['baoyan'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const index = `<!doctype html><meta charset="utf-8">${icon}<script type="importmap">{ "imports": { "baoyan": "./node_modules/baoyan/baoyan.js" } }</script>
    <div id="app"></div><script type="module" src="./app.js"></script>`;
  const around = await open('/', {
    instead: async (file) => {
      if (file === 'index.html') return Buffer.from(index);
      if (file === 'app.js') return Buffer.from(outputFiles[0].contents);
      return file.startsWith('node_modules/baoyan/') ? readFile(path.join(PACKAGE, path.basename(file))) : 404;
    },
  });
  await page.goto(around.address);
  await sees(6);
  await page.getByRole('button', { name: '茶园', exact: true }).first().click();
  await sees(1);
  await soon(async () => assert.equal(await page.locator('output').innerText(), '茶园: 1'));
  await page.getByRole('button', { name: '夜市', exact: true }).first().click();
  await soon(async () => assert.equal(await page.locator('output').innerText(), '夜市: 1'));
});

test('the types say what the package gives, and take nothing else', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'baoyan-types-'));
  const check = async (text) => {
    await writeFile(path.join(folder, 'app.tsx'), text);
    const options = ['--noEmit', '--strict', '--jsx', 'preserve', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    try {
      execFileSync(process.execPath, [path.join(MODULES, 'typescript/bin/tsc'), ...options, 'app.tsx'], { cwd: folder, stdio: 'pipe' });
      return '';
    } catch (error) {
      return String(error.stdout);
    }
  };
  try {
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
    await cp(PACKAGE, path.join(folder, 'node_modules/baoyan'), { recursive: true });
    for (const name of ['@types', 'csstype', 'react']) await symlink(path.join(MODULES, name), path.join(folder, 'node_modules', name));
    const head = "import 'baoyan/react';\n";
    const good = `${head}
      const archive = await window.baoyan.open('archive/');
      const total: number = (await archive.search('茶园', { limit: 5, sort: 'newest' })).hits.length;
      document.querySelector('baoyan-archive')!.addEventListener('baoyan:open', (event) => event.detail.id.length);
      export const element = <baoyan-archive src="archive/" view="charts" limit={5} />;`;
    assert.equal(await check(good), '');
    assert.match(await check(`${head} export const element = <baoyan-archive view="maps" />;`), /maps/);
    assert.match(await check(`${head} (await window.baoyan.open()).search('', { sort: 'best' });`), /best/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
