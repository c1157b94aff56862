import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import NameLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, List, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { type MoodRowFragment, WithoutLengthDocument } from '../generated/moods';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { count } from '../parts/numbers';
import { Rows } from '../parts/rows';
import { wordsOf } from '../parts/state-chip';
import { Coverage } from './coverage';

const WIDE = { display: { xs: 'none', md: 'table-cell' } } as const;
const Column = DataTable.Col<MoodRowFragment>;

/** What lists can be asked by, and how much of the catalogue each reaches. */
export default function MoodList() {
  return (
    <>
      <LengthsUnknown />
      <List actions={<Actions />} title="Moods" pagination={false} sort={{ field: 'id', order: 'ASC' }} empty={false}>
        <Rows>
          <DataTable bulkActionButtons={false} rowClick="edit" empty={<Empty title="No moods yet.">Lists cannot be asked by one.</Empty>}>
            <Column label="Mood" disableSort render={(mood) => <Called {...mood} />} />
            <Column label="Reaches" disableSort render={({ coverage }) => coverage && <Coverage of={coverage} />} />
            <Column label="Does" disableSort sx={WIDE} render={({ match }) => wordsOf(match)} />
            <Column label="Version" disableSort align="right" sx={WIDE} render={({ version }) => version} />
            <Column label="Changed" disableSort sx={WIDE} render={({ updatedAt }) => <Ago at={updatedAt} />} />
          </DataTable>
        </Rows>
      </List>
    </>
  );
}

function Actions() {
  const mayWrite = useMay('CATALOGUE_WRITE');
  return (
    <TopToolbar>
      {mayWrite && (
        <Button component={Link} to="/moods/create" startIcon={<AddIcon />}>
          Add mood
        </Button>
      )}
    </TopToolbar>
  );
}

/** Free time asks for lengths: what has none is never listed by it. */
function LengthsUnknown() {
  const { data } = useAsk(WithoutLengthDocument, {});
  const total = data?.titles.totalCount ?? 0;
  if (total === 0) return null;
  const filter = encodeURIComponent(JSON.stringify({ gap: ['LENGTH'] }));
  return (
    <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
      The length of{' '}
      <NameLink component={Link} to={`/titles?filter=${filter}`}>
        {count(total)} {total === 1 ? 'title' : 'titles'}
      </NameLink>{' '}
      is unknown: lists by free time never hold them.
    </Typography>
  );
}

/** The name leads to the page too: a row that is clicked is out of reach of the keyboard. */
function Called({ id, names }: MoodRowFragment) {
  return (
    <>
      <Typography variant="body2">
        <NameLink component={Link} to={`/moods/${id}`} color="inherit" underline="hover" onClick={(event) => event.stopPropagation()}>
          {names.en}
        </NameLink>
      </Typography>
      <Typography variant="body2" lang="ru" sx={{ color: 'text.secondary' }}>
        {names.ru}
      </Typography>
    </>
  );
}
