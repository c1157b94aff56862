import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useParams } from 'wouter';
import { isMissing } from '../api/missing';
import { TitlePageDocument, type TitlePageQuery } from '../generated/documents';
import { TitleRow } from '../lists/title-row';
import { Empty, Failed } from '../parts/state';
import { Credits } from '../titles/credits';
import { Episodes } from '../titles/episodes';
import { Poster } from '../titles/poster';
import { Scenes } from '../titles/scenes';
import { TitleCard } from '../titles/title-card';
import { TitleDeeds } from '../titles/title-deeds';
import { TitleFacts } from '../titles/title-facts';
import { TitleSkeleton } from '../titles/title-skeleton';
import { WhyThis } from '../titles/why-this';
import { useSay } from '../words/say';
import css from './title.module.css';

/** Everything about one title. */
export default function TitlePage() {
  const { t } = useSay();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(TitlePageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const name = data?.title?.name;
  useEffect(() => {
    document.title = name === undefined ? t('app.name') : `${name} · ${t('app.name')}`;
  }, [name, t]);
  if (isMissing(error)) return <Empty title={t('title.missing')} />;
  if (!data && error) return <Failed onRetry={() => void refetch()} />;
  if (!data) return <TitleSkeleton />;
  if (data.title === null) return <Empty title={t('title.missing')} />;
  return <Told key={id} title={data.title} past={data.history.nodes[0] ?? null} />;
}

interface ToldProps {
  readonly title: NonNullable<TitlePageQuery['title']>;
  readonly past: TitlePageQuery['history']['nodes'][number] | null;
}

function Told({ title, past }: ToldProps) {
  const say = useSay();
  const similar = title.similar ?? [];
  return (
    <article className={css.page}>
      <div className={css.glow} aria-hidden="true">
        <img src={title.posterUrl} alt="" />
      </div>
      <div className={css.top}>
        <div className={`${css.poster} ${title.kind === 'TRACK' ? css.sleeve : ''}`}>
          <Poster title={title} isFirst />
        </div>
        <div className={css.words}>
          <TitleFacts title={title} />
          <TitleDeeds title={title} past={past} />
          {title.description && <p className={css.description}>{title.description}</p>}
          <Credits credits={title.credits} />
          {title.tags.length > 0 && (
            <ul className={css.tags} aria-label={say.t('title.tags')}>
              {title.tags.slice(0, 12).map(({ tag }) => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          )}
          <WhyThis titleId={title.id} />
        </div>
      </div>
      <Episodes episodes={title.episodes} next={title.nextEpisode} />
      {title.scenes && <Scenes scenes={title.scenes} seconds={title.seconds} />}
      {similar.length > 0 && (
        <TitleRow heading={say.t('title.similar')}>
          {similar.map(({ title: other, shared }) => (
            <li key={other.id}>
              <TitleCard title={other} reason={say.shared(shared)} />
            </li>
          ))}
        </TitleRow>
      )}
    </article>
  );
}
