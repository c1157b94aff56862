interface Named {
  readonly source: string;
  readonly externalId: string;
  readonly name?: string | null;
}

/** How somebody is called here: by their name, else by what their source calls them. */
export function personName(person: Named): string {
  return person.name || referenceOf(person);
}

/** What an API takes for them: app:42. */
export function referenceOf({ source, externalId }: Named): string {
  return `${source}:${externalId}`;
}

/** Sources as people say them. */
export function sourceName(source: string): string {
  return SOURCES[source] ?? source;
}

const SOURCES: Readonly<Record<string, string>> = {
  app: 'Your app',
  session: 'Anonymous session',
  demo: 'Demo account',
  movielens: 'MovieLens',
};
