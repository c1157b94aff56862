import { useEffect, useState } from 'react';
import { type LineStatus, subscribeTo } from '../api/subscription';
import { type SceneListFragment, SceneTitlesDocument } from '../generated/documents';

/** Titles by the scene that plays. */
interface LiveScenes {
  /** Null until the first ones came, and where they cannot be had: what stands beside the player is missed by nobody. */
  readonly list: SceneListFragment | null;
  readonly status: LineStatus;
}

const FIRST = 5;

/** The titles that show what plays from `atSeconds` on, null for no scene; they follow what the person does. */
export function useLiveScenes(titleId: string, atSeconds: number | null): LiveScenes {
  const [list, setList] = useState<SceneListFragment | null>(null);
  const [status, setStatus] = useState<LineStatus>('connecting');
  useEffect(
    () =>
      subscribeTo(
        SceneTitlesDocument,
        { input: { titleId, atSeconds, first: FIRST } },
        {
          next: ({ sceneRecommendationsChanged: next }) => setList((known) => (isOlder(next, known) ? known : next)),
          ended: () => setStatus('waiting'),
          status: setStatus,
        },
      ),
    [titleId, atSeconds],
  );
  return { list, status };
}

function isOlder(next: SceneListFragment, known: SceneListFragment | null): boolean {
  return known !== null && known.id === next.id && next.version < known.version;
}
