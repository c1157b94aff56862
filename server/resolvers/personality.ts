import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/errors';
import { genresOfGroup, type PersonalityGroup } from '../../core/personality';
import { Right } from '../../core/rights';
import type { User } from '../../core/user';
import { PersonalityGroupType, PersonalityType } from '../../schema/personality';
import { UserType } from '../../schema/user';
import { type CountedGroup, largestGroups, type Personality } from '../../store/personality';
import type { Context } from '../context';
import { requireOwn } from '../own';
import { requireRight } from '../rights';

const MOST_GROUPS = 500;

@Resolver(() => PersonalityGroupType)
export class PersonalityGroupResolver {
  @Query(() => [PersonalityGroupType], {
    description: 'The groups of people who like the same genres, the largest first; none before the job group-personalities has run.',
  })
  personalityGroups(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Ctx() context: Context,
  ): Promise<readonly CountedGroup[]> {
    requireRight(context, Right.METRICS_READ);
    if (!(first >= 1 && first <= MOST_GROUPS))
      throw badInput('first', `first is out of range: it came as ${first}.`, `a whole number from 1 to ${MOST_GROUPS}`);
    return largestGroups(context.house.database.db, first);
  }

  @FieldResolver(() => [String], { description: 'Its genres by name.' })
  genres(@Root() { key }: PersonalityGroup): readonly string[] {
    return genresOfGroup(key);
  }
}

@Resolver(() => PersonalityType)
export class PersonalityResolver {
  @FieldResolver(() => [String], { description: 'Its genres by name.' })
  genres(@Root() { key }: Personality): readonly string[] {
    return genresOfGroup(key);
  }
}

@Resolver(() => UserType)
export class UserPersonalityResolver {
  @FieldResolver(() => PersonalityType, {
    nullable: true,
    description: 'Which genres stand out of what they rated; null while they rated five titles or fewer. FORBIDDEN for anyone else’s eyes.',
  })
  personality(@Root() user: User, @Ctx() context: Context): Promise<Personality | null> {
    requireOwn(context, user, 'personality');
    return context.loaders.personality.load(user.id);
  }
}
