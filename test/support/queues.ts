import { randomUUID } from 'node:crypto';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type Fauxqs, startFauxqs } from './fauxqs';

/** A queue of a test's own. */
export interface TestQueue {
  readonly url: string;
  readonly arn: string;
}

/** SQS and SNS of this test file's own, with clients of the real SDK. */
export function withQueues() {
  let stand: Fauxqs | null = null;
  let clients: { readonly sqs: SQSClient; readonly sns: SNSClient } | null = null;
  const opened = () => {
    if (clients === null || stand === null) throw new Error('The queues open in beforeAll: use them inside a test.');
    return { ...clients, stand };
  };

  beforeAll(async () => {
    stand = await startFauxqs();
    clients = { sqs: new SQSClient(stand.connection), sns: new SNSClient(stand.connection) };
  });
  afterAll(async () => {
    clients?.sqs.destroy();
    clients?.sns.destroy();
    await stand?.stop();
  });

  async function counted(url: string): Promise<{ readonly ready: number; readonly held: number }> {
    const asked = { QueueUrl: url, AttributeNames: ['All' as const] };
    const { Attributes: of = {} } = await opened().sqs.send(new GetQueueAttributesCommand(asked));
    return { ready: Number(of.ApproximateNumberOfMessages), held: Number(of.ApproximateNumberOfMessagesNotVisible) };
  }

  return {
    get sqs() {
      return opened().sqs;
    },
    get sns() {
      return opened().sns;
    },
    get connection() {
      return opened().stand.connection;
    },
    async aQueue(attributes: Readonly<Record<string, string>> = {}): Promise<TestQueue> {
      const { sqs } = opened();
      const QueueName = `${randomUUID()}${attributes.FifoQueue ? '.fifo' : ''}`;
      const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes: attributes }));
      const { Attributes: of } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
      return { url, arn: of?.QueueArn ?? '' };
    },
    /** A topic that these queues follow, with the messages as they are where `raw`, else in envelopes; its ARN. */
    async aTopic(queues: readonly TestQueue[], { raw = true, fifo = false } = {}): Promise<string> {
      const { sns } = opened();
      const kind: Record<string, string> = fifo ? { FifoTopic: 'true' } : {};
      const named = { Name: `${randomUUID()}${fifo ? '.fifo' : ''}`, Attributes: kind };
      const { TopicArn } = await sns.send(new CreateTopicCommand(named));
      const Attributes = { RawMessageDelivery: String(raw) };
      for (const { arn } of queues) await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arn, Attributes }));
      return TopicArn ?? '';
    },
    async send({ url }: TestQueue, body: unknown): Promise<void> {
      const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
      await opened().sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    },
    /** How many messages wait, and how many somebody holds. */
    counted: ({ url }: TestQueue) => counted(url),
    /** Takes every message that waits out of the queue. */
    async drained({ url }: TestQueue): Promise<readonly Message[]> {
      const { sqs } = opened();
      const all: Message[] = [];
      for (;;) {
        const asked = { QueueUrl: url, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
        if (Messages.length === 0) return all;
        for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
        all.push(...Messages);
      }
    },
  };
}
