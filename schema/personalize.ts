import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { PlannedCall } from '../core/personalize/call-plan';
import type { Spent } from '../core/personalize/cost';
import { type CampaignRole, type PersonalizeCall, SyncState } from '../core/personalize/sync';
import { CampaignGuard } from '../core/personalize/sync-settings';
import { Payload } from './error';
import { CampaignRoleName } from './personalize-enums';

@ObjectType('PersonalizeRecipe', {
  description: 'A campaign that may be wanted, and the recipe that it is trained by.',
  simpleResolvers: true,
})
export class PersonalizeRecipeType {
  @Field(() => CampaignRoleName, { description: 'What it is for.' })
  readonly role: CampaignRole;

  @Field(() => String, { nullable: true, description: 'The recipe, for example aws-similar-items; null: no such campaign is wanted.' })
  readonly recipe: string | null;

  @Field(() => [String], { description: 'The recipes that it may have, the standard first.' })
  readonly choices: readonly string[];

  @Field(() => Float, { description: 'Hours that a training is held to take before one has told.' })
  readonly estimatedHours: number;
}

@ObjectType('PersonalizeBudget', { description: 'What may be used in a calendar month (UTC).', simpleResolvers: true })
export class PersonalizeBudgetType {
  @Field(() => Float, { description: 'Training hours, as Personalize bills them.' })
  readonly trainingHours: number;

  @Field(() => Float, { description: 'Hours of all campaigns together, idle or not.' })
  readonly campaignHours: number;

  @Field(() => Float, { nullable: true, description: 'What a training hour costs, in any currency; null: not told.' })
  readonly trainingHourPrice: number | null;

  @Field(() => Float, { nullable: true, description: 'What an hour of a campaign costs; null: not told.' })
  readonly campaignHourPrice: number | null;
}

@ObjectType('PersonalizeSpent', { description: 'What was used this month; running trainings count as estimated.', simpleResolvers: true })
export class PersonalizeSpentType implements Spent {
  @Field(() => GraphQLDateTime, { description: 'The start of the month.' })
  readonly since: Date;

  @Field(() => Float, { description: 'Training hours.' })
  readonly trainingHours: number;

  @Field(() => Float, { description: 'Hours of campaigns.' })
  readonly campaignHours: number;

  @Field(() => Float, { nullable: true, description: 'By the prices of the budget; null without both.' })
  readonly price: number | null;
}

@ObjectType('PersonalizeResource', { description: 'One thing that is or shall be in Amazon Personalize.', simpleResolvers: true })
export class PersonalizeResourceType {
  @Field(() => ID, { description: 'Our id of it.' })
  readonly id: number;

  @Field(() => ID, { nullable: true, description: 'What it stands in; null: it stands by itself.' })
  readonly parentId: number | null;

  @Field(() => String, {
    description: 'DATASET_GROUP, SCHEMA, DATASET, IMPORT_JOB, EVENT_TRACKER, SOLUTION, SOLUTION_VERSION, FILTER, CAMPAIGN or DELETION_JOB.',
  })
  readonly kind: string;

  @Field(() => String, { description: 'What it is to us, for example USER of a campaign.' })
  readonly logicalKey: string;

  @Field(() => String, { description: 'Its name over there.' })
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Its ARN; null until it is made.' })
  readonly arn: string | null;

  @Field(() => String, {
    description:
      'How it is, in the words of Personalize; before there is an ARN in ours: PLANNED, CREATING, CONFLICT, REFUSED, TAKEN DOWN.',
  })
  readonly status: string;

  @Field(() => String, { nullable: true, description: 'What went wrong and what to do; null: nothing.' })
  readonly failureReason: string | null;

  @Field(() => Boolean, { description: 'Whether we made it; what was there before us is never removed.' })
  readonly createdByUs: boolean;

  @Field(() => Float, { nullable: true, description: 'Of a version: the hours that its training was billed.' })
  readonly trainingHours: number | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Of a version: what Personalize measured, under its own names.' })
  readonly metrics: object | null;

  @Field(() => String, { nullable: true, description: 'Of a campaign: why a guard proposes to take it down.' })
  readonly proposal: string | null;
}

@ObjectType('PersonalizePlannedCall', { description: 'A call that would be made on the way to what is wanted.', simpleResolvers: true })
export class PersonalizePlannedCallType implements PlannedCall {
  @Field(() => String, { description: 'The operation, for example CreateSolutionVersion.' })
  readonly operation: string;

  @Field(() => String, { nullable: true, description: 'The kind of what it is about.' })
  readonly kind: PlannedCall['kind'];

  @Field(() => String, { nullable: true, description: 'What that is to us.' })
  readonly logicalKey: string | null;

  @Field(() => String, { nullable: true, description: 'Its name; null where it follows from an export that is still to be made.' })
  readonly name: string | null;

  @Field(() => GraphQLJSONObject, { description: 'What it would be told.' })
  readonly input: Readonly<Record<string, unknown>>;

  @Field(() => Boolean, { description: 'Whether it costs by the hour: a training, or a campaign.' })
  readonly isPaid: boolean;

  @Field(() => Float, { nullable: true, description: 'Of a training: the hours that it is expected to take.' })
  readonly expectedHours: number | null;
}

@ObjectType('PersonalizeCall', { description: 'A call that was to change something.', simpleResolvers: true })
export class PersonalizeCallType implements Omit<PersonalizeCall, 'resourceId'> {
  @Field(() => ID, { description: 'Its id.' })
  readonly id: number;

  @Field(() => String, { description: 'The operation.' })
  readonly operation: string;

  @Field(() => String, { nullable: true, description: 'Under which AWS knows it.' })
  readonly requestId: string | null;

  @Field(() => String, { description: 'OK, or the name of the error.' })
  readonly outcome: string;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  readonly message: string | null;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  readonly at: Date;
}

@ObjectType('PersonalizeSync', {
  description: 'The sync with Amazon Personalize: what is wanted, what is there, and what it costs.',
  simpleResolvers: true,
})
export class PersonalizeSyncType {
  @Field(() => [String], { description: 'Variables of the environment without which nothing can be done; empty: it is set up.' })
  readonly missing: readonly string[];

  @Field(() => Boolean, { description: 'The kill switch PERSONALIZE_DISABLED is on: nothing is asked over there.' })
  readonly isDisabled: boolean;

  @Field(() => Boolean, { description: 'Whether it was started.' })
  readonly enabled: boolean;

  @Field(() => SyncState, { description: 'Where it stands.' })
  readonly state: SyncState;

  @Field(() => String, { nullable: true, description: 'What keeps it, and what to do; null: nothing.' })
  readonly lastError: string | null;

  @Field(() => [PersonalizeRecipeType], { description: 'The campaigns.' })
  readonly recipes: readonly PersonalizeRecipeType[];

  @Field(() => Boolean, { description: 'Whether events are told to Personalize as they happen.' })
  readonly eventTracker: boolean;

  @Field(() => Boolean, { description: 'Whether filters are made over there.' })
  readonly filters: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'After so many days everything is exported and trained again; null: when somebody asks.',
  })
  readonly retrainDays: number | null;

  @Field(() => Int, { nullable: true, description: 'A campaign that answered nothing for so long is idle; null: none ever is.' })
  readonly idleHours: number | null;

  @Field(() => CampaignGuard, { description: 'What is done with an idle campaign, and with one beyond the budget.' })
  readonly guard: CampaignGuard;

  @Field(() => PersonalizeBudgetType, { description: 'What it may cost.' })
  readonly budget: PersonalizeBudgetType;

  @Field(() => PersonalizeSpentType, { description: 'What it cost this month.' })
  readonly spent: Spent;

  @Field(() => [PersonalizeResourceType], {
    description: 'What is there or shall be, in the order in which it was planned; what is gone is left out.',
  })
  readonly resources: readonly PersonalizeResourceType[];

  @Field(() => [PersonalizePlannedCallType], {
    description: 'Every call that would be made from here, in its order, but those that only look: a dry run.',
  })
  readonly plan: readonly PlannedCall[];

  @Field(() => [PersonalizeCallType], { description: 'The newest 50 calls that were to change something.' })
  readonly calls: readonly PersonalizeCallType[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the data was last exported.' })
  readonly exportedAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the sync last ran.' })
  readonly lastSyncAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When there is something to do again; null: with the next run.' })
  readonly nextAt: Date | null;

  @Field(() => Int, { description: 'Grows with every save; a save takes the version it was read at.' })
  readonly version: number;
}

@ObjectType({ description: 'What became of a change to the sync.', simpleResolvers: true })
export class PersonalizePayload extends Payload {
  @Field(() => PersonalizeSyncType, { nullable: true, description: 'The sync as it is now.' })
  readonly personalize: PersonalizeSyncType | null;
}
