import { EntitySchema } from 'typeorm';
import type { StoredLikes, TitleCount } from '../../core/like/stored';
import type { LikeModelRow } from '../../core/like-model';
import { bigint, json, key, nullable, text, time } from './columns';

interface StoredLikeModel extends LikeModelRow {
  readonly model: StoredLikes | null;
  readonly titles: Readonly<Record<number, TitleCount>> | null;
}

export const LIKE_MODELS = new EntitySchema<StoredLikeModel>({
  name: 'like_models',
  columns: {
    kind: key(text),
    state: text,
    likes: bigint,
    why: text,
    metrics: nullable(json),
    model: nullable(json),
    titles: nullable(json),
    trainedAt: nullable(time),
  },
});
