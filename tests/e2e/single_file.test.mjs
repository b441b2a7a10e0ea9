// Archive and page in one file, opened from a disk.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { part } from './browser.mjs';
import { makeFile, tale } from './host.mjs';

tale('one file opens from a disk and is searched; nothing is loaded', {}, async ({ page, sees }) => {
  const loaded = [];
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || loaded.push(request.url()));
  const address = pathToFileURL(await makeFile('one.html', ['--title', '青禾日报'])).href;
  await page.goto(address);
  await sees(6);
  await page.locator(part('search-input')).fill('茶园');
  await sees(1);
  await page.locator(part('result-title')).click();
  await page.locator(part('article')).waitFor();
  assert.ok((await page.locator(part('county-chart')).count()) === 0);
  await page.goBack();
  await page.locator(part('county-chart')).locator(part('bar')).first().waitFor();
  assert.deepEqual([...new Set(loaded.map((url) => url.split('?')[0]))], [address]);
});

tale('one file shows its articles and charts without JavaScript', { context: { javaScriptEnabled: false } }, async ({ page }) => {
  await page.goto(pathToFileURL(await makeFile('still.html')).href);
  assert.equal(await page.locator('figure svg').count(), 2);
  assert.equal(await page.locator('ol li').count(), 6);
});
