import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../core/errors';
import {
  type InspectedTitle,
  type ReadTitle,
  type ScorePart,
  strongestParts,
  type TitleVerdict,
  type Variety,
} from '../../core/inspection';
import { compareLists, type ListMove } from '../../core/list-comparison';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import type { InspectedList } from '../../flow/inspect';
import {
  InspectedTitleType,
  InspectInput,
  InspectionType,
  ListComparisonType,
  ListMoveType,
  ReadTitleType,
  ScorePartType,
  TitleVerdictType,
  VarietyType,
} from '../../schema/inspection';
import { ModelType } from '../../schema/model';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { listRequest } from '../list-request';
import { requireRight } from '../rights';
import { namedUser, rowId, titleIdsOf } from '../subject';

const PARTS = 8;
const PAST = 200;

@Resolver(() => InspectionType)
export class InspectionResolver {
  @Query(() => InspectionType, {
    description:
      'Takes a list apart: what was added up for each place, what moved it, what kept others out, and how it changes with another model or without a part of the past.',
  })
  async inspect(
    @Arg('input', () => InspectInput, { description: 'Which list.' }) input: InspectInput,
    @Ctx() context: Context,
  ): Promise<InspectedList> {
    requireRight(context, Right.RECOMMENDATIONS_READ);
    requireRight(context, Right.USERS_READ);
    const { userId, titleIds = [], list = {}, modelId, withoutHistoryOf = [], about = [], first = 20 } = present(input);
    const [likedIds, withoutIds, aboutIds] = await Promise.all([
      titleIdsOf(context, titleIds, 'input.titleIds'),
      titleIdsOf(context, withoutHistoryOf, 'input.withoutHistoryOf'),
      titleIdsOf(context, about, 'input.about'),
    ]);
    return context.house.inspector.inspect({
      list: { ...(await listRequest(context, { ...list, userId: null })), userId: await personOf(context, userId) },
      likedIds,
      withoutIds,
      aboutIds,
      modelId: modelId === undefined ? null : rowId(modelId, 'input.modelId'),
      first,
    });
  }

  @FieldResolver(() => ModelType, { nullable: true, description: 'The model that ranked it; null where none did.' })
  model(@Root() { modelId }: InspectedList, @Ctx() context: Context) {
    return modelId === null ? null : context.loaders.model.load(modelId);
  }

  @FieldResolver(() => [ReadTitleType], { description: 'The past as the engine reads it, the surest first.' })
  past(
    @Root() { past }: InspectedList,
    @Arg('first', () => Int, { defaultValue: PAST, description: 'At most so many titles.' }) first: number,
  ): readonly ReadTitle[] {
    return past.slice(0, Math.max(0, first));
  }

  @FieldResolver(() => Int, { description: 'How many titles of the past the engine reads.' })
  pastTitles(@Root() { past }: InspectedList): number {
    return past.length;
  }

  @FieldResolver(() => ListComparisonType, { description: 'The same list made otherwise, beside this one.' })
  async against(
    @Root() { request, items }: InspectedList,
    @Arg('modelId', () => ID, { nullable: true, description: 'Under this model; none: the same.' }) modelId: string | null | undefined,
    @Arg('withoutHistoryOf', () => [ID], { nullable: true, description: 'Also without these titles in the past.' })
    without: string[] | null | undefined,
    @Ctx() context: Context,
  ) {
    const withoutIds = [...request.withoutIds, ...(await titleIdsOf(context, without ?? [], 'withoutHistoryOf'))];
    const other = { ...request, withoutIds, ...(modelId ? { modelId: rowId(modelId, 'modelId') } : {}) };
    const inspection = await context.house.inspector.inspect(other);
    return { inspection, ...compareLists(items.map(idOf), inspection.items.map(idOf), request.first) };
  }
}

const idOf = ({ titleId }: { readonly titleId: number }): number => titleId;

async function personOf(context: Context, userId: string | undefined): Promise<number | null> {
  if (userId === undefined) return null;
  const id = await namedUser(context, userId, { right: Right.USERS_READ, field: 'input.userId' });
  if (id === null) throw notFound('input.userId', 'user');
  return id;
}

/** Everything that stands in an inspection and names a title. */
type Named = { readonly titleId: number | null };

function titleOf({ titleId }: Named, { loaders }: Context) {
  return titleId === null ? null : loaders.title.load(titleId);
}

@Resolver(() => InspectedTitleType)
export class InspectedTitleResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null when it is there no more.' })
  title(@Root() item: InspectedTitle, @Ctx() context: Context) {
    return titleOf(item, context);
  }

  @FieldResolver(() => [ScorePartType], {
    description: 'What was added up, the strongest first; weaker titles of the past come as one part.',
  })
  parts(
    @Root() { parts }: InspectedTitle,
    @Arg('most', () => Int, { defaultValue: PARTS, description: 'So many titles of the past are told one by one.' }) most: number,
  ): readonly ScorePart[] {
    return strongestParts(parts, Math.max(0, most));
  }
}

@Resolver(() => TitleVerdictType)
export class TitleVerdictResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that lists know: the show of an episode.' })
  title(@Root() verdict: TitleVerdict, @Ctx() context: Context) {
    return titleOf(verdict, context);
  }

  @FieldResolver(() => [ScorePartType], { description: 'What is added up for it, or would be.' })
  parts(
    @Root() { parts }: TitleVerdict,
    @Arg('most', () => Int, { defaultValue: PARTS, description: 'So many titles of the past are told one by one.' }) most: number,
  ): readonly ScorePart[] {
    return strongestParts(parts, Math.max(0, most));
  }
}

@Resolver(() => ScorePartType)
export class ScorePartResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title of the past that adds it; null where it is several, or none.' })
  title(@Root() part: ScorePart, @Ctx() context: Context) {
    return titleOf(part, context);
  }
}

@Resolver(() => VarietyType)
export class VarietyResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The most alike of those before it.' })
  like(@Root() { likeTitleId }: Variety, @Ctx() context: Context) {
    return titleOf({ titleId: likeTitleId }, context);
  }
}

@Resolver(() => ReadTitleType)
export class ReadTitleResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null when it is there no more.' })
  title(@Root() read: ReadTitle, @Ctx() context: Context) {
    return titleOf(read, context);
  }
}

@Resolver(() => ListMoveType)
export class ListMoveResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title.' })
  title(@Root() move: ListMove, @Ctx() context: Context) {
    return titleOf(move, context);
  }
}
