import Box from '@mui/material/Box';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { ThemesDocument, TriedKeywordsDocument } from '../generated/scenes';
import { useCalm } from '../inspector/use-calm';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { TitleLink } from '../parts/title-link';
import { WideTable } from '../parts/wide-table';
import { keywordsOf } from '../scenes/draft';
import { FoundThemes } from '../scenes/found-themes';

/** What scenes can be about, and a place to try keywords. */
export default function ThemesPage() {
  const asked = useAsk(ThemesDocument, {});
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Themes" />
      <Try />
      <Section title="Every theme">
        <Asked of={asked}>
          {({ themes }) => (
            <WideTable label="Themes">
              <TableHead>
                <TableRow>
                  <TableCell>Theme</TableCell>
                  <TableCell>In Russian</TableCell>
                  <TableCell>What speaks for it</TableCell>
                  <TableCell>Genres</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {themes.map(({ id, names, keywords, genres }) => (
                  <TableRow key={id}>
                    <TableCell component="th" scope="row">
                      {names.en}
                    </TableCell>
                    <TableCell lang="ru">{names.ru}</TableCell>
                    <TableCell sx={{ minWidth: 240 }}>{keywords.join(', ')}</TableCell>
                    <TableCell>{genres.join(', ') || '–'}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </WideTable>
          )}
        </Asked>
      </Section>
    </Box>
  );
}

const FIRST = 8;

/** Keywords as they are typed: their themes, and what somebody without a past would be shown by them. */
function Try() {
  const [typed, setTyped] = useState('');
  const keywords = [...keywordsOf(useCalm(typed))];
  const asked = useAsk(TriedKeywordsDocument, { input: { keywords, first: FIRST } }, { enabled: keywords.length > 0, keep: true });
  return (
    <Section title="Try keywords">
      <TextField
        label="What is seen in a scene, parted by commas"
        placeholder="pilot, cockpit, clouds"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
      />
      {keywords.length > 0 && (
        <Asked of={asked}>
          {({ sceneRecommendations: { themes, items } }) => (
            <>
              {themes.length > 0 ? <FoundThemes themes={themes} label="Themes found" /> : 'No theme is found that three titles are in.'}
              {items[0] && (
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {WAYS[items[0].matched]}
                </Typography>
              )}
              <Box component="ol" aria-label="Titles found" sx={{ m: 0, pl: 3 }}>
                {items.map(({ title }) => (
                  <li key={title.id}>
                    <TitleLink title={title} />
                  </li>
                ))}
              </Box>
            </>
          )}
        </Asked>
      )}
    </Section>
  );
}

const WAYS: Readonly<Record<number, string>> = {
  3: 'These are in all three themes.',
  2: 'These are in two of the themes.',
  1: 'These are in one of the themes.',
};
