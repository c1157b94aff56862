import { Component, type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../words/language';
import { Button } from './button';
import { Empty, Failed } from './state';

interface BoundaryProps {
  /** The address: at another one nothing is broken yet. */
  readonly at: string;
  readonly children: ReactNode;
}

/** How browsers, and the bundler for styles, say that a part could not be had: there is no network, or a newer version of the player. */
const NOT_FETCHED = /dynamically imported module|importing a module script failed|unable to preload/i;

/** Shows a way out where a page could not be fetched or drawn, instead of nothing at all. */
export function Broken({ children }: { readonly children: ReactNode }) {
  const [at] = useLocation();
  return <Boundary at={at}>{children}</Boundary>;
}

class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ at }: BoundaryProps): void {
    if (at !== this.props.at && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return NOT_FETCHED.test(String(error)) ? <NotFetched /> : <WayOut />;
  }
}

/** A script that could not be fetched stays away until the page is loaded anew: by itself once the network is back. */
function NotFetched() {
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);
  return <Failed onRetry={reload} />;
}

const reload = (): void => location.reload();

function WayOut() {
  const { t } = useWords();
  return (
    <Empty title={t('state.broken')}>
      <Button look="strong" onClick={() => location.assign('/player/')}>
        {t('state.toHome')}
      </Button>
    </Empty>
  );
}
