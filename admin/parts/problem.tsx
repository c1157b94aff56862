import { type ErrorProps, Title } from 'react-admin';
import { Failure } from './failure';

/** What stands in place of a page that broke. */
export function Problem({ error }: ErrorProps) {
  return (
    <>
      <Title title="Something broke" />
      <Failure error={error} again={() => location.reload()} />
    </>
  );
}
