import type { Logger } from 'pino';
import type { AwsSettings } from '../core/aws/settings';
import { type Destination, OutboxDestination } from '../core/outbox';
import { openTopic } from '../engine/aws/sns';
import { openInbox } from '../engine/aws/sqs';
import type { OutboxLoop } from '../flow/outbox-loop';
import { startPublisher } from '../flow/publish-events';
import { type Intake, type IntakeCounts, startTakingIn } from '../flow/take-in';
import type { Tracker } from '../flow/track';
import type { Db } from '../store/database';
import { installationOf } from '../store/installation';
import { listen } from '../store/notices';

interface Parts {
  readonly aws: AwsSettings;
  readonly db: Db;
  readonly url: string;
  readonly tracker: Tracker;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** The queues of one process, at work. */
export interface Queues {
  /** Null where events come by no queue. */
  readonly counts: IntakeCounts | null;
  /** Stops taking in, then publishing. */
  stop(): Promise<void>;
}

/** Where events are passed on to by these settings. */
export function topicsOf({ eventsTopicArn }: AwsSettings): readonly Destination[] {
  return eventsTopicArn === null ? [] : [OutboxDestination.SNS];
}

/** Takes events from the queue and publishes them to the topic that the settings name; where they name none nothing is started or loaded. */
export async function startQueues({ aws, db, url, tracker, clock, log }: Parts): Promise<Queues> {
  const { intakeQueueUrl, deadLetterUrl, eventsTopicArn } = aws;
  const installation = intakeQueueUrl === null && eventsTopicArn === null ? '' : await installationOf(db);
  const publishing = eventsTopicArn === null ? null : await publishTo(eventsTopicArn, { db, url, installation, clock, log });
  const intake: Intake | null =
    intakeQueueUrl === null
      ? null
      : startTakingIn({ inbox: await openInbox({ queueUrl: intakeQueueUrl, deadLetterUrl }), tracker, installation, log });
  return {
    counts: intake?.counts ?? null,
    async stop() {
      await intake?.stop();
      await publishing?.stop();
    },
  };
}

async function publishTo(
  topicArn: string,
  { url, ...parts }: Pick<Parts, 'db' | 'url' | 'clock' | 'log'> & { readonly installation: string },
): Promise<{ stop(): Promise<void> }> {
  let publisher: OutboxLoop | null = null;
  // LISTEN first, then read: what comes in between is a notice, never lost.
  const ear = await listen(url, {
    log: parts.log,
    onNotice: ({ topic }) => (topic === 'outbox' ? publisher?.wake() : undefined),
    onReconnect: () => publisher?.wake(),
  });
  publisher = startPublisher({ ...parts, topic: await openTopic({ topicArn }) });
  return {
    async stop() {
      await ear.stop();
      await publisher?.stop();
    },
  };
}
