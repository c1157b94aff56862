import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AppError, badInput, ErrorCode } from '../../core/errors';
import { CAMPAIGN_ROLES } from '../../core/personalize/sync';
import { FIRST_BUDGET, RECIPES, type SyncBudget, type SyncSettings } from '../../core/personalize/sync-settings';
import { Right } from '../../core/rights';
import { pausePersonalize, savePersonalize, startPersonalize, tearDownPersonalize } from '../../flow/personalize';
import { viewPersonalize } from '../../flow/personalize-view';
import { PersonalizePayload, PersonalizeSyncType } from '../../schema/personalize';
import { SavePersonalizeInput } from '../../schema/personalize-input';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

@Resolver()
export class PersonalizeResolver {
  @Query(() => PersonalizeSyncType, {
    description:
      'What is wanted of Amazon Personalize, what is there, what would be done next and what it costs. Nothing is asked over there for it.',
  })
  personalize(@Ctx() context: Context): Promise<PersonalizeSyncType> {
    requireRight(context, Right.MODELS_READ);
    return shown(context);
  }

  @Mutation(() => PersonalizePayload, {
    description: 'Says what is wanted of Amazon Personalize and what it may cost; nothing is made before it is started.',
  })
  savePersonalize(
    @Arg('input', () => SavePersonalizeInput, { description: 'What is wanted.' }) input: SavePersonalizeInput,
    @Ctx() context: Context,
  ): Promise<PersonalizePayload> {
    requireRight(context, Right.JOBS_SCHEDULE);
    return answered(context, async () => {
      await savePersonalize(context.house.database.db, actorOf(context), { version: input.version, ...wishOf(input) });
    });
  }

  @Mutation(() => PersonalizePayload, {
    description:
      'Starts the sync, or starts it again: what failed, was refused or was taken down is tried anew. Trainings and campaigns cost.',
  })
  startPersonalize(
    @Arg('retrain', () => Boolean, { defaultValue: false, description: 'Export everything and train again.' }) retrain: boolean,
    @Ctx() context: Context,
  ): Promise<PersonalizePayload> {
    requireRight(context, Right.JOBS_SCHEDULE);
    return answered(context, async () => {
      const { personalize } = context.house.config;
      if (personalize === null)
        throw refused('Personalize is not set up.', 'PERSONALIZE_ROLE_ARN and PERSONALIZE_BUCKET in the environment');
      if (personalize.disabled) throw refused('The kill switch is on.', 'an environment without PERSONALIZE_DISABLED');
      await startPersonalize(context.house.database.db, actorOf(context), { retrain });
    });
  }

  @Mutation(() => PersonalizePayload, {
    description: 'Pauses the sync: nothing is made or told, and lists come from here. Campaigns that stand go on costing.',
  })
  pausePersonalize(@Ctx() context: Context): Promise<PersonalizePayload> {
    requireRight(context, Right.JOBS_RUN);
    return answered(context, async () => {
      await pausePersonalize(context.house.database.db, actorOf(context));
    });
  }

  @Mutation(() => PersonalizePayload, { description: 'Takes down everything that we made in Amazon Personalize, campaigns first.' })
  tearDownPersonalize(
    @Arg('confirm', () => String, { description: 'The words "take down".' }) confirm: string,
    @Ctx() context: Context,
  ): Promise<PersonalizePayload> {
    requireRight(context, Right.JOBS_SCHEDULE);
    return answered(context, async () => {
      await tearDownPersonalize(context.house.database.db, actorOf(context), confirm);
    });
  }
}

function answered(context: Context, run: () => Promise<void>): Promise<PersonalizePayload> {
  const now = async () => ({ personalize: await shown(context) });
  return withUserErrors(async () => {
    await run();
    return now();
  }, now);
}

async function shown({ house }: Context): Promise<PersonalizeSyncType> {
  const { sync, resources, ...view } = await viewPersonalize(house.database.db, house.config.personalize, house.clock());
  const { settings, budget } = sync;
  return {
    ...{ ...sync, ...settings, ...view, budget },
    recipes: CAMPAIGN_ROLES.map((role) => ({
      ...{ role, recipe: settings.recipes[role] ?? null, choices: RECIPES[role], estimatedHours: budget.trainingEstimates[role] },
    })),
    resources: resources.map((row) => ({
      ...row,
      trainingHours: row.details.trainingHours ?? null,
      metrics: row.details.metrics ?? null,
      proposal: row.details.proposal ?? null,
    })),
  };
}

function wishOf({ recipes, budget, ...input }: SavePersonalizeInput): { readonly settings: SyncSettings; readonly budget: SyncBudget } {
  const roles = recipes.map(({ role }) => role);
  if (new Set(roles).size < roles.length) throw badInput('input.recipes', 'A campaign is named twice.', 'each role at most once');
  const estimates = recipes.flatMap(({ role, estimatedHours }) => (estimatedHours == null ? [] : [[role, estimatedHours] as const]));
  return {
    settings: {
      ...{ recipes: Object.fromEntries(recipes.map(({ role, recipe }) => [role, recipe])), guard: input.guard },
      ...{ eventTracker: input.eventTracker, filters: input.filters },
      ...{ retrainDays: input.retrainDays ?? null, idleHours: input.idleHours ?? null },
    },
    budget: {
      ...{ trainingHours: budget.trainingHours, campaignHours: budget.campaignHours },
      trainingEstimates: { ...FIRST_BUDGET.trainingEstimates, ...Object.fromEntries(estimates) },
      ...{ trainingHourPrice: budget.trainingHourPrice ?? null, campaignHourPrice: budget.campaignHourPrice ?? null },
    },
  };
}

function refused(message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { expected });
}
