import type { SNSClient } from '@aws-sdk/client-sns';
import type { TopicEntry } from '../../core/aws/topic-entry';

/** Why an entry did not arrive. */
export interface Undelivered {
  readonly id: number;
  readonly reason: string;
  /** True where the topic will never take it; false where another try may do. */
  readonly refused: boolean;
}

/** A topic that events are published to. */
export interface Topic {
  /** Order matters: one call at a time. */
  readonly fifo: boolean;
  /** Publishes at most ten entries in one call; answers those that did not arrive. Throws what the SDK throws when the call itself failed. */
  publish(entries: readonly TopicEntry[]): Promise<readonly Undelivered[]>;
  close(): void;
}

interface Options {
  readonly topicArn: string;
  /** One of the SDK's own settings when left out. */
  readonly client?: SNSClient;
}

/** A call takes no longer than this; it is tried again by the outbox, whose lease it must not outlast. */
const REQUEST_MS = 8_000;
const CONNECT_MS = 3_000;

/** Opens a topic of SNS. The SDK is loaded here, so that an install without AWS loads none of it. */
export async function openTopic({ topicArn, client }: Options): Promise<Topic> {
  const sdk = await import('@aws-sdk/client-sns');
  const sns =
    client ?? new sdk.SNSClient({ maxAttempts: 1, requestHandler: { requestTimeout: REQUEST_MS, connectionTimeout: CONNECT_MS } });
  const fifo = topicArn.endsWith('.fifo');
  return {
    fifo,
    async publish(entries) {
      const PublishBatchRequestEntries = entries.map((entry) => sdkEntry(entry, fifo));
      const { Failed = [] } = await sns.send(new sdk.PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries }));
      return Failed.map(({ Id, Code, Message, SenderFault }) => ({
        id: Number(Id),
        reason: Message ? `${Code}: ${Message}` : `${Code}`,
        refused: SenderFault === true,
      }));
    },
    close: () => sns.destroy(),
  };
}

function sdkEntry({ id, message, attributes, group, deduplication }: TopicEntry, fifo: boolean) {
  const named = Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }] as const);
  const ordered = fifo ? { MessageGroupId: group, MessageDeduplicationId: deduplication } : {};
  return { Id: String(id), Message: message, MessageAttributes: Object.fromEntries(named), ...ordered };
}

const REFUSALS: ReadonlySet<string> = new Set([
  'InvalidParameterException',
  'InvalidParameterValueException',
  'ParameterValueInvalidException',
  'BatchRequestTooLongException',
  'InvalidParameter',
  'ParameterValueInvalid',
  'InvalidBatchEntryIdException',
  'BatchRequestTooLong',
]);

/** Whether a call failed for what it carried; anything else is a matter of the network, of rights or of rates, and may pass. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && REFUSALS.has(error.name);
}
