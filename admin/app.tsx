import { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import SignIn from './account/sign-in';
import { authProvider } from './api/auth-provider';
import { createDataProvider } from './api/data-provider';
import { ApiError } from './api/request';
import Home from './frame/home';
import { Frame } from './frame/layout';
import type { Right } from './generated/operator';
import { darkTheme, lightTheme } from './look/theme';
import { PLACES } from './places';

const Account = lazy(() => import('./account/page'));
const Reset = lazy(() => import('./account/reset'));

const resources = Object.fromEntries(PLACES.flatMap(({ name, resource }) => (resource ? [[name, resource]] : [])));
const dataProvider = createDataProvider(resources);

/** What the server refuses stays refused; what did not reach it is worth two more tries. */
const retry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && ['OFFLINE', 'UNAVAILABLE'].includes(error.code);

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 2_000 },
    // Offline a save fails at once and says so: kept back and sent later, it could overwrite what others did meanwhile.
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The console: every place that the role may enter, at its address below /admin. */
export function App() {
  return (
    <BrowserRouter basename="/admin">
      <Routes>
        <Route
          path="/reset"
          element={
            <Suspense>
              <Reset />
            </Suspense>
          }
        />
        <Route path="/*" element={<Places />} />
      </Routes>
    </BrowserRouter>
  );
}

function Places() {
  return (
    <Admin
      title="Kinograph"
      authProvider={authProvider}
      dataProvider={dataProvider}
      queryClient={queryClient}
      dashboard={Home}
      loginPage={SignIn}
      layout={Frame}
      theme={lightTheme}
      darkTheme={darkTheme}
      requireAuth
      disableTelemetry
    >
      {(rights: readonly Right[] = []) => (
        <>
          {PLACES.filter(({ right }) => rights.includes(right)).map(
            ({ name, label, icon, resource, list, edit, create, show, page: Page }) =>
              resource ? (
                <Resource
                  key={name}
                  name={name}
                  icon={icon}
                  options={{ label }}
                  {...(list && { list })}
                  {...(edit && { edit })}
                  {...(create && { create })}
                  {...(show && { show })}
                />
              ) : (
                Page && (
                  <CustomRoutes key={name}>
                    <Route path={`/${name}/*`} element={<Page />} />
                  </CustomRoutes>
                )
              ),
          )}
          <CustomRoutes>
            <Route path="/account" element={<Account />} />
          </CustomRoutes>
        </>
      )}
    </Admin>
  );
}
