import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HistoryImport } from '../../core/history-import';
import { Right } from '../../core/rights';
import { answerHistoryImport, type HistoryActing, importHistory } from '../../flow/history-import';
import { correctRow, deleteHistoryImport, leaveOutRows } from '../../flow/history-review';
import { sampleHistory } from '../../flow/history-sample';
import { DeleteHistoryImportPayload, HistoryImportConnection, HistoryImportPayload, HistoryImportType } from '../../schema/history-import';
import { AnswerHistoryImportInput, CorrectRowInput, ImportHistoryInput, LeaveOutRowsInput } from '../../schema/history-import-input';
import { type Connection, TablePageArgs } from '../../schema/page';
import type { Db } from '../../store/database';
import { countHistoryImports, historyImportOf, historyImportsPage } from '../../store/history-imports';
import { outsiderOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { rowId, subjectOf, titleIdOf } from '../subject';
import { uploaderOf } from '../uploader';

const WHO = 'Whose; none: the viewer’s own. Only callers who may write for others name somebody.';
const WHOSE = 'Whose; none: the viewer’s own. Only callers who may look into people name somebody.';
const NO_IMPORT = { historyImport: null };

@Resolver()
export class HistoryImportResolver {
  @Query(() => HistoryImportType, {
    nullable: true,
    description: 'The import of a history; null for another person’s, as for an id that is none.',
  })
  async historyImport(
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHOSE }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<HistoryImport | null> {
    const subject = await subjectOf(context, userId, { right: Right.USERS_READ });
    return historyImportOf(context.house.database.db, subject, rowId(id, 'id'));
  }

  @Query(() => HistoryImportConnection, { description: 'The histories that somebody brought from elsewhere, the newest first.' })
  async historyImports(
    @Arg('userId', () => ID, { nullable: true, description: WHOSE }) userId: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<HistoryImport>> {
    const { db } = context.house.database;
    const subject = await subjectOf(context, userId, { right: Right.USERS_READ });
    return connectionFrom(await historyImportsPage(db, subject, pageFrom(page)), () => countHistoryImports(db, subject));
  }

  @Mutation(() => HistoryImportPayload, {
    description:
      'Makes a past of a viewing history that was sent: the download of a streaming service in any language. It goes on in the background, asks what the file leaves open, and counts all at once when it is done. The same rows never count twice.',
  })
  importHistory(
    @Arg('input', () => ImportHistoryInput, { description: 'The file.' }) input: ImportHistoryInput,
    @Ctx() context: Context,
  ): Promise<HistoryImportPayload> {
    const { uploadId, profile = null, dateOrder = null, timeZone = null } = input;
    return changed(context, input.userId, (db, acting) => {
      // While the file is read: whoever brings a history blends it next.
      context.house.blender.prepare();
      return importHistory(db, acting, {
        ...{ profile, dateOrder, timeZone },
        owner: uploaderOf(context),
        uploadId: rowId(uploadId, 'input.uploadId'),
      });
    });
  }

  @Mutation(() => HistoryImportPayload, { description: 'Answers what an import asks; it goes on then.' })
  answerHistoryImport(
    @Arg('input', () => AnswerHistoryImportInput, { description: 'The answer.' }) input: AnswerHistoryImportInput,
    @Ctx() context: Context,
  ): Promise<HistoryImportPayload> {
    const { id, profile = null, dateOrder = null } = input;
    return changed(context, input.userId, (db, acting) =>
      answerHistoryImport(db, acting, { id: rowId(id, 'input.id'), profile, dateOrder }),
    );
  }

  @Mutation(() => HistoryImportPayload, {
    description: 'Says which title a row means, and so all rows of its name: they count as that one from now on.',
  })
  correctRow(
    @Arg('input', () => CorrectRowInput, { description: 'The row and the title.' }) input: CorrectRowInput,
    @Ctx() context: Context,
  ): Promise<HistoryImportPayload> {
    const { number, alike } = input;
    return changed(context, input.userId, async (db, acting) =>
      correctRow(db, acting, {
        ...{ number, alike },
        importId: rowId(input.importId, 'input.importId'),
        titleId: input.titleId == null ? null : await titleIdOf(context, input.titleId, 'input.titleId'),
      }),
    );
  }

  @Mutation(() => HistoryImportPayload, { description: 'Leaves rows out, so that they count for nothing, or lets them count again.' })
  leaveOutRows(
    @Arg('input', () => LeaveOutRowsInput, { description: 'The rows.' }) input: LeaveOutRowsInput,
    @Ctx() context: Context,
  ): Promise<HistoryImportPayload> {
    const { numbers = null, name = null, leftOut } = input;
    return changed(context, input.userId, (db, acting) =>
      leaveOutRows(db, acting, { importId: rowId(input.importId, 'input.importId'), numbers, name, leftOut }),
    );
  }

  @Mutation(() => HistoryImportPayload, {
    description: 'Gives somebody a past of twenty films and shows drawn at random, to try it; delete it like any other.',
  })
  sampleHistory(
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<HistoryImportPayload> {
    return changed(context, userId, sampleHistory);
  }

  @Mutation(() => DeleteHistoryImportPayload, {
    description:
      'Takes an import out with all that it brought; nothing of it counts any more. What was said of names is remembered for the next one.',
  })
  async deleteHistoryImport(
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: WHO }) userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<DeleteHistoryImportPayload> {
    const acting = await actingOf(context, userId);
    const take = async () => {
      await deleteHistoryImport(context.house.database.db, acting, rowId(id, 'id'));
      return { deleted: true };
    };
    return withUserErrors(take, { deleted: false });
  }
}

async function actingOf(context: Context, userId: string | null | undefined): Promise<HistoryActing> {
  const subject = await subjectOf(context, userId, { right: Right.EVENTS_WRITE });
  return { userId: subject, actor: outsiderOf(context), now: context.house.clock() };
}

async function changed(
  context: Context,
  userId: string | null | undefined,
  change: (db: Db, acting: HistoryActing) => Promise<HistoryImport>,
): Promise<HistoryImportPayload> {
  const acting = await actingOf(context, userId);
  return withUserErrors(async () => ({ historyImport: await change(context.house.database.db, acting) }), NO_IMPORT);
}
