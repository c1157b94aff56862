import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Facts } from '../parts/facts';
import { count } from '../parts/numbers';

/** What the job answers; see `importGenome` in the API. */
interface Outcome {
  readonly titles: number;
  readonly tags: number;
  readonly rows: number;
  readonly incomplete: readonly { readonly movieId: number; readonly tags: number }[];
  readonly incompleteCount: number;
  readonly unknownTitles: number;
  readonly badRows: number;
  readonly problems: readonly { readonly file: string; readonly row: number; readonly field: string; readonly message: string }[];
}

const MOST_SHOWN = 20;

/** What an import of a genome came to, and all that it left out. */
export function GenomeOutcome({ result }: { readonly result: Readonly<Record<string, unknown>> }) {
  const { titles, tags, rows, incomplete, incompleteCount, unknownTitles, badRows, problems } = result as unknown as Outcome;
  return (
    <>
      <Facts
        of={[
          ['Titles', count(titles)],
          ['Tags', count(tags)],
          ['Rows read', count(rows)],
          ['Films not in the catalogue', count(unknownTitles)],
          ['Films left out: tags missing', count(incompleteCount)],
          ['Bad rows', count(badRows)],
        ]}
      />
      <Told
        heading="Left out, because tags are missing"
        all={incompleteCount}
        lines={incomplete.map((film) => `movielens:${film.movieId} has ${count(film.tags)} of ${count(tags)} tags`)}
      />
      <Told
        heading="Bad rows"
        all={badRows}
        lines={problems.map((each) => `Row ${each.row} of the ${each.file}, ${each.field}: ${each.message}`)}
      />
    </>
  );
}

function Told({ heading, all, lines }: { readonly heading: string; readonly all: number; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, MOST_SHOWN);
  return (
    <Box>
      <Typography component="h3" variant="body1" sx={{ fontWeight: 550 }}>
        {heading}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 3, overflowWrap: 'anywhere' }}>
        {shown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      {all > shown.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          and {count(all - shown.length)} more
        </Typography>
      )}
    </Box>
  );
}
