/** What became of a home after the sale, for the pictures of records. */
import type { Scene } from './scenes.ts';

const HOUR = 3_600_000;
/** What time it is in the pictures. */
const NOW = Date.parse('2026-03-12T06:32:00.000Z');
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

const HOME = {
  name: 'Tower 1 · 14-02',
  building: { completedOn: '2025-10-31' },
  project: { id: 'p1', timeZone: 'Asia/Taipei', seasonStartsOn: '11-15', seasonEndsOn: '03-15' },
};

const HANDOVER = {
  id: 'h1',
  name: 'Tower 1 · 14-02',
  state: 'KEYS_HANDED',
  slotAt: at(-900),
  handedOverOn: '2026-01-20',
  deemedOn: null,
  noShows: 1,
  receivedBy: 'Mei-ling Lin',
  contract: { signedOn: '2024-05-02' },
  unit: HOME,
};

const BOOKED = {
  ...HANDOVER,
  id: 'h2',
  name: 'Tower 1 · P-17',
  state: 'BOOKED',
  slotAt: at(50),
  handedOverOn: null,
  noShows: 0,
  unit: { ...HOME, name: 'Tower 1 · P-17' },
};

const TICKET = {
  id: 't1',
  number: 'T-3F2A-91BC',
  name: 'Water under the kitchen sink',
  kind: 'REPAIR',
  state: 'IN_PROGRESS',
  openedAt: at(-5),
  respondBy: at(-4),
  resolveBy: at(3),
  respondedAt: at(-4.5),
  pausedAt: null,
};

const TICKETS = [
  { ...TICKET, id: 't2', name: 'Noise at night', kind: 'COMPLAINT', resolveBy: at(-2) },
  TICKET,
  { ...TICKET, id: 't3', name: 'A window', state: 'WAITING_CUSTOMER', pausedAt: at(-26) },
];

const term = (part: string, length: number, more: object = {}) => ({
  name: part,
  projectId: null,
  part,
  length,
  lengthUnit: 'YEARS',
  startsWith: 'HANDOVER',
  ...more,
});

/** Keys given, a title that is late, snags, tickets and warranty. */
export const AFTER_SALE: NonNullable<Scene['records']> = {
  keyturnHandovers: () => [HANDOVER],
  keyturnTitleCases: () => [
    {
      id: 'tc1',
      name: 'HQ-2025-0117',
      state: 'BLOCKED',
      blockReason: 'MISSING_DOCUMENT',
      fileBy: '2026-03-01',
      certificateBy: '2026-12-31',
      submittedOn: null,
    },
  ],
  keyturnSnags: () => [
    { id: 's1', state: 'ASSIGNED', severity: 'BLOCKING' },
    { id: 's2', state: 'OPEN', severity: 'MINOR' },
  ],
  keyturnServiceTickets: () => TICKETS,
  keyturnWarrantyTerms: () => [
    term('WATERPROOFING', 5),
    term('PLUMBING', 2),
    term('HEATING_COOLING', 2, { lengthUnit: 'SEASONS' }),
    term('DECORATION', 1, { lengthUnit: 'MONTHS' }),
  ],
};

export const NOTHING_AFTER: NonNullable<Scene['records']> = {
  keyturnHandovers: () => [],
  keyturnTitleCases: () => [],
  keyturnSnags: () => [],
  keyturnServiceTickets: () => [],
  keyturnWarrantyTerms: () => [],
};

export const SERVED_PERSON: NonNullable<Scene['records']> = {
  keyturnHandovers: () => [HANDOVER, BOOKED],
  keyturnServiceTickets: () => TICKETS,
};
