/** An Amazon resource name, taken apart; of recipes, which belong to everybody, region and account are empty. */
export interface Arn {
  /** `aws`, `aws-cn` and so on. */
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  /** 12 digits, or empty. */
  readonly account: string;
  /** What it is: `campaign`, `filter`, `solution`, `recipe`. */
  readonly kind: string;
  /** Its name, with the further parts where there are any: `local/12` of `solution/local/12`. */
  readonly name: string;
}

const LONGEST = 256;
const ARN = /^arn:([a-z][a-z-]{0,31}):([a-z][a-z0-9-]{0,31}):([a-z0-9-]{0,32}):(\d{12})?:([a-z][a-z-]{0,31})\/([\w/$-]{1,200})$/i;

/** Writes an ARN of the partition `aws` unless another is named. */
export function arnOf({ partition = 'aws', service, region, account, kind, name }: Omit<Arn, 'partition'> & Partial<Arn>): string {
  return `arn:${partition}:${service}:${region}:${account}:${kind}/${name}`;
}

/** Takes an ARN apart; null for a text that is none, or is longer than 256 characters. */
export function parseArn(text: string): Arn | null {
  if (text.length > LONGEST) return null;
  const [, partition, service, region = '', account = '', kind, name] = ARN.exec(text) ?? [];
  if (partition === undefined || service === undefined || kind === undefined || name === undefined) return null;
  return { partition, service, region, account, kind, name };
}
