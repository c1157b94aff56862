import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Colours } from './colours';
import { type Part, partKey, partName, scoreText } from './words';

interface PartsProps {
  readonly parts: readonly Part[];
  readonly score: number;
  readonly colours: Colours;
}

/** Every part of a score in numbers, and their sum. */
export function Parts({ parts, score, colours }: PartsProps) {
  return (
    <Box
      component="table"
      sx={{ width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem', '& td': { py: 0.25, verticalAlign: 'top' } }}
    >
      <tbody>
        {parts.map((part) => (
          <tr key={partKey(part)}>
            <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
              <Box
                component="span"
                aria-hidden
                sx={{ display: 'inline-block', width: 10, height: 10, borderRadius: 0.5, mr: 1, bgcolor: colours.colourOf(part) }}
              />
              {partName(part)}
            </Box>
            <Numeric>{scoreText(part.value)}</Numeric>
          </tr>
        ))}
        <tr>
          <td>
            <Typography component="span" variant="body2" sx={{ fontWeight: 650 }}>
              Together
            </Typography>
          </td>
          <Numeric>{scoreText(score)}</Numeric>
        </tr>
      </tbody>
    </Box>
  );
}

function Numeric({ children }: { readonly children: string }) {
  return (
    <Box component="td" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', pl: 2 }}>
      {children}
    </Box>
  );
}
