import { Title, useRedirect } from 'react-admin';
import { PlacementForm } from './placement-form';

/** A new placement: a name that a front end will ask by, and what it shall mean. */
export default function PlacementCreate() {
  const redirect = useRedirect();
  return (
    <>
      <Title title="Add placement" />
      <PlacementForm placement={null} onSaved={({ name }) => redirect('edit', 'placements', name)} />
    </>
  );
}
