import Box from '@mui/material/Box';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { TitleKind } from '../generated/titles';
import { TitleForm } from './form';
import { KINDS } from './words';

/** A new title; an episode comes here from its show. */
export default function TitleCreate() {
  const [search] = useSearchParams();
  const kind: TitleKind = KINDS.find(({ id }) => id === search.get('kind'))?.id ?? 'MOVIE';
  const parent = search.get('parent');
  return (
    <Box sx={{ mt: 2 }}>
      <Title title="Add title" />
      <TitleForm title={null} initial={{ kind, ...(parent && { parent: { id: parent, name: search.get('show') ?? parent } }) }} />
    </Box>
  );
}
