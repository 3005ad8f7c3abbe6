/**
 * What happens on the site of the sample, step by step: each is one of the commands that people give, on a day of
 * its own, so that the sample has a past. Pure.
 */
import { cancelReservation, expireReservation } from '../deal/close-reservation.ts';
import { freezeUnit } from '../deal/freeze-unit.ts';
import { holdUnit } from '../deal/hold-unit.ts';
import { reserveUnit } from '../deal/reserve-unit.ts';
import { signContract } from '../deal/sign-contract.ts';
import { certifyMilestone } from '../inventory/certify-milestone.ts';
import { generateUnits } from '../inventory/generate-units.ts';
import { releaseUnits } from '../inventory/release-units.ts';
import { withdrawUnits } from '../inventory/withdraw-units.ts';
import { earnCommission } from '../ledger/commissions.ts';
import { disburseMortgage } from '../ledger/disburse-mortgage.ts';
import { recordPromise } from '../ledger/dunning.ts';
import { moveMortgage, openMortgage } from '../ledger/mortgage-cases.ts';
import { bounceReceipt } from '../ledger/receipt-states.ts';
import { recordReceipt } from '../ledger/record-receipt.ts';
import { handoverSteps } from './sample-handover.ts';
import { serviceSteps } from './sample-service.ts';
import {
  type BuildingKey,
  CERTIFIED,
  dayOf,
  deposit,
  floorStep,
  listPriceOf,
  numbersOf,
  personId,
  pricePerMetre,
  SAMPLE_BUILDINGS,
  SAMPLE_PEOPLE,
  type SampleSite,
  sampleId,
} from './sample-site.ts';
import { contractOf, type Known, type Step, unitOf } from './sample-step.ts';

type Paying = 'DEPOSIT' | 'SIGNING' | 'FOUNDATION' | 'FOUNDATION_PART' | 'TOP_OUT' | 'ALL' | 'ALMOST';

type Deal = {
  /** Also who buys. */
  number: number;
  building: BuildingKey;
  unit: string;
  reserved: number;
  signed?: number;
  /** Percent of the list price. */
  price?: number;
  isSmall?: true;
  paid?: readonly Paying[];
};

const PAID_UP = ['DEPOSIT', 'SIGNING', 'FOUNDATION', 'TOP_OUT'] as const;
const STAGED = ['DEPOSIT', 'SIGNING', 'FOUNDATION'] as const;

/** Contracts of half a year, from the first buyer, who has the keys, to one who signed this week. */
const DEALS: readonly Deal[] = [
  { number: 0, building: 'A', unit: '101', reserved: 175, signed: 170, paid: ['ALL'] },
  { number: 1, building: 'A', unit: '201', reserved: 160, signed: 152, paid: PAID_UP },
  { number: 2, building: 'A', unit: '202', reserved: 148, signed: 144, price: 98, paid: ['ALL'] },
  { number: 3, building: 'A', unit: '304', reserved: 140, signed: 131, paid: STAGED },
  {
    number: 4,
    building: 'A',
    unit: '303',
    reserved: 118,
    signed: 112,
    paid: ['DEPOSIT', 'SIGNING', 'FOUNDATION_PART'],
  },
  { number: 5, building: 'A', unit: '401', reserved: 96, signed: 90, paid: STAGED },
  { number: 6, building: 'B', unit: '101', reserved: 77, signed: 70, paid: ['DEPOSIT', 'SIGNING'] },
  { number: 7, building: 'B', unit: '204', reserved: 58, signed: 51, price: 97, paid: STAGED },
  { number: 8, building: 'B', unit: '202', reserved: 36, signed: 30, paid: STAGED },
  { number: 9, building: 'A', unit: '502', reserved: 19, signed: 12, paid: ['DEPOSIT', 'SIGNING'] },
  { number: 10, building: 'A', unit: '504', reserved: 9, signed: 3, paid: ['DEPOSIT'] },
  { number: 11, building: 'A', unit: '603', reserved: 6, paid: ['DEPOSIT'] },
  { number: 12, building: 'B', unit: '303', reserved: 4, paid: ['DEPOSIT'] },
  { number: 13, building: 'B', unit: '404', reserved: 2 },
  { number: 14, building: 'B', unit: '104', reserved: 0.5, isSmall: true },
  { number: 16, building: 'A', unit: '403', reserved: 110, signed: 104, paid: ['ALMOST'] },
  { number: 17, building: 'A', unit: '402', reserved: 102, signed: 97, paid: ['ALL'] },
  { number: 18, building: 'A', unit: '501', reserved: 88, signed: 83, paid: ['ALL'] },
  { number: 19, building: 'A', unit: '503', reserved: 62, signed: 57, paid: ['ALL'] },
];

/** Units that are not on sale, or kept by somebody. */
const KEPT = {
  controlled: [
    ['A', '601'],
    ['A', '602'],
    ['B', '401'],
  ],
  held: [
    ['A', '301'],
    ['B', '302'],
  ],
  frozen: ['A', '102'],
} as const;

/** Every step, in the order of days, and of what needs what. */
export function sampleSteps(site: SampleSite): Step[] {
  const steps = [
    ...openingSteps(site),
    ...DEALS.flatMap((deal) => dealSteps(site, deal)),
    ...otherSteps(site),
    ...handoverSteps(site),
    ...serviceSteps(site),
  ];
  return steps
    .map((step, place) => ({ step, place }))
    .sort((a, b) => b.step.daysBefore - a.step.daysBefore || a.place - b.place)
    .map(({ step }) => step);
}

function openingSteps(site: SampleSite): Step[] {
  const id = (...parts: string[]) => sampleId(site.generation, ...parts);
  const buildings = Object.keys(SAMPLE_BUILDINGS) as BuildingKey[];
  const controlled = KEPT.controlled.map(([building, number]) => unitOf(site, building, number));
  return [
    ...buildings.map(
      (building): Step => ({
        key: `units ${building}`,
        daysBefore: 200,
        command: generateUnits,
        input: () => ({
          buildingId: id('building', building),
          fromFloor: 1,
          toFloor: SAMPLE_BUILDINGS[building].floors,
          basePricePerSquareMetre: String(pricePerMetre(site)),
          floorStep: { amount: String(floorStep(site)) },
          positions: SAMPLE_BUILDINGS[building].areas.map((area, place) => ({
            areaSquareMetres: String(area),
            innerAreaSquareMetres: String(area * 0.8),
            unitTypeId: id('type', String(area)),
            orientation: place % 2 === 0 ? 'South' : 'North',
          })),
        }),
      }),
    ),
    ...buildings.map(
      (building): Step => ({
        key: `release ${building}`,
        daysBefore: building === 'A' ? 180 : 80,
        command: releaseUnits,
        input: () => ({ unitIds: numbersOf(building).map((number) => unitOf(site, building, number)) }),
      }),
    ),
    {
      key: 'withdraw',
      daysBefore: 79,
      command: withdrawUnits,
      input: () => ({ unitIds: controlled, reason: 'Kept for the second release' }),
    },
    ...CERTIFIED.map(
      ([building, code, before]): Step => ({
        key: `certify ${building} ${code}`,
        daysBefore: before,
        command: certifyMilestone,
        input: () => ({ milestoneId: id('milestone', building, code), certifiedOn: dayOf(site, before) }),
      }),
    ),
  ];
}

function dealSteps(site: SampleSite, deal: Deal): Step[] {
  const { number, building, unit, reserved, signed, price = 100, isSmall, paid = [] } = deal;
  const agreed = (listPriceOf(site, building, unit) * price) / 100;
  const isAtOnce = paid.includes('ALL') || paid.includes('ALMOST');
  const reservationOf = (known: Known) => ({
    reservationId: known.answerOf(`reserve ${number}`).reservationId,
  });
  const steps: Step[] = [
    {
      key: `reserve ${number}`,
      daysBefore: reserved,
      command: reserveUnit,
      input: (known) => ({
        unitId: unitOf(site, building, unit),
        ...buyerOf(site, known, number),
        ...(price === 100 ? {} : { price: String(agreed) }),
        ...(isSmall === undefined ? {} : { stage: 'SMALL' }),
      }),
    },
  ];
  const receipt = (what: Paying, before: number, amount: number, of: (known: Known) => object): Step => ({
    key: `pay ${number} ${what}`,
    daysBefore: before,
    command: recordReceipt,
    input: (known) => ({
      ...of(known),
      amount: String(amount),
      method: number % 4 === 3 ? 'CARD' : 'TRANSFER',
      receivedOn: dayOf(site, before),
    }),
  });
  if (paid.includes('DEPOSIT')) steps.push(receipt('DEPOSIT', reserved, deposit(site), reservationOf));
  if (signed === undefined) return steps;
  const sign: Step = {
    key: `sign ${number}`,
    daysBefore: signed,
    command: signContract,
    input: (known) => ({
      ...reservationOf(known),
      planId: sampleId(site.generation, 'plan', isAtOnce ? 'full' : 'stages'),
      number: `SAMPLE-${String(number + 1).padStart(3, '0')}`,
      signedOn: dayOf(site, signed),
    }),
  };
  const dueAfter = (code: 'FOUNDATION' | 'TOP_OUT') => Math.min(signed, certifiedBefore(building, code) - 10);
  const amounts: Partial<Record<Paying, [amount: number, before: number]>> = {
    ALL: [agreed, signed],
    ALMOST: [(agreed * 95) / 100, signed],
    SIGNING: [(agreed * 20) / 100 - deposit(site), signed],
    FOUNDATION: [(agreed * 20) / 100, dueAfter('FOUNDATION')],
    FOUNDATION_PART: [(agreed * 12) / 100, dueAfter('FOUNDATION')],
    TOP_OUT: [(agreed * 30) / 100, dueAfter('TOP_OUT')],
  };
  const payments = paid.flatMap((what) => {
    const [amount, before] = amounts[what] ?? [0, 0];
    return amount === 0 ? [] : [receipt(what, before, amount, (known) => contractOf(known, number))];
  });
  return [...steps, sign, ...payments];
}

function certifiedBefore(building: BuildingKey, code: string): number {
  const found = CERTIFIED.find(([where, what]) => where === building && what === code);
  return found === undefined ? 0 : found[2];
}

function buyerOf({ generation }: SampleSite, known: Known, number: number): Record<string, unknown> {
  const id = personId(generation, number);
  const [firstName, lastName] = SAMPLE_PEOPLE[number] ?? ['Sample', 'buyer'];
  return known.isThere(id) ? { buyerId: id } : { buyerName: `${firstName} ${lastName}` };
}

function otherSteps(site: SampleSite): Step[] {
  const share = (building: BuildingKey, unit: string, percent: number) =>
    String((listPriceOf(site, building, unit) * percent) / 100);
  const loan = (number: number, building: BuildingKey, unit: string, before: number): Step => ({
    key: `loan ${number}`,
    daysBefore: before,
    command: openMortgage,
    input: (known) => ({
      ...contractOf(known, number),
      bank: number % 2 === 0 ? 'Harbour Bank' : 'City Savings Bank',
      kind: 'COMMERCIAL',
      amountAsked: share(building, unit, 30),
      termMonths: 300,
      annualRatePercent: '3.9',
      repayment: 'EQUAL_INSTALLMENT',
    }),
  });
  const move = (number: number, to: string, before: number): Step => ({
    key: `loan ${number} ${to}`,
    daysBefore: before,
    command: moveMortgage,
    input: (known) => ({
      mortgageCaseId: known.answerOf(`loan ${number}`).mortgageCaseId,
      to,
      on: dayOf(site, before),
    }),
  });
  return [
    ...[1, 2, 5].map(
      (number): Step => ({
        key: `commission ${number}`,
        daysBefore: 60,
        command: earnCommission,
        input: (known) => contractOf(known, number),
      }),
    ),
    loan(1, 'A', '201', 100),
    move(1, 'SUBMITTED', 95),
    move(1, 'APPROVED', 88),
    {
      key: 'loan 1 paid out',
      daysBefore: 76,
      command: disburseMortgage,
      input: (known) => ({
        mortgageCaseId: known.answerOf('loan 1').mortgageCaseId,
        amount: share('A', '201', 30),
        on: dayOf(site, 76),
      }),
    },
    loan(5, 'A', '401', 60),
    move(5, 'SUBMITTED', 50),
    move(5, 'APPROVED', 30),
    loan(8, 'B', '202', 20),
    move(8, 'SUBMITTED', 12),
    loan(7, 'B', '204', 15),
    ...lostReservations(site),
    {
      key: 'cheque 3',
      daysBefore: 8,
      command: recordReceipt,
      input: (known) => ({
        ...contractOf(known, 3),
        amount: share('A', '304', 30),
        method: 'CHEQUE',
        receivedOn: dayOf(site, 8),
        isPending: true,
        chequeNumber: '000123',
      }),
    },
    {
      key: 'cheque 3 bounced',
      daysBefore: 5,
      command: bounceReceipt,
      input: (known) => ({
        receiptId: known.answerOf('cheque 3').receiptId,
        on: dayOf(site, 5),
        reason: 'No cover',
      }),
    },
    {
      key: 'promise 4',
      daysBefore: 4,
      command: recordPromise,
      input: (known) => ({ ...contractOf(known, 4), amount: share('A', '303', 8), payBy: dayOf(site, -10) }),
    },
    ...KEPT.held.map(
      ([building, number]): Step => ({
        key: `hold ${building} ${number}`,
        daysBefore: 0,
        command: holdUnit,
        // An API key has no places for holds of its own.
        input: ({ memberId }) => ({
          ...(memberId === null ? { kind: 'VIP', until: `${dayOf(site, -2)}T00:00:00Z` } : { kind: 'SALES' }),
          unitId: unitOf(site, building, number),
          forWhom: 'Omar Farouk',
          reason: 'Second visit',
        }),
      }),
    ),
    {
      key: 'freeze',
      daysBefore: 30,
      command: freezeUnit,
      input: () => ({ unitId: unitOf(site, ...KEPT.frozen), reason: 'Boundary dispute' }),
    },
  ];
}

/** One that was cancelled, and one whose time ran out. */
function lostReservations(site: SampleSite): Step[] {
  const lost = (building: BuildingKey, unit: string, before: number): Step => ({
    key: `lost ${building} ${unit}`,
    daysBefore: before,
    command: reserveUnit,
    input: (known) => ({ unitId: unitOf(site, building, unit), ...buyerOf(site, known, 15) }),
  });
  const reservation = (known: Known, unit: string) => ({
    reservationId: known.answerOf(`lost ${unit}`).reservationId,
  });
  return [
    lost('A', '404', 66),
    {
      key: 'cancel A 404',
      daysBefore: 63,
      command: cancelReservation,
      input: (known) => ({ ...reservation(known, 'A 404'), reason: 'Bought elsewhere' }),
    },
    lost('B', '203', 45),
    {
      key: 'expire B 203',
      daysBefore: 34,
      command: expireReservation,
      input: (known) => reservation(known, 'B 203'),
    },
  ];
}
