import type { Role } from './caller';

/** Somebody who runs this installation from the console. */
export interface Operator {
  readonly id: number;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}
