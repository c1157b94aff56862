import { csvText } from '../core/csv-text';
import type { ExternalId } from '../core/title';
import { idText, TITLE_COLUMNS, titleRow } from '../core/title-csv';
import { type TitleFilter, TitleSortBy } from '../core/title-filter';
import { aliasesOf } from '../store/aliases';
import type { Db } from '../store/database';
import { externalIdsOf } from '../store/external-ids';
import { tagsOf } from '../store/tags';
import { titlesPage } from '../store/titles';
import type { Download } from './download';

interface Params {
  readonly filter: TitleFilter;
}

const BATCH = 500;
const IN_ORDER = { by: TitleSortBy.ID, descending: false };

/** The titles that a filter holds as CSV, in the columns that the importer reads. */
export const titlesDownload: Download<Params> = {
  contentType: 'text/csv; charset=utf-8',
  fileName: () => 'titles.csv',

  async *write(db: Db, { filter }: Params) {
    yield csvText([TITLE_COLUMNS]);
    let after: string | null = null;
    for (;;) {
      const { edges, hasNextPage } = await titlesPage(db, { filter, sort: IN_ORDER, page: { first: BATCH, after, offset: null } });
      const titles = edges.map(({ node }) => node);
      const parents = titles.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
      const ids = await externalIdsOf(db, [...titles.map(({ id }) => id), ...parents]);
      const own = titles.map(({ id }) => id);
      const [tags, aliases] = [await tagsOf(db, own), await aliasesOf(db, own)];
      const parentOf = (id: number | null): string | null => nameOf(id === null ? undefined : ids.get(id)?.[0]);
      yield csvText(
        titles.map((title) =>
          titleRow({
            title,
            externalIds: ids.get(title.id) ?? [],
            tags: tags.get(title.id) ?? [],
            aliases: aliases.get(title.id) ?? [],
            parent: parentOf(title.parentId),
          }),
        ),
      );
      if (!hasNextPage) return;
      after = edges.at(-1)?.cursor ?? null;
    }
  },
};

/** A show without an external id is not named: its episodes keep it when they are imported again. */
const nameOf = (id: ExternalId | undefined): string | null => (id === undefined ? null : idText(id));
