import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { AnswerHistoryImportDocument, type HistoryImportCardFragment } from '../generated/documents';
import { useWords } from '../words/language';
import { type DayOrder, written } from './dates';
import css from './question.module.css';

const ORDERS = ['DAY_FIRST', 'MONTH_FIRST'] as const;
const MOST_SAMPLES = 3;

type Answer = { readonly profile: string } | { readonly dateOrder: DayOrder };

/** What a file leaves open, as choices to press. */
export function Question({ imported, onFailed }: { readonly imported: HistoryImportCardFragment; readonly onFailed: () => void }) {
  const [send, { loading }] = useMutation(AnswerHistoryImportDocument);
  const [fault, setFault] = useState('');
  const { t } = useWords();
  const answer = async (said: Answer): Promise<void> => {
    const errors = await send({ variables: { input: { id: imported.id, ...said } } }).then(
      ({ data }) => data?.answerHistoryImport.userErrors,
      () => undefined,
    );
    if (errors?.length === 0) return;
    setFault(t(errors?.[0]?.code === 'CONFLICT' ? 'history.question.late' : 'people.fault.failed'));
    onFailed();
  };
  const Asked = imported.question === 'PROFILE' ? Profiles : DateOrders;
  return (
    <section className={css.question} aria-labelledby="history-question">
      <Asked imported={imported} isBusy={loading} onAnswer={(said) => void answer(said)} />
      <p role="alert" className={css.fault}>
        {fault}
      </p>
    </section>
  );
}

interface AskedProps {
  readonly imported: HistoryImportCardFragment;
  readonly isBusy: boolean;
  readonly onAnswer: (said: Answer) => void;
}

function Profiles({ imported, isBusy, onAnswer }: AskedProps) {
  const { t } = useWords();
  return (
    <>
      <h2 id="history-question">{t('history.question.profile')}</h2>
      <p className={css.why}>{t('history.question.profile.why')}</p>
      <ul className={css.choices}>
        {imported.profiles.map(({ name, rows }) => (
          <li key={name}>
            <button type="button" className={css.choice} disabled={isBusy} onClick={() => onAnswer({ profile: name })}>
              <span className={css.label}>{name}</span>
              <span className={css.rows}>{t('history.rows', { count: rows })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function DateOrders({ imported, isBusy, onAnswer }: AskedProps) {
  const { t, language } = useWords();
  const samples = imported.dateSamples.slice(0, MOST_SAMPLES);
  return (
    <>
      <h2 id="history-question">{t('history.question.dates')}</h2>
      <p className={css.why}>{t('history.question.dates.why', { dates: samples.join(', ') })}</p>
      <ul className={css.choices}>
        {ORDERS.map((order) => (
          <li key={order}>
            <button type="button" className={css.choice} disabled={isBusy} onClick={() => onAnswer({ dateOrder: order })}>
              <span className={css.label}>{t(`history.dates.${order}`)}</span>
              <span className={css.rows}>{written(samples, order, language).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
