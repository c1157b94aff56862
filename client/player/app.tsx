import { Route, Router, Switch } from 'wouter';
import { TakenOverNotice } from './account/taken-over-notice';
import { Home } from './pages/home';
import { Missing } from './pages/missing';
import { Broken } from './parts/broken';
import { Frame } from './parts/frame';
import { later } from './parts/later';

const Landing = later(() => import('./pages/landing'));
const Search = later(() => import('./pages/search'));
const TitlePage = later(() => import('./pages/title'));
const Watch = later(() => import('./pages/watch'));
const Me = later(() => import('./pages/me'));
const HistoryPage = later(() => import('./pages/history'));
const HistoryImportPage = later(() => import('./pages/history-import'));
const InsightsPage = later(() => import('./pages/insights'));
const MoodPage = later(() => import('./pages/mood'));
const CardsPage = later(() => import('./pages/cards'));
const Blends = later(() => import('./pages/blends'));
const Join = later(() => import('./pages/join'));
const Hidden = later(() => import('./pages/hidden'));
const BlendPage = later(() => import('./pages/blend'));
const SignIn = later(() => import('./pages/sign-in'));
const SignUp = later(() => import('./pages/sign-up'));

/** The pages by their addresses; all but the first come when they are needed. */
export function App() {
  return (
    <Router base="/player">
      <Frame>
        <Broken>
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
            <Route path="/mood" component={MoodPage} />
            <Route path="/cards" component={CardsPage} />
            <Route path="/blend" component={Blends} />
            <Route path="/blend/join" component={Join} />
            <Route path="/blend/hidden" component={Hidden} />
            <Route path="/blend/:id" component={BlendPage} />
            <Route path="/sign-in" component={SignIn} />
            <Route path="/sign-up" component={SignUp} />
            <Route component={Missing} />
          </Switch>
        </Broken>
        <TakenOverNotice />
      </Frame>
    </Router>
  );
}
