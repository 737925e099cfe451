import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.ts';

/**
 * Takes the README's pictures: `node scenarios/screenshots.ts http://127.0.0.1:4600`, of a server that shows a fresh
 * demonstration. Run by hand after the screens changed; the demonstration tells the same cases every time.
 */
const [address] = process.argv.slice(2);
if (address === undefined) throw new Error('usage: node scenarios/screenshots.ts ADDRESS');

const pathOf = (name: string) => fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url));

const browser = await openBrowser();
try {
  const page = await (await browser.context()).newPage();
  const row = (name: string) => page.getByRole('link', { name }).first();
  const part = (name: string) =>
    page.getByRole('navigation', { name: 'Steps of this case' }).getByRole('link', { name }).first();
  await page.goto(address);
  await page.getByRole('button', { name: 'Marisol Vega' }).click();
  await row('Nair, Devika').waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: pathOf('worklist') });

  await row('Ochoa, Rosa').click();
  await part('Contacts').click();
  await page.getByText('Why does this minute count?').first().waitFor();
  await page.keyboard.press('c');
  const contact = page.getByRole('dialog', { name: 'Contact' });
  await contact.getByRole('group', { name: 'With' }).getByRole('button').first().click();
  await contact
    .getByLabel('Asked', { exact: true })
    .fill('Can cleaning begin while the lab result is still out?');
  await contact.getByLabel('Answered', { exact: true }).fill('Yes. Call again before any surgery.');
  await contact.getByRole('timer').scrollIntoViewIfNeeded();
  await page.screenshot({ path: pathOf('contact') });
  await contact.getByRole('button', { name: 'Discard this entry' }).click();

  await page.getByRole('link', { name: 'Worklist' }).click();
  await row('Nair, Devika').click();
  await part('Readiness').click();
  await page
    .getByText('A claim can be created.')
    .or(page.getByText('No claim yet: see what is missing.'))
    .waitFor();
  await page.screenshot({ path: pathOf('readiness') });
} finally {
  await browser.close();
}
