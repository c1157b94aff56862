import { attend, keepGauges } from '../flow/attend';
import type { JobKind } from './job';

/** Looks every minute what needs an operator's attention, and keeps the numbers that only the database tells. */
export const attendJob: JobKind<'attend'> = {
  name: 'attend',
  schedule: '* * * * *',

  async run({ db, clock }) {
    await keepGauges(db, clock());
    const { began, ended } = await attend(db, clock());
    return { began: began.map(({ code }) => code), ended: ended.map(({ code }) => code) };
  },
};
