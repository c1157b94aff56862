import { Component, type ReactNode } from 'react';
import { useWords } from '../words/language';
import { Button } from './button';
import { Empty } from './state';

/** Shows a way out where drawing a page failed, instead of nothing at all. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <WayOut /> : this.props.children;
  }
}

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
