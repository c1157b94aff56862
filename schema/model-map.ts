import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { TitleType } from './title';

@ObjectType('MapPoint', { description: 'A title on the map of a model.', simpleResolvers: true })
export class MapPointType {
  @Field(() => TitleType, { description: 'The title.' })
  readonly title: TitleType;

  @Field(() => Float, { description: 'Where it lies along the first component.' })
  readonly x: number;

  @Field(() => Float, { description: 'Where it lies along the second component.' })
  readonly y: number;

  @Field(() => Int, { description: 'People who like it.' })
  readonly popularity: number;
}

@ObjectType('ModelMap', {
  description:
    'Titles in two dimensions: their factors along the two principal components of what people like. What lies close is liked by the same people, as far as two dimensions can tell.',
  simpleResolvers: true,
})
export class ModelMapType {
  @Field(() => ID, { description: 'The model.' })
  readonly modelId: number;

  @Field(() => Int, { description: 'Titles that the model has factors of.' })
  readonly titles: number;

  @Field(() => [Float], { description: 'Share of all difference between what people like that each of the two dimensions tells, 0 to 1.' })
  readonly explained: readonly number[];
}
