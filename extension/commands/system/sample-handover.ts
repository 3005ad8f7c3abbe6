/**
 * How the first building of the sample is handed over, in three waves: homes with their keys, a deferral, a no-show,
 * snags that keep keys back, homes that owe; then the titles, and an engineering change of the other building. Pure.
 */
import { instantAt } from '#domain/shared/wall-time.ts';
import { arriveHandover, missHandover } from '../handover/arrive-handover.ts';
import { bookHandover } from '../handover/book-handover.ts';
import { answerEngineeringChange } from '../handover/change-answers.ts';
import { countKeys } from '../handover/count-keys.ts';
import { deferHandoverDues } from '../handover/defer-handover-dues.ts';
import { handOver } from '../handover/hand-over.ts';
import { snagIdOf } from '../handover/inspection-of.ts';
import { moveSnag } from '../handover/move-snag.ts';
import { openHandoverBatch } from '../handover/open-handover-batch.ts';
import { recordInspection } from '../handover/record-inspection.ts';
import { draftEngineeringChange, sendEngineeringChange } from '../handover/send-engineering-change.ts';
import { signInspection } from '../handover/sign-inspection.ts';
import { startInspection } from '../handover/start-inspection.ts';
import type { AnyCommand } from './command.ts';
import { CHECKLIST, checkItemId } from './sample-after-sale.ts';
import {
  contractorId,
  dayOf,
  listPriceOf,
  momentOf,
  SAMPLE_PEOPLE,
  type SampleSite,
  sampleId,
} from './sample-site.ts';
import { contractOf, type Known, type Step, unitOf } from './sample-step.ts';
import { titleSteps } from './sample-titles.ts';

type Wave = { number: number; opened: number; from: number; to: number; floors: readonly number[] };

const WAVES: readonly Wave[] = [
  { number: 1, opened: 78, from: 72, to: 66, floors: [1, 2] },
  { number: 2, opened: 24, from: 14, to: -4, floors: [3, 4] },
  { number: 3, opened: 9, from: 2, to: -12, floors: [5, 6] },
];

/** A buyer with an appointment or none, who comes, looks at the home, and gets the keys; days before the base. */
type Visit = {
  deal: number;
  unit: string;
  wave: number;
  booked?: { made: number; for: number };
  missed?: number;
  came?: number;
  proxy?: string;
  /** Places in the checklist of what is not as it should be. */
  inspected?: { defects: readonly number[] };
  keysOn?: number;
};

const VISITS: readonly Visit[] = [
  {
    deal: 0,
    unit: '101',
    wave: 1,
    booked: { made: 76, for: 70 },
    came: 70,
    inspected: { defects: [] },
    keysOn: 70,
  },
  { deal: 1, unit: '201', wave: 1, came: 69, inspected: { defects: [1] }, keysOn: 69 },
  { deal: 2, unit: '202', wave: 1, came: 68, proxy: 'Paolo Rossi', inspected: { defects: [] }, keysOn: 68 },
  { deal: 3, unit: '304', wave: 2, booked: { made: 20, for: 12 }, missed: 11 },
  { deal: 5, unit: '401', wave: 2, booked: { made: 4, for: -3 } },
  { deal: 17, unit: '402', wave: 2, came: 12, inspected: { defects: [0, 1, 2, 5] } },
  {
    deal: 16,
    unit: '403',
    wave: 2,
    booked: { made: 18, for: 11 },
    came: 11,
    inspected: { defects: [7] },
    keysOn: 9,
  },
  { deal: 18, unit: '501', wave: 3, booked: { made: 6, for: 1 }, came: 1 },
  { deal: 19, unit: '503', wave: 3, booked: { made: 3, for: -6 } },
];

const SLOT_FROM = 10 * 60;

/** Ready but for the last of the price, which may come later. */
const DEFERRED = { deal: 16, unit: '403', on: 10, percent: 5 };

export function handoverSteps(site: SampleSite): Step[] {
  return [
    ...WAVES.map((wave) => waveStep(site, wave)),
    ...VISITS.flatMap((visit) => visitSteps(site, visit)),
    {
      key: `defer ${DEFERRED.deal}`,
      daysBefore: DEFERRED.on,
      command: deferHandoverDues,
      input: (known) => ({
        ...contractOf(known, DEFERRED.deal),
        amount: String((listPriceOf(site, 'A', DEFERRED.unit) * DEFERRED.percent) / 100),
        until: dayOf(site, -60),
        reason: 'The old home is sold next month',
      }),
    },
    ...snagSteps(site),
    ...titleSteps(site),
    ...changeSteps(site),
  ];
}

export function nameOf(deal: number): string {
  return (SAMPLE_PEOPLE[deal] ?? ['Sample', 'buyer']).join(' ');
}

function handoverOf(known: Known, { wave, deal }: Pick<Visit, 'wave' | 'deal'>) {
  const { contractId } = contractOf(known, deal);
  return { handoverId: known.idOf(`wave ${wave}`, `handover ${contractId}`) };
}

function waveStep(site: SampleSite, { number, opened, from, to, floors }: Wave): Step {
  return {
    key: `wave ${number}`,
    daysBefore: opened,
    command: openHandoverBatch,
    input: () => ({
      buildingId: sampleId(site.generation, 'building', 'A'),
      opensOn: dayOf(site, from),
      closesOn: dayOf(site, to),
      dayFrom: '09:00',
      dayTo: '12:00',
      slotMinutes: 60,
      capacity: 2,
      place: 'Lobby of Riverside A',
      floors,
    }),
  };
}

function visitSteps(site: SampleSite, visit: Visit): Step[] {
  const { deal, booked, missed, came, proxy, keysOn, inspected } = visit;
  const step = (
    what: string,
    daysBefore: number,
    command: AnyCommand,
    more: (known: Known) => Record<string, unknown> = () => ({}),
  ): Step => ({
    key: `${what} ${deal}`,
    daysBefore,
    command,
    input: (known) => ({ ...handoverOf(known, visit), ...more(known) }),
  });
  const steps: Step[] = [];
  if (booked !== undefined) {
    const slotAt = instantAt(dayOf(site, booked.for), SLOT_FROM, site.timeZone)?.toISOString();
    steps.push(step('book', booked.made, bookHandover, () => ({ slotAt, bookedBy: nameOf(deal) })));
  }
  if (missed !== undefined) steps.push(step('miss', missed, missHandover));
  if (came === undefined) return steps;
  const who = proxy === undefined ? { cameAs: 'BUYER' } : { cameAs: 'PROXY', proxyName: proxy };
  steps.push(step('arrive', came, arriveHandover, () => ({ ...who, identityChecked: true })));
  if (inspected !== undefined) {
    steps.push(step('inspect', came, startInspection), ...inspectionSteps(site, visit, came));
  }
  return keysOn === undefined ? steps : [...steps, ...keySteps(site, visit, keysOn)];
}

function inspectionSteps(site: SampleSite, { deal, proxy, inspected }: Visit, came: number): Step[] {
  const inspectionOf = (known: Known) => ({
    inspectionId: known.answerOf(`inspect ${deal}`).inspectionId,
  });
  const isDefect = (place: number) => inspected?.defects.includes(place) === true;
  return [
    {
      key: `checked ${deal}`,
      daysBefore: came,
      command: recordInspection,
      input: (known) => ({
        ...inspectionOf(known),
        answers: CHECKLIST.map(([, name], place) => ({
          itemId: checkItemId(site, place),
          ...(isDefect(place) ? { result: 'DEFECT', note: `Not so: ${name}` } : { result: 'OK' }),
        })),
      }),
    },
    {
      key: `accepted ${deal}`,
      daysBefore: came,
      command: signInspection,
      input: (known) => ({ ...inspectionOf(known), signedBy: proxy ?? nameOf(deal) }),
    },
  ];
}

function keySteps(site: SampleSite, visit: Visit, on: number): Step[] {
  const { deal, unit, proxy } = visit;
  const to = proxy ?? nameOf(deal);
  return [
    {
      key: `keys ${deal}`,
      daysBefore: on,
      command: countKeys,
      input: () => ({
        unitId: unitOf(site, 'A', unit),
        sets: [
          { kind: 'DOOR_KEYS', pieces: 3, keptAt: 'Safe of the lobby' },
          { kind: 'ACCESS_CARDS', pieces: 2, keptAt: 'Safe of the lobby' },
        ],
      }),
    },
    {
      key: `hand over ${deal}`,
      daysBefore: on,
      command: handOver,
      input: (known) => ({
        ...contractOf(known, deal),
        handedOverOn: dayOf(site, on),
        receivedBy: to,
        keySets: 2,
      }),
    },
  ];
}

/** Of the home that waits for its keys: one mended and seen, one mended badly, one late, one nobody has yet. */
function snagSteps(site: SampleSite): Step[] {
  const contractor = contractorId(site.generation);
  const snag = (
    place: number,
    action: string,
    daysBefore: number,
    more: Record<string, unknown> = {},
  ): Step => ({
    key: `snag ${place} ${action}`,
    daysBefore,
    command: moveSnag,
    needs: contractor,
    input: (known) => ({
      snagId: snagIdOf(String(known.answerOf('inspect 17').inspectionId), checkItemId(site, place)),
      action,
      ...more,
    }),
  });
  const assign = { contractorId: contractor };
  return [
    snag(0, 'ASSIGN', 11, assign),
    snag(0, 'FIX', 9, { note: 'Lock set anew' }),
    snag(0, 'VERIFY', 8, { verifiedBy: nameOf(17) }),
    snag(2, 'ASSIGN', 11, assign),
    snag(2, 'FIX', 7, { note: 'Seal renewed' }),
    snag(2, 'REOPEN', 6, { note: 'Still draughty', dueAt: momentOf(site, -7).toISOString() }),
    snag(5, 'ASSIGN', 11, assign),
  ];
}

function changeSteps(site: SampleSite): Step[] {
  const id = (...parts: string[]) => sampleId(site.generation, ...parts);
  const changeOf = (known: Known) => ({
    engineeringChangeId: known.answerOf('change drafted').engineeringChangeId,
  });
  const answered = (deal: number, answer: string, on: number, note: string): Step => ({
    key: `change answered ${deal}`,
    daysBefore: on,
    command: answerEngineeringChange,
    input: (known) => ({
      changeAnswerId: known.idOf('change sent', `answer ${contractOf(known, deal).contractId}`),
      answer,
      on: dayOf(site, on),
      note,
    }),
  });
  return [
    {
      key: 'change drafted',
      daysBefore: 12,
      command: draftEngineeringChange,
      input: () => ({
        projectId: id('project'),
        buildingId: id('building', 'B'),
        name: 'Sample: windows of another maker',
        kind: 'MATERIAL',
        description: 'The windows come from another maker; size and insulation stay as agreed.',
        consequence: 'Those who object get the windows that were agreed on, six weeks later.',
        decidedOn: dayOf(site, 12),
        silenceMeans: 'ACCEPTED',
      }),
    },
    {
      key: 'change sent',
      daysBefore: 10,
      command: sendEngineeringChange,
      input: (known) => ({ ...changeOf(known), noticedOn: dayOf(site, 10), answerBy: dayOf(site, -5) }),
    },
    answered(6, 'ACCEPTED', 7, 'By telephone'),
    answered(7, 'OBJECTED', 5, 'Wants the maker of the show home'),
  ];
}
