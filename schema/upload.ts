import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { UploadPurpose, UploadState } from '../core/upload';
import { Payload } from './error';

@InputType({ description: 'A file that is about to be sent.' })
export class CreateUploadInput {
  @Field(() => UploadPurpose, { description: 'What it is for.' })
  readonly purpose: UploadPurpose;

  @Field(() => String, { description: 'Its name, with folders where it stands in some: `ml-latest-small/movies.csv`.' })
  readonly name: string;

  @Field(() => Float, {
    description: 'How many bytes it has, exactly: catalogue 512 MB, offers 256 MB, history 50 MB, poster 5 MB at most.',
  })
  readonly bytes: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its media type, which the PUT must name too; left out: `application/octet-stream`.',
  })
  readonly type?: string | null;
}

@ObjectType('Upload', { description: 'A file that was announced, and whether it has come.', simpleResolvers: true })
export class UploadType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => UploadState, { description: 'Where it stands.' })
  readonly state: UploadState;

  @Field(() => UploadPurpose, { description: 'What it is for.' })
  readonly purpose: UploadPurpose;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => Float, { description: 'How many bytes it has.' })
  readonly bytes: number;

  @Field(() => GraphQLDateTime, { description: 'When it goes, unless something works with it.' })
  readonly expiresAt: Date;
}

@ObjectType({ description: 'Where to send a file.', simpleResolvers: true })
export class CreateUploadPayload extends Payload {
  @Field(() => UploadType, { nullable: true, description: 'The file that is expected.' })
  readonly upload: UploadType | null;

  @Field(() => String, {
    nullable: true,
    description: 'A path of this server for one PUT of the bytes as they are, by whoever asked for it. It holds a secret.',
  })
  readonly url: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the address ends: after 15 minutes.' })
  readonly expiresAt: Date | null;
}
