import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  DataTable,
  DateInput,
  FilterButton,
  List,
  SelectInput,
  TextInput,
  TopToolbar,
  useListContext,
  usePermissions,
  useRecordContext,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { type AuditRowFragment, AuditWordsDocument, ExportAuditDocument } from '../generated/audit';
import type { Right } from '../generated/operator';
import { Ago } from '../parts/ago';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { OlderNewer } from '../parts/older-newer';
import { Rows } from '../parts/rows';
import { PLACES } from '../places';
import { ActorInput } from './actor-input';
import { Changes } from './changes';
import { fieldText } from './difference';
import { auditFilterOf } from './resource';
import { actionText, actorText, placeOf } from './words';

const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const Column = DataTable.Col<AuditRowFragment>;

/** Every change, by whom, filtered by anything that stands in it; a row opens to show what was and what is. */
export default function AuditList() {
  const { data } = useAsk(AuditWordsDocument, {}, { goodFor: 60_000 });
  const { entities = [], actions = [] } = data?.auditWords ?? {};
  return (
    <List
      filters={[
        <ActorInput key="actor" source="actor" alwaysOn />,
        <SelectInput key="action" source="action" label="What" choices={actions.map((id) => ({ id, name: actionText(id) }))} alwaysOn />,
        <SelectInput key="entity" source="entity" label="Kind of thing" choices={entities.map((id) => ({ id, name: id }))} />,
        <TextInput key="entityId" source="entityId" label="Id of the thing" />,
        <DateInput key="since" source="since" label="From day" alwaysOn />,
        <DateInput key="until" source="until" label="To day" alwaysOn />,
      ]}
      actions={<Actions />}
      title="Audit"
      sort={{ field: 'id', order: 'DESC' }}
      empty={false}
      perPage={25}
      pagination={<OlderNewer />}
    >
      <Rows>
        <DataTable bulkActionButtons={false} rowClick="expand" expand={<Opened />} empty={<Empty title="Nothing like this was changed." />}>
          <Column label="When" disableSort sx={WIDE} render={({ at }) => <Ago at={at} />} />
          <Column label="Who and what" disableSort render={(entry) => <Told {...entry} />} />
          <Column label="Thing" disableSort sx={WIDE} render={(entry) => <Thing {...entry} />} />
        </DataTable>
      </Rows>
    </List>
  );
}

function Opened() {
  const entry = useRecordContext<AuditRowFragment>();
  return entry ? <Changes entry={entry} /> : null;
}

function Actions() {
  const { filterValues } = useListContext();
  const mayExport = useMay('EXPORTS');
  return (
    <TopToolbar>
      <FilterButton />
      {mayExport && (
        <DownloadButton operation={ExportAuditDocument} variables={{ filter: auditFilterOf(filterValues) }}>
          CSV
        </DownloadButton>
      )}
    </TopToolbar>
  );
}

function Told(entry: AuditRowFragment) {
  return (
    <Box sx={{ minWidth: 0, maxWidth: { xs: 'calc(100vw - 130px)', sm: 420 } }}>
      <Typography variant="body2" noWrap title={entry.actor}>
        {actorText(entry)}
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
        {actionText(entry.action)}
        <Box component="span" sx={{ display: { sm: 'none' } }}>
          {' '}
          <Ago at={entry.at} />
        </Box>
      </Typography>
      <Box sx={{ display: { sm: 'none' } }}>
        <Thing {...entry} />
      </Box>
    </Box>
  );
}

function Thing({ entity, entityId }: AuditRowFragment) {
  const { permissions = [] } = usePermissions<readonly Right[]>();
  const place = PLACES.find(({ name, right }) => name === placeOf(entity) && permissions.includes(right));
  const text = `${fieldText(entity)} ${entityId}`;
  return (
    <Typography variant="body2" noWrap sx={{ maxWidth: 260 }}>
      {place ? (
        <Link component={RouterLink} to={`/${place.name}/${encodeURIComponent(entityId)}`} onClick={(event) => event.stopPropagation()}>
          {text}
        </Link>
      ) : (
        text
      )}
    </Typography>
  );
}
