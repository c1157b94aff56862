import { useState } from 'react';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import css from './history.module.css';
import { keepFile, pastAsCsv, pastAsJson, wholePast } from './past';

/** The whole history as a file, made in the browser. */
export function Downloads() {
  const { t } = useWords();
  const [count, setCount] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const keep = async (format: 'json' | 'csv'): Promise<void> => {
    if (count !== null) return;
    setFailed(false);
    setCount(0);
    try {
      const past = await wholePast(setCount);
      if (format === 'json') keepFile('kinograph-history.json', 'application/json', pastAsJson(past));
      else keepFile('kinograph-history.csv', 'text/csv', pastAsCsv(past));
    } catch {
      setFailed(true);
    }
    setCount(null);
  };
  return (
    <>
      <Button onClick={() => void keep('json')}>{t('me.history.json')}</Button>
      <Button onClick={() => void keep('csv')}>{t('me.history.csv')}</Button>
      <span role="status" className={css.facts}>
        {count !== null && t('me.history.packing', { count })}
        {hasFailed && t('state.failed')}
      </span>
    </>
  );
}
