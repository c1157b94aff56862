import Box from '@mui/material/Box';
import { Title, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { OperatorRowFragment } from '../generated/operators';
import { Ago } from '../parts/ago';
import { Facts } from '../parts/facts';
import { Failure } from '../parts/failure';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { OperatorAccess } from './operator-access';
import { OperatorForm } from './operator-form';

/** One operator: name, role, whether they may come in, and the way back in. */
export default function OperatorEdit() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<OperatorRowFragment>('operators', { id });
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, maxWidth: 560 }}>
      <Title title={data ? (data.name ?? data.email) : 'Operator'} />
      {isPending && <Waiting />}
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {data && (
        <>
          <Section title="About">
            <Facts
              of={[
                ['E-mail', data.email],
                ['Added', <Ago key="added" at={data.createdAt} />],
                ['Last signed in', data.lastSignInAt ? <Ago key="seen" at={data.lastSignInAt} /> : 'Not yet'],
              ]}
            />
            <OperatorForm operator={data} />
          </Section>
          <Section title="Coming in">
            <OperatorAccess operator={data} />
          </Section>
        </>
      )}
    </Box>
  );
}
