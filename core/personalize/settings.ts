import type { Readers } from '../config-readers';

/** The account side of Amazon Personalize; region, endpoints and credentials are the AWS SDK's own variables. */
export interface PersonalizeSettings {
  /** The role that Personalize takes on to read the bucket. */
  readonly roleArn: string;
  readonly bucket: string;
  /** Begins every name that we make there. */
  readonly prefix: string;
  /** The kill switch: nothing is asked of Personalize while it is set. */
  readonly disabled: boolean;
}

/** Reads `PERSONALIZE_ROLE_ARN`, `PERSONALIZE_BUCKET`, `PERSONALIZE_PREFIX` and `PERSONALIZE_DISABLED`; null without role and bucket. */
export function readPersonalizeSettings(read: Readers): PersonalizeSettings | null {
  const roleArn = read.text('PERSONALIZE_ROLE_ARN', '');
  const bucket = read.text('PERSONALIZE_BUCKET', '');
  const prefix = read.text('PERSONALIZE_PREFIX', 'kinograph');
  const disabled = read.flag('PERSONALIZE_DISABLED', false);
  return roleArn === '' || bucket === '' ? null : { roleArn, bucket, prefix, disabled };
}
