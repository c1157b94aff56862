import type { HistoryImportCardFragment } from '../generated/documents';
import { useWords, wordOr } from '../words/language';

/** What a server says in English, in the language in use where we know the sentence by what stands before its first stop, whatever its numbers. */
export function saidOf(kind: 'reason' | 'error', said: string): string {
  const [known = ''] = said.toLowerCase().split(/[:;.]/);
  const key = known
    .replace(/\d+/g, 'n')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  return wordOr(`history.${kind}.${key}`, said);
}

/** Phrases about imports. */
export function useImportWords() {
  const { t } = useWords();
  return {
    nameOf: ({ format, fileName }: Pick<HistoryImportCardFragment, 'format' | 'fileName'>): string =>
      format === 'SAMPLE' ? t('history.sample.name') : fileName,

    /** Where it stands, in a line. */
    standing({ state, counts }: Pick<HistoryImportCardFragment, 'state' | 'counts'>): string {
      if (state !== 'DONE' || counts === null) return t(`history.state.${state}`);
      const open = counts.asked;
      const placed = t('history.placedOf', { placed: counts.placed, rows: counts.rows });
      return open === 0 ? placed : `${placed} · ${t('history.askedLeft', { count: open })}`;
    },
  };
}
