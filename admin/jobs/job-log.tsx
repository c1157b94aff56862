import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useAsk } from '../api/use-ask';
import { JobLogDocument, type JobLogLevel } from '../generated/jobs';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';

const FIRST = 200;
const MOST = 1_000;
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

interface JobLogProps {
  readonly id: string;
  /** Whatever changes when there is more to read. */
  readonly said: string;
}

/** What a job said, the newest lines, in their order; asked again whenever the job has told something. */
export function JobLog({ id, said }: JobLogProps) {
  const [first, setFirst] = useState(FIRST);
  const log = useAsk(JobLogDocument, { id, first }, { keep: true });
  const { refetch } = log;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is why to ask again.
  useEffect(() => {
    void refetch();
  }, [said, refetch]);
  return (
    <Section title="Log">
      <Asked of={log}>
        {({ job }) => {
          const { nodes, pageInfo, totalCount } = job?.logs ?? { nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 };
          if (nodes.length === 0) return <Typography sx={{ color: 'text.secondary' }}>It has not said anything yet.</Typography>;
          return (
            <>
              {pageInfo.hasNextPage && (
                <Button onClick={() => setFirst(MOST)} sx={{ justifySelf: 'start' }}>
                  Show all {totalCount} lines
                </Button>
              )}
              <Box component="ol" aria-label="Lines of the log" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
                {[...nodes].reverse().map((line) => (
                  <Line key={line.id} at={line.at} level={line.level} text={line.text} />
                ))}
              </Box>
            </>
          );
        }}
      </Asked>
    </Section>
  );
}

const COLOURS = { INFO: 'text.primary', WARN: 'warning.main', ERROR: 'error.main' } as const;
const WORDS = { INFO: '', WARN: 'Warning: ', ERROR: 'Error: ' } as const;

function Line({ at, level, text }: { readonly at: string; readonly level: JobLogLevel; readonly text: string }) {
  const date = new Date(at);
  return (
    <Typography
      component="li"
      variant="body2"
      sx={{ display: 'grid', gridTemplateColumns: '5.5em minmax(0, 1fr)', gap: 1, color: COLOURS[level] }}
    >
      <Box component="time" dateTime={at} title={exact.format(date)} sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {time.format(date)}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {WORDS[level]}
        {text}
      </Box>
    </Typography>
  );
}
