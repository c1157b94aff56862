import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('Genome', { description: 'The tag genome: how relevant each of a list of tags is to each title.', simpleResolvers: true })
export class GenomeType {
  @Field(() => Int, { description: 'How many titles have one; 0: none was imported.' })
  readonly titles: number;

  @Field(() => Int, { description: 'How many tags it has.' })
  readonly tags: number;
}

@InputType({
  description:
    'The two files of a tag genome as MovieLens writes them, sent by `createUpload` for CATALOGUE; gzip may have compressed them.',
})
export class ImportGenomeInput {
  @Field(() => ID, {
    description: 'genome-scores.csv with the columns movieId, tagId and relevance, 0 to 1; films are found by `movielens:<movieId>`.',
  })
  readonly scoresUploadId: string;

  @Field(() => ID, { description: 'genome-tags.csv with the columns tagId and tag.' })
  readonly tagsUploadId: string;
}
