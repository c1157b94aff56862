import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { may, Right } from '../../core/rights';
import { UploadPurpose } from '../../core/upload';
import { createUpload } from '../../flow/upload';
import { CopyUploadInput, CopyUploadPayload, CreateUploadInput, CreateUploadPayload } from '../../schema/upload';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { uploaderOf } from '../uploader';

/** Who may send a file is who may do what it is for; a person sends a history of their own. */
const NEEDED: Readonly<Record<UploadPurpose, Right>> = {
  [UploadPurpose.CATALOGUE]: Right.CATALOGUE_WRITE,
  [UploadPurpose.POSTER]: Right.CATALOGUE_WRITE,
  [UploadPurpose.HISTORY]: Right.EVENTS_WRITE,
  [UploadPurpose.OFFERS]: Right.OFFERS_WRITE,
};

@Resolver()
export class UploadResolver {
  @Mutation(() => CreateUploadPayload, { description: 'Asks for an address to send a file to; it is kept for a day unless it is used.' })
  createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'The file.' }) input: CreateUploadInput,
    @Ctx() context: Context,
  ): Promise<CreateUploadPayload> {
    const isOwn = input.purpose === UploadPurpose.HISTORY && may(context.caller, Right.OWN);
    if (!isOwn) requireRight(context, NEEDED[input.purpose]);
    const { database, clock } = context.house;
    return withUserErrors(() => createUpload(database.db, { owner: uploaderOf(context), input, now: clock() }), {
      upload: null,
      url: null,
      expiresAt: null,
    });
  }

  @Mutation(() => CopyUploadPayload, {
    description: 'Copies a file from S3 to where files lie that were sent, for `importCatalogue` or `importOffers`.',
  })
  copyUpload(
    @Arg('input', () => CopyUploadInput, { description: 'The file.' }) input: CopyUploadInput,
    @Ctx() context: Context,
  ): Promise<CopyUploadPayload> {
    requireRight(context, NEEDED[input.purpose]);
    const { fromS3, clock } = context.house;
    const asked = { owner: actorOf(context), purpose: input.purpose, url: input.s3Url, now: clock };
    return withUserErrors(async () => ({ upload: await fromS3(asked) }), { upload: null });
  }
}
