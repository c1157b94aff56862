import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Waiting } from '../parts/waiting';

const ModelList = lazy(() => import('./list'));
const CompareModels = lazy(() => import('./compare'));
const ShowModel = lazy(() => import('./show'));
const MapPage = lazy(() => import('./map'));

/** Models: all of them, one, its map, and two side by side. */
export default function ModelsPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route index element={<ModelList />} />
        <Route path="compare" element={<CompareModels />} />
        <Route path=":id" element={<ShowModel />} />
        <Route path=":id/map" element={<MapPage />} />
      </Routes>
    </Suspense>
  );
}
