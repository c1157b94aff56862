/** One field that a change touched; undefined where there was, or is, nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a change touched, field by field; fields that stayed as they were are left out, and `version`, which always grows. */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const [was, is] = [objectOf(before), objectOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !COUNTED.has(field));
  return fields.filter((field) => text(was[field]) !== text(is[field])).map((field) => ({ field, before: was[field], after: is[field] }));
}

const COUNTED = new Set(['version', 'updatedAt']);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A value as it is read: texts as they are, times by the reader's own clock, lists by commas, everything else as JSON. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') return MOMENT.test(value) ? WHEN.format(new Date(value)) : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueText).join(', ');
  return text(value);
}

/** `passwordHash` as "password hash". */
export function fieldText(field: string): string {
  return field.replace(/([a-z\d])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

const text = (value: unknown): string => JSON.stringify(value ?? null);

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  return value === null || value === undefined ? {} : { value };
}
