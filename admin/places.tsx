import ModelsIcon from '@mui/icons-material/HubOutlined';
import JobsIcon from '@mui/icons-material/PendingActionsOutlined';
import DashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Resource } from './api/resource';
import type { Right } from './generated/operator';

/** The parts of the menu, in their order. */
export const GROUPS = ['', 'Catalogue', 'Audience', 'Engine', 'Settings'] as const;

/** One place of the console: an entry of the menu, its address and its pages. */
export interface Place {
  /** Its address below /admin and, with `resource`, the name of the resource: plural and lower case, for example titles. */
  readonly name: string;
  readonly label: string;
  readonly icon: ComponentType;
  readonly group: (typeof GROUPS)[number];
  /** Without this right it is neither shown nor reachable. */
  readonly right: Right;
  /** What the data provider needs; a place of one `page` needs none. */
  readonly resource?: Resource;
  readonly list?: Page;
  readonly edit?: Page;
  readonly create?: Page;
  readonly show?: Page;
  /** A page of its own at /admin/<name>/*, for places that are no table. */
  readonly page?: Page;
  /** False: reached by links only. */
  readonly inMenu?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: pages take no props of ours; react-admin passes its own.
type Page = LazyExoticComponent<ComponentType<any>>;

/** The first page after signing in. */
export const HOME = { icon: DashboardIcon, label: 'Dashboard' } as const;

/** Every place but the dashboard. */
export const PLACES: readonly Place[] = [
  { name: 'models', label: 'Models', icon: ModelsIcon, group: 'Engine', right: 'MODELS_READ', page: lazy(() => import('./models/page')) },
  { name: 'jobs', label: 'Jobs', icon: JobsIcon, group: 'Engine', right: 'JOBS_READ', page: lazy(() => import('./jobs/page')) },
];
