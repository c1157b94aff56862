import { EntitySchema } from 'typeorm';
import type { PersonalityGroup } from '../../core/personality';
import type { DescribedScene } from '../../core/scene/scene';
import { bigint, defaulting, double, identity, integer, key, now, nullable, text, texts, time } from './columns';

interface SceneListRow {
  readonly titleId: number;
  readonly version: number;
  readonly updatedAt: Date;
}

/** One row for each title whose scenes anybody described. */
export const SCENE_LISTS = new EntitySchema<SceneListRow>({
  name: 'scene_lists',
  columns: { titleId: key(bigint), version: defaulting(integer, 1), updatedAt: now },
});

export const DESCRIBED_SCENES = new EntitySchema<DescribedScene>({
  name: 'described_scenes',
  columns: { id: identity, titleId: bigint, fromSeconds: nullable(double), toSeconds: nullable(double), keywords: texts },
  indices: [{ name: 'described_scenes_title', columns: ['titleId'] }],
});

/** Sums over people; nobody is in it by name. */
export const PERSONALITY_GROUPS = new EntitySchema<PersonalityGroup & { readonly groupedAt: Date }>({
  name: 'personality_groups',
  columns: { key: key(text), people: integer, groupedAt: time },
});
