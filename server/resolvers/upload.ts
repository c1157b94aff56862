import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Right } from '../../core/rights';
import { UploadPurpose } from '../../core/upload';
import { createUpload } from '../../flow/upload';
import { CreateUploadInput, CreateUploadPayload } from '../../schema/upload';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

/** Who may send a file is who may do what it is for. */
const NEEDED: Readonly<Record<UploadPurpose, Right>> = {
  [UploadPurpose.CATALOGUE]: Right.CATALOGUE_WRITE,
  [UploadPurpose.POSTER]: Right.CATALOGUE_WRITE,
  [UploadPurpose.HISTORY]: Right.EVENTS_WRITE,
};

@Resolver()
export class UploadResolver {
  @Mutation(() => CreateUploadPayload, { description: 'Asks for an address to send a file to; it is kept for a day unless it is used.' })
  createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'The file.' }) input: CreateUploadInput,
    @Ctx() context: Context,
  ): Promise<CreateUploadPayload> {
    requireRight(context, NEEDED[input.purpose]);
    const { database, clock } = context.house;
    return withUserErrors(() => createUpload(database.db, { owner: actorOf(context), input, now: clock() }), {
      upload: null,
      url: null,
      expiresAt: null,
    });
  }
}
