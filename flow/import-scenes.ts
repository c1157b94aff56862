import { parseSceneKeywords } from '../core/scene/keywords-file';
import type { SceneDraft } from '../core/scene/scene';
import { TitleKind } from '../core/title';
import type { ImportProblem } from '../core/title-draft';
import type { Db } from '../store/database';
import { sceneListsOf } from '../store/described-scenes';
import { titlesNamed } from '../store/title-names';
import { saveScenes } from './scene';

/** What an import did; every row of the file is counted once, and each bad one stands in `problems` in the order of the file. */
export interface ImportedScenes {
  readonly titles: number;
  readonly scenes: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

interface Import {
  readonly text: string;
  readonly signal: AbortSignal;
  /** Told after every row, from 0 to 1. */
  readonly progress: (fraction: number) => Promise<void> | void;
}

/**
 * Reads a file of keywords and gives them to the titles that it names, in one transaction: all of them or, where it is stopped, none. Scenes whose
 * place is known stay; those without one are replaced by the file's. A name that leads to no title or to several is a problem to look at, never a guess;
 * of a film and a video of one name the video is meant, since scenes are looked at in what can be played.
 */
export async function importScenes(db: Db, { text, signal, progress }: Import): Promise<ImportedScenes> {
  const { rows, problems } = parseSceneKeywords(text);
  const found = [...problems];
  const counts = { titles: 0, scenes: 0, unchanged: 0 };
  await db.transaction(async (db) => {
    const named = await titlesNamed(db, [...new Set(rows.flatMap(({ names }) => names))]);
    for (const [at, { row, names, year, scenes }] of rows.entries()) {
      signal.throwIfAborted();
      const alike = named.filter((title) => names.includes(title.key) && (year === null || title.year === year));
      const videos = alike.filter(({ kind }) => kind === TitleKind.VIDEO);
      const ids = [...new Set((videos.length > 0 ? videos : alike).map(({ id }) => id))];
      const [titleId] = ids;
      if (titleId === undefined || ids.length > 1) {
        const message = titleId === undefined ? 'No title has this name and year.' : `${ids.length} titles have this name and year.`;
        found.push({ row, field: 'movie', message });
      } else if (await replacePlaceless(db, titleId, scenes)) {
        counts.titles += 1;
        counts.scenes += scenes.length;
      } else counts.unchanged += 1;
      await progress((at + 1) / rows.length);
    }
  });
  found.sort((a, b) => a.row - b.row);
  return { ...counts, problems: found };
}

/** Whether anything changed. */
async function replacePlaceless(db: Db, titleId: number, told: readonly (readonly string[])[]): Promise<boolean> {
  const [{ version, scenes: before } = { version: 0, scenes: [] }] = await sceneListsOf(db, [titleId]);
  const placeless = before.filter(({ fromSeconds }) => fromSeconds === null).map(({ keywords }) => keywords);
  if (JSON.stringify(placeless) === JSON.stringify(told)) return false;
  const kept: readonly SceneDraft[] = before.filter(({ fromSeconds }) => fromSeconds !== null);
  const added = told.map((keywords) => ({ id: null, fromSeconds: null, toSeconds: null, keywords }));
  await saveScenes(db, 'system', { titleId, version, scenes: [...kept, ...added] });
  return true;
}
