import { Title, useGetOne, useRedirect } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Failure } from '../parts/failure';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { Compared } from './compared';
import { PlacementForm } from './placement-form';
import { RemovePlacement } from './remove-placement';
import { type PlacementListed, ServedIn } from './served';

/** One placement: what its name means, beside what it would list now. */
export default function PlacementEdit() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<PlacementListed>('placements', { id });
  const redirect = useRedirect();
  return (
    <>
      <Title title={id} />
      {isPending && <Waiting />}
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {data && (
        <PlacementForm
          key={data.name}
          placement={data}
          onSaved={() => undefined}
          below={
            <>
              {(data.shadow !== null || (data.comparisons ?? []).length > 0) && (
                <Section title="Engines compared">
                  <Compared placement={data} />
                </Section>
              )}
              <Section
                title="What was served"
                beside={<RemovePlacement placement={data} onRemoved={() => redirect('list', 'placements')} />}
              >
                <ServedIn placement={data} />
              </Section>
            </>
          }
        />
      )}
    </>
  );
}
