import { CERTIFICATE_AGES } from '../../core/certificate';
import { columnsOf } from '../../core/columns';
import { eligible, exclude, type TitleRules } from '../../core/eligible';
import { TitleKind, TitleState } from '../../core/title';
import { someFacts } from '../support/facts';

const NOW = new Date('2026-06-01T12:00:00Z');

const columns = columnsOf([
  someFacts(1, { genres: ['Drama', 'War'], year: 1994, seconds: 5_400, certificate: 'PG-13', attributes: { language: 'en' } }),
  someFacts(2, { kind: TitleKind.SHOW, genres: ['Comedy'], year: 2008, certificate: 'TV-14' }),
  someFacts(3, { kind: TitleKind.EPISODE, parentId: 2, seconds: 1_500 }),
  someFacts(4, { kind: TitleKind.BOOK, genres: ['drama'], year: -380, attributes: { language: 'eng' } }),
  someFacts(5, { seconds: 7_200, certificate: 'R', attributes: { language: 'fr' } }),
  someFacts(6, { state: TitleState.HIDDEN }),
  someFacts(7, { state: TitleState.REMOVED }),
  someFacts(8, { state: TitleState.MERGED, mergedIntoId: 1 }),
  someFacts(9, { availability: [{ region: 'FI', from: null, until: '2026-06-01T12:00:00Z' }] }),
  someFacts(10, {
    availability: [
      { region: 'FI', from: '2026-06-01T12:00:00Z', until: null },
      { region: null, from: '2027-01-01T00:00:00Z', until: null },
    ],
  }),
]);

const idsWith = (rules: TitleRules): number[] => {
  const mask = eligible(columns, rules, NOW);
  return [...columns.ids].filter((_, row) => mask[row] === 1);
};

describe('what may stand in a list', () => {
  it.each<[string, TitleRules, number[]]>([
    ['without rules: everything listed, but no episode, nothing hidden, removed, merged or outside its time', {}, [1, 2, 4, 5, 10]],
    ['kinds', { kinds: [TitleKind.BOOK, TitleKind.SHOW] }, [2, 4]],
    ['an episode is listed as its show', { kinds: [TitleKind.EPISODE] }, [2]],
    ['any of the genres, in any case of letters', { genres: ['DRAMA', 'Western'] }, [1, 4]],
    ['a genre that no title has', { genres: ['Western'] }, []],
    ['an empty list of genres asks nothing', { genres: [] }, [1, 2, 4, 5, 10]],
    ['a length to fit, which an unknown length never does', { maxTitleSeconds: 5_400 }, [1]],
    ['years from', { yearFrom: 1994 }, [1, 2]],
    ['years to, where unknown years do not count as old', { yearTo: 1994 }, [1, 4]],
    ['a region and its time, from inclusive and until exclusive', { region: 'fi' }, [1, 2, 4, 5, 10]],
    ['another region', { region: 'SE' }, [1, 2, 4, 5]],
    ['a language, where an unknown one passes', { locale: 'en-GB' }, [1, 2, 4, 10]],
    ['a certificate, where an unknown one does not pass', { maxCertificate: 'TV-14' }, [1, 2]],
    ['the mildest certificate', { maxCertificate: 'g' }, []],
  ])('%s', (_, rules, ids) => {
    expect(idsWith(rules)).toEqual(ids);
  });

  it('leaves out titles by id, an episode meaning its show and a merged title the one that stands for it', () => {
    const mask = eligible(columns, {}, NOW);
    exclude(mask, columns, [3, 8, 4711]);
    expect([...columns.ids].filter((_, row) => mask[row] === 1)).toEqual([4, 5, 10]);
  });

  it('orders film and television certificates in one line', () => {
    expect(Object.keys(CERTIFICATE_AGES).toSorted((a, b) => (CERTIFICATE_AGES[a] ?? 0) - (CERTIFICATE_AGES[b] ?? 0))).toEqual([
      ...['G', 'TV-Y', 'TV-G', 'TV-Y7', 'PG', 'TV-PG', 'PG-13', 'TV-14', 'R', 'TV-MA', 'NC-17'],
    ]);
  });
});
