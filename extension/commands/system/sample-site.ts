/**
 * The site of the sample: a project of two buildings, its milestones, plans and commission. What is known of it
 * without asking: ids made of the generation (each loading after a removal is one), and prices. Pure.
 */
import { type Money, parseMoney } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { instantAt, minutesOf, wallTime } from '#domain/shared/wall-time.ts';
import type { Fields, ObjectName } from '#port/records.ts';
import { derivedId } from './request-ids.ts';

/** Marks the sample for people; commands know it by its ids. */
export const SAMPLE_CODE = 'SAMPLE';

const DAY_MS = 86_400_000;

export type SampleSite = {
  generation: number;
  /** The day on which the sample was begun: everything in it lies so many days before or after. */
  base: Date;
  currency: string;
  timeZone: string;
};

export function sampleId(generation: number, ...parts: readonly string[]): string {
  return derivedId('sample', String(generation), ...parts);
}

/** A day so many days before the base; below zero it is to come. */
export function dayOf({ base, timeZone }: SampleSite, daysBefore: number): PlainDate {
  return addDays(dateIn(base, timeZone), -Math.round(daysBefore));
}

/** The same time of that day as it was when the sample was begun, whatever was done to the clocks in between. */
export function momentOf(site: SampleSite, daysBefore: number): Date {
  const whole = Math.trunc(daysBefore);
  const [, clock = ''] = wallTime(site.base, site.timeZone).split(' ');
  const plain = new Date(site.base.getTime() - whole * DAY_MS);
  const at = instantAt(dayOf(site, whole), minutesOf(clock) ?? 0, site.timeZone) ?? plain;
  return new Date(at.getTime() - (daysBefore - whole) * DAY_MS);
}

/** Whole amounts for a square metre that a reader of the currency believes. */
const PRICE_PER_METRE: Record<string, number> = {
  AED: 15_000,
  CNY: 24_000,
  INR: 90_000,
  JPY: 800_000,
  TWD: 160_000,
};
const USUAL_PRICE = 4_000;

export function pricePerMetre({ currency }: SampleSite): number {
  return PRICE_PER_METRE[currency] ?? USUAL_PRICE;
}

/** For each floor above the first one, per square metre. */
export function floorStep(site: SampleSite): number {
  return pricePerMetre(site) / 80;
}

export function deposit(site: SampleSite): number {
  return pricePerMetre(site) * 2;
}

export type BuildingKey = 'A' | 'B';

export const SAMPLE_BUILDINGS: Record<BuildingKey, { floors: number; areas: readonly number[] }> = {
  A: { floors: 6, areas: [80, 100, 100, 120] },
  B: { floors: 4, areas: [60, 80, 80, 100] },
};

export const SAMPLE_UNIT_COUNT = Object.values(SAMPLE_BUILDINGS).reduce(
  (count, { floors, areas }) => count + floors * areas.length,
  0,
);

/** What the unit is listed at: whole amounts, so that every percentage of them is one, too. */
export function listPriceOf(site: SampleSite, building: BuildingKey, number: string): number {
  const floor = Number(number.slice(0, -2));
  const area = SAMPLE_BUILDINGS[building].areas[Number(number.slice(-2)) - 1] ?? 0;
  return area * (pricePerMetre(site) + floorStep(site) * (floor - 1));
}

/** Numbers of a building's units, from the lowest floor up. */
export function numbersOf(building: BuildingKey): string[] {
  const { floors, areas } = SAMPLE_BUILDINGS[building];
  return Array.from({ length: floors }, (_, floor) =>
    areas.map((_area, place) => `${floor + 1}${String(place + 1).padStart(2, '0')}`),
  ).flat();
}

export const MILESTONES = [
  { code: 'FOUNDATION', name: 'Foundation', plannedBefore: { A: 120, B: 40 } },
  { code: 'TOP_OUT', name: 'Topped out', plannedBefore: { A: 85, B: -70 } },
  { code: 'COMPLETION', name: 'Completion', plannedBefore: { A: 80, B: -290 } },
] as const;

/** What was reached so many days ago: one building is handed over, the other one is being built. */
export const CERTIFIED = [
  ['A', 'FOUNDATION', 120],
  ['B', 'FOUNDATION', 40],
  ['A', 'TOP_OUT', 85],
  ['A', 'COMPLETION', 80],
] as const satisfies readonly (readonly [BuildingKey, string, number])[];

export const PLAN_LINES = [
  { name: 'Down payment', percent: 20, anchor: 'SIGNING' },
  { name: 'Foundation', percent: 20, anchor: 'MILESTONE', milestoneCode: 'FOUNDATION', daysAfter: 14 },
  { name: 'Topped out', percent: 30, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT', daysAfter: 14 },
  { name: 'Loan', percent: 30, anchor: 'LOAN' },
] as const;

/** Buyers by name; records of people are made by who loads the sample from the page, with these ids. */
export const SAMPLE_PEOPLE = [
  ['Ana', 'Moreau'],
  ['Ben', 'Okafor'],
  ['Chiara', 'Rossi'],
  ['Daniel', 'Novak'],
  ['Elif', 'Demir'],
  ['Farid', 'Haddad'],
  ['Grace', 'Lim'],
  ['Hugo', 'Silva'],
  ['Ines', 'Keller'],
  ['Jun', 'Tanaka'],
  ['Kavya', 'Rao'],
  ['Lukas', 'Berg'],
  ['Mei', 'Lin'],
  ['Nadia', 'Petrov'],
  ['Omar', 'Farouk'],
  ['Priya', 'Shah'],
  ['Quentin', 'Dubois'],
  ['Rosa', 'Vidal'],
  ['Sami', 'Nasser'],
  ['Tara', 'Quinn'],
] as const;

/** Mends what is found in the homes; made as the buyers are. */
export const SAMPLE_CONTRACTOR = 'Sample: Northside Fittings';

export function contractorId(generation: number): string {
  return sampleId(generation, 'contractor');
}

export function personId(generation: number, index: number): string {
  return sampleId(generation, 'person', String(index));
}

export type SiteRows = { object: ObjectName; rows: ({ id: string } & Record<string, unknown>)[] };

/** The rows that no command makes, those that others name first. */
export function siteRows(site: SampleSite): SiteRows[] {
  const id = (...parts: string[]) => sampleId(site.generation, ...parts);
  const money = (amount: number): Money => parseMoney(String(amount), site.currency);
  const keys = Object.keys(SAMPLE_BUILDINGS) as BuildingKey[];
  const rows = <O extends ObjectName>(object: O, all: ({ id: string } & Partial<Fields<O>>)[]) => ({
    object,
    rows: all as SiteRows['rows'],
  });
  return [
    rows('project', [
      {
        id: id('project'),
        name: 'Sample: Riverside Gardens',
        code: SAMPLE_CODE,
        city: 'Sample town',
        currencyCode: site.currency,
        timeZone: site.timeZone,
        holdHours: 240,
        depositAsked: money(deposit(site)),
        smallDepositAsked: money(deposit(site) / 4),
        permitRequired: true,
        permitNumber: 'SAMPLE-PERMIT',
        permitExpiresOn: dayOf(site, -365),
        lateFeeRate: 5,
        letterhead: 'Sample developer, 1 Sample Street',
        bankDetails: 'Sample bank, account 000-000',
      },
    ]),
    rows('paymentPlan', [
      { id: id('plan', 'stages'), name: 'Sample: by construction', isActive: true },
      { id: id('plan', 'full'), name: 'Sample: at signing', isActive: true },
    ]),
    rows(
      'building',
      keys.map((key) => ({
        id: id('building', key),
        name: `Riverside ${key}`,
        code: `S${key}`,
        projectId: id('project'),
        storeys: SAMPLE_BUILDINGS[key].floors,
        plannedHandoverOn: dayOf(site, key === 'A' ? 72 : -300),
        completionCertificate: key === 'A' ? 'SAMPLE-CC-A' : '',
        completedOn: key === 'A' ? dayOf(site, 80) : null,
      })),
    ),
    rows(
      'unitType',
      [60, 80, 100, 120].map((area) => ({
        id: id('type', String(area)),
        name: `${area} m²`,
        projectId: id('project'),
        rooms: Math.round(area / 30),
        plannedAreaSquareMetres: area,
      })),
    ),
    rows('commissionPlan', [
      { id: id('commission plan'), name: 'Sample: one percent', projectId: id('project'), isActive: true },
    ]),
    rows('paymentPlanLine', [
      ...PLAN_LINES.map((line, index) => ({
        id: id('plan line', String(index)),
        paymentPlanId: id('plan', 'stages'),
        step: index + 1,
        basis: 'PERCENT' as const,
        ...line,
      })),
      {
        id: id('plan line', 'full'),
        name: 'Price',
        paymentPlanId: id('plan', 'full'),
        step: 1,
        basis: 'PERCENT' as const,
        percent: 100,
        anchor: 'SIGNING' as const,
      },
    ]),
    rows(
      'milestone',
      keys.flatMap((key) =>
        MILESTONES.map(({ code, name, plannedBefore }, index) => ({
          id: id('milestone', key, code),
          name,
          code,
          step: index + 1,
          buildingId: id('building', key),
          plannedOn: dayOf(site, plannedBefore[key]),
        })),
      ),
    ),
    rows('commissionTier', [
      {
        id: id('tier'),
        name: 'All',
        commissionPlanId: id('commission plan'),
        percent: 1,
        fromAmount: money(0),
      },
    ]),
  ];
}
