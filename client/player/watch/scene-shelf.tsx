import type { SceneListFragment, WatchPageQuery } from '../generated/documents';
import { useCalm } from '../lists/calm';
import { Live } from '../lists/live';
import { SideShelf } from '../lists/live-list';
import { TitleCard } from '../titles/title-card';
import { useWords } from '../words/language';
import { useSay } from '../words/say';
import { clockText } from './clock-text';
import { useLiveScenes } from './live-scenes';
import type { PlayerMedia } from './media';
import { useSceneAt } from './scene-at';

interface SceneShelfProps {
  readonly title: Pick<NonNullable<WatchPageQuery['title']>, 'id' | 'describedScenes'>;
  readonly media: PlayerMedia | null;
}

/** Titles that show what plays right now; nothing where no scene and no title says what it is about. */
export function SceneShelf({ title, media }: SceneShelfProps) {
  const at = useSceneAt(media, title.describedScenes);
  const { list, status } = useLiveScenes(title.id, at);
  // What goes by the past alone stands in the list of recommendations already.
  if (list === null || list.source === null || list.source === 'PAST') return null;
  return <Drawn list={list} status={status} />;
}

type Place = SceneListFragment['items'][number];

const keyOf = ({ title }: Place): string => title.id;

function Drawn({ list, status }: { readonly list: SceneListFragment; readonly status: ReturnType<typeof useLiveScenes>['status'] }) {
  const { t } = useSay();
  const { language } = useWords();
  const calm = useCalm(list.items, keyOf);
  if (calm.shown.length === 0) return null;
  const themesOf = (themes: Place['themes']): string => themes.map(({ theme }) => theme.names[language]).join(', ');
  const reasonOf = ({ themes, scene }: Place): string =>
    scene?.fromSeconds == null ? themesOf(themes) : t('watch.scene', { themes: themesOf(themes), at: clockText(scene.fromSeconds) });
  return (
    <div {...calm.hold}>
      <SideShelf
        heading={t(list.source === 'TITLE' ? 'watch.themes' : 'watch.scenes')}
        aside={<Live status={status} calm={calm} cause="" />}
      >
        {calm.shown.map((place) => (
          <li key={place.title.id}>
            <TitleCard title={place.title} look="side" reason={reasonOf(place)} />
          </li>
        ))}
      </SideShelf>
    </div>
  );
}
