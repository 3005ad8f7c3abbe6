/** The pipeline as data says what the domain checks, what commands there are and what fields show. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { SERVICE_TICKET_TRANSITIONS } from '#domain/care/index.ts';
import {
  CONTRACT_TRANSITIONS,
  HOLD_TRANSITIONS,
  PARTY_TRANSITIONS,
  QUOTE_TRANSITIONS,
  RESERVATION_TRANSITIONS,
  TICKET_TRANSITIONS,
  TRANSFER_TRANSITIONS,
} from '#domain/deal/index.ts';
import {
  CHANGE_ANSWER_TRANSITIONS,
  ENGINEERING_CHANGE_TRANSITIONS,
  HANDOVER_BATCH_TRANSITIONS,
  HANDOVER_TRANSITIONS,
  INSPECTION_TRANSITIONS,
  KEY_TRANSITIONS,
  SNAG_TRANSITIONS,
  TITLE_TRANSITIONS,
} from '#domain/handover/index.ts';
import {
  PRICE_SCHEME_TRANSITIONS,
  RELEASE_BATCH_TRANSITIONS,
  UNIT_TRANSITIONS,
} from '#domain/inventory/index.ts';
import {
  AREA_SETTLEMENT_TRANSITIONS,
  COMMISSION_TRANSITIONS,
  DUNNING_TRANSITIONS,
  INSTALLMENT_TRANSITIONS,
  MORTGAGE_TRANSITIONS,
  PROMISE_TRANSITIONS,
  RECEIPT_TRANSITIONS,
  REFUND_TRANSITIONS,
} from '#domain/ledger/index.ts';
import { APPROVAL_TRANSITIONS, type Right } from '#domain/system/index.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { PIPELINE_PAGE, pipelinePage, readChinese } from '#scripts/pipeline.ts';
import { OBJECTS, shortName } from '#tests/architecture/definitions.ts';
import { SOURCE_FILES } from '#tests/architecture/source-files.ts';
import { PIPELINE } from '#workflows/pipeline/index.ts';
import { type AnyMachine, stepsOf } from '#workflows/pipeline/machine.ts';
import { NOT_YET } from './not-yet.ts';

type Table = Readonly<Record<string, readonly string[]>>;

const CHECKED: Readonly<Record<string, Table>> = {
  unit: UNIT_TRANSITIONS,
  priceScheme: PRICE_SCHEME_TRANSITIONS,
  releaseBatch: RELEASE_BATCH_TRANSITIONS,
  unitHold: HOLD_TRANSITIONS,
  queueTicket: TICKET_TRANSITIONS,
  quote: QUOTE_TRANSITIONS,
  dealTransfer: TRANSFER_TRANSITIONS,
  reservation: RESERVATION_TRANSITIONS,
  party: PARTY_TRANSITIONS,
  contract: CONTRACT_TRANSITIONS,
  installment: INSTALLMENT_TRANSITIONS,
  receipt: RECEIPT_TRANSITIONS,
  refund: REFUND_TRANSITIONS,
  approval: APPROVAL_TRANSITIONS,
  mortgageCase: MORTGAGE_TRANSITIONS,
  areaSettlement: AREA_SETTLEMENT_TRANSITIONS,
  dunningNotice: DUNNING_TRANSITIONS,
  paymentPromise: PROMISE_TRANSITIONS,
  commission: COMMISSION_TRANSITIONS,
  handoverBatch: HANDOVER_BATCH_TRANSITIONS,
  handover: HANDOVER_TRANSITIONS,
  titleCase: TITLE_TRANSITIONS,
  engineeringChange: ENGINEERING_CHANGE_TRANSITIONS,
  changeAnswer: CHANGE_ANSWER_TRANSITIONS,
  serviceTicket: SERVICE_TICKET_TRANSITIONS,
  inspection: INSPECTION_TRANSITIONS,
  snag: SNAG_TRANSITIONS,
  keySet: KEY_TRANSITIONS,
};

const machines = PIPELINE.map((machine) => ({ object: machine.object, machine }));

const commandNamed = (name: string): AnyCommand | undefined =>
  ALL_COMMANDS.find((command) => command.name === name);

const waysOf = (machine: AnyMachine) => [...machine.begins, ...machine.transitions];

const NAMED = [
  ...new Set(PIPELINE.flatMap((machine) => waysOf(machine).flatMap(({ commands }) => commands))),
];

/** Names of jobs as their reports bear them. */
const JOBS = new Set(
  SOURCE_FILES.filter(({ file }) => file.startsWith('extension/commands/')).flatMap(({ text }) =>
    [...text.matchAll(/\bjob: '([a-z-]+)'|eachItem\(\s*'([a-z-]+)'/g)].map(([, one, other]) => one ?? other),
  ),
);

/** The rights with which a command may be called, whatever its input. */
function rightsOf(command: AnyCommand): readonly Right[] {
  return [command.right, ...(command.anyOf ?? [])];
}

describe.each(machines)('the machine of $object', ({ machine }) => {
  it('has exactly the transitions that the domain checks', () => {
    const said = new Set(stepsOf(machine).map(({ from, to }) => `${from} -> ${to}`));
    const table = CHECKED[machine.object] ?? {};
    const checked = Object.entries(table).flatMap(([from, all]) => all.map((to) => `${from} -> ${to}`));
    expect([...said].sort()).toEqual(checked.sort());
    expect(Object.keys(machine.stages).sort()).toEqual(Object.keys(table).sort());
  });

  it('begins in its first state, or says in which others', () => {
    expect(machine.stages).toHaveProperty(machine.first);
    const [field] = OBJECTS.filter((one) => shortName(one) === machine.object).flatMap(({ fields }) =>
      fields.filter(({ name }) => name === 'state'),
    );
    expect(field?.defaultValue).toBe(`'${machine.first}'`);
    expect(machine.begins.length).toBeGreaterThan(0);
  });

  it('labels and colours of its field are those of its stages, in their order', () => {
    const object = OBJECTS.find((one) => shortName(one) === machine.object);
    const options = object?.fields.find(({ name }) => name === 'state')?.options as
      | { value: string; label: string; color: string }[]
      | undefined;
    expect(options?.map(({ value, label, color }) => ({ value, label, color }))).toEqual(
      Object.entries(machine.stages).map(([value, stage]) => ({ value, ...stage })),
    );
    expect(object?.labelSingular).toBe(machine.title);
  });

  it('has a guard of one sentence with its rule for every way, and says where no command takes it', () => {
    for (const way of machine.transitions) {
      expect(way.guard).toMatch(/^[A-Z].* \([A-Z]\d+(\.\d+)?(, [A-Z]\d+(\.\d+)?)*\)\.$/);
      const isTaken = way.commands.length + (way.jobs?.length ?? 0) > 0;
      expect(way.guard.startsWith('Not yet'), way.guard).toBe(!isTaken);
    }
    for (const { guard } of machine.begins)
      expect(guard).toMatch(/ \([A-Z]\d+(\.\d+)?(, .*)?\)(\.|;.*\.)$|\./);
  });

  it('names rights that its commands ask for', () => {
    const wrong = waysOf(machine).flatMap(({ commands, rights }) =>
      commands
        .flatMap((name) => commandNamed(name) ?? [])
        .filter((command) => command.rightFor === undefined)
        .filter((command) => !rightsOf(command).some((right) => rights.includes(right)))
        .map(
          (command) => `${command.name} needs ${rightsOf(command).join(' or ')}, not ${rights.join(', ')}`,
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the pipeline', () => {
  it('has a machine for every table of the domain, and no other', () => {
    expect(PIPELINE.map(({ object }) => object).sort()).toEqual(Object.keys(CHECKED).sort());
  });

  it('names commands that there are, or that are listed as not there yet', () => {
    const unknown = NAMED.filter((name) => commandNamed(name) === undefined && !NOT_YET.includes(name));
    expect(unknown).toEqual([]);
  });

  it('lists nothing as missing that is there, or that it does not name', () => {
    expect(NOT_YET.filter((name) => commandNamed(name) !== undefined)).toEqual([]);
    expect(NOT_YET.filter((name) => !NAMED.includes(name))).toEqual([]);
  });

  it('names jobs that there are', () => {
    const named = PIPELINE.flatMap((machine) => waysOf(machine).flatMap(({ jobs }) => jobs ?? []));
    expect(named.filter((job) => !JOBS.has(job))).toEqual([]);
  });

  it('has every word of its page in Chinese', async () => {
    const chinese = await readChinese();
    const words = PIPELINE.flatMap(({ title, stages }) => [
      title,
      ...Object.values(stages).map(({ label }) => label),
    ]);
    expect(words.filter((word) => !(word in chinese))).toEqual([]);
  });

  it('two states of a machine share no label, in neither language', async () => {
    const chinese = await readChinese();
    for (const { object, stages } of PIPELINE) {
      const labels = Object.values(stages).map(({ label }) => label);
      expect(new Set(labels).size, object).toBe(labels.length);
      expect(new Set(labels.map((label) => chinese[label])).size, object).toBe(labels.length);
    }
  });

  it('its page is what the generator writes: run "npm run pipeline" after a change', async () => {
    const stored = await readFile(projectPath(PIPELINE_PAGE), 'utf8');
    expect(stored).toBe(pipelinePage(await readChinese()));
  });
});

describe('labels are written once', () => {
  it('no definition of a field "state" of these objects writes its labels again', () => {
    const own = SOURCE_FILES.filter(
      ({ file, text }) =>
        file.startsWith('objects/') &&
        PIPELINE.some(({ object }) => text.includes(`object('${object}'`)) &&
        /\bSTATES\b.*label: string/.test(text),
    );
    expect(own.map(({ file }) => file)).toEqual([]);
  });

  it('no widget writes the label of a state of a unit again in a table of its own', () => {
    const tables = SOURCE_FILES.filter(
      ({ file, text }) => file.startsWith('widgets/') && /\b(PLANNED|CLEARED|OVERDUE): msg\(/.test(text),
    );
    expect(tables.map(({ file }) => file)).toEqual([]);
  });
});
