import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { GenresDocument, type HideFromBlendsInput } from '../generated/documents';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { useSay } from '../words/say';
import { CERTIFICATES } from './certificates';
import { Choice } from './choice';
import css from './hidden.module.css';

/** Hides, or shows again, all that fits: by genre, by certificate, by when it was watched first. */
export function HideSome({ onHide }: { onHide(input: HideFromBlendsInput): void }) {
  const { t, genre: genreName } = useSay();
  const id = useId();
  const { data } = useQuery(GenresDocument);
  const [genre, setGenre] = useState('');
  const [certificate, setCertificate] = useState('');
  const [day, setDay] = useState('');
  const [isLacking, setLacking] = useState(false);
  // A genre in brackets says that there is none.
  const genres = [...new Set((data?.genres ?? []).map((each) => each.genre))].filter((each) => !each.startsWith('(')).sort();
  const send = (hidden: boolean): void => {
    const before = day === '' ? null : new Date(`${day}T00:00`);
    const isEmpty = genre === '' && certificate === '' && before === null;
    setLacking(isEmpty);
    if (isEmpty) return;
    onHide({ hidden, genres: genre === '' ? null : [genre], certificate: certificate || null, before: before?.toISOString() ?? null });
  };
  return (
    <section className={me.card} aria-labelledby="hide-some">
      <h2 id="hide-some">{t('hidden.some')}</h2>
      <p className={me.why}>{t('hidden.some.why')}</p>
      <Choice label={t('hidden.genre')} value={genre} onValue={setGenre}>
        <option value="">{t('hidden.genre.any')}</option>
        {genres.map((each) => (
          <option key={each} value={each}>
            {genreName(each)}
          </option>
        ))}
      </Choice>
      <Choice label={t('hidden.certificate')} value={certificate} onValue={setCertificate}>
        <option value="">{t('hidden.certificate.any')}</option>
        {CERTIFICATES.filter(([, age]) => age > 0).map(([each]) => (
          <option key={each} value={each}>
            {t('hidden.certificate.from', { certificate: each })}
          </option>
        ))}
      </Choice>
      <div className={css.day}>
        <label htmlFor={id}>{t('hidden.before')}</label>
        <input id={id} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </div>
      <p role="alert" className={css.fault}>
        {isLacking && t('hidden.choose')}
      </p>
      <div className={css.ways}>
        <Button look="strong" onClick={() => send(true)}>
          {t('hidden.hide')}
        </Button>
        <Button onClick={() => send(false)}>{t('hidden.show')}</Button>
      </div>
    </section>
  );
}
