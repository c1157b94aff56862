import { badInput } from '../errors';
import { CAMPAIGN_ROLES, type CampaignRole } from './sync';

/** The recipes that we know how to use, by what the campaign is for; the first is the standard, later ones are older. */
export const RECIPES: Readonly<Record<CampaignRole, readonly string[]>> = {
  USER: ['aws-user-personalization-v2', 'aws-user-personalization'],
  SIMILAR: ['aws-similar-items', 'aws-sims'],
  POPULAR: ['aws-popularity-count'],
  RANKING: ['aws-personalized-ranking-v2', 'aws-personalized-ranking'],
};

/** What a guard does with a campaign that costs and is not used, or that the budget has no hours for. */
export enum CampaignGuard {
  /** Says so; a person decides. */
  PROPOSE = 'PROPOSE',
  /** Takes it down; starting again makes it anew without another training. */
  TAKE_DOWN = 'TAKE_DOWN',
}

/** What is wanted in Personalize; everything else follows from it and from the export. */
export interface SyncSettings {
  /** The campaigns that are wanted, each with its recipe. */
  readonly recipes: Readonly<Partial<Record<CampaignRole, string>>>;
  readonly eventTracker: boolean;
  readonly filters: boolean;
  /** After so many days everything is exported and trained again; null: only when somebody asks. */
  readonly retrainDays: number | null;
  /** A campaign that answered nothing for so long is idle; null: none ever is. */
  readonly idleHours: number | null;
  readonly guard: CampaignGuard;
}

/** What may be used in a calendar month (UTC), in the hours that Personalize bills. */
export interface SyncBudget {
  readonly trainingHours: number;
  readonly campaignHours: number;
  /** What a training is held to take before one has told: reserved before it is asked for. */
  readonly trainingEstimates: Readonly<Record<CampaignRole, number>>;
  /** Prices of an hour in any currency, for people to read; they differ by region and change. */
  readonly trainingHourPrice: number | null;
  readonly campaignHourPrice: number | null;
}

export const FIRST_SETTINGS: SyncSettings = {
  recipes: {
    USER: 'aws-user-personalization-v2',
    SIMILAR: 'aws-similar-items',
    POPULAR: 'aws-popularity-count',
    RANKING: 'aws-personalized-ranking-v2',
  },
  eventTracker: true,
  filters: true,
  retrainDays: null,
  idleHours: 48,
  guard: CampaignGuard.PROPOSE,
};

// Four campaigns for a whole month are 2,976 hours; trainings are for two rounds at the estimates.
export const FIRST_BUDGET: SyncBudget = {
  trainingHours: 60,
  campaignHours: 3_000,
  trainingEstimates: { USER: 10, SIMILAR: 5, POPULAR: 1, RANKING: 10 },
  trainingHourPrice: null,
  campaignHourPrice: null,
};

const MOST_HOURS = 1_000_000;

/** Settings as they came, or BAD_INPUT with the field. At least one campaign must be wanted. */
export function checkSettings(settings: SyncSettings): SyncSettings {
  const wanted = CAMPAIGN_ROLES.filter((role) => settings.recipes[role] !== undefined);
  if (wanted.length === 0)
    throw badInput('input.recipes', 'No campaign is wanted.', 'a recipe for at least one of USER, SIMILAR, POPULAR and RANKING');
  for (const role of wanted) {
    const recipe = settings.recipes[role] ?? '';
    if (!RECIPES[role].includes(recipe))
      throw badInput(`input.recipes`, `The recipe of ${role} is none that it can have.`, RECIPES[role].join(' or '));
  }
  whole('input.retrainDays', settings.retrainDays, 1, 365);
  whole('input.idleHours', settings.idleHours, 1, 8_760);
  return settings;
}

/** A budget as it came, or BAD_INPUT with the field. */
export function checkBudget(budget: SyncBudget): SyncBudget {
  hours('input.budget.trainingHours', budget.trainingHours);
  hours('input.budget.campaignHours', budget.campaignHours);
  for (const role of CAMPAIGN_ROLES) hours(`input.budget.trainingEstimates`, budget.trainingEstimates[role]);
  for (const field of ['trainingHourPrice', 'campaignHourPrice'] as const)
    if (budget[field] !== null) hours(`input.budget.${field}`, budget[field]);
  return budget;
}

function hours(field: string, value: number): void {
  if (!(value >= 0 && value <= MOST_HOURS)) throw badInput(field, `It came as ${value}.`, `0 to ${MOST_HOURS}`);
}

function whole(field: string, value: number | null, least: number, most: number): void {
  if (value !== null && !(Number.isInteger(value) && value >= least && value <= most))
    throw badInput(field, `It came as ${value}.`, `a whole number from ${least} to ${most}, or none`);
}
