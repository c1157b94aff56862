/** What programs call themselves that follow links by themselves: crawlers, previews of chats, watchers and tools. Cubot makes telephones. */
const ROBOT =
  /(?<!cu)bot\b|bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|embedly|headless|lighthouse|inspectiontool|monitor|pingdom|uptime|python|curl|wget|phantom|selenium|puppeteer|playwright/i;

/** How a browser says that nobody looks yet. */
const AHEAD = /prefetch|prerender|preview/i;

/** What a request tells of itself by which it is judged. */
export interface LinkRequest {
  readonly method: string;
  readonly userAgent: string | undefined;
  /** `Sec-Purpose`, `Purpose` or `X-Moz`. */
  readonly purpose: string | undefined;
}

/** Whether a program follows a link and not a person: by its name, by none at all, by a HEAD, or because a browser fetches it ahead. */
export function isRobot({ method, userAgent = '', purpose = '' }: LinkRequest): boolean {
  return method !== 'GET' || !/^Mozilla\/\d/.test(userAgent) || ROBOT.test(userAgent) || AHEAD.test(purpose);
}
