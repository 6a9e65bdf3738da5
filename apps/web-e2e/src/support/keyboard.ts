import type { Locator, Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

/** As many stops a page may have before something is called unreachable. */
const MOST_STOPS = 120;

/** A person who has a keyboard and nothing else. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Goes on with Tab until the element has the focus. */
  async reach(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reachable with Tab: ${String(target)}`);
  }

  /** Follows a link or pushes a button by its name. */
  async push(role: Role, name: string | RegExp): Promise<void> {
    await this.reach(this.page.getByRole(role, { name, exact: true }));
    await this.page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
  }

  /** Types into the field with this label, over what is there. */
  async fill(label: string, text: string): Promise<void> {
    await this.reach(
      this.page.getByRole('textbox', { name: label, exact: true }).or(this.page.getByLabel(label, { exact: true })),
    );
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Waits for the page with this heading. */
  async arrive(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
}

/** Whether one of the elements has the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
}
