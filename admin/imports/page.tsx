import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Waiting } from '../parts/waiting';

const ImportList = lazy(() => import('./list'));
const NewImport = lazy(() => import('./new'));
const ShowImport = lazy(() => import('./show'));

/** Imports: all of them, a new one, and one on its way from its columns to its undoing. */
export default function ImportsPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route index element={<ImportList />} />
        <Route path="new" element={<NewImport />} />
        <Route path=":id" element={<ShowImport />} />
      </Routes>
    </Suspense>
  );
}
