/**
 * Every entry of Twenty's command menu: its condition is one that Twenty reads, asks for what the object has, and
 * agrees with the pipeline. A command that takes a record from one state to another is offered in just those states.
 */
import { readFile } from 'node:fs/promises';
import { STANDARD_OBJECT } from 'twenty-sdk/define';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';
import {
  COMMANDS_PAGE,
  commandsPage,
  type MenuEntry,
  machineOf,
  menuEntries,
  statesOffered,
} from '#scripts/commands-page.ts';
import { readChinese } from '#scripts/pipeline.ts';
import { conditionOf, conditionsOf, isAvailable } from '#scripts/start/page/availability.ts';
import { OBJECTS } from '#tests/architecture/definitions.ts';
import { stepsOf } from '#workflows/pipeline/machine.ts';

const ENTRIES = await menuEntries();
const nameOf = ({ file }: MenuEntry) => (file.split('/').at(-1) ?? '').replace('.command.ts', '');
const LIVE = ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING', 'COMPLETED'];

/** Entries whose file is not called like the command that they give. */
const GIVES: Record<string, string> = {
  'withdraw-unit': 'withdraw-units',
  'change-unit': 'change-contract-unit',
  'change-buyers': 'change-contract-buyers',
  'open-title': 'open-title-case',
  'move-title': 'move-title-case',
  'record-deposit': 'record-receipt',
  'record-earnest': 'record-receipt',
};

/**
 * Where an entry is offered in other states than those from which its command takes the record on: because the
 * record stays in its state, or because the command does more than that. The reason belongs to each.
 */
const BESIDE: Record<string, readonly string[]> = {
  // The unit is taken though it looks taken: when the time of who has it is over, the next may have it (E4).
  'hold-unit': ['AVAILABLE', 'HELD'],
  'reserve-unit': ['AVAILABLE', 'HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'],
  // They change what a record says and leave its state.
  'extend-hold': ['ACTIVE'],
  'extend-reservation': ['ACTIVE'],
  'upgrade-reservation': ['ACTIVE'],
  'swap-reservation-unit': ['ACTIVE'],
  'change-reservation-buyers': ['PENDING_APPROVAL', 'ACTIVE'],
  'record-deposit': ['ACTIVE'],
  'record-earnest': ['DRAFT', 'ACTIVE', 'CALLED', 'MISSED'],
  // On the batch, of whose tickets they are.
  'take-ticket': ['DRAFT', 'OPEN'],
  'call-next-ticket': ['OPEN'],
  'draw-lottery': ['DRAFT', 'OPEN'],
  'assign-units': ['DRAFT', 'OPEN'],
  // Opened once more, a batch releases what was added to it.
  'open-release-batch': ['DRAFT', 'OPEN', 'CLOSED'],
  // The one that was retired by it comes back by itself.
  'undo-price-scheme': ['ACTIVE'],
  // Money may come for every contract that binds; it completes only some.
  'record-receipt': LIVE,
  'record-refund': [...LIVE, 'CANCEL_PENDING'],
  'add-charge': LIVE,
  'ask-payment': LIVE,
  'issue-notice': LIVE,
  'record-promise': LIVE,
  'open-mortgage': LIVE,
  // The form says so while the keys are not handed over.
  'open-title': LIVE,
  'settle-area': LIVE,
  'replan-contract': LIVE,
  'change-unit': LIVE,
  'change-buyers': LIVE,
  'earn-commission': LIVE,
  // What is pending goes on by its refunds, not by being cancelled again.
  'cancel-contract': ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING'],
  // The late fee of a paid installment may be waived as well.
  waive: ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'PAID', 'OVERDUE'],
  // The deal desk goes on with what is not yet accepted; a quote of before may begin it anew.
  'open-quote': ['DRAFT', 'SENT', 'EXPIRED', 'WITHDRAWN'],
  'open-unit': ['AVAILABLE', 'HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'],
  // Sent once; the version before it is withdrawn by the new one.
  'send-quote': ['DRAFT'],
  // Every other mark comes by itself: by a promise, by money, by the next step.
  'mark-notice': ['DRAFT', 'SENT'],
};

/** Papers are written in any state. */
const ANYWHERE = [
  'write-statement',
  'write-letter',
  'write-quote',
  'open-ticket-of-unit',
  'open-ticket-of-contract',
];

describe('the command menu', () => {
  it('has entries for what people do all day', () => {
    const names = ENTRIES.map(nameOf);
    expect(names).toEqual(
      expect.arrayContaining([
        'hold-unit',
        'reserve-unit',
        'record-receipt',
        'certify-milestone',
        'extend-hold',
        'extend-reservation',
        'cancel-reservation',
        'call-next-ticket',
        'arrears',
        'set-up-dunning',
        'write-buyer-statement',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  const conditional = ENTRIES.filter((one) => one.conditionalAvailabilityExpression !== undefined);

  it.each(conditional.map((entry) => [nameOf(entry), entry] as const))(
    '%s: the condition is one that Twenty reads, of fields and choices that there are',
    (_name, entry) => {
      const object = OBJECTS.find(
        ({ universalIdentifier }) => universalIdentifier === entry.availabilityObjectUniversalIdentifier,
      );
      const standard = Object.values<{ universalIdentifier: string }>(STANDARD_OBJECT).some(
        ({ universalIdentifier }) => universalIdentifier === entry.availabilityObjectUniversalIdentifier,
      );
      expect(object !== undefined || standard).toBe(true);
      for (const condition of conditionsOf(entry.conditionalAvailabilityExpression ?? '')) {
        expect(condition).not.toBeNull();
        for (const [name, value] of condition?.fields ?? []) {
          const field = object?.fields.find((one) => one.name === name);
          const choices = (field as { options?: { value: string }[] } | undefined)?.options ?? [];
          expect(choices.map((choice) => choice.value)).toContain(value);
        }
      }
    },
  );

  const ofMachines = ENTRIES.flatMap((entry) => {
    const machine = machineOf(entry);
    return machine === undefined ? [] : [[nameOf(entry), entry, machine] as const];
  });

  it.each(ofMachines)(
    '%s is offered where the pipeline lets its command go on, and nowhere else',
    (name, entry, machine) => {
      const offered = statesOffered(entry, machine).sort();
      if (ANYWHERE.includes(name)) return expect(offered).toEqual(Object.keys(machine.stages).sort());
      const command = GIVES[name] ?? name.replace('read-and-post', 'post-bank-statement');
      const from = stepsOf(machine).flatMap((step) =>
        step.way.commands.includes(command) ? [step.from] : [],
      );
      expect(offered).toEqual([...new Set(BESIDE[name] ?? from)].sort());
      expect(offered.length).toBeGreaterThan(0);
    },
  );

  it('no exception is one for an entry that is gone, or that the pipeline says itself', () => {
    const names = ofMachines.map(([name]) => name);
    expect(Object.keys(BESIDE).filter((name) => !names.includes(name))).toEqual([]);
    const needless = ofMachines.filter(([name, , machine]) => {
      const from = stepsOf(machine).flatMap(({ from, way }) =>
        way.commands.includes(GIVES[name] ?? name) ? [from] : [],
      );
      const said = BESIDE[name];
      return (
        said !== undefined && JSON.stringify([...new Set(from)].sort()) === JSON.stringify([...said].sort())
      );
    });
    expect(needless.map(([name]) => name)).toEqual([]);
  });

  it('few are pinned: at most three buttons above a record, whatever its state', () => {
    const pinned = ENTRIES.filter(({ isPinned }) => isPinned);
    for (const entry of pinned) {
      const machine = machineOf(entry);
      for (const state of machine === undefined ? ['-'] : Object.keys(machine.stages)) {
        const shown = pinned.filter(
          (one) =>
            one.availabilityObjectUniversalIdentifier === entry.availabilityObjectUniversalIdentifier &&
            isAvailable(one.conditionalAvailabilityExpression ?? null, [{ state }]),
        );
        expect(shown.length, `${entry.file} in ${state}`).toBeLessThanOrEqual(3);
      }
    }
  });

  it('the page of commands is what the entries say', async () => {
    expect(await readFile(projectPath(COMMANDS_PAGE), 'utf8')).toBe(await commandsPage(await readChinese()));
  });
});

describe('a condition as Twenty reads it', () => {
  const held = { state: 'HELD' };

  it.each<[string, object[], boolean]>([
    ['numberOfSelectedRecords == 1', [held], true],
    ['numberOfSelectedRecords == 1', [held, held], false],
    ['numberOfSelectedRecords >= 2', [held, held], true],
    ['noneEquals(selectedRecords, "state", "HELD")', [held], false],
    ['noneEquals(selectedRecords, "state", "SOLD")', [held], true],
    ['noneEquals(selectedRecords, "state", "SOLD")', [], false],
    ['everyEquals(selectedRecords, "state", "HELD")', [held, { state: 'SOLD' }], false],
    ['someEquals(selectedRecords, "state", "HELD")', [held, { state: 'SOLD' }], true],
  ])('%s', (expression, records, expected) => {
    expect(isAvailable(expression, records as Record<string, unknown>[])).toBe(expected);
  });

  it('what it does not know hides the entry; no condition at all shows it', () => {
    expect(conditionOf('state == "HELD"')).toBeNull();
    expect(isAvailable('state == "HELD"', [held])).toBe(false);
    expect(isAvailable(null, [])).toBe(true);
  });
});
