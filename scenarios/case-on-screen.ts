import type { Locator, Page } from 'playwright-core';

/** Signs one of the demonstration's people in by a press, and waits for their worklist. */
export async function signIn(on: Page, address: string, person: string): Promise<void> {
  await on.goto(address);
  await on.getByRole('region', { name: 'Demonstration' }).getByRole('button', { name: person }).click();
  await on.getByRole('heading', { level: 1, name: 'Worklist' }).waitFor();
}

/** A form on a part of a case: the button that opens it, what its panel is called, and the button that sends it. */
export interface PartForm {
  readonly part: string;
  readonly opener: string;
  readonly panel: string;
  readonly submit: string;
}

/** What a person finds on a page of Archway, by the words that stand there. */
export function onScreen(page: Page) {
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name });
  const field = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByLabel(name, { exact: true });
  const panel = (name: string) => page.getByRole('dialog', { name });
  const steps = page.getByRole('navigation', { name: 'Steps of this case' });
  const part = (name: string) => steps.getByRole('link', { name });
  /** The row of a part among the steps, with what it notes. */
  const step = (name: string) =>
    steps.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
  /** Opens a part of the case and a form on it, fills the form in and sends it; it closes when all is recorded. */
  const fillIn = async (form: PartForm, fill: (panel: Locator) => Promise<void>) => {
    await part(form.part).click();
    await page.getByRole('main').getByRole('button', { name: form.opener, exact: true }).last().click();
    const opened = panel(form.panel);
    await opened.waitFor();
    await fill(opened);
    await button(form.submit, opened).last().click();
    await opened.waitFor({ state: 'hidden' });
  };
  return { button, field, panel, part, step, fillIn };
}

/** What was on the screen says more than the locator that was not found. */
export async function tellScreen(page: Page): Promise<void> {
  for (const shown of await page.getByRole('main').or(page.getByRole('dialog')).all())
    console.error((await shown.ariaSnapshot()).slice(0, 5000));
}
