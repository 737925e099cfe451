import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAnswers, type PathAnswers } from '#domain/code-guide/path-questions.ts';
import { Gate } from './gate.tsx';
import { NotFound, WentWrong } from './not-found.tsx';

/** Which form is open, and about what; on lists, which view and what is looked for. */
interface AddressSearch {
  do?: string | undefined;
  id?: string | undefined;
  view?: string | undefined;
  query?: string | undefined;
  of?: string | undefined;
}

function readSearch(search: Record<string, unknown>): AddressSearch {
  const found: AddressSearch = {};
  for (const name of ['do', 'id', 'view', 'query', 'of'] as const) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  return found;
}

const root = createRootRoute({
  validateSearch: readSearch,
  component: Gate,
  notFoundComponent: NotFound,
  errorComponent: WentWrong,
});

const screen = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/worklist' });
  },
});
const worklist = screen(
  '/worklist',
  lazyRouteComponent(() => import('../worklist/worklist-screen.tsx'), 'WorklistScreen'),
);
const patients = screen(
  '/patients',
  lazyRouteComponent(() => import('../patient/patients-screen.tsx'), 'PatientsScreen'),
);
const newPatient = screen(
  '/patients/new',
  lazyRouteComponent(() => import('../patient/new-patient-screen.tsx'), 'NewPatientScreen'),
);
const patient = screen(
  '/patients/$patientId',
  lazyRouteComponent(() => import('../patient/patient-screen.tsx'), 'PatientScreen'),
);
const intake = screen(
  '/import',
  lazyRouteComponent(() => import('../intake/import-screen.tsx'), 'ImportScreen'),
);
const newCase = screen(
  '/cases/new',
  lazyRouteComponent(() => import('../intake/open-case-screen.tsx'), 'OpenCaseScreen'),
);
const caseHome = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/cases/$caseId/$section', params: { ...params, section: 'overview' } });
  },
});
const caseSection = screen(
  '/cases/$caseId/$section',
  lazyRouteComponent(() => import('../case/case-screen.tsx'), 'CaseScreen'),
);
const practiceHome = createRoute({
  getParentRoute: () => root,
  path: '/practice',
  beforeLoad: () => {
    throw redirect({ to: '/practice/$section', params: { section: 'profile' } });
  },
});
const practice = screen(
  '/practice/$section',
  lazyRouteComponent(() => import('../practice/practice-screen.tsx'), 'PracticeScreen'),
);

const optionsForPatient = screen(
  '/for-patient/$caseId/options/$sheetId',
  lazyRouteComponent(() => import('../for-patient/options-screen.tsx'), 'OptionsScreen'),
);

const planForPatient = screen(
  '/for-patient/$caseId/plan',
  lazyRouteComponent(() => import('../for-patient/plan-screen.tsx'), 'PlanScreen'),
);

const guide = screen(
  '/guide',
  lazyRouteComponent(() => import('../guide/guide-screen.tsx'), 'GuideScreen'),
);
const guidePage = screen(
  '/guide/$code',
  lazyRouteComponent(() => import('../guide/guide-page-screen.tsx'), 'GuidePageScreen'),
);
const whichCode = createRoute({
  getParentRoute: () => root,
  path: '/guide/which-code',
  validateSearch: (search: Record<string, unknown>): PathAnswers => readAnswers(search),
  component: lazyRouteComponent(() => import('../guide/which-code-screen.tsx'), 'WhichCodeScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    worklist,
    patients,
    newPatient,
    patient,
    intake,
    newCase,
    caseHome,
    caseSection,
    practiceHome,
    practice,
    optionsForPatient,
    planForPatient,
    guide,
    guidePage,
    whichCode,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
