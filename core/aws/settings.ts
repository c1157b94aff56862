import type { Readers } from '../config-readers';

/** What Kinograph does with S3, SQS and SNS; region, endpoints and credentials are the AWS SDK's own variables. */
export interface AwsSettings {
  /** Buckets that imports may read and models may be written to; no other is ever asked for. */
  readonly buckets: readonly string[];
  /** Whether a bucket stands in the path of an address and not before the host, as most stores other than Amazon's want it. */
  readonly pathStyle: boolean;
  /** The queue that events are taken from; null: none. */
  readonly intakeQueueUrl: string | null;
  /** Where messages go of which something will never be taken; null: the queue's own redrive policy moves them. */
  readonly deadLetterUrl: string | null;
  /** The topic that accepted events are published to; null: none. */
  readonly eventsTopicArn: string | null;
}

const QUEUE_URL = /^https?:\/\/[^/\s]+\/\S+$/;
const A_QUEUE = 'look like https://sqs.eu-west-1.amazonaws.com/123456789012/events';
const TOPIC_ARN = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/;
const A_TOPIC = 'look like arn:aws:sns:eu-west-1:123456789012:events';

/** Reads `S3_BUCKETS`, `S3_PATH_STYLE`, `SQS_INTAKE_URL`, `SQS_DEAD_LETTER_URL` and `SNS_EVENTS_TOPIC_ARN`. */
export function readAwsSettings(read: Readers): AwsSettings {
  return {
    buckets: read
      .text('S3_BUCKETS', '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    pathStyle: read.flag('S3_PATH_STYLE', false),
    intakeQueueUrl: read.matching('SQS_INTAKE_URL', '', QUEUE_URL, A_QUEUE) || null,
    deadLetterUrl: read.matching('SQS_DEAD_LETTER_URL', '', QUEUE_URL, A_QUEUE) || null,
    eventsTopicArn: read.matching('SNS_EVENTS_TOPIC_ARN', '', TOPIC_ARN, A_TOPIC) || null,
  };
}
