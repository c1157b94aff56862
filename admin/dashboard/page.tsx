import { Title } from 'react-admin';
import { Empty } from '../parts/empty';
import { HOME } from '../places';

/** What is going on, and what needs somebody. */
export default function Dashboard() {
  return (
    <>
      <Title title={HOME.label} />
      <Empty title="Nothing to see yet." />
    </>
  );
}
