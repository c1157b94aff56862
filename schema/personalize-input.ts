import { Field, Float, InputType, Int } from 'type-graphql';
import type { CampaignRole } from '../core/personalize/sync';
import { CampaignGuard } from '../core/personalize/sync-settings';
import { CampaignRoleName } from './personalize-enums';

@InputType({ description: 'A campaign that is wanted.' })
export class PersonalizeRecipeInput {
  @Field(() => CampaignRoleName, { description: 'What it is for; each at most once.' })
  readonly role: CampaignRole;

  @Field(() => String, { description: 'One of the recipes that it may have.' })
  readonly recipe: string;

  @Field(() => Float, { nullable: true, description: 'Hours that a training is held to take before one has told; none: as it is.' })
  readonly estimatedHours?: number | null;
}

@InputType({ description: 'What may be used in a calendar month (UTC).' })
export class PersonalizeBudgetInput {
  @Field(() => Float, { description: 'Training hours, 0 and more.' })
  readonly trainingHours: number;

  @Field(() => Float, { description: 'Hours of all campaigns together, 0 and more.' })
  readonly campaignHours: number;

  @Field(() => Float, { nullable: true, description: 'What a training hour costs.' })
  readonly trainingHourPrice?: number | null;

  @Field(() => Float, { nullable: true, description: 'What an hour of a campaign costs.' })
  readonly campaignHourPrice?: number | null;
}

@InputType({ description: 'What is wanted of Amazon Personalize.' })
export class SavePersonalizeInput {
  @Field(() => Int, { description: 'The version it was read at.' })
  readonly version: number;

  @Field(() => [PersonalizeRecipeInput], { description: 'The campaigns that are wanted, at least one.' })
  readonly recipes: PersonalizeRecipeInput[];

  @Field(() => Boolean, { defaultValue: true, description: 'Whether events are told to Personalize as they happen.' })
  readonly eventTracker: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether filters are made over there.' })
  readonly filters: boolean;

  @Field(() => Int, { nullable: true, description: 'After so many days everything is exported and trained again, 1 to 365.' })
  readonly retrainDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'A campaign that answered nothing for so long is idle, 1 to 8,760.' })
  readonly idleHours?: number | null;

  @Field(() => CampaignGuard, { description: 'What is done with an idle campaign, and with one beyond the budget.' })
  readonly guard: CampaignGuard;

  @Field(() => PersonalizeBudgetInput, { description: 'What it may cost.' })
  readonly budget: PersonalizeBudgetInput;
}
