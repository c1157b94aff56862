import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { hashPassword } from '../../flow/password';
import { hashSecret } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { insertSession } from '../../store/operator-sessions';
import { insertOperator } from '../../store/operators';
import { startApp, type TestApp } from './app';
import { browserPath, openBrowser } from './browser';
import { withDatabase } from './database';
import { openPage, shoot, turnTo, type WatchedPage } from './page';
import { colourFaults, overflowOf, seriousFaults } from './serious-faults';

const path = browserPath();

/** As `describe`, where there is a browser. */
export const describeConsole = path === null ? describe.skip : describe;

/** An operator whose password is known, so that a test can sign in by hand. */
export interface KnownOperator {
  readonly id: number;
  readonly email: string;
  readonly password: string;
}

/** How a page is opened: as whom, where, and how it looks. */
export interface Opening {
  readonly role?: Role;
  /** Below /admin, for example /titles. */
  readonly at?: string;
  readonly dark?: boolean;
  readonly width?: number;
}

/** A server with its console, and a browser: opened before all tests of a file, closed after them. */
export interface Console {
  readonly app: TestApp;
  readonly db: Db;
  readonly browser: Browser;
  /** A page of a signed-in operator of that role (ADMIN unless told), in a browser of its own. */
  open(opening?: Opening): Promise<WatchedPage>;
  /** The same in a browser that stays until the last test of the file and has the scripts already, but remembers nothing else. */
  openAgain(opening?: Opening): Promise<WatchedPage>;
  /** A browser in which nobody is signed in. */
  openAsNobody(opening?: Omit<Opening, 'role'>): Promise<WatchedPage>;
}

export function withConsole(settings: Readonly<Record<string, string>> = {}): Console {
  let app: TestApp | null = null;
  let browser: Browser | null = null;
  // Before the database's own: what is registered first ends first, and a job in flight must not lose its database.
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  const fixture = withDatabase();
  const contexts: BrowserContext[] = [];
  const kept = new Map<string, BrowserContext>();
  const there = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error('The console opens in beforeAll: use it inside a test.');
    return thing;
  };

  beforeAll(async () => {
    if (path === null) return;
    app = await startApp(fixture.url, settings);
    browser = await openBrowser(path);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  async function contextOf(session: string | null, { dark = true, width = 1440 }: Opening): Promise<BrowserContext> {
    const context = await there(browser).newContext({
      viewport: { width, height: width < 800 ? 844 : 900 },
      hasTouch: width < 800,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/Helsinki',
    });
    if (session !== null) await context.addCookies([{ name: 'kinograph_operator', value: session, url: there(app).url }]);
    return context;
  }
  async function visit(context: BrowserContext, at = '/'): Promise<WatchedPage> {
    const { url } = there(app);
    const watched = await openPage(context, url);
    await watched.page.goto(`${url}/admin${at}`);
    return watched;
  }
  async function anew(session: string | null, opening: Opening): Promise<WatchedPage> {
    const context = await contextOf(session, opening);
    contexts.push(context);
    return visit(context, opening.at);
  }
  async function again({ role = Role.ADMIN, ...opening }: Opening): Promise<WatchedPage> {
    const key = `${role} ${opening.width} ${opening.dark}`;
    let context = kept.get(key);
    if (context === undefined) {
      context = await contextOf(await aSession(fixture.db, role), opening);
      await context.addInitScript(() => localStorage.clear());
      kept.set(key, context);
    }
    return visit(context, opening.at);
  }

  return {
    get app() {
      return there(app);
    },
    get db() {
      return fixture.db;
    },
    get browser() {
      return there(browser);
    },
    open: async (opening = {}) => anew(await aSession(fixture.db, opening.role ?? Role.ADMIN), opening),
    openAgain: (opening = {}) => again(opening),
    openAsNobody: (opening = {}) => anew(null, opening),
  };
}

/** An operator who signs in by hand. */
export async function anOperator(db: Db, role: Role): Promise<KnownOperator> {
  const [email, password] = [`${randomUUID()}@example.com`, 'a password of many letters'];
  const { id } = await insertOperator(db, { email, name: null, role, passwordHash: await hashPassword(password) });
  return { id, email, password };
}

async function aSession(db: Db, role: Role): Promise<string> {
  const name = `${role.slice(0, 1)}${role.slice(1).toLowerCase()}`;
  const { id } = await insertOperator(db, { email: `${randomUUID()}@example.com`, name, role, passwordHash: 'none' });
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertSession(db, { operatorId: id, hash: hashSecret(token), now: new Date(), expiresAt });
  return token;
}

const WIDTHS = [1440, 390] as const;

/**
 * Looks at a place in dark and light, on a desk and on a phone: nothing serious for axe, nothing to scroll sideways, no fault in the
 * browser's console, nobody else called. `ready` waits for what the place shows. Keeps pictures where SCREENSHOTS names a folder.
 */
export async function lookAt(
  console: Console,
  name: string,
  { ready, ...opening }: Opening & { readonly ready: (page: Page) => Promise<unknown> },
): Promise<void> {
  for (const width of WIDTHS) {
    const { page, strangers, faults } = await console.openAgain({ ...opening, width, dark: true });
    await ready(page);
    for (const look of ['dark', 'light'] as const) {
      await turnTo(page, look);
      await shoot(page, `console-${name}-${look}-${width}`);
      const overflow = await overflowOf(page);
      // The same page in other colours.
      const serious = await (look === 'dark' ? seriousFaults : colourFaults)(page);
      const seen = { look, width, faults: [...faults], strangers: [...strangers], serious, overflow };
      expect(seen).toEqual({ look, width, faults: [], strangers: [], serious: [], overflow: 0 });
    }
    await page.close();
  }
}
