import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { AccessKeysDocument, type AccessKeysQuery, RevokeAccessKeyDocument } from '../generated/access-keys';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Confirm } from '../parts/confirm';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { WideTable } from '../parts/wide-table';
import { MakeAccessKey } from './make-access-key';

type AccessKey = AccessKeysQuery['accessKeys'][number];

/** What applications of AWS sign with; each stands for a server key of the list above. */
export function AccessKeys() {
  const asked = useAsk(AccessKeysDocument, {});
  const [isMaking, setMaking] = useState(false);
  const make = (
    <Button size="small" onClick={() => setMaking(true)}>
      Make an access key
    </Button>
  );
  return (
    <Section title="Access keys for AWS SDKs" beside={make}>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 720 }}>
        An application written for Amazon Personalize signs with one of these and needs only another endpoint: this server’s address with
        /aws behind it.
      </Typography>
      <Asked of={asked}>{({ accessKeys }) => (accessKeys.length === 0 ? <>There is none yet.</> : <KeyTable keys={accessKeys} />)}</Asked>
      {isMaking && <MakeAccessKey onClose={() => setMaking(false)} />}
    </Section>
  );
}

function KeyTable({ keys }: { readonly keys: readonly AccessKey[] }) {
  return (
    <WideTable label="Access keys">
      <TableHead>
        <TableRow>
          <TableCell>Access key</TableCell>
          <TableCell>Server key</TableCell>
          <TableCell>Ids of titles</TableCell>
          <TableCell>State</TableCell>
          <TableCell>Made</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell>
              <code>{key.id}</code>
            </TableCell>
            <TableCell sx={{ minWidth: 120, overflowWrap: 'anywhere' }}>
              <bdi>{key.apiKeyName}</bdi>
            </TableCell>
            <TableCell>{key.source}</TableCell>
            <TableCell>
              <StateChip state={key.state} />
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <Ago at={key.createdAt} />
            </TableCell>
            <TableCell align="right">{key.state !== 'REVOKED' && <RevokeAccess id={key.id} />}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </WideTable>
  );
}

function RevokeAccess({ id }: { readonly id: string }) {
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(RevokeAccessKeyDocument, { said: 'The access key is revoked.' });
  async function revoke() {
    if ((await run({ id })) !== null) setAsking(false);
  }
  return (
    <>
      <Button size="small" color="error" aria-label={`Revoke ${id}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <Confirm
        isOpen={isAsking}
        title="Revoke this access key?"
        action="Revoke the access key"
        isDangerous
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      >
        {id} stops working at once, on every server. The server key that it stands for goes on.
      </Confirm>
    </>
  );
}
