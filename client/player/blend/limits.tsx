import type { BlendSettingsFragment } from '../generated/documents';
import { useSay } from '../words/say';
import { CERTIFICATES } from './certificates';
import { Choice } from './choice';
import type { Change } from './settings';

const MINUTES = [30, 60, 90, 120, 150, 180, 240];

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
