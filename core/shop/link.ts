const LONGEST = 2_000;
/** Of a parameter that a shop adds to its links. */
const PARAMETER = /^[a-z][a-z0-9_-]{0,31}$/i;

/**
 * The address of an offer as a browser would go to it. Null for anything but https with the name of a host on the internet: `javascript:`,
 * addresses with a password, numbers in the place of a name, names of one's own network.
 */
export function offerUrl(text: string): string | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  const named = /^([a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/.test(hostname) && !/\.(localhost|local|internal)\.?$/.test(hostname);
  return protocol === 'https:' && username === '' && password === '' && named && href.length <= LONGEST ? href : null;
}

/** Whether a text may name a parameter of a link. */
export function isClickParameter(text: string): boolean {
  return PARAMETER.test(text);
}

/** The address with the click that leads to it; nothing else of the address is touched. */
export function withClick(url: string, parameter: string, click: string): string {
  const [, address = url, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  return `${address}${address.includes('?') ? '&' : '?'}${parameter}=${encodeURIComponent(click)}${fragment}`;
}
