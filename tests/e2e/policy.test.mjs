// The page under a Content-Security-Policy that allows nothing inline, nothing evaluated and no markup from strings. Every
// other story runs under it too; here it is seen to be there, and that it is not the server that forgives.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DIST, POLICY, soon, story } from './reader.mjs';

story('under a strict policy the page works, and nothing is reported', { before: countReports }, async (reader) => {
  const response = await reader.page.request.get(reader.home);
  assert.equal(response.headers()['content-security-policy'], POLICY);
  await reader.seesResults(6);
  await reader.search('茶园');
  await reader.seesTitles(['临汐茶农有了新帮手']);
  await reader.part('result-title').click();
  await reader.part('article').waitFor();
  assert.equal(await reader.page.evaluate(() => window.reports), 0);
});

story('the policy holds: what it forbids is reported', { before: countReports, noise: /Content Security Policy|TrustedHTML/ }, async (reader) => {
  await reader.seesResults(6);
  await reader.page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>markup</p>';
    } catch {
      // Refused.
    }
  });
  await soon(async () => assert.equal(await reader.page.evaluate(() => window.reports), 1));
});

function countReports() {
  window.reports = 0;
  document.addEventListener('securitypolicyviolation', () => window.reports++);
}

test('every file that the document names has its checksum, and every name is one by content', async () => {
  const page = await readFile(path.join(DIST, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*? (?:src|href)="\.\/([^"]+)"[^>]*>/g)];
  const app = await readFile(path.join(DIST, (await readdir(DIST)).find((file) => /^app-.*js$/.test(file))), 'utf8');
  // Browsers take no checksum for an icon, a manifest or a feed.
  const loaded = named.filter(([tag]) => !/ rel="(icon|manifest|alternate)"/.test(tag));
  assert.ok(loaded.length >= 5, page);
  for (const [tag, file] of loaded) {
    const sum = createHash('sha384').update(await readFile(path.join(DIST, file))).digest('base64');
    // The engine is checked by the script that starts it.
    if (file.endsWith('.bin')) assert.ok(app.includes(sum), file);
    else assert.ok(tag.includes(`integrity="sha384-${sum}"`), tag);
    assert.match(file, /-[0-9a-f]{15,16}(_bg)?[./]/, file);
  }
});
