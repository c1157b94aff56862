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

@InputType({ description: 'A file that lies in S3.' })
export class CopyUploadInput {
  @Field(() => UploadPurpose, { description: 'What it is for: CATALOGUE or OFFERS.' })
  readonly purpose: UploadPurpose;

  @Field(() => String, {
    description: '`s3://bucket/key`, in a bucket that the server may read; what ends in `.gz` is unpacked on its way.',
  })
  readonly s3Url: string;
}

@ObjectType({ description: 'A file that came from S3.', simpleResolvers: true })
export class CopyUploadPayload extends Payload {
  @Field(() => UploadType, { nullable: true, description: 'The file, as if it had been sent here.' })
  readonly upload: UploadType | null;
}
