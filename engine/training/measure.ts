import { judge } from '../../core/evaluate/gate';
import type { AlsSettings, ModelEvaluation } from '../../core/model';
import { evaluateSettings } from './evaluate';
import type { NamedMatrix } from './matrix-rows';
import { reweighed } from './reweighed';
import { readSnapshot } from './snapshot';
import { testSplit } from './test-split';
import type { Progress, TrainOrder } from './train-order';

interface Measured extends Pick<TrainOrder, 'url' | 'settings' | 'live' | 'threads'> {
  readonly asOf: Date;
  readonly progress: Progress;
}

/**
 * Measures settings on the part before a split, and those of the live model on the same part, beside popularity; says whether a model of
 * them may go live by itself. Equal settings are trained once.
 */
export async function measure(whole: NamedMatrix, { url, settings, live, threads, asOf, progress }: Measured): Promise<ModelEvaluation> {
  const { named, split } = testSplit(whole);
  const other = live === null || sameSettings(live.settings, settings) ? null : live.settings;
  const share = other === null ? 1 : 0.5;
  const candidate = await evaluateSettings({ split, settings, threads, onProgress: (part, message) => progress(share * part, message) });
  const beside =
    other &&
    (await evaluateSettings({
      split: sameReading(other, settings) ? split : reweighed(split, named, await readSnapshot(url, { ...other, asOf })),
      settings: other,
      threads,
      onProgress: (part, message) => progress(share + share * part, `Live settings. ${message}`),
    }));
  const gate = judge({
    candidate: candidate.perUser.model['ndcg@10'],
    popularity: candidate.perUser.popularity['ndcg@10'],
    live: live && (beside ?? candidate).perUser.model['ndcg@10'],
  });
  return { ...candidate.report, live: beside === null ? null : beside.report.model, gate };
}

/** True for settings that train alike. */
export function sameSettings(one: AlsSettings, other: AlsSettings): boolean {
  const names = Object.keys(one) as (keyof AlsSettings)[];
  return names.every((name) => one[name] === other[name]);
}

function sameReading(one: AlsSettings, other: AlsSettings): boolean {
  return one.preset === other.preset && one.halfLifeDays === other.halfLifeDays;
}
