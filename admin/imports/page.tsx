import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Waiting } from '../parts/waiting';

const ImportList = lazy(() => import('./list'));
const Genome = lazy(() => import('../genome/page'));
const NewImport = lazy(() => import('./new'));
const ShowImport = lazy(() => import('./show'));

/** Imports: all of them, a new one, one on its way from its columns to its undoing, and the tag genome. */
export default function ImportsPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route index element={<ImportList />} />
        <Route path="new" element={<NewImport />} />
        <Route path="genome" element={<Genome />} />
        <Route path=":id" element={<ShowImport />} />
      </Routes>
    </Suspense>
  );
}
