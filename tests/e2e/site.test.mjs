// A site as `baoyan site` writes it, on hosts as they are.

import assert from 'node:assert/strict';
import { part } from './browser.mjs';
import { makeSite, tale } from './host.mjs';

for (const [how, options] of [
  ['as it is', {}],
  ['packed', { packed: true }],
  ['by a host that sends ranges', { ranges: true }],
  ['below a path', { base: '/news/archive/' }],
]) {
  tale(`a site served ${how} is searched`, {}, async ({ page, open, sees }) => {
    const { address } = await open(await makeSite('site'), options);
    await page.goto(address);
    await sees(6);
    await page.locator(part('search-input')).fill('茶园');
    await sees(1);
    await page.locator(part('result-title')).click();
    await page.locator(part('article')).waitFor();
    await page.reload();
    await page.locator(part('article')).waitFor();
  });
}

// Half a file that is kept, and goes on in another edition of it, would be neither.
tale('where the line dies, a host that sends ranges is asked for the whole file again', { noise: /ERR_|Failed to|network error|[Ss]ervice [Ww]orker/, context: { serviceWorkers: 'block' } }, async ({ page, open, sees }) => {
  const cuts = new Map();
  const cut = (file) => {
    if (!/\.(bin|baoyan)$/.test(file)) return undefined;
    cuts.set(file, (cuts.get(file) ?? 0) + 1);
    return cuts.get(file) === 1 ? 5_000 : undefined;
  };
  const { address, continued } = await open(await makeSite('site'), { ranges: true, cut });
  await page.goto(address);
  await sees(6);
  assert.deepEqual([...cuts.values()], [2, 2]);
  assert.deepEqual(continued, []);
});

tale('without JavaScript there are the articles, both charts and their tables', { context: { javaScriptEnabled: false } }, async ({ page, open }) => {
  const { address } = await open(await makeSite('site', undefined, ['--title', '青禾日报']), {
    base: '/news/',
    headers: { 'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; manifest-src 'self'; connect-src 'self'" },
  });
  await page.goto(address);
  assert.equal(await page.title(), '青禾日报');
  assert.equal(await page.locator('figure svg').count(), 2);
  assert.equal(await page.locator('figure table').count(), 2);
  assert.equal(await page.locator('ol li').count(), 6);
  // Bars and rows say the same.
  for (const figure of await page.locator('figure').all()) {
    const bars = await figure.locator('[data-value]').evaluateAll((all) => all.map(({ dataset }) => dataset.value));
    const rows = await figure.locator('tbody td:nth-child(2)').allInnerTexts();
    assert.deepEqual(bars, rows);
  }
  // The drawing has its style from a file.
  assert.notEqual(await page.locator('figure .length').first().evaluate((bar) => getComputedStyle(bar).fill), 'rgb(0, 0, 0)');
  await page.getByRole('link', { name: '临汐茶农有了新帮手' }).click();
  assert.match(await page.locator('h1').innerText(), /临汐茶农/);
  const described = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  assert.equal(described['@type'], 'NewsArticle');
  assert.equal(described.headline, '临汐茶农有了新帮手');
  await page.getByRole('link').first().click();
  assert.equal(page.url(), address);
  await page.getByRole('link', { name: '全部文章' }).first().click();
  assert.ok((await page.locator('li a').count()) > 0);
});

tale('an article is opened in the archive from its own page', {}, async ({ page, open, sees }) => {
  const { address } = await open(await makeSite('site'), { base: '/news/' });
  await page.goto(`${address}articles/`);
  await page.locator('main li a').first().click();
  await page.locator('main h3 a').first().click();
  const title = await page.locator('h1').innerText();
  await page.getByRole('link', { name: '在档案中打开' }).click();
  await page.locator(part('article')).waitFor();
  assert.ok((await page.locator(part('article')).innerText()).includes(title));
});

tale('a theme colours page and articles', {}, async ({ page, open, sees }) => {
  const { writeFile, mkdtemp } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const theme = `${await mkdtemp(`${tmpdir()}/baoyan-theme-`)}/theme.css`;
  await writeFile(theme, ':root { --baoyan-accent: rgb(0, 90, 50); --baoyan-paper: rgb(240, 250, 240); }');
  const { address } = await open(await makeSite('themed', undefined, ['--theme', theme]));
  await page.goto(address);
  await sees(6);
  const ground = await page.locator('.stage').evaluate((stage) => getComputedStyle(stage).backgroundColor);
  assert.equal(ground, 'rgb(240, 250, 240)');
});
