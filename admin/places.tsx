import ImportsIcon from '@mui/icons-material/AddToPhotosOutlined';
import OperatorsIcon from '@mui/icons-material/BadgeOutlined';
import BlocksIcon from '@mui/icons-material/BlockOutlined';
import ThemesIcon from '@mui/icons-material/CategoryOutlined';
import PersonalizeIcon from '@mui/icons-material/CloudSyncOutlined';
import ChangesIcon from '@mui/icons-material/DifferenceOutlined';
import FiltersIcon from '@mui/icons-material/FilterAltOutlined';
import PersonalitiesIcon from '@mui/icons-material/Groups2Outlined';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import ModelsIcon from '@mui/icons-material/HubOutlined';
import DuplicatesIcon from '@mui/icons-material/JoinInnerOutlined';
import MoodsIcon from '@mui/icons-material/MoodOutlined';
import TitlesIcon from '@mui/icons-material/MovieOutlined';
import JobsIcon from '@mui/icons-material/PendingActionsOutlined';
import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import ForgottenIcon from '@mui/icons-material/PersonOffOutlined';
import DashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import ShopsIcon from '@mui/icons-material/StorefrontOutlined';
import InspectorIcon from '@mui/icons-material/TroubleshootOutlined';
import PlacementsIcon from '@mui/icons-material/ViewCarouselOutlined';
import KeysIcon from '@mui/icons-material/VpnKeyOutlined';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Resource } from './api/resource';
import { auditResource } from './audit/resource';
import { erasuresResource } from './erasures/resource';
import type { Right } from './generated/operator';
import { keysResource } from './keys/resource';
import { moodsResource } from './moods/resource';
import { operatorsResource } from './operators/resource';
import { peopleResource } from './people/resource';
import { placementsResource } from './placements/resource';
import { shopsResource } from './shops/resource';
import { titlesResource } from './titles/resource';

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

/** The first page after signing in, for whoever may see it. */
export const HOME = { icon: DashboardIcon, label: 'Dashboard', right: 'METRICS_READ' } as const;

/** Every place but the dashboard. */
export const PLACES: readonly Place[] = [
  {
    name: 'titles',
    label: 'Titles',
    icon: TitlesIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    resource: titlesResource,
    list: lazy(() => import('./titles/list')),
    edit: lazy(() => import('./titles/edit')),
    create: lazy(() => import('./titles/create')),
  },
  {
    name: 'imports',
    label: 'Imports',
    icon: ImportsIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_WRITE',
    page: lazy(() => import('./imports/page')),
  },
  {
    name: 'duplicates',
    label: 'Duplicates',
    icon: DuplicatesIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    page: lazy(() => import('./duplicates/page')),
  },
  {
    name: 'blocks',
    label: 'Blocked',
    icon: BlocksIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    page: lazy(() => import('./blocks/page')),
  },
  {
    name: 'changes',
    label: 'Changes',
    icon: ChangesIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    page: lazy(() => import('./changes/page')),
  },
  {
    name: 'moods',
    label: 'Moods',
    icon: MoodsIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    resource: moodsResource,
    list: lazy(() => import('./moods/list')),
    edit: lazy(() => import('./moods/edit')),
    create: lazy(() => import('./moods/create')),
  },
  {
    name: 'themes',
    label: 'Themes',
    icon: ThemesIcon,
    group: 'Catalogue',
    right: 'CATALOGUE_READ_ALL',
    page: lazy(() => import('./themes/page')),
  },
  {
    name: 'shops',
    label: 'Shops',
    icon: ShopsIcon,
    group: 'Catalogue',
    right: 'OFFERS_WRITE',
    resource: shopsResource,
    list: lazy(() => import('./shops/list')),
    edit: lazy(() => import('./shops/edit')),
    create: lazy(() => import('./shops/create')),
  },
  {
    name: 'people',
    label: 'People',
    icon: PeopleIcon,
    group: 'Audience',
    right: 'USERS_READ',
    resource: peopleResource,
    list: lazy(() => import('./people/list')),
    show: lazy(() => import('./people/person')),
  },
  {
    name: 'inspector',
    label: 'Inspector',
    icon: InspectorIcon,
    group: 'Audience',
    right: 'USERS_READ',
    page: lazy(() => import('./inspector/page')),
  },
  {
    name: 'personalities',
    label: 'Personalities',
    icon: PersonalitiesIcon,
    group: 'Audience',
    right: 'METRICS_READ',
    page: lazy(() => import('./personalities/page')),
  },
  {
    name: 'erasures',
    label: 'Forgotten',
    icon: ForgottenIcon,
    group: 'Audience',
    right: 'USERS_ERASE',
    resource: erasuresResource,
    list: lazy(() => import('./erasures/list')),
    show: lazy(() => import('./erasures/show')),
  },
  { name: 'models', label: 'Models', icon: ModelsIcon, group: 'Engine', right: 'MODELS_READ', page: lazy(() => import('./models/page')) },
  {
    name: 'personalize',
    label: 'Personalize',
    icon: PersonalizeIcon,
    group: 'Engine',
    right: 'MODELS_READ',
    page: lazy(() => import('./personalize/page')),
  },
  { name: 'jobs', label: 'Jobs', icon: JobsIcon, group: 'Engine', right: 'JOBS_READ', page: lazy(() => import('./jobs/page')) },
  {
    name: 'placements',
    label: 'Placements',
    icon: PlacementsIcon,
    group: 'Engine',
    right: 'METRICS_READ',
    resource: placementsResource,
    list: lazy(() => import('./placements/list')),
    edit: lazy(() => import('./placements/edit')),
    create: lazy(() => import('./placements/create')),
  },
  {
    name: 'filters',
    label: 'Filters',
    icon: FiltersIcon,
    group: 'Engine',
    right: 'PLACEMENTS_WRITE',
    page: lazy(() => import('./filters/page')),
  },
  {
    name: 'keys',
    label: 'Keys',
    icon: KeysIcon,
    group: 'Settings',
    right: 'KEYS_WRITE',
    resource: keysResource,
    list: lazy(() => import('./keys/list')),
    create: lazy(() => import('./keys/create')),
  },
  {
    name: 'operators',
    label: 'Operators',
    icon: OperatorsIcon,
    group: 'Settings',
    right: 'OPERATORS_WRITE',
    resource: operatorsResource,
    list: lazy(() => import('./operators/list')),
    edit: lazy(() => import('./operators/edit')),
    create: lazy(() => import('./operators/create')),
  },
  {
    name: 'audit',
    label: 'Audit',
    icon: AuditIcon,
    group: 'Settings',
    right: 'AUDIT_READ',
    resource: auditResource,
    list: lazy(() => import('./audit/list')),
  },
];
