import type { Db } from './database';

/** Notes that a campaign answered: one that nobody asks costs all the same, and a guard looks for it. */
export async function noteCampaignUsed(db: Db, arn: string, now: Date): Promise<void> {
  await db.query(
    `update personalize_resources set "usedAt" = $2 where kind = 'CAMPAIGN' and arn = $1 and ("usedAt" is null or "usedAt" < $2)`,
    [arn, now],
  );
}
