import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Ballot } from '../../core/blend/ballot';
import { TagSource } from '../../core/blend/blend';
import { badInput } from '../../core/errors';
import { reasonText } from '../../core/reason-text';
import { ReasonCode } from '../../core/recommendation';
import type { Title } from '../../core/title';
import { type BlendAnswer, type BlendedMember, type BlendedTitle, type BlendReason, MOST_BLENDED } from '../../flow/blend-list';
import { BlendBallotType, BlendMemberType, BlendReasonType, BlendTitleType, BlendType } from '../../schema/blend';
import { TitleType } from '../../schema/title';
import type { BlendView } from '../blend-view';
import type { Context } from '../context';

interface OfBlend {
  readonly answer: BlendAnswer;
  readonly readerId: number | null;
}
type Member = BlendedMember & OfBlend;
type Place = BlendedTitle & OfBlend;
type Because = BlendReason & OfBlend;

@Resolver(() => BlendType)
export class BlendEdgesResolver {
  @FieldResolver(() => [BlendMemberType], { description: 'Who is in it, who joined first first.' })
  async members(@Root() view: BlendView): Promise<readonly Member[]> {
    const answer = await view.answer();
    return answer.members.map((member) => ({ ...member, answer, readerId: view.readerId }));
  }

  @FieldResolver(() => [BlendTitleType], { description: 'The list, best first. ORIGINAL holds twenty at most.' })
  async titles(
    @Root() view: BlendView,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, up to 100.' }) first: number,
  ): Promise<readonly Place[]> {
    if (first < 0 || first > MOST_BLENDED) throw badInput('first', `first came as ${first}.`, `0 to ${MOST_BLENDED}`);
    const answer = await view.answer();
    return answer.titles.slice(0, first).map((title) => ({ ...title, answer, readerId: view.readerId }));
  }

  @FieldResolver(() => [BlendBallotType], { description: 'What members say of titles, the oldest first.' })
  async votes(@Root() view: BlendView): Promise<readonly Ballot[]> {
    return (await view.answer()).ballots;
  }

  @FieldResolver(() => TagSource, { nullable: true, description: 'Where the tags come from; null where it does not go by tags.' })
  async tagSource(@Root() view: BlendView): Promise<TagSource | null> {
    return (await view.answer()).tagSource;
  }

  @FieldResolver(() => Boolean, { description: 'False where nothing is known of anybody’s taste: then it is what most people like.' })
  async byTaste(@Root() view: BlendView): Promise<boolean> {
    return (await view.answer()).byTaste;
  }

  @FieldResolver(() => Int, { description: 'How many titles fit all settings, but could not be scored.' })
  async unscoredCount(@Root() view: BlendView): Promise<number> {
    return (await view.answer()).unscored;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many titles all of them have seen; null until all agree.' })
  async sharedCount(@Root() view: BlendView): Promise<number | null> {
    const { members, allAgree, shared } = await view.answer();
    // Whoever adds a title to their own past and sees the number grow would know what another watched.
    return allAgree || members.length === 1 ? shared : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether all let reasons name what they watched.' })
  async allAgree(@Root() view: BlendView): Promise<boolean> {
    return (await view.answer()).allAgree;
  }
}

@Resolver(() => BlendMemberType)
export class BlendMemberResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Their name, where they told it.' })
  async name(@Root() { userId }: Member, @Ctx() context: Context): Promise<string | null> {
    return (await context.loaders.user.load(userId))?.name ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether this is who reads it.' })
  isYou(@Root() { userId, readerId }: Member): boolean {
    return userId === readerId;
  }

  @FieldResolver(() => Int, { description: 'How many titles their taste was read from; 0: nothing is known of it, and they go along.' })
  titleCount(@Root() { titles }: Member): number {
    return titles;
  }

  @FieldResolver(() => Int, { description: 'How many titles they watched that could not be scored.' })
  unscoredCount(@Root() { unscoredIds }: Member): number {
    return unscoredIds.length;
  }

  @FieldResolver(() => [TitleType], {
    nullable: true,
    description: 'What they watched that could not be scored, up to 100; null for anyone else’s eyes, unless all agree.',
  })
  async unscored(@Root() { userId, unscoredIds, readerId, answer }: Member, @Ctx() context: Context): Promise<readonly Title[] | null> {
    if (userId !== readerId && !(answer.allAgree && readerId !== null)) return null;
    const titles = await context.loaders.title.loadMany(unscoredIds.slice(0, MOST_BLENDED));
    return titles.filter((title): title is Title => title !== null && !(title instanceof Error));
  }
}

@Resolver(() => BlendTitleType)
export class BlendTitleResolver {
  @FieldResolver(() => TitleType, { description: 'The title.' })
  title(@Root() { titleId }: Place, @Ctx() { house }: Context) {
    return house.recommender.titles.get(titleId);
  }

  @FieldResolver(() => [BlendReasonType], {
    description: 'Why it is here. They name what the reader watched, and what others did only where all agree.',
  })
  reasons(@Root() { titleId, answer, readerId }: Place): readonly Because[] {
    return answer.explain(titleId, readerId).map((reason) => ({ ...reason, answer, readerId }));
  }

  @FieldResolver(() => [BlendBallotType], { description: 'What members say of it.' })
  votes(@Root() { titleId, answer }: Place): readonly Ballot[] {
    return answer.ballots.filter((ballot) => ballot.titleId === titleId);
  }
}

@Resolver(() => BlendReasonType)
export class BlendReasonResolver {
  @FieldResolver(() => ReasonCode, { description: 'The kind of reason.' })
  code(@Root() { reason }: Because): ReasonCode {
    return reason.code;
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that is the evidence.' })
  title(@Root() { reason }: Because, @Ctx() { house }: Context) {
    return reason.titleId === null ? null : house.recommender.titles.get(reason.titleId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The genre that is the evidence.' })
  genre(@Root() { reason }: Because): string | null {
    return reason.genre;
  }

  @FieldResolver(() => String, { description: 'The reason in words.' })
  async text(@Root() { reason, userId, readerId }: Because, @Ctx() { house, loaders }: Context): Promise<string> {
    const title = reason.titleId === null ? null : await house.recommender.titles.get(reason.titleId);
    const text = reasonText(reason.code, { title: title?.name ?? null, genre: reason.genre });
    if (userId === null || userId === readerId) return text;
    const name = (await loaders.user.load(userId))?.name ?? 'someone here';
    return title === null ? `For ${name}: ${text}` : `Because ${name} watched ${title.name}`;
  }
}

@Resolver(() => BlendBallotType)
export class BlendBallotResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null when it is there no more.' })
  title(@Root() { titleId }: Ballot, @Ctx() { house }: Context) {
    return house.recommender.titles.get(titleId);
  }
}
