import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { LandingDocument, type LandingQuery } from '../generated/documents';
import { Button, buttonLook } from '../parts/button';
import { DemoPeople } from '../parts/demo-people';
import { Play } from '../parts/icon';
import { Skeleton } from '../parts/state';
import { keepVisit } from '../parts/visit';
import { Poster } from '../titles/poster';
import { useWords } from '../words/language';
import css from './landing.module.css';

const WALL = 18;

/** Says to whoever is here for the first time what this is, and lets them in. */
export default function Landing() {
  const { t } = useWords();
  const [, go] = useLocation();
  const { data } = useQuery(LandingDocument);
  useEffect(() => {
    document.title = t('landing.title');
  }, [t]);
  return (
    <div className={css.landing}>
      <Wall titles={data?.popular ?? null} />
      <div className={css.words}>
        <h1 className={css.heading}>{t('landing.heading')}</h1>
        <p className={css.what}>{t('landing.what')}</p>
        <div className={css.doors}>
          <Button
            look="strong"
            onClick={() => {
              keepVisit();
              go('/');
            }}
          >
            <Play />
            {t('landing.start')}
          </Button>
          <Link href="/sign-up" className={buttonLook('plain')}>
            {t('people.signUp')}
          </Link>
          <Link href="/sign-in" className={buttonLook('quiet')}>
            {t('people.signIn')}
          </Link>
        </div>
        <p className={css.note}>{t('landing.note')}</p>
      </div>
      {data?.demo && data.demo.people.length > 0 && <DemoPeople people={data.demo.people} />}
    </div>
  );
}

/** Posters as a wall to look at; what is on it is found behind the door. */
function Wall({ titles }: { readonly titles: LandingQuery['popular'] | null }) {
  return (
    <div className={css.wall} aria-hidden="true">
      {titles?.map((title) => (
        <Poster key={title.id} title={title} isFirst />
      ))}
      {!titles && [...Array(WALL).keys()].map((at) => <Skeleton key={at} className={css.blank} />)}
    </div>
  );
}
