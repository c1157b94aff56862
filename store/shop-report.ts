import type { ShopActionKind } from '../core/shop/action';
import type { ActionReport } from '../core/shop/report';
import type { Db } from './database';

interface Asked {
  readonly since: Date;
  readonly until: Date;
  /** Null: all of them. */
  readonly shopId: number | null;
  /** Whether to count whom lists were shown to, which concerns all shops. */
  readonly withShown: boolean;
}

interface Counted {
  readonly by: number;
  readonly kind: ShopActionKind | null;
  readonly modelId: number | null;
  readonly mood: string | null;
  readonly actions: number;
  readonly people: number;
}

/** As `grouping(kind, "modelId", mood)` tells it: a bit for what a row is not grouped by. */
const BY = { all: 0b111, kind: 0b011, model: 0b101, mood: 0b110 } as const;

/** What people did at shops in a time, by when it was told; and whom each model showed a list in that time. */
export async function actionReport(db: Db, { since, until, shopId, withShown }: Asked): Promise<ActionReport> {
  const rows = await db.query<Counted[]>(
    `select grouping(kind, "modelId", mood) as by, kind, "modelId", mood, count(*) as actions,
       count(distinct coalesce(users."mergedIntoId", users.id)) as people
     from shop_actions join users on users.id = "userId"
     where "receivedAt" > $1 and "receivedAt" <= $2 and ($3::bigint is null or "shopId" = $3)
     group by grouping sets ((), (kind), ("modelId"), (mood)) order by actions desc, kind, "modelId", mood`,
    [since, until, shopId],
  );
  const shown = withShown ? await peopleShown(db, since, until) : null;
  const of = (by: number): readonly Counted[] => rows.filter((row) => row.by === by);
  const [all] = of(BY.all);
  const counts = ({ actions, people }: Pick<Counted, 'actions' | 'people'>) => ({ actions, people });
  const acted = of(BY.model).map((row) => ({ ...counts(row), modelId: row.modelId, peopleShown: shown?.models.get(row.modelId) ?? null }));
  const idle = [...(shown?.models ?? [])].filter(([modelId]) => !acted.some((row) => row.modelId === modelId));
  return {
    ...{ since, until },
    ...counts(all ?? { actions: 0, people: 0 }),
    peopleShown: shown?.all ?? null,
    byKind: of(BY.kind).map((row) => ({ ...counts(row), kind: row.kind as ShopActionKind, peopleShown: shown?.all ?? null })),
    byModel: [...acted, ...idle.map(([modelId, people]) => ({ modelId, actions: 0, people: 0, peopleShown: people }))],
    byMood: of(BY.mood).map((row) => ({ ...counts(row), mood: row.mood, peopleShown: null })),
  };
}

/** Whoever was shown a list was shown its first place. */
async function peopleShown(
  db: Db,
  since: Date,
  until: Date,
): Promise<{ readonly all: number; readonly models: ReadonlyMap<number | null, number> }> {
  const rows = await db.query<{ all: number; modelId: number | null; people: number }[]>(
    `select grouping("modelId") as all, "modelId", count(distinct "userId") as people from served
     where "servedAt" > $1 and "servedAt" <= $2 and "userId" is not null and rank = 1 group by grouping sets ((), ("modelId")) order by "modelId"`,
    [since, until],
  );
  return {
    all: rows.find(({ all }) => all === 1)?.people ?? 0,
    models: new Map(rows.flatMap(({ all, modelId, people }) => (all === 1 ? [] : [[modelId, people] as const]))),
  };
}
