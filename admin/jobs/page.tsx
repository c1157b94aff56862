import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Waiting } from '../parts/waiting';

const Queue = lazy(() => import('./queue'));
const Schedules = lazy(() => import('./schedules'));
const ShowJob = lazy(() => import('./show'));

/** Background work: what runs and has run, one job, and when work runs by itself. */
export default function JobsPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route index element={<Queue />} />
        <Route path="schedules" element={<Schedules />} />
        <Route path=":id" element={<ShowJob />} />
      </Routes>
    </Suspense>
  );
}
