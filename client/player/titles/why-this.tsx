import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { WhyThisDocument } from '../generated/documents';
import { useSay } from '../words/say';
import css from './why-this.module.css';

/** Reasons that say nothing about this person. */
const EMPTY = ['FALLBACK', 'EXPLORATION'];

/** Why a person might like a title, each reason with its part; nothing where there is none. */
export function WhyThis({ titleId }: { readonly titleId: string }) {
  const say = useSay();
  const id = useId();
  const { data } = useQuery(WhyThisDocument, { variables: { titleIds: [titleId] }, fetchPolicy: 'cache-and-network' });
  const reasons = (data?.rerank.items.nodes[0]?.reasons ?? []).filter(({ code }) => !EMPTY.includes(code));
  if (reasons.length === 0) return null;
  const whole = Math.max(...reasons.map(({ contribution }) => contribution ?? 0));
  return (
    <section className={css.why} aria-labelledby={id}>
      <h2 id={id}>{say.t('title.why')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.title?.id ?? reason.genre}`}>
            <span>{say.reason(reason)}</span>
            {reasons.length > 1 && reason.contribution !== null && whole > 0 && (
              <span className={css.part} aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(4, (reason.contribution / whole) * 100)}%` }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
