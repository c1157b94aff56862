import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ChangeSet } from '../../core/change-set';
import { badInput, ErrorCode } from '../../core/errors';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import type { BulkChange } from '../../core/title-bulk';
import { queueUndo, undoChangeSet } from '../../flow/change-set';
import { changeTitles, MOST_AT_ONCE, previewBulk, queueBulk } from '../../flow/title-bulk';
import {
  ChangeSetConnection,
  ChangeSetType,
  ChangeTitlesInput,
  ChangeTitlesPayload,
  type TitleChangeInput,
  UndoChangeSetPayload,
} from '../../schema/change-set';
import { type Connection, TablePageArgs } from '../../schema/page';
import { changeSetById, changeSetsPage, countChangeSets } from '../../store/change-sets';
import { jobById } from '../../store/jobs';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';
import { changeableFilter } from '../title-filter';

const MOST_KEPT = 1_000;
const NOTHING_CHANGED = { count: null, sample: [], changeSet: null, job: null };
const NOTHING_UNDONE = { restored: 0, kept: [], changeSet: null, job: null };

@Resolver(() => ChangeSetType)
export class ChangeSetResolver {
  @Query(() => ChangeSetConnection, { description: 'Bulk changes, imports and undos of the catalogue, newest first.' })
  async changeSets(@Args(() => TablePageArgs) page: TablePageArgs, @Ctx() context: Context): Promise<Connection<ChangeSet>> {
    requireRight(context, Right.CATALOGUE_READ_ALL);
    const { db } = context.house.database;
    return connectionFrom(await changeSetsPage(db, pageFrom(page)), () => countChangeSets(db));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Their name; null for the server itself, and for who is gone.' })
  actorName(@Root() { actor }: ChangeSet, @Ctx() { loaders }: Context): Promise<string | null> | null {
    return actor === 'system' ? null : loaders.actorName.load(actor);
  }

  @Mutation(() => ChangeTitlesPayload, {
    description: 'Makes one change to many titles, all of them or none: first a dry run, then for good with its count. It can be undone.',
  })
  changeTitles(
    @Arg('input', () => ChangeTitlesInput, { description: 'Which titles, and what is done.' }) input: ChangeTitlesInput,
    @Ctx() context: Context,
  ): Promise<ChangeTitlesPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    const { db } = database;
    const counted = async () => previewBulk(db, { filter: await changeableFilter(context, input), change: changeOf(input.change) });
    return withUserErrors(
      async () => {
        if (input.dryRun) return { ...NOTHING_CHANGED, ...(await counted()) };
        const expectedCount = input.expectedCount ?? null;
        if (expectedCount === null) throw badInput('input.expectedCount', 'The number of titles is missing.', 'the count of a dry run');
        const asked = {
          actor: actorOf(context),
          filter: await changeableFilter(context, input),
          change: changeOf(input.change),
          expectedCount,
        };
        if (expectedCount > MOST_AT_ONCE)
          return { ...NOTHING_CHANGED, count: expectedCount, job: await jobById(db, await queueBulk(db, asked)) };
        const { changeSetId } = await changeTitles(db, { ...asked, now: clock() });
        return { ...NOTHING_CHANGED, count: expectedCount, changeSet: await changeSetById(db, changeSetId) };
      },
      async ({ code }) => (code === ErrorCode.CONFLICT ? { ...NOTHING_CHANGED, ...(await counted()) } : NOTHING_CHANGED),
    );
  }

  @Mutation(() => UndoChangeSetPayload, {
    description:
      'Brings titles back to what they were before a bulk change, an import or an undo, except those that somebody changed since.',
  })
  undoChangeSet(
    @Arg('id', () => ID, { description: 'The change set.' }) id: string,
    @Ctx() context: Context,
  ): Promise<UndoChangeSetPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    const { db } = database;
    return withUserErrors(async () => {
      const undoing = { actor: actorOf(context), id: rowId(id, 'id') };
      const set = await changeSetById(db, undoing.id);
      if (set !== null && set.undoneAt === null && set.titles > MOST_AT_ONCE)
        return { ...NOTHING_UNDONE, job: await jobById(db, await queueUndo(db, undoing)) };
      const { restored, kept, changeSetId } = await undoChangeSet(db, { ...undoing, now: clock() });
      return { ...NOTHING_UNDONE, restored, kept: kept.slice(0, MOST_KEPT), changeSet: await changeSetById(db, changeSetId) };
    }, NOTHING_UNDONE);
  }
}

/** Null empties the plain fields; of lists and of the state it means "not given". */
function changeOf({ category, certificate, availability, ...rest }: TitleChangeInput): BulkChange {
  const plain = Object.entries({ category, certificate, availability }).filter(([, value]) => value !== undefined);
  return { ...present(rest), ...Object.fromEntries(plain) };
}
