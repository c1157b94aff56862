import { type ComponentType, useEffect, useState } from 'react';
import { Loading, Skeleton } from './state';

/**
 * A page whose script comes when it is first needed. Not by React.lazy: React shows what replaces a fallback of Suspense only 300 ms after
 * that, so that every page came a third of a second late. A script that cannot be had is thrown for `Broken`.
 */
export function later(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  let known: ComponentType | null = null;
  return function Later() {
    const [Page, setPage] = useState(() => known);
    useEffect(() => {
      if (Page !== null) return;
      let isGone = false;
      load().then(
        ({ default: page }) => {
          known = page;
          if (!isGone) setPage(() => page);
        },
        (error: unknown) => {
          if (isGone) return;
          setPage(() => {
            throw error;
          });
        },
      );
      return () => {
        isGone = true;
      };
    }, [Page]);
    if (Page !== null) return <Page />;
    return (
      <Loading>
        <Skeleton />
      </Loading>
    );
  };
}
