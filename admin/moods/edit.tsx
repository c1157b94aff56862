import { Title, useGetOne, useRedirect } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useMay } from '../api/rights';
import type { MoodRowFragment } from '../generated/moods';
import { Failure } from '../parts/failure';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { Coverage } from './coverage';
import { History } from './history';
import { MoodForm } from './mood-form';
import { RemoveMood } from './remove-mood';

/** One mood: what speaks for it, beside what it would reach. */
export default function MoodEdit() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<MoodRowFragment>('moods', { id });
  const mayReadAudit = useMay('AUDIT_READ');
  const redirect = useRedirect();
  return (
    <>
      <Title title={data?.names.en ?? 'Mood'} />
      {isPending && <Waiting />}
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {data && (
        <MoodForm
          key={data.id}
          mood={data}
          onSaved={() => undefined}
          below={
            <>
              <Section title="As it is saved" beside={<RemoveMood mood={data} onRemoved={() => redirect('list', 'moods')} />}>
                <Coverage of={data.coverage ?? []} />
              </Section>
              {mayReadAudit && <History id={data.id} />}
            </>
          }
        />
      )}
    </>
  );
}
