/** What a workspace begins with: warranty terms by country (D9) and service levels (A099, A102). People change them. */
import type {
  CustomerLevel,
  ServiceClock,
  TicketKind,
  TicketPriority,
  WarrantyPart,
  WarrantyStart,
  WarrantyUnit,
} from './care-states.ts';

export type WarrantyRules = 'CHINA' | 'DUBAI';

export type UsualTerm = {
  part: WarrantyPart;
  length: number;
  lengthUnit: WarrantyUnit;
  startsWith: WarrantyStart;
  remark: string;
};

const YEARS = { lengthUnit: 'YEARS', startsWith: 'HANDOVER' } as const;
const DESIGN_LIFE = 'The design life: 50 years for most homes. Put in what the design says.';
const STATUTE = 'The least that the rules on quality ask for (D9). The sale counts from the handover.';
const SOURCES = 'Sources differ on the start: the handover or the completion certificate. Ask a lawyer.';

const TWO_YEARS: readonly WarrantyPart[] = [
  'ELECTRICAL',
  'PLUMBING',
  'EQUIPMENT',
  'DECORATION',
  'DOORS_WINDOWS',
  'OTHER',
];
const ONE_YEAR: readonly WarrantyPart[] = ['WATERPROOFING', 'HEATING_COOLING', ...TWO_YEARS];

export const USUAL_WARRANTY: Readonly<Record<WarrantyRules, readonly UsualTerm[]>> = {
  CHINA: [
    { part: 'STRUCTURE', length: 50, ...YEARS, remark: DESIGN_LIFE },
    { part: 'WATERPROOFING', length: 5, ...YEARS, remark: STATUTE },
    { part: 'HEATING_COOLING', length: 2, lengthUnit: 'SEASONS', startsWith: 'HANDOVER', remark: STATUTE },
    ...TWO_YEARS.map((part) => ({ part, length: 2, ...YEARS, remark: STATUTE })),
  ],
  DUBAI: [
    {
      part: 'STRUCTURE',
      length: 10,
      lengthUnit: 'YEARS',
      startsWith: 'COMPLETION',
      remark: 'Ten years from the completion certificate (D9).',
    },
    ...ONE_YEAR.map((part) => ({ part, length: 1, ...YEARS, remark: SOURCES })),
  ],
};

export type UsualLevel = {
  name: string;
  kind: TicketKind;
  customerLevel: CustomerLevel | null;
  priority: TicketPriority | null;
  department: string;
  respondMinutes: number;
  resolveMinutes: number;
  clock: ServiceClock;
};

const HOUR = 60;
/** A day of service, nine hours of it. */
const DAY = 9 * HOUR;

type Times = readonly [respond: number, resolve: number];
type PerLevel = { any: Times; GOLD: Times; VIP: Times };

const KINDS: Readonly<Record<Exclude<TicketKind, 'INTERNAL'>, { name: string } & PerLevel>> = {
  ENQUIRY: { name: 'Enquiry', any: [4 * HOUR, 2 * DAY], GOLD: [2 * HOUR, DAY], VIP: [30, 4 * HOUR] },
  REPAIR: { name: 'Repair', any: [4 * HOUR, 5 * DAY], GOLD: [2 * HOUR, 3 * DAY], VIP: [30, 2 * DAY] },
  COMPLAINT: { name: 'Complaint', any: [2 * HOUR, 3 * DAY], GOLD: [HOUR, 2 * DAY], VIP: [30, DAY] },
  SUGGESTION: { name: 'Suggestion', any: [DAY, 10 * DAY], GOLD: [DAY, 5 * DAY], VIP: [4 * HOUR, 3 * DAY] },
};

/** Water, gas and a door that does not lock wait for no morning. */
const URGENT: readonly {
  kind: TicketKind;
  name: string;
  customerLevel: CustomerLevel | null;
  times: Times;
}[] = [
  { kind: 'REPAIR', name: 'Urgent repair', customerLevel: null, times: [30, 8 * HOUR] },
  { kind: 'REPAIR', name: 'Urgent repair · Gold', customerLevel: 'GOLD', times: [30, 6 * HOUR] },
  { kind: 'REPAIR', name: 'Urgent repair · VIP', customerLevel: 'VIP', times: [15, 4 * HOUR] },
];

const DEPARTMENTS: readonly { department: string; times: Times }[] = [
  { department: '', times: [4 * HOUR, 3 * DAY] },
  { department: 'Finance', times: [2 * HOUR, DAY] },
  { department: 'Engineering', times: [4 * HOUR, 3 * DAY] },
  { department: 'Property', times: [2 * HOUR, 2 * DAY] },
  { department: 'Sales', times: [2 * HOUR, DAY] },
];

const working = ([respondMinutes, resolveMinutes]: Times) =>
  ({ respondMinutes, resolveMinutes, clock: 'WORKING_HOURS' }) as const;

export const USUAL_LEVELS: readonly UsualLevel[] = [
  ...(Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const { name, any, GOLD, VIP } = KINDS[kind];
    const rest = { kind, priority: null, department: '' };
    return [
      { name, customerLevel: null, ...rest, ...working(any) },
      { name: `${name} · Gold`, customerLevel: 'GOLD' as const, ...rest, ...working(GOLD) },
      { name: `${name} · VIP`, customerLevel: 'VIP' as const, ...rest, ...working(VIP) },
    ];
  }),
  ...URGENT.map(({ kind, name, customerLevel, times: [respondMinutes, resolveMinutes] }) => ({
    name,
    kind,
    customerLevel,
    priority: 'URGENT' as const,
    department: '',
    respondMinutes,
    resolveMinutes,
    clock: 'AROUND_THE_CLOCK' as const,
  })),
  ...DEPARTMENTS.map(({ department, times }) => ({
    name: department === '' ? 'Internal request' : `Internal request · ${department}`,
    kind: 'INTERNAL' as const,
    customerLevel: null,
    priority: null,
    department,
    ...working(times),
  })),
];
