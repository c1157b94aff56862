import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Right } from '../../core/rights';
import { queueGenome } from '../../flow/import-genome';
import { GenomeType, ImportGenomeInput } from '../../schema/genome';
import { JobPayload } from '../../schema/job';
import { countGenomes, genomeTags } from '../../store/genome';
import { jobById } from '../../store/jobs';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

@Resolver()
export class GenomeResolver {
  @Query(() => GenomeType, { description: 'How much of the catalogue has a tag genome, by which blends can go.' })
  async genome(@Ctx() context: Context): Promise<GenomeType> {
    requireRight(context, Right.CATALOGUE_READ_ALL);
    const { db } = context.house.database;
    const [titles, tags] = await Promise.all([countGenomes(db), genomeTags(db)]);
    return { titles, tags: tags.length };
  }

  @Mutation(() => JobPayload, {
    description:
      'Puts a tag genome in the place of the one before, in the background, whole or not at all. The result of the job tells `titles`, `tags`, `incomplete` films with how many tags they have, `unknownTitles` and `badRows` with their `problems`.',
  })
  importGenome(
    @Arg('input', () => ImportGenomeInput, { description: 'The files.' }) input: ImportGenomeInput,
    @Ctx() context: Context,
  ): Promise<JobPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const actor = actorOf(context);
    const { db } = context.house.database;
    const start = async () => {
      const files = {
        scoresUploadId: rowId(input.scoresUploadId, 'input.scoresUploadId'),
        tagsUploadId: rowId(input.tagsUploadId, 'input.tagsUploadId'),
      };
      return { job: await jobById(db, await queueGenome(db, { actor, ...files })) };
    };
    return withUserErrors(start, { job: null });
  }
}
