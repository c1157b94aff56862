import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../core/errors';
import { type Import, ImportState, type RowProblem } from '../../core/import';
import type { ColumnMapping } from '../../core/import-columns';
import type { ImportOptions } from '../../core/import-draft';
import type { Job } from '../../core/job';
import { Right } from '../../core/rights';
import { filesOf } from '../../flow/import-files';
import { previewImport } from '../../flow/import-preview';
import { discardImport, importCatalogue, undoImport } from '../../flow/import-start';
import { DownloadPayload } from '../../schema/download';
import {
  DiscardImportPayload,
  ImportConnection,
  ImportPayload,
  ImportProblemConnection,
  ImportProblemGroupType,
  ImportType,
} from '../../schema/import';
import {
  type ColumnMappingInput,
  ImportCatalogueInput,
  type ImportOptionsInput,
  PreviewImportInput,
  PreviewImportPayload,
} from '../../schema/import-preview';
import { JobType } from '../../schema/job';
import { type Connection, TablePageArgs } from '../../schema/page';
import { countProblems, type ProblemGroup, problemGroups, problemsPage } from '../../store/import-problems';
import { countImports, importById, importsPage } from '../../store/imports';
import { jobById } from '../../store/jobs';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const NO_IMPORT = { import: null };

@Resolver(() => ImportType)
export class ImportResolver {
  @Query(() => ImportConnection, { description: 'Imports of titles, newest first.' })
  async imports(
    @Arg('state', () => ImportState, { nullable: true, description: 'Only imports that stand there.' }) state:
      | ImportState
      | null
      | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Import>> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { db } = context.house.database;
    const only = state ?? null;
    return connectionFrom(await importsPage(db, { state: only, page: pageFrom(page) }), () => countImports(db, only));
  }

  @Query(() => ImportType, { nullable: true, description: 'One import; null where there is none.' })
  import(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() context: Context): Promise<Import | null> {
    requireRight(context, Right.CATALOGUE_WRITE);
    return importById(context.house.database.db, rowId(id, 'id'));
  }

  @Mutation(() => PreviewImportPayload, {
    description: 'Looks at files that were sent: what they are, and what titles their first rows would become.',
  })
  previewImport(
    @Arg('input', () => PreviewImportInput, { description: 'The files.' }) input: PreviewImportInput,
    @Ctx() context: Context,
  ): Promise<PreviewImportPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { db } = context.house.database;
    return withUserErrors(
      async () => {
        const actor = actorOf(context);
        const files = await filesOf(db, actor, uploadsOf(input.uploadIds));
        const mapping = input.mapping ? mappingOf(input.mapping) : null;
        return {
          preview: await previewImport(db, { actor, files, format: input.format ?? null, mapping, options: optionsOf(input.options) }),
        };
      },
      { preview: null },
    );
  }

  @Mutation(() => ImportPayload, {
    description: 'Imports titles from files that were sent, in the background and all at once; a dry run only tells what would be done.',
  })
  importCatalogue(
    @Arg('input', () => ImportCatalogueInput, { description: 'The files, and what their columns are.' }) input: ImportCatalogueInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    if (input.options?.ratings) requireRight(context, Right.EVENTS_WRITE);
    const asked = { actor: actorOf(context), format: input.format ?? null, dryRun: input.dryRun ?? false };
    return withUserErrors(async () => {
      const [uploadIds, mapping, options] = [uploadsOf(input.uploadIds), mappingOf(input.mapping), optionsOf(input.options)];
      return { import: await importCatalogue(context.house.database.db, { ...asked, uploadIds, mapping, options }) };
    }, NO_IMPORT);
  }

  @Mutation(() => ImportPayload, {
    description:
      'Undoes an import in the background: what it made is removed, what it changed is as before, where nobody changed it since.',
  })
  undoImport(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() context: Context): Promise<ImportPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const actor = actorOf(context);
    return withUserErrors(async () => ({ import: await undoImport(context.house.database.db, { actor, id: rowId(id, 'id') }) }), NO_IMPORT);
  }

  @Mutation(() => DiscardImportPayload, { description: 'Forgets an import that changed nothing, with its files.' })
  discardImport(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() context: Context): Promise<DiscardImportPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const actor = actorOf(context);
    return withUserErrors(
      async () => {
        await discardImport(context.house.database.db, { actor, id: rowId(id, 'id') });
        return { discarded: true };
      },
      { discarded: false },
    );
  }

  @Mutation(() => DownloadPayload, { description: 'The bad rows of an import as CSV, with what is wrong with each behind them.' })
  exportImportProblems(
    @Arg('importId', () => ID, { description: 'The import.' }) importId: string,
    @Ctx() context: Context,
  ): Promise<DownloadPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const owner = actorOf(context);
    const { database, downloads } = context.house;
    return withUserErrors(
      async () => {
        const id = rowId(importId, 'importId');
        if ((await importById(database.db, id)) === null) throw notFound('importId', 'import');
        return { download: downloads.offer({ kind: 'import-problems', params: { importId: id }, owner }) };
      },
      { download: null },
    );
  }

  @FieldResolver(() => JobType, { nullable: true, description: 'The job that runs it, or that undoes it; null before one does.' })
  job(@Root() { jobId, undoJobId }: Import, @Ctx() context: Context): Promise<Job | null> | null {
    const id = undoJobId ?? jobId;
    return id === null ? null : jobById(context.house.database.db, id);
  }

  @FieldResolver(() => ImportProblemConnection, { description: 'What is wrong with its rows, in the order of the file.' })
  async problems(
    @Root() { id }: Import,
    @Arg('field', () => String, { nullable: true, description: 'Only of this column.' }) field: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<RowProblem>> {
    const { db } = context.house.database;
    const of = { importId: id, field: field ?? null };
    return connectionFrom(await problemsPage(db, { ...of, page: pageFrom(page) }), () => countProblems(db, of));
  }

  @FieldResolver(() => [ImportProblemGroupType], {
    description: 'What is wrong with its rows, the most frequent first: at most 100 groups.',
  })
  problemGroups(@Root() { id }: Import, @Ctx() context: Context): Promise<readonly ProblemGroup[]> {
    return problemGroups(context.house.database.db, id);
  }
}

const uploadsOf = (ids: readonly string[]): readonly number[] => ids.map((id, index) => rowId(id, `input.uploadIds[${index}]`));

const mappingOf = (mapping: readonly ColumnMappingInput[]): readonly ColumnMapping[] =>
  mapping.map(({ column, field, source = null }) => ({ column, field, source }));

/** What was left out, or is null, is not chosen. */
function optionsOf(options: ImportOptionsInput | null | undefined): Partial<ImportOptions> {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== null && value !== undefined));
}
