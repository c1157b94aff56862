import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { ShopActionsDocument } from '../generated/shops';
import { Asked } from '../parts/asked';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { WideTable } from '../parts/wide-table';

interface Row {
  readonly name: string;
  readonly actions: number;
  readonly people: number;
  readonly perPerson: number | null;
}

/** What people did at a shop in 30 days: by kind, by the model whose list led there, and by mood. */
export function Worth({ shopId }: { readonly shopId: string }) {
  const asked = useAsk(ShopActionsDocument, { shopId });
  return (
    <Section title="Actions in 30 days">
      <Asked of={asked}>
        {({ shopActions: { actions, people, byKind, byModel, byMood } }) => (
          <>
            <Typography>
              {count(actions)} by {count(people)} people
            </Typography>
            <Counted label="By kind" rows={byKind.map((row) => ({ ...row, name: wordsOf(row.kind), perPerson: null }))} />
            <Counted label="By model" rows={byModel.map((row) => ({ ...row, name: row.modelId ? `Model ${row.modelId}` : 'No model' }))} />
            <Counted label="By mood" rows={byMood.map((row) => ({ ...row, name: row.mood ?? 'No mood' }))} />
          </>
        )}
      </Asked>
    </Section>
  );
}

function Counted({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <WideTable label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{label}</TableCell>
          <TableCell align="right">Actions</TableCell>
          <TableCell align="right">People</TableCell>
          <TableCell align="right">A person</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ name, actions, people, perPerson }) => (
          <TableRow key={name}>
            <TableCell>{name}</TableCell>
            <TableCell align="right">{count(actions)}</TableCell>
            <TableCell align="right">{count(people)}</TableCell>
            <TableCell align="right">{perPerson === null ? '–' : perPerson.toFixed(2)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </WideTable>
  );
}
