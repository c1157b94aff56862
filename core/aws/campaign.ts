import { parseArn } from './arn';
import { AwsError, invalidInput } from './error';

/** What a campaign, a recipe or a model of ours answers with. */
export type Asked =
  /** A placement by its name, else the person's list as it is by default. */
  | { readonly kind: 'list'; readonly placement: string | null; readonly modelId: number | null }
  | { readonly kind: 'similar' }
  | { readonly kind: 'popular' }
  | { readonly kind: 'trending' }
  | { readonly kind: 'rank' };

const LIST = { kind: 'list', placement: null, modelId: null } as const;

/** Amazon's recipes that something of ours stands for, the older ones of the video recommender among them. */
const RECIPES: Readonly<Record<string, Asked>> = {
  'aws-user-personalization': LIST,
  'aws-user-personalization-v2': LIST,
  'aws-similar-items': { kind: 'similar' },
  'aws-sims': { kind: 'similar' },
  'aws-semantic-similarity': { kind: 'similar' },
  'aws-popularity-count': { kind: 'popular' },
  'aws-trending-now': { kind: 'trending' },
  'aws-personalized-ranking': { kind: 'rank' },
  'aws-personalized-ranking-v2': { kind: 'rank' },
};

const PLACEMENT = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What an ARN asks for: `campaign/<placement>` and `recommender/<placement>` a placement, `recipe/<name>` what the recipe does,
 * `solution/local/<model>` a model of ours; region and account may be any. Throws InvalidInputException for what is no such ARN and
 * ResourceNotFoundException for one that nothing stands behind.
 */
export function askedBy(text: string, member: string): Asked {
  const arn = parseArn(text);
  if (arn === null || arn.service !== 'personalize') throw invalidInput(member, 'It is no ARN of Amazon Personalize.', EXPECTED);
  const { kind, name } = arn;
  const found =
    (kind === 'recipe' && Object.hasOwn(RECIPES, name) && RECIPES[name]) ||
    ((kind === 'campaign' || kind === 'recommender') && PLACEMENT.test(name) && { ...LIST, placement: name }) ||
    (kind === 'solution' && /^local\/[1-9]\d{0,14}$/.test(name) && { ...LIST, modelId: Number(name.slice('local/'.length)) });
  if (!found) throw new AwsError('ResourceNotFoundException', `${member}: There is no such resource. Expected ${EXPECTED}.`);
  return found;
}

const EXPECTED = 'for example arn:aws:personalize:eu-west-1:000000000000:campaign/home or arn:aws:personalize:::recipe/aws-similar-items';

/** The name of the saved filter that an ARN `filter/<name>` means. Throws as `askedBy`. */
export function filterNamed(text: string, member: string): string {
  const arn = parseArn(text);
  const expected = 'for example arn:aws:personalize:eu-west-1:000000000000:filter/unseen';
  if (arn === null || arn.service !== 'personalize' || arn.kind !== 'filter')
    throw invalidInput(member, 'It is no ARN of a filter.', expected);
  return arn.name;
}

/** Throws InvalidInputException unless the ARN is of the dataset of this kind: `dataset/<group>/ITEMS`. */
export function checkDataset(text: string, kind: 'ITEMS' | 'USERS'): void {
  const arn = parseArn(text);
  if (arn?.service === 'personalize' && arn.kind === 'dataset' && arn.name.toUpperCase().endsWith(`/${kind}`)) return;
  throw invalidInput(
    'datasetArn',
    'It is no such dataset.',
    `for example arn:aws:personalize:eu-west-1:000000000000:dataset/kinograph/${kind}`,
  );
}
