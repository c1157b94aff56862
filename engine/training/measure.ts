import { judge } from '../../core/evaluate/gate';
import type { AlsSettings, ModelEvaluation } from '../../core/model';
import { evaluateSettings, type SplitFactors } from './evaluate';
import type { NamedMatrix } from './matrix-rows';
import { reweighed } from './reweighed';
import { readSnapshot } from './snapshot';
import { type TestSplit, testSplit } from './test-split';
import type { Progress, TrainOrder } from './train-order';

interface Measured extends Pick<TrainOrder, 'settings' | 'live' | 'threads'> {
  readonly progress: Progress;
}

/**
 * Measures settings on the part before a split, and those of the live model on the same part, beside popularity; says whether a model of
 * them may go live by itself. Equal settings are trained once.
 */
export async function measure(
  whole: NamedMatrix,
  { url, asOf, ...measured }: Measured & Pick<TrainOrder, 'url' | 'asOf'>,
): Promise<ModelEvaluation> {
  return measureSplit(testSplit(whole), { ...measured, readAgain: (other) => readSnapshot(url, { ...other, asOf }) });
}

interface MeasuredSplit extends Measured {
  /** The same interactions as other settings read them. */
  readonly readAgain: (settings: AlsSettings) => Promise<NamedMatrix>;
  /** Factors of the settings that were trained elsewhere on the part to learn from; left out: trained here. */
  readonly factors?: SplitFactors;
}

/** Does so on a split that is at hand. The live settings are always trained here. */
export async function measureSplit({ named, split }: TestSplit, measured: MeasuredSplit): Promise<ModelEvaluation> {
  const { settings, live, threads, progress, readAgain, factors } = measured;
  const other = live === null || sameSettings(live.settings, settings) ? null : live.settings;
  const share = other === null ? 1 : 0.5;
  const elsewhere = factors === undefined ? {} : { factors };
  const onProgress = (part: number, message: string): void => progress(share * part, message);
  const candidate = await evaluateSettings({ split, settings, threads, ...elsewhere, onProgress });
  const beside =
    other &&
    (await evaluateSettings({
      split: sameReading(other, settings) ? split : reweighed(split, named, await readAgain(other)),
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
