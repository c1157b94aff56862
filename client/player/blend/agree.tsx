import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { AgreeInBlendDocument, type LiveBlendFragment } from '../generated/documents';
import me from '../me/me.module.css';
import { useWords } from '../words/language';
import css from './check.module.css';
import { useNames } from './names';

/** Whether reasons may name to the others what one watched; only once all agree they do. */
export function Agree({ blend, changed }: { readonly blend: LiveBlendFragment; changed(): void }) {
  const { t } = useWords();
  const { nameOf } = useNames();
  const id = useId();
  const [send] = useMutation(AgreeInBlendDocument);
  /** What was chosen, until the blend says so too. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const agrees = blend.members.find(({ isYou }) => isYou)?.agrees ?? false;
  if (chosen === agrees) setChosen(null);
  const choose = async (next: boolean): Promise<void> => {
    setChosen(next);
    const isTaken = await send({ variables: { id: blend.id, agrees: next } }).then(
      ({ data }) => data?.agreeInBlend.userErrors.length === 0,
      () => false,
    );
    setFailed(!isTaken);
    if (!isTaken) setChosen(null);
    else changed();
  };
  const missing = blend.members.filter((member) => !member.isYou && !member.agrees).map(({ userId }) => nameOf(blend.members, userId));
  const isOn = chosen ?? agrees;
  return (
    <div className={me.card}>
      <div className={css.check}>
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-why`}
          onChange={({ target }) => void choose(target.checked)}
        />
        <label htmlFor={id}>{t('blend.agree')}</label>
        <p id={`${id}-why`} className={me.why}>
          {t('blend.agree.why')}
        </p>
      </div>
      <Link href="/blend/hidden" className={css.link}>
        {t('hidden.heading')}
      </Link>
      <p role="status" className={css.said}>
        {hasFailed && t('blend.failed')}
        {!hasFailed && blend.allAgree && t('blend.agree.all')}
        {!hasFailed && isOn && missing.length > 0 && t('blend.agree.waits', { names: missing.join(', ') })}
      </p>
    </div>
  );
}
