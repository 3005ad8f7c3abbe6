/**
 * The checklist of an admin: what is set up, what is missing, and the way to it. Pure; every sentence is English
 * until the page says it in the reader's language.
 */

import type { SetupProject, SetupState } from '#domain/system/setup-answer.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { afterSaleChecks } from './after-sale-checks.ts';

/** MISSING keeps people from working, LATER does not, WATCH was done and needs a look. */
export type CheckState = 'DONE' | 'MISSING' | 'LATER' | 'WATCH';

/** Twenty's list of an object, a page of its settings, or one of our commands that the page itself gives. */
export type Way =
  | { label: string; objects: string }
  | { label: string; settings: string }
  | {
      label: string;
      command:
        | 'system/set-up-dashboards'
        | 'ledger/set-up-dunning'
        | 'handover/set-up-inspection-template'
        | 'care/set-up-warranty'
        | 'care/set-up-service-levels'
        | 'workflows';
      /** Whose warranty terms. */
      rules?: 'CHINA' | 'DUBAI';
    };

export type Check = {
  key: string;
  label: string;
  state: CheckState;
  told: string;
  values: Record<string, string | number>;
  ways: Way[];
};

export type CheckGroup = { key: string; label: string; checks: Check[] };

type Draft = Omit<Check, 'values' | 'ways'> & { values?: Check['values']; ways?: Way[] };

export const check = ({ values = {}, ways = [], ...draft }: Draft): Check => ({ ...draft, values, ways });

export const open = (objects: string): Way[] => [{ label: msg('Open list'), objects }];

const SOON_DAYS = 30;

export function checksOf(state: SetupState): CheckGroup[] {
  return [
    { key: 'sell', label: msg('To sell'), checks: sellingChecks(state) },
    { key: 'people', label: msg('People and rights'), checks: peopleChecks(state) },
    { key: 'money', label: msg('Money and letters'), checks: moneyChecks(state) },
    { key: 'afterSale', label: msg('After the sale'), checks: afterSaleChecks(state) },
    { key: 'tools', label: msg('Workflows and dashboards'), checks: toolChecks(state) },
  ];
}

function sellingChecks({ projects, counts, unitsWithoutPrice, now }: SetupState): Check[] {
  const noTerms = projects.filter(({ hasTerms }) => !hasTerms);
  return [
    check({
      key: 'projects',
      label: msg('Projects'),
      state: projects.length === 0 ? 'MISSING' : noTerms.length > 0 ? 'WATCH' : 'DONE',
      told:
        projects.length === 0
          ? msg('Enter a project with its currency and time zone.')
          : noTerms.length > 0
            ? msg('{names} lacks a currency or a time zone.')
            : msg('{count} entered.'),
      values: { count: projects.length, names: namesOf(noTerms) },
      ways: open('keyturnProjects'),
    }),
    permitCheck(projects, now),
    check({
      key: 'units',
      label: msg('Buildings and units'),
      state: counts.units === 0 ? 'MISSING' : unitsWithoutPrice > 0 ? 'WATCH' : 'DONE',
      told:
        counts.units === 0
          ? msg('Enter a building, then run Generate units on it.')
          : unitsWithoutPrice > 0
            ? msg('{count} units have no price yet: read a price list on the project.')
            : msg('{count} units in {buildings} buildings.'),
      values: {
        count: counts.units === 0 || unitsWithoutPrice === 0 ? counts.units : unitsWithoutPrice,
        buildings: counts.buildings,
      },
      ways: open(counts.units === 0 ? 'keyturnBuildings' : 'keyturnUnits'),
    }),
    check({
      key: 'milestones',
      label: msg('Construction milestones'),
      state: counts.milestones === 0 ? 'LATER' : 'DONE',
      told:
        counts.milestones === 0
          ? msg('Needed where payments wait for the construction.')
          : msg('{count} entered.'),
      values: { count: counts.milestones },
      ways: open('keyturnMilestones'),
    }),
    check({
      key: 'plans',
      label: msg('Payment plans'),
      state: counts.paymentPlans === 0 || counts.paymentPlanLines === 0 ? 'MISSING' : 'DONE',
      told:
        counts.paymentPlans === 0
          ? msg('Without a plan no contract can be signed.')
          : counts.paymentPlanLines === 0
            ? msg('The plans have no lines yet.')
            : msg('{count} entered.'),
      values: { count: counts.paymentPlans },
      ways: open(counts.paymentPlans === 0 ? 'keyturnPaymentPlans' : 'keyturnPaymentPlanLines'),
    }),
    check({
      key: 'discounts',
      label: msg('Discount rules'),
      state: counts.discountRules === 0 ? 'LATER' : 'DONE',
      told:
        counts.discountRules === 0 ? msg('Without rules units sell at list price.') : msg('{count} entered.'),
      values: { count: counts.discountRules },
      ways: open('keyturnDiscountRules'),
    }),
  ];
}

function permitCheck(projects: readonly SetupProject[], now: string): Check {
  const today = now.slice(0, 10);
  const soon = new Date(Date.parse(now) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  const asked = projects.filter(({ needsPermit }) => needsPermit);
  const without = asked.filter(({ permitNumber }) => permitNumber === '');
  const dated = asked.filter(
    ({ permitNumber, permitExpiresOn }) => permitNumber !== '' && permitExpiresOn !== null,
  );
  const over = dated.filter(({ permitExpiresOn }) => (permitExpiresOn ?? '') < today);
  const ending = dated.filter(({ permitExpiresOn }) => (permitExpiresOn ?? '') < soon);
  const [state, told, names]: [CheckState, string, SetupProject[]] =
    without.length > 0
      ? ['MISSING', msg('{names} needs a pre-sale permit before units are released.'), without]
      : over.length > 0
        ? ['MISSING', msg('The permit of {names} has expired.'), over]
        : ending.length > 0
          ? ['WATCH', msg('The permit of {names} expires within 30 days.'), ending]
          : asked.length > 0
            ? ['DONE', msg('Every project that needs one has a valid permit.'), []]
            : ['LATER', msg('No project asks for a permit. Set it on the project where the law does.'), []];
  return check({
    key: 'permits',
    label: msg('Pre-sale permits'),
    state,
    told,
    values: { names: namesOf(names) },
    ways: open('keyturnProjects'),
  });
}

function peopleChecks({ counts, teamLeads, members }: SetupState): Check[] {
  return [
    check({
      key: 'roles',
      label: msg('Roles of people'),
      state: members <= 1 ? 'MISSING' : 'WATCH',
      told:
        members <= 1
          ? msg('Invite your colleagues, then give each of them a Keyturn role.')
          : msg(
              '{count} people are in this workspace. Twenty’s own Member role may edit everything: give salespeople and finance a Keyturn role.',
            ),
      values: { count: members },
      ways: [
        { label: msg('Open members'), settings: 'members' },
        { label: msg('Open roles'), settings: 'members/roles' },
      ],
    }),
    check({
      key: 'rights',
      label: msg('Rights of your own roles'),
      state: 'LATER',
      told: msg('A role may do what it may see of the object Keyturn right: set its fields per role.'),
      ways: [{ label: msg('Open roles'), settings: 'members/roles' }, ...open('keyturnRights')],
    }),
    check({
      key: 'teams',
      label: msg('Sales teams'),
      state: counts.teamMembers === 0 ? 'LATER' : teamLeads === 0 ? 'WATCH' : 'DONE',
      told:
        counts.teamMembers === 0
          ? msg('Without teams a salesperson acts on their own deals only, a sales manager on all.')
          : teamLeads === 0
            ? msg('{count} people are in a team, and nobody leads one.')
            : msg('{count} people in teams, {leads} lead.'),
      values: { count: counts.teamMembers, leads: teamLeads },
      ways: open('keyturnTeamMembers'),
    }),
  ];
}

function moneyChecks({ projects, counts, variables }: SetupState): Check[] {
  const noLetters = projects.filter(({ hasLetterhead, hasBankDetails }) => !hasLetterhead || !hasBankDetails);
  const secret = variables.find(({ name }) => name === 'KEYTURN_PAYMENT_SECRET');
  return [
    check({
      key: 'letters',
      label: msg('Company data for letters'),
      state: projects.length === 0 ? 'LATER' : noLetters.length > 0 ? 'MISSING' : 'DONE',
      told:
        projects.length === 0
          ? msg('Letterhead and bank details stand on the project.')
          : noLetters.length > 0
            ? msg(
                '{names} lacks a letterhead or bank details: letters and statements would not say where to pay.',
              )
            : msg('Every project has a letterhead and bank details.'),
      values: { names: namesOf(noLetters) },
      ways: open('keyturnProjects'),
    }),
    check({
      key: 'dunning',
      label: msg('Dunning ladder'),
      state: counts.dunningSteps === 0 ? 'MISSING' : 'DONE',
      told:
        counts.dunningSteps === 0
          ? msg('Nobody is reminded of what is overdue until there are steps.')
          : msg('{count} steps.'),
      values: { count: counts.dunningSteps },
      ways:
        counts.dunningSteps === 0
          ? [
              { label: msg('Make the usual ladder'), command: 'ledger/set-up-dunning' },
              ...open('keyturnDunningSteps'),
            ]
          : open('keyturnDunningSteps'),
    }),
    check({
      key: 'calendar',
      label: msg('Days off'),
      state: counts.calendarDays === 0 ? 'LATER' : 'DONE',
      told:
        counts.calendarDays === 0
          ? msg('Due dates know weekends. Enter public holidays, and working weekends.')
          : msg('{count} entered.'),
      values: { count: counts.calendarDays },
      ways: open('keyturnCalendarDays'),
    }),
    check({
      key: 'commission',
      label: msg('Commission plans'),
      state: counts.commissionPlans === 0 ? 'LATER' : 'DONE',
      told: counts.commissionPlans === 0 ? msg('Needed to work commission out.') : msg('{count} entered.'),
      values: { count: counts.commissionPlans },
      ways: open('keyturnCommissionPlans'),
    }),
    check({
      key: 'gateway',
      label: msg('Payment gateway'),
      state: secret?.isSet === true ? 'DONE' : 'LATER',
      told:
        secret?.isSet === true
          ? msg('The secret is set: payments that the gateway reports are booked.')
          : msg('To book what a gateway reports, set the application variable {name}.'),
      values: { name: 'KEYTURN_PAYMENT_SECRET' },
      ways: [{ label: msg('Open applications'), settings: 'applications' }],
    }),
  ];
}

function toolChecks({ workflows, dashboards }: SetupState): Check[] {
  const installed = Object.values(workflows).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const failed = workflows.FAILED ?? 0;
  const missing = dashboards.filter(({ title }) => title === null).length;
  return [
    check({
      key: 'workflows',
      label: msg('Workflows'),
      state: installed === 0 ? 'MISSING' : failed > 0 ? 'WATCH' : 'DONE',
      told:
        installed === 0
          ? msg('Nobody is told of what is due until they are installed.')
          : failed > 0
            ? msg('{failed} of {count} are not installed: install them again.')
            : msg('{count} looked after.'),
      values: { count: installed, failed },
      ways: [{ label: msg('Install workflows'), command: 'workflows' }, ...open('keyturnWorkflowInstalls')],
    }),
    check({
      key: 'dashboards',
      label: msg('Dashboards'),
      state: missing === 0 ? 'DONE' : missing === dashboards.length ? 'MISSING' : 'WATCH',
      told:
        missing === 0
          ? msg(
              'All {count} are there. They are yours to change; a duplicate is never touched by an upgrade.',
            )
          : msg('{missing} of {count} are not there.'),
      values: { count: dashboards.length, missing },
      ways: [
        ...(missing === 0
          ? []
          : [{ label: msg('Make dashboards'), command: 'system/set-up-dashboards' } as const]),
        ...open('dashboards'),
      ],
    }),
  ];
}

function namesOf(projects: readonly { name: string }[]): string {
  const [first, second, ...rest] = projects.map(({ name }) => name);
  const shown = [first, second].filter((name) => name !== undefined).join(', ');
  return rest.length === 0 ? shown : `${shown} +${rest.length}`;
}

export type Progress = { done: number; total: number };

/** Of what has to be done; what may wait counts once it is done. */
export function progressOf(groups: readonly CheckGroup[]): Progress {
  const all = groups.flatMap(({ checks }) => checks).filter(({ state }) => state !== 'LATER');
  return { done: all.filter(({ state }) => state !== 'MISSING').length, total: all.length };
}
