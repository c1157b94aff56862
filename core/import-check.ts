import { badInput } from './errors';
import { OnExisting } from './import';
import { type ColumnMapping, ImportField, REPEATABLE } from './import-columns';
import type { ImportOptions } from './import-draft';
import { identifies } from './import-guess';
import { TitleKind } from './title';

const SOURCE = /^[a-z][a-z0-9-]{0,31}$/;
const A_SOURCE = 'lower-case letters, digits and hyphens, beginning with a letter, such as imdb or our-shop';

/** Checks what each column is said to be. Throws BAD_INPUT that names the column. */
export function checkMapping(mapping: readonly ColumnMapping[], columns: readonly string[]): readonly ColumnMapping[] {
  const known = new Set(columns);
  const [named, told] = [new Set<string>(), new Set<ImportField>()];
  for (const [index, { column, field, source }] of mapping.entries()) {
    const at = `input.mapping[${index}]`;
    if (!known.has(column))
      throw badInput(
        `${at}.column`,
        `The file has no column ${JSON.stringify(column.slice(0, 100))}.`,
        `one of ${columns.slice(0, 50).join(', ')}`,
      );
    if (named.has(column)) throw badInput(`${at}.column`, `The column ${column.slice(0, 100)} is mapped twice.`, 'each column once');
    if (told.has(field) && !REPEATABLE.has(field))
      throw badInput(`${at}.field`, `Two columns are ${field}.`, 'another field for one of them');
    if (field === ImportField.EXTERNAL_ID && !SOURCE.test(source ?? ''))
      throw badInput(`${at}.source`, 'An EXTERNAL_ID needs the catalogue that it is of.', A_SOURCE);
    named.add(column);
    told.add(field);
  }
  if (!identifies(mapping))
    throw badInput(
      'input.mapping',
      'No column is an id: titles could not be found again.',
      'a column that is ID, EXTERNAL_ID, EXTERNAL_IDS or KINOGRAPH_ID',
    );
  return mapping.map(({ column, field, source }) => ({ column, field, source: field === ImportField.EXTERNAL_ID ? source : null }));
}

/** What is chosen where nobody chooses. */
export const DEFAULT_OPTIONS: ImportOptions = { source: 'catalogue', onExisting: OnExisting.UPDATE, kind: TitleKind.MOVIE, ratings: false };

/** Checks what is chosen for all rows. Throws BAD_INPUT that names the option. */
export function checkOptions(options: ImportOptions): ImportOptions {
  if (!SOURCE.test(options.source)) throw badInput('input.options.source', 'The source cannot be kept as it came.', A_SOURCE);
  return options;
}
