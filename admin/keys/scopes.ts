import type { ApiKeyKind, Scope } from '../generated/keys';

/** What each scope lets a server do, for whoever gives it out. */
export const SCOPES: Readonly<Record<Scope, { readonly name: string; readonly lets: string }>> = {
  EVENTS_WRITE: { name: 'Send events', lets: 'Send what people watch, read and play, for anyone; make and merge people.' },
  RECOMMENDATIONS_READ: { name: 'Read recommendations', lets: 'Ask for the list of anyone.' },
  CATALOGUE_WRITE: { name: 'Change the catalogue', lets: 'See hidden titles, change titles and placements, import.' },
  METRICS_READ: { name: 'Read metrics', lets: 'Read metrics, models and jobs; what a monitoring needs.' },
  SESSIONS_WRITE: { name: 'Act as people', lets: 'Begin sessions of your own people and keep chats; what the Telegram bot needs.' },
  ADMIN: { name: 'Everything', lets: 'All that an admin may do, also other keys and erasing people. Give it to machines you own.' },
};

/** What each kind of key is for. */
export const KINDS: Readonly<Record<ApiKeyKind, { readonly name: string; readonly lets: string }>> = {
  SERVER: { name: 'Server', lets: 'A secret of one of your servers. It carries scopes and must never stand in a web page.' },
  BROWSER: { name: 'Browser', lets: 'Stands in a web page and names the app only. It works from its origins, and is no secret.' },
};

/** When a key may end, in days; null: it does not end by itself. */
export const LIFETIMES: readonly (readonly [label: string, days: number | null])[] = [
  ['When it is revoked', null],
  ['In 7 days', 7],
  ['In 30 days', 30],
  ['In 90 days', 90],
  ['In a year', 365],
];
