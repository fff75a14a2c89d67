/**
 * Firefox, driven over WebDriver BiDi, which is what Debian's Firefox speaks;
 * Playwright drives only a Firefox of its own making.
 */
import { expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** How long anything may take to be there, ms. */
const patience = 30_000;

/** Start the Firefox at this path. */
export function startFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 }
  });
}

/**
 * Where something is, by its role and the text that is its name. Firefox itself
 * finds things by their accessible names, too, but looks at all of JupyterLab's
 * page for it, which takes seconds each time.
 */
const places = {
  button: '//button',
  heading: '//h2',
  label: '//label',
  menuitem: '//*[@role="menuitem"]'
};

type Role = keyof typeof places;

function named(role: Role, name: string): string {
  return `::-p-xpath(${places[role]}[normalize-space(.)="${name}"])`;
}

/** A page of Firefox, in which one finds one's way as a user does. */
export class FirefoxPage {
  constructor(readonly page: Page) {
    page.setDefaultTimeout(patience);
  }

  /** Press it. Puppeteer presses a place, and what is there may have moved: look, and press again. */
  async click(role: Role, name: string): Promise<void> {
    await expect(async () => {
      const press = await this.page.evaluateHandle(() => {
        const noted = { name: '' };
        const note = ({ target }: PointerEvent) => {
          const part =
            target instanceof Element &&
            target.closest('button, label, [role="menuitem"]');
          noted.name = (part && part.textContent?.trim()) || '';
        };
        // JupyterLab's menus let nobody else see it: the window is first.
        window.addEventListener('pointerdown', note, {
          once: true,
          capture: true
        });
        return noted;
      });
      await this.page.locator(named(role, name)).click();
      expect((await press.jsonValue()).name).toBe(name);
    }).toPass({ timeout: patience });
  }

  /** Press a field's label, and type into the field, which has the focus then. */
  async fill(label: string, text: string): Promise<void> {
    const focused = () =>
      this.page.evaluate(() => {
        const field = document.activeElement;
        return field instanceof HTMLInputElement
          ? { label: field.labels?.[0]?.textContent?.trim(), text: field.value }
          : {};
      });
    await expect(async () => {
      await this.click('label', label);
      // What moves away before the button is up again was not pressed.
      expect(await focused()).toMatchObject({ label });
    }).toPass({ timeout: patience });
    await this.page.keyboard.type(text);
    expect(await focused()).toEqual({ label, text });
  }

  /** Wait until it is there. */
  async see(role: Role, name: string): Promise<void> {
    await this.page.waitForSelector(named(role, name), { visible: true });
  }

  /** Wait until it is gone. */
  async miss(role: Role, name: string): Promise<void> {
    await this.page.waitForSelector(named(role, name), { hidden: true });
  }

  /** Take an entry of the context menu of a file. */
  async chooseFromMenu(file: string, entry: string): Promise<void> {
    const item = `//li[.//span[normalize-space(.)="${file}"]]`;
    await this.page.locator(`::-p-xpath(${item})`).click({ button: 'right' });
    await this.click('menuitem', entry);
  }

  /** The DOI of the outcome, once it is there. */
  async doi(): Promise<string> {
    await this.see('button', 'Copy DOI');
    const text = await this.page.$eval(
      'section[aria-label="Publish to Zenodo"] [role="status"] a',
      link => link.textContent ?? ''
    );
    // The link also says that it opens in a new tab.
    return /10\.\d+\/[\w.]+\d/.exec(text)?.[0] ?? '';
  }
}
