import { Title, useRedirect } from 'react-admin';
import { MoodForm } from './mood-form';

/** A new mood. */
export default function MoodCreate() {
  const redirect = useRedirect();
  return (
    <>
      <Title title="Add mood" />
      <MoodForm mood={null} onSaved={({ id }) => redirect('edit', 'moods', id)} />
    </>
  );
}
