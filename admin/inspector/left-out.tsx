import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { InspectorListFragment } from '../generated/inspector';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import type { Asking } from './asking';
import type { Colours } from './colours';
import { FindTitles } from './find-titles';
import { barSize, ScoreBar } from './score-bar';
import { KEPT_OUT, scoreText, type Verdict } from './words';

interface LeftOutProps {
  readonly list: InspectorListFragment;
  readonly asking: Asking;
  readonly colours: Colours;
  readonly onChange: (change: Partial<Asking>) => void;
}

/** What took titles out of the list, and where single ones stand or why they do not. */
export function LeftOut({ list: { catalogue, length, filteredOut, about }, asking, colours, onChange }: LeftOutProps) {
  return (
    <Section title="What is not in the list">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Of {count(catalogue)} titles {count(length)} stand in the list.
      </Typography>
      <Box component="ul" aria-label="What took titles out" sx={{ m: 0, pl: 2.5 }}>
        {filteredOut.map(({ filter, titles }) => (
          <li key={filter}>
            {count(titles)} {KEPT_OUT[filter]}
          </li>
        ))}
      </Box>
      <FindTitles
        label="Why is a title not in the list?"
        ids={asking.about}
        onChange={(about) => onChange({ about: about.slice(0, 20) })}
      />
      {about.map((verdict) => (
        <Answer key={verdict.title?.id ?? ''} verdict={verdict} colours={colours} />
      ))}
    </Section>
  );
}

function Answer({ verdict, colours }: { readonly verdict: Verdict; readonly colours: Colours }) {
  const { title, rank, filter, score, scoreRank, parts } = verdict;
  const why = filter ? `is not in the list: it is among those ${KEPT_OUT[filter]}` : `stands on place ${rank}`;
  return (
    <Box>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        <strong>{title?.name}</strong> {why}. Its score {rank === null ? 'would be' : 'is'} {scoreText(score)}, place {count(scoreRank)} by
        score alone.
      </Typography>
      <ScoreBar parts={parts} colours={colours} most={barSize(parts)} />
    </Box>
  );
}
