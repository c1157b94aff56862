import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Block, BlockKind, blockedWord } from '../../core/block';
import { Right } from '../../core/rights';
import type { Title } from '../../core/title';
import { removeBlock, saveBlock } from '../../flow/block';
import { BlockInput, BlockType, RemoveBlockPayload, SaveBlockInput, SaveBlockPayload } from '../../schema/block';
import { TitleType } from '../../schema/title';
import { allBlocks, countsOfBlocks } from '../../store/blocks';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { titleIdOf } from '../subject';

@Resolver(() => BlockType)
export class BlockResolver {
  @Query(() => [BlockType], {
    description: 'Everything that operators keep out of lists, at most 1,000: titles, then tags, then genres, the newest first.',
  })
  async blocks(@Ctx() context: Context): Promise<readonly BlockType[]> {
    requireRight(context, Right.CATALOGUE_READ_ALL);
    return counted(context, await allBlocks(context.house.database.db));
  }

  @Mutation(() => SaveBlockPayload, {
    description: 'Keeps a title, a genre or a tag out of every list of everybody, at once. Saving it again changes the reason.',
  })
  saveBlock(
    @Arg('input', () => SaveBlockInput, { description: 'What, and why.' }) input: SaveBlockInput,
    @Ctx() context: Context,
  ): Promise<SaveBlockPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    const [actor, at] = [actorOf(context), clock()];
    const save = async () => {
      const named = { kind: input.kind, value: await namedValue(context, input) };
      const block = await saveBlock(database.db, { ...named, reason: input.reason?.trim() || null, actor, at });
      const [told = null] = await counted(context, [block]);
      return { block: told };
    };
    return withUserErrors(save, { block: null });
  }

  @Mutation(() => RemoveBlockPayload, { description: 'Lets lists hold again what was blocked.' })
  removeBlock(
    @Arg('input', () => BlockInput, { description: 'Which block.' }) input: BlockInput,
    @Ctx() context: Context,
  ): Promise<RemoveBlockPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const actor = actorOf(context);
    const remove = async () => {
      await removeBlock(context.house.database.db, { kind: input.kind, value: await namedValue(context, input, { exact: true }), actor });
      return { removed: true };
    };
    return withUserErrors(remove, { removed: false });
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null for a genre or tag, and where it is there no more.' })
  title(@Root() { kind, value }: Block, @Ctx() context: Context): Promise<Title | null> | null {
    return kind === BlockKind.TITLE ? context.loaders.title.load(Number(value)) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name of who set it; null for one that is gone.' })
  actorName(@Root() { actor }: Block, @Ctx() context: Context): Promise<string | null> {
    return context.loaders.actorName.load(actor);
  }
}

/** A title that was merged keeps its block, so `exact` takes the id of one as it stands. */
async function namedValue(context: Context, { kind, value }: BlockInput, { exact = false } = {}): Promise<string> {
  if (kind !== BlockKind.TITLE) return blockedWord(value, 'input.value');
  if (exact && /^[1-9][0-9]{0,15}$/.test(value)) return value;
  return String(await titleIdOf(context, value, 'input.value'));
}

async function counted({ house }: Context, blocks: readonly Block[]): Promise<readonly BlockType[]> {
  const counts = await countsOfBlocks(house.database.db, blocks);
  return blocks.map((block, at) => ({ ...block, titles: counts[at] ?? 0 }));
}
