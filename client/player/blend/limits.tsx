import { type ReactNode, useId } from 'react';
import type { BlendSettingsFragment } from '../generated/documents';
import me from '../me/me.module.css';
import { useSay } from '../words/say';
import type { Change } from './settings';

const MINUTES = [30, 60, 90, 120, 150, 180, 240];
/** From which age each is meant, as the server reads them. */
const CERTIFICATES: readonly (readonly [certificate: string, age: number])[] = [
  ['G', 0],
  ['TV-Y7', 7],
  ['PG', 10],
  ['PG-13', 13],
  ['TV-14', 14],
  ['R', 17],
  ['NC-17', 18],
];

interface LimitsProps {
  readonly now: Pick<BlendSettingsFragment, 'seconds' | 'certificate'>;
  onChange(change: Change): void;
}

/** How long an evening they have, and what the youngest of them may see. */
export function Limits({ now, onChange }: LimitsProps) {
  const say = useSay();
  const times = [...new Set([...MINUTES.map((minutes) => minutes * 60), ...(now.seconds === null ? [] : [now.seconds])])].sort(
    (a, b) => a - b,
  );
  const known = CERTIFICATES.some(([certificate]) => certificate === now.certificate);
  return (
    <>
      <Choice
        label={say.t('blend.seconds')}
        value={String(now.seconds ?? '')}
        onValue={(seconds) => onChange({ seconds: seconds === '' ? null : Number(seconds) })}
      >
        <option value="">{say.t('blend.seconds.any')}</option>
        {times.map((seconds) => (
          <option key={seconds} value={seconds}>
            {say.length({ seconds, pages: null })}
          </option>
        ))}
      </Choice>
      <Choice
        label={say.t('blend.certificate')}
        value={now.certificate ?? ''}
        onValue={(certificate) => onChange({ certificate: certificate || null })}
      >
        <option value="">{say.t('blend.certificate.any')}</option>
        {!known && now.certificate !== null && <option value={now.certificate}>{now.certificate}</option>}
        {CERTIFICATES.map(([certificate, age]) => (
          <option key={certificate} value={certificate}>
            {say.t(age === 0 ? 'blend.certificate.all' : 'blend.certificate.from', { certificate, age })}
          </option>
        ))}
      </Choice>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  onValue(value: string): void;
}

function Choice({ label, value, onValue, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={me.choice}>
      <label htmlFor={id}>{label}</label>
      <span className={me.box}>
        <select id={id} value={value} onChange={({ target }) => onValue(target.value)}>
          {children}
        </select>
      </span>
    </div>
  );
}
