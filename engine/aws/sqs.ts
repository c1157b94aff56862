import type { SQSClient } from '@aws-sdk/client-sqs';
import type { QueueMessage } from '../../core/aws/queue-message';

/** A message, or what of it was refused, for the dead-letter queue. */
export interface Refused {
  readonly message: QueueMessage;
  readonly body: string;
  readonly reason: string;
}

/** A queue that messages are taken from. */
export interface Inbox {
  /** At most ten messages, which nobody else is given for `visibleSeconds`; waits up to 20 s for the first. Throws what the SDK throws. */
  receive(visibleSeconds: number, signal: AbortSignal): Promise<readonly QueueMessage[]>;
  /** Holds messages back from others for so many seconds from now; 0 gives them back. */
  hold(messages: readonly QueueMessage[], seconds: number): Promise<void>;
  remove(messages: readonly QueueMessage[]): Promise<void>;
  /** Sends it to the dead-letter queue with the reason as an attribute; null where there is no such queue. */
  readonly tell: ((refused: Refused) => Promise<void>) | null;
  close(): void;
}

interface Queues {
  readonly queueUrl: string;
  /** Null: refused messages are left to the queue's own redrive policy. */
  readonly deadLetterUrl: string | null;
  /** One of the SDK's own settings when left out. */
  readonly client?: SQSClient;
}

const AT_ONCE = 10;
const POLL_SECONDS = 20;
const REQUEST_MS = 30_000;
const CONNECT_MS = 5_000;
const LONGEST_REASON = 250;
/** What the text of an attribute may not hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that SQS refuses.
const UNSENDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Opens a queue of SQS. The SDK is loaded here, so that an install without AWS loads none of it. */
export async function openInbox({ queueUrl: QueueUrl, deadLetterUrl, client }: Queues): Promise<Inbox> {
  const sdk = await import('@aws-sdk/client-sqs');
  const requestHandler = { requestTimeout: REQUEST_MS, connectionTimeout: CONNECT_MS };
  // The endpoint is the SDK's own variable's affair; otherwise it would go by the host of the queue's address.
  const sqs = client ?? new sdk.SQSClient({ requestHandler, useQueueUrlAsEndpoint: false });
  const entries = (messages: readonly QueueMessage[]) => messages.map(({ receipt }, at) => ({ Id: String(at), ReceiptHandle: receipt }));
  return {
    async receive(visibleSeconds, signal) {
      const asked = { QueueUrl, MaxNumberOfMessages: AT_ONCE, WaitTimeSeconds: POLL_SECONDS, VisibilityTimeout: visibleSeconds };
      const { Messages = [] } = await sqs.send(new sdk.ReceiveMessageCommand(asked), { abortSignal: signal });
      return Messages.map(({ MessageId = '', Body = '', ReceiptHandle = '' }) => ({ id: MessageId, body: Body, receipt: ReceiptHandle }));
    },
    async hold(messages, seconds) {
      const Entries = entries(messages).map((entry) => ({ ...entry, VisibilityTimeout: seconds }));
      await sqs.send(new sdk.ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    },
    async remove(messages) {
      const { Failed = [] } = await sqs.send(new sdk.DeleteMessageBatchCommand({ QueueUrl, Entries: entries(messages) }));
      if (Failed.length > 0) throw new Error(`${Failed.length} messages could not be removed: ${Failed[0]?.Message ?? Failed[0]?.Code}`);
    },
    tell:
      deadLetterUrl === null
        ? null
        : async ({ message, body, reason }) => {
            const text = (value: string) => ({
              DataType: 'String',
              StringValue: value.replaceAll(UNSENDABLE, ' ').slice(0, LONGEST_REASON),
            });
            const fifo = deadLetterUrl.endsWith('.fifo') ? { MessageGroupId: 'refused', MessageDeduplicationId: message.id } : {};
            const MessageAttributes = { reason: text(reason), messageId: text(message.id) };
            await sqs.send(new sdk.SendMessageCommand({ QueueUrl: deadLetterUrl, MessageBody: body, MessageAttributes, ...fifo }));
          },
    close: () => sqs.destroy(),
  };
}
