import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Payload } from './error';

@ObjectType('Download', { description: 'A file to fetch.', simpleResolvers: true })
export class DownloadType {
  @Field(() => String, { description: 'A path of this server for a GET. It is signed for whoever asked, and needs no other credential.' })
  readonly url: string;

  @Field(() => GraphQLDateTime, { description: 'When the address ends: after 5 minutes.' })
  readonly expiresAt: Date;
}

@ObjectType({ description: 'Where to fetch a file.', simpleResolvers: true })
export class DownloadPayload extends Payload {
  @Field(() => DownloadType, { nullable: true, description: 'The file.' })
  readonly download: DownloadType | null;
}
