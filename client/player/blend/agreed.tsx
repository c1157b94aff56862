import type { BlendSettingsFragment, TagSource, TitleKind } from '../generated/documents';
import me from '../me/me.module.css';
import { Saved } from '../me/saved';
import { useWords } from '../words/language';
import css from './agreed.module.css';
import check from './check.module.css';
import { Limits } from './limits';
import { NameField } from './name-field';
import { Radios } from './radios';
import type { Settings } from './settings';

const STRATEGIES = [
  'AVERAGE',
  'LEAST_MISERY',
  'MOST_PLEASURE',
  'FAIR_TURNS',
  'ORIGINAL',
] as const satisfies readonly BlendSettingsFragment['strategy'][];
const TASTES = ['MODEL', 'TAGS'] as const satisfies readonly BlendSettingsFragment['taste'][];
const KINDS = ['MOVIE', 'SHOW', 'VIDEO', 'TRACK', 'BOOK'] as const satisfies readonly TitleKind[];
/** What a blend is of where nobody chose. */
const USUAL_KINDS: readonly TitleKind[] = ['MOVIE', 'SHOW'];
const LOW = 0.5;
const HIGH = 2;

interface AgreedProps {
  readonly settings: Settings;
  readonly isAlone: boolean;
  readonly tagSource: TagSource | null;
}

/** What the members of a blend agree on; each choice is saved as it is made. */
export function Agreed({ settings: { now, saving, fault, change }, isAlone, tagSource }: AgreedProps) {
  const { t } = useWords();
  const byTags = now.taste === 'TAGS' || now.strategy === 'ORIGINAL';
  const kinds = now.kinds.length === 0 ? USUAL_KINDS : now.kinds;
  const turn = (kind: TitleKind): void => {
    const next = kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
    if (next.length > 0) change({ kinds: next });
  };
  return (
    <section className={me.card} aria-labelledby="blend-settings">
      <header className={me.head}>
        <h2 id="blend-settings">{t('blend.settings')}</h2>
        <Saved saving={saving} />
      </header>
      <p className={me.why}>{t('blend.settings.why')}</p>
      <p role="alert" className={css.fault}>
        {fault && t(`blend.settings.${fault}`)}
      </p>
      <NameField name={now.name} onName={(name) => change({ name })} />
      {(!isAlone || now.strategy === 'ORIGINAL') && (
        <Radios
          legend={t('blend.strategy')}
          value={now.strategy}
          choices={STRATEGIES.map((each) => ({ value: each, label: t(`blend.strategy.${each}`), why: t(`blend.strategy.${each}.why`) }))}
          onValue={(strategy) => change({ strategy })}
        />
      )}
      <Radios
        legend={t('blend.taste')}
        value={byTags ? 'TAGS' : now.taste}
        isFixed={now.strategy === 'ORIGINAL'}
        choices={TASTES.map((each) => ({ value: each, label: t(`blend.taste.${each}`) }))}
        onValue={(taste) => change({ taste })}
      />
      {now.strategy === 'ORIGINAL' && <p className={me.why}>{t('blend.taste.always')}</p>}
      {byTags && tagSource === 'ATTRIBUTES' && <p className={me.why}>{t('blend.taste.attributes')}</p>}
      {byTags && (
        <Radios
          legend={t('blend.power')}
          value={now.power}
          choices={[
            { value: LOW, label: t('blend.power.low') },
            { value: HIGH, label: t('blend.power.high') },
          ]}
          onValue={(power) => change({ power })}
        />
      )}
      <fieldset className={css.kinds}>
        <legend>{t('blend.kinds')}</legend>
        {KINDS.map((kind) => (
          <button key={kind} type="button" className={css.kind} aria-pressed={kinds.includes(kind)} onClick={() => turn(kind)}>
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </fieldset>
      <Limits now={now} onChange={change} />
      <div className={check.check}>
        <input id="blend-rewatch" type="checkbox" checked={now.rewatch} onChange={({ target }) => change({ rewatch: target.checked })} />
        <label htmlFor="blend-rewatch">{t('blend.rewatch')}</label>
        <p className={me.why}>{t('blend.rewatch.why')}</p>
      </div>
    </section>
  );
}
