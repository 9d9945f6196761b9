import type { Role } from '@hejie/platform/contract';
import { lazy, type ComponentType } from 'react';
import type { DeskIconName } from './icons.js';
import { RequestCount } from './requests/request-count.js';

/** One place of the desk: a line in its first column and what opens beside it. */
export interface DeskSection {
  /** A wouter pattern; the part before `/:` is where the menu leads. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** Key of its name in the translation files. */
  readonly title: string;
  readonly icon: DeskIconName;
  /** The letter after `g` that leads here. */
  readonly shortcut: string;
  readonly component: ComponentType;
  /** How much waits there. */
  readonly count?: ComponentType;
}

const part = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) => lazy(async () => ({ default: (await load())[name] }));
const CASE_WORKERS = ['lawyer', 'mediator', 'operator', 'grid_officer'] as const;

/** In the order of the menu; the first one a role has is where it starts. */
export const SECTIONS: readonly DeskSection[] = [
  { path: '/desk/insight', roles: ['legal_officer'], title: 'desk.insight', icon: 'chart', shortcut: 'd', component: part(() => import('./insight/index.js'), 'InsightSection') },
  { path: '/desk/inbox/:itemId?', roles: ['partner'], title: 'desk.inbox', icon: 'inbox', shortcut: 'i', component: part(() => import('./partner/index.js'), 'PartnerSection') },
  { path: '/desk/today', roles: CASE_WORKERS, title: 'desk.today', icon: 'today', shortcut: 't', component: part(() => import('./today/index.js'), 'TodaySection') },
  { path: '/desk/cases/:caseId?', roles: [...CASE_WORKERS, 'legal_officer'], title: 'desk.cases', icon: 'cases', shortcut: 'c', component: part(() => import('./cases/index.js'), 'CasesSection') },
  { path: '/desk/requests', roles: ['lawyer'], title: 'desk.requests', icon: 'requests', shortcut: 'r', count: RequestCount, component: part(() => import('./requests/index.js'), 'RequestsSection') },
  { path: '/desk/calendar', roles: ['lawyer', 'mediator'], title: 'desk.calendar', icon: 'calendar', shortcut: 'l', component: part(() => import('./calendar/index.js'), 'CalendarSection') },
  { path: '/desk/profile', roles: ['lawyer'], title: 'desk.profile', icon: 'card', shortcut: 'm', component: part(() => import('./profile/index.js'), 'ProfileSection') },
  { path: '/desk/intake', roles: ['operator', 'grid_officer'], title: 'desk.intake', icon: 'intake', shortcut: 'n', component: part(() => import('./intake/index.js'), 'IntakeSection') },
  { path: '/desk/tables', roles: ['legal_officer'], title: 'desk.tables', icon: 'rows', shortcut: 'p', component: part(() => import('./tables/index.js'), 'TablesSection') },
  { path: '/desk/staff/:accountId?', roles: ['admin'], title: 'desk.staff', icon: 'people', shortcut: 's', component: part(() => import('./staff/index.js'), 'StaffSection') },
];

/** What people with these roles may open. */
export const sectionsOf = (roles: readonly Role[]) => SECTIONS.filter((s) => s.roles.some((r) => roles.includes(r)));

/** Where the menu leads for a section. */
export const homeOf = (section: DeskSection) => section.path.split('/:')[0]!;
