import { createBrowserRouter, type RouteObject } from 'react-router';
import { Shell } from './shell.js';
import { Broken, NotHere } from './states.js';

type Loaded = Promise<{ default: React.ComponentType }>;

/** A screen of its own file: loaded when somebody goes there. */
const screen = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: Broken,
        children: [
          screen('/', () => import('../features/work/my-work.js')),
          screen('/cases', () => import('../features/cases/case-list.js')),
          screen('/cases/:caseId', () => import('../features/cases/case-page.js')),
          screen('/cases/:caseId/handovers/:id', () => import('../features/handovers/handover-page.js')),
          screen('/cases/:caseId/custodies/:victimId', () => import('../features/custody/custody-page.js')),
          screen('/cases/:caseId/:service/:id', () => import('../features/stages/record-page.js')),
          screen('/new', () => import('../features/intake/register.js')),
          screen('/board', () => import('../features/board/board.js')),
          screen('/search', () => import('../features/search/search-page.js')),
          screen('/notices', () => import('../features/notices/notices-page.js')),
          { path: '*', Component: NotHere },
        ],
      },
    ],
  },
]);
