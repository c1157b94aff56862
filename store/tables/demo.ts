import { EntitySchema } from 'typeorm';
import { identity, now, text, uuid } from './columns';

/** Someone who signed up in the demo: the person `demo:<sub>`. E-mail addresses are in lower case. */
interface StoredAccount {
  readonly id: number;
  readonly email: string;
  readonly passwordHash: string;
  readonly sub: string;
  readonly createdAt: Date;
}

export const DEMO_ACCOUNTS = new EntitySchema<StoredAccount>({
  name: 'demo_accounts',
  columns: { id: identity, email: text, passwordHash: text, sub: uuid, createdAt: now },
  uniques: [
    { name: 'demo_accounts_email_key', columns: ['email'] },
    { name: 'demo_accounts_sub_key', columns: ['sub'] },
  ],
});
