import { randomUUID } from 'node:crypto';
import type { Db } from '../../store/database';
import { ask, fieldOf } from './graphql';

/** A play as tests put it straight into the log: a whole one just as it was told, unless it says how many seconds were played. */
export interface AddedPlay {
  readonly titleId: number;
  readonly at: string;
  readonly seconds?: number;
  readonly playId?: string;
  readonly importId?: number;
  /** Of an import: false where only the day is known. */
  readonly timed?: boolean;
  readonly mediaSeconds?: number;
}

/** Adds plays to a person's log, and the rows of the imports that they come from. */
export async function addPlays(db: Db, userId: number, plays: readonly AddedPlay[]): Promise<void> {
  for (const [at, play] of plays.entries()) {
    const id = randomUUID();
    const played = play.seconds === undefined ? null : play.seconds;
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "playId", "fromSeconds", "toSeconds", "mediaSeconds", "importId")
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, played === null ? 'COMPLETED' : 'WATCH_INTERVAL', userId, play.titleId, play.at, play.playId ?? null],
        ...[played === null ? null : 0, played, play.mediaSeconds ?? null, play.importId ?? null],
      ],
    );
    if (play.importId === undefined) continue;
    await db.query(
      `insert into history_rows ("importId", number, "userId", text, name, "occurredAt", timed, fate, "titleId", "eventId")
       values ($1, (select count(*) + 1 from history_rows where "importId" = $1), $2, $3, 'Name', $4, $5, 'SURE', $6, $7)`,
      [play.importId, userId, `Row ${at + 1}`, play.at, play.timed ?? false, play.titleId, id],
    );
  }
}

/** An import of a history that is done; `addPlays` gives it rows. */
export async function anImport(db: Db, userId: number): Promise<number> {
  const [row] = await db.query(
    `insert into history_imports ("userId", "fileName", state) values ($1, 'history.csv', 'DONE') returning id`,
    [userId],
  );
  return row.id;
}

interface Sums {
  readonly plays: number;
  readonly seconds: number;
}
interface ToldTitle extends Sums {
  readonly title: { readonly id: string };
}

/** Insights as tests read them. */
export interface ToldInsights extends Sums {
  readonly titles: number;
  readonly timeZone: string;
  readonly people: readonly {
    readonly userId: string;
    readonly seconds: number;
    readonly playCount: number;
    readonly titles: number;
    readonly unknownSeconds: number;
    readonly untimedPlays: number;
    readonly kinds: readonly (Sums & { readonly kind: string; readonly titles: number })[];
    readonly shows: readonly (ToldTitle & { readonly firstAt: string; readonly lastAt: string })[] | null;
    readonly films: readonly ToldTitle[] | null;
    readonly actors: readonly (Sums & { readonly name: string; readonly titles: number })[] | null;
    readonly genres: readonly (Sums & { readonly genre: string; readonly titles: number })[];
    readonly months: readonly (Sums & { readonly from: string })[] | null;
    readonly weekdays: readonly (Sums & { readonly weekday: number })[] | null;
    readonly hours: readonly (Sums & { readonly hour: number })[] | null;
    readonly binges: readonly (ToldTitle & { readonly at: string })[] | null;
    readonly first: { readonly title: { readonly id: string }; readonly occurredAt: string; readonly text: string | null } | null;
    readonly last: { readonly title: { readonly id: string } } | null;
    readonly plays: { readonly totalCount: number; readonly nodes: readonly ToldPlay[] } | null;
  }[];
  readonly shared: {
    readonly agreed: boolean;
    readonly titleCount: number | null;
    readonly titles: readonly { readonly id: string }[] | null;
    readonly topTitle: { readonly id: string } | null;
    readonly genres: readonly {
      readonly genre: string;
      readonly seconds: number;
      readonly people: readonly { readonly seconds: number }[];
    }[];
    readonly topGenre: string | null;
    readonly distance: number | null;
  } | null;
}

export interface ToldPlay {
  readonly title: { readonly id: string };
  readonly occurredAt: string;
  readonly timed: boolean;
  readonly seconds: number | null;
  readonly importId: string | null;
  readonly number: number | null;
  readonly text: string | null;
}

const PLAY = 'title { id } occurredAt timed seconds importId number text';
const INSIGHTS = `{ seconds plays titles timeZone
  people { userId seconds playCount titles unknownSeconds untimedPlays kinds { kind plays seconds titles }
    shows { title { id } plays seconds firstAt lastAt } films { title { id } plays seconds } actors { name plays seconds titles }
    genres { genre plays seconds titles } months { from plays seconds } weekdays { weekday plays seconds } hours { hour plays seconds }
    binges { title { id } at plays seconds } first { title { id } occurredAt text } last { title { id } }
    plays(first: 20) { totalCount nodes { ${PLAY} } } }
  shared { agreed titleCount titles { id } topTitle { id } genres { genre seconds people { seconds } } topGenre distance } }`;

type Headers = Readonly<Record<string, string>>;
type Input = Readonly<Record<string, unknown>>;

/** Insights as whoever sends these headers gets them. Throws with the whole answer where there are none. */
export async function insightsFor(url: string, headers: Headers, input: Input = {}): Promise<ToldInsights> {
  return fieldOf(await askInsights(url, headers, input), 'insights');
}

/** The whole answer, for those that are refused. */
export function askInsights(url: string, headers: Headers, input: Input = {}) {
  return ask(url, `query ($input: InsightsInput!) { insights(input: $input) ${INSIGHTS} }`, { headers, variables: { input } });
}

/** The plays behind a total, all of them, of the viewer or of whom `input` names. */
export async function playsBehind(url: string, headers: Headers, of: Input, input: Input = {}): Promise<readonly ToldPlay[]> {
  const query = `query ($input: InsightsInput!, $of: PlayFilter, $after: String) { insights(input: $input) { people {
    plays(of: $of, first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${PLAY} } } } } }`;
  const found: ToldPlay[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await ask(url, query, { headers, variables: { input, of, after } });
    const { people } = fieldOf<{
      people: { plays: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: ToldPlay[] } }[];
    }>(answer, 'insights');
    const page = people[0]?.plays;
    if (page === undefined) throw new Error(answer.text);
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      if (page.totalCount !== found.length) throw new Error(`${found.length} plays came of ${page.totalCount}.`);
      return found;
    }
    after = page.pageInfo.endCursor;
  }
}
