import { DEFAULT_SETTINGS } from '../core/als-settings';
import { type AlsSettings, TrainedOn } from '../core/model';
import { EngineName } from '../core/recommendation';
import type { SparkReach } from '../core/spark/settings';
import { baseOf, FIXED } from '../core/spark/training-settings';
import { type TrainingOptions, trainingOptions } from '../core/training-options';
import { missingOfSpark } from '../engine/spark/missing';
import type { Db } from '../store/database';
import { liveModel } from '../store/models';

/** Where a training may take place. */
export interface TrainingPlace {
  readonly name: TrainedOn;
  /** What this machine lacks for it, with what to do; null: nothing that can be seen. */
  readonly missing: string | null;
  /** What holds there for settings that are left out. */
  readonly settings: AlsSettings;
  /** Settings that have no choice there. */
  readonly fixed: readonly string[];
}

/** All that a form for trainings and searches needs to know today. */
export interface TrainingOptionsNow extends TrainingOptions {
  /** Settings of the live model; null: none is live. */
  readonly live: AlsSettings | null;
  readonly places: readonly TrainingPlace[];
}

/** The options with the live model's settings, and where trainings may take place. */
export async function trainingOptionsNow(db: Db, spark: SparkReach): Promise<TrainingOptionsNow> {
  const live = (await liveModel(db, EngineName.LOCAL))?.settings ?? null;
  const whole = live && { ...DEFAULT_SETTINGS, ...live };
  const places = [
    { name: TrainedOn.HERE, missing: null, settings: whole ?? DEFAULT_SETTINGS, fixed: [] },
    { name: TrainedOn.SPARK, missing: await missingOfSpark(spark), settings: baseOf(whole), fixed: FIXED },
  ];
  return { ...trainingOptions(), live, places };
}
