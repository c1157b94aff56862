import { lazy } from 'react';
import { usePermissions } from 'react-admin';
import { Navigate } from 'react-router-dom';
import type { Right } from '../generated/operator';
import { Waiting } from '../parts/waiting';
import { HOME, PLACES } from '../places';

const Dashboard = lazy(() => import('../dashboard/page'));

/** What `/` shows: the dashboard, or, to whom it is closed, the first place that is open to them. */
export default function Home() {
  const { permissions, isPending } = usePermissions<readonly Right[]>();
  if (isPending || !permissions) return <Waiting />;
  if (permissions.includes(HOME.right)) return <Dashboard />;
  const first = PLACES.find(({ right }) => permissions.includes(right));
  return first ? <Navigate to={`/${first.name}`} replace /> : <Navigate to="/account" replace />;
}
