/** Who did it, as it stands in the audit: `operator:3`, `key:7`, or `system`. */
export type Actor = `operator:${number}` | `key:${number}` | 'system';

/** Who may send a file: who changes things here, or a person who brings a history of their own. */
export type Uploader = Actor | `user:${number}`;

/** One change by an operator or key, written in the transaction of the change itself. */
export interface AuditEntry {
  readonly id: number;
  readonly actor: Actor;
  /** Verb and noun, for example `title.save`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Date;
  /** Of what bulk change or import it is a part; null: it stands for itself. */
  readonly changeSetId: number | null;
}

/** A change to be written down. */
export type AuditedChange = Omit<AuditEntry, 'id' | 'at' | 'changeSetId'>;
