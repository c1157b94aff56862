import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EngineName } from '../../core/recommendation';
import { type Described, type SharedFacts, sharedFacts } from '../../core/shared-facts';
import { type Title, TitleKind } from '../../core/title';
import { SharedFactsType, SimilarTitleType } from '../../schema/title';
import type { Context } from '../context';

/** A title that resembles `of`. */
interface Similar {
  readonly title: Title;
  readonly of: Title;
  readonly engine: EngineName;
  /** Of every title of the list, by its id. */
  readonly audiences: () => Promise<ReadonlyMap<number, number>>;
}

/** What both share; the audience is counted when it is asked for. */
interface Shared extends SharedFacts {
  readonly audience: () => Promise<number | null>;
}

@Resolver(() => SimilarTitleType)
export class SimilarTitleResolver {
  @FieldResolver(() => EngineName, { description: 'The engine that found it.' })
  engine(@Root() { engine }: Similar): EngineName {
    return engine;
  }

  @FieldResolver(() => SharedFactsType, { description: 'Why it resembles the other: what both have in common.' })
  async shared(@Root() { title, of, audiences }: Similar, @Ctx() context: Context): Promise<Shared> {
    const [one, other] = await Promise.all([describedAsListed(context, of), described(context, title)]);
    return { ...sharedFacts(one, other), audience: async () => (await audiences()).get(title.id) ?? null };
  }
}

/** Lists know an episode as its show only, and so does what resembles it. */
async function describedAsListed(context: Context, title: Title): Promise<Described> {
  const show = title.kind === TitleKind.EPISODE && title.parentId !== null ? await context.loaders.title.load(title.parentId) : null;
  return described(context, show ?? title);
}

async function described({ loaders }: Context, { id, genres }: Title): Promise<Described> {
  const [tags, credits] = await Promise.all([loaders.tags.load(id), loaders.credits.load(id)]);
  return { genres, tags, credits };
}
