import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { TakenOverNotice } from './account/taken-over-notice';
import { Home } from './pages/home';
import { Missing } from './pages/missing';
import { Broken } from './parts/broken';
import { Frame } from './parts/frame';
import { Loading, Skeleton } from './parts/state';

const Landing = lazy(() => import('./pages/landing'));
const Search = lazy(() => import('./pages/search'));
const TitlePage = lazy(() => import('./pages/title'));
const Watch = lazy(() => import('./pages/watch'));
const Me = lazy(() => import('./pages/me'));
const HistoryPage = lazy(() => import('./pages/history'));
const HistoryImportPage = lazy(() => import('./pages/history-import'));
const InsightsPage = lazy(() => import('./pages/insights'));
const Blends = lazy(() => import('./pages/blends'));
const Join = lazy(() => import('./pages/join'));
const Hidden = lazy(() => import('./pages/hidden'));
const BlendPage = lazy(() => import('./pages/blend'));
const SignIn = lazy(() => import('./pages/sign-in'));
const SignUp = lazy(() => import('./pages/sign-up'));

/** The pages by their addresses; all but the first come when they are needed. */
export function App() {
  return (
    <Router base="/player">
      <Frame>
        <Broken>
          <Suspense
            fallback={
              <Loading>
                <Skeleton />
              </Loading>
            }
          >
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/welcome" component={Landing} />
              <Route path="/search" component={Search} />
              <Route path="/title/:id" component={TitlePage} />
              <Route path="/watch/:id" component={Watch} />
              <Route path="/me" component={Me} />
              <Route path="/history" component={HistoryPage} />
              <Route path="/history/:id" component={HistoryImportPage} />
              <Route path="/insights" component={InsightsPage} />
              <Route path="/blend" component={Blends} />
              <Route path="/blend/join" component={Join} />
              <Route path="/blend/hidden" component={Hidden} />
              <Route path="/blend/:id" component={BlendPage} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/sign-up" component={SignUp} />
              <Route component={Missing} />
            </Switch>
          </Suspense>
        </Broken>
        <TakenOverNotice />
      </Frame>
    </Router>
  );
}
