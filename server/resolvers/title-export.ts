import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { may, Right } from '../../core/rights';
import { DownloadPayload } from '../../schema/download';
import { TitleFilter as TitleFilterType } from '../../schema/title';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { titleFilterOf } from '../title-filter';

@Resolver()
export class TitleExportResolver {
  @Mutation(() => DownloadPayload, {
    description:
      'The titles that a filter holds as CSV, in the columns that an import reads. For whoever takes data out or changes the catalogue.',
  })
  exportTitles(
    @Arg('filter', () => TitleFilterType, { nullable: true, description: 'Which titles.' }) filter: TitleFilterType | null | undefined,
    @Ctx() context: Context,
  ): Promise<DownloadPayload> {
    if (!may(context.caller, Right.EXPORTS)) requireRight(context, Right.CATALOGUE_WRITE);
    return withUserErrors(
      async () => {
        const params = { filter: await titleFilterOf(context, filter) };
        return { download: context.house.downloads.offer({ kind: 'titles', params, owner: actorOf(context) }) };
      },
      { download: null },
    );
  }
}
