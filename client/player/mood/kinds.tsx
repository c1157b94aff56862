import search from '../pages/search.module.css';
import { useWords } from '../words/language';
import { KINDS, type Kind } from './choice';
import css from './limits.module.css';

interface KindsProps {
  /** Empty: all of them. */
  readonly kinds: readonly Kind[];
  onKinds(kinds: readonly Kind[]): void;
}

/** Which kinds are looked for: all, or as many as are pressed. */
export function Kinds({ kinds, onKinds }: KindsProps) {
  const { t } = useWords();
  const turn = (kind: Kind): void => {
    const next = KINDS.filter((each) => (each === kind) !== kinds.includes(each));
    onKinds(next.length === KINDS.length ? [] : next);
  };
  return (
    <fieldset className={css.part}>
      <legend>{t('mood.kinds')}</legend>
      <div className={css.chips}>
        <button type="button" className={search.kind} aria-pressed={kinds.length === 0} onClick={() => onKinds([])}>
          {t('search.all')}
        </button>
        {KINDS.map((kind) => (
          <button key={kind} type="button" className={search.kind} aria-pressed={kinds.includes(kind)} onClick={() => turn(kind)}>
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
