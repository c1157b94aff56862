import { Facts } from '../parts/facts';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import type { ShownImport } from './show';

interface CountsProps {
  readonly counts: NonNullable<ShownImport['counts']>;
  /** Whether it is told what would be. */
  readonly isDryRun: boolean;
}

/** What became of the rows, or would: every row is counted once. */
export function Counts({ counts: { rows, created, updated, unchanged, bad }, isDryRun }: CountsProps) {
  return (
    <Section title={isDryRun ? 'What would be done' : 'What was done'}>
      <Facts
        of={[
          ['Rows', count(rows)],
          ['New titles', count(created)],
          ['Changed titles', count(updated)],
          ['As they were', count(unchanged)],
          ['Bad rows', count(bad)],
        ]}
      />
    </Section>
  );
}
