import type { Alert, Attention } from '../core/attention';
import type { Db } from './database';

const COLUMNS = 'id, code, severity, title, text, remedy, since, "endedAt"';

/** What needs attention now, the most urgent first, then the newest. */
export async function openAlerts(db: Db): Promise<readonly Alert[]> {
  return db.query(`select ${COLUMNS} from alerts where "endedAt" is null order by severity <> 'CRITICAL', since desc, id desc`);
}

/** One alert, or null. */
export async function alertById(db: Db, id: number): Promise<Alert | null> {
  const [alert] = await db.query<Alert[]>(`select ${COLUMNS} from alerts where id = $1`, [id]);
  return alert ?? null;
}

/** What changed among the alerts. */
export interface AlertChange {
  readonly began: readonly Alert[];
  readonly ended: readonly Alert[];
  /** Whether one that stands reads otherwise than before. */
  readonly reworded: boolean;
}

const ALERT_LOCK = 0x616c_7274;

/** Makes the alerts that stand those that were found: new ones begin, those that are no longer found end. Call it in a transaction. */
export async function settleAlerts(db: Db, found: readonly Attention[], now: Date): Promise<AlertChange> {
  // Two that settle at once would both begin the same alert.
  await db.query('select pg_advisory_xact_lock($1)', [ALERT_LOCK]);
  const codes = found.map(({ code }) => code);
  const [ended] = await db.query<[Alert[], number]>(
    `update alerts set "endedAt" = $2 where "endedAt" is null and code <> all($1::text[]) returning ${COLUMNS}`,
    [codes, now],
  );
  const [reworded] = await db.query<[unknown[], number]>(
    `update alerts set severity = given.severity, title = given.title, text = given.text, remedy = given.remedy
     from jsonb_to_recordset($1::jsonb) as given(code text, severity text, title text, text text, remedy text)
     where alerts.code = given.code and "endedAt" is null
       and (alerts.severity, alerts.title, alerts.text, alerts.remedy) is distinct from (given.severity, given.title, given.text, given.remedy)
     returning alerts.id`,
    [JSON.stringify(found)],
  );
  const began: Alert[] = await db.query(
    `insert into alerts (code, severity, title, text, remedy, since)
     select code, severity, title, text, remedy, $2
     from jsonb_to_recordset($1::jsonb) as given(code text, severity text, title text, text text, remedy text)
     on conflict (code) where "endedAt" is null do nothing returning ${COLUMNS}`,
    [JSON.stringify(found), now],
  );
  return { began, ended, reworded: reworded.length > 0 };
}
