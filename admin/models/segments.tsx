import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import { WideTable } from '../parts/wide-table';
import { HEADLINE } from './headline';
import type { ShownModel } from './show';

const WORDS: Readonly<Record<string, string>> = {
  cold: 'Newcomers, under 5 things known',
  light: 'Occasional, 5 to 49',
  heavy: 'Regulars, 50 and more',
};
const COLUMNS = ['People', 'How many', 'NDCG@10', 'Popular', 'Recall@10', 'Popular'] as const;

/** The same apart for people of whom little and much is known. */
export function Segments({ segments }: { readonly segments: NonNullable<ShownModel['report']>['segments'] }) {
  return (
    <Section title="For whom it ranks well">
      <WideTable label="Segments">
        <TableHead>
          <TableRow>
            {COLUMNS.map((label, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns have the same name.
              <TableCell key={at} align={at === 0 ? 'left' : 'right'}>
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {segments.map(({ name, people, metrics }) => (
            <TableRow key={name}>
              <TableCell sx={{ minWidth: 160 }}>{WORDS[name] ?? name}</TableCell>
              <TableCell align="right">{count(people)}</TableCell>
              {[HEADLINE, 'recall@10'].flatMap((wanted) => {
                const metric = metrics.find(({ name }) => name === wanted);
                return [
                  <TableCell key={wanted} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                    {people === 0 ? '–' : metric?.value.toFixed(3)}
                  </TableCell>,
                  <TableCell key={`${wanted} popular`} align="right" sx={{ fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
                    {people === 0 ? '–' : metric?.popularity.toFixed(3)}
                  </TableCell>,
                ];
              })}
            </TableRow>
          ))}
        </TableBody>
      </WideTable>
    </Section>
  );
}
