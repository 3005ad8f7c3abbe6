import { describe, expect, it } from 'vitest';
import type { FoundWorkflow, WorkflowVersion } from '#port/workflow-engine.ts';
import { contentOf } from '#workflows/installer/content.ts';
import { fingerprintOf, fingerprintOfContent } from '#workflows/installer/fingerprint.ts';
import { type Plan, planFor, type Remembered, type Situation } from '#workflows/installer/plan.ts';
import { NATIVE_WORKFLOWS } from '#workflows/native/index.ts';

const [ACTION, OTHER_ACTION, GONE_ACTION] = ['action', 'other action', 'action of before'];

function version(status: WorkflowVersion['status'], hours = 24, action = ACTION): WorkflowVersion {
  const input = { logicFunctionId: action, logicFunctionInput: { hours } };
  return {
    id: `${status} ${hours}`,
    status,
    trigger: { type: 'CRON', settings: { pattern: '0 * * * *' }, nextStepIds: ['id of the step'] },
    steps: [
      { id: 'id of the step', name: 'Find', type: 'LOGIC_FUNCTION', settings: { input }, nextStepIds: [] },
    ],
  };
}

const workflow = (...versions: WorkflowVersion[]): FoundWorkflow => ({ id: 'w', name: 'W', versions });
const hashOf = (one: WorkflowVersion) => fingerprintOf(one) ?? '';
/** As installed by us: 24 hours. */
const OURS = hashOf(version('ACTIVE'));
const NEWER = hashOf(version('ACTIVE', 12));
const EMPTY: WorkflowVersion = { id: 'empty', status: 'DRAFT', trigger: null, steps: [] };

const remembered = (changes: Partial<Remembered> = {}): Remembered => ({
  workflowId: 'w',
  versionId: 'ACTIVE 24',
  definitionHash: 'definition',
  installedHash: OURS,
  isInstalled: true,
  isUnfinished: false,
  ...changes,
});

const situation = (changes: Partial<Situation> = {}): Situation => ({
  wanted: [{ fingerprint: OURS, definition: 'definition' }],
  actionIds: [ACTION],
  knownActions: new Set([ACTION, OTHER_ACTION]),
  remembered: remembered(),
  workflow: workflow(version('ACTIVE')),
  namesakes: [],
  isAskedAgain: false,
  ...changes,
});

const wantsNewer = { wanted: [{ fingerprint: NEWER, definition: 'newer' }] };
const unfinished = (changes: Partial<Remembered> = {}) => remembered({ isUnfinished: true, ...changes });
const never = (changes: Partial<Remembered> = {}) =>
  remembered({ isInstalled: false, isUnfinished: true, installedHash: '', versionId: '', ...changes });

const TABLE: [string, Partial<Situation>, Partial<Plan>][] = [
  ['nothing there, nothing remembered', { remembered: null, workflow: null }, { do: 'CREATE', why: 'NEW' }],
  ['as we left it', {}, { do: 'NOTHING' }],
  ['a setting changed', { workflow: workflow(version('ACTIVE', 48)) }, { do: 'LEAVE', why: 'EDITED' }],
  [
    'a setting changed, and a newer definition',
    { ...wantsNewer, workflow: workflow(version('ACTIVE', 48)) },
    { do: 'LEAVE', why: 'EDITED' },
  ],
  [
    'a setting changed, and Keyturn installed anew',
    { workflow: workflow(version('ACTIVE', 48, GONE_ACTION)) },
    { do: 'LEAVE', why: 'EDITED', hasStaleActions: true },
  ],
  [
    'another action in the place of ours',
    { workflow: workflow(version('ACTIVE', 24, OTHER_ACTION)) },
    { do: 'LEAVE', why: 'EDITED' },
  ],
  [
    'a draft with a change beside it',
    { workflow: workflow(version('ACTIVE'), version('DRAFT', 48)) },
    { do: 'LEAVE', why: 'DRAFT' },
  ],
  [
    'a draft that is a mere copy',
    { ...wantsNewer, workflow: workflow(version('ACTIVE'), version('DRAFT')) },
    { do: 'UPDATE', why: 'DEFINITION' },
  ],
  ['switched off', { workflow: workflow(version('DEACTIVATED')) }, { do: 'LEAVE', why: 'SWITCHED_OFF' }],
  ['deleted', { workflow: null }, { do: 'REMOVED' }],
  ['deleted and asked for', { workflow: null, isAskedAgain: true }, { do: 'CREATE', why: 'ASKED_AGAIN' }],
  ['untouched, and a newer definition', wantsNewer, { do: 'UPDATE', why: 'DEFINITION' }],
  [
    'untouched, and Keyturn installed anew',
    { workflow: workflow(version('ACTIVE', 24, GONE_ACTION)) },
    { do: 'UPDATE', why: 'ACTIONS' },
  ],
  ['an action is not installed', { actionIds: [null] }, { do: 'FAIL', why: 'ACTION_MISSING' }],
  ['cut off before anything was made', { remembered: never(), workflow: null }, { do: 'CREATE', why: 'NEW' }],
  [
    'cut off with an empty draft',
    { remembered: never(), workflow: workflow(EMPTY) },
    { do: 'FINISH', from: null },
  ],
  [
    'cut off with half a draft',
    { remembered: never({ versionId: 'DRAFT 24' }), workflow: workflow(version('DRAFT')) },
    { do: 'FINISH', from: null },
  ],
  [
    'cut off after it was switched on, before that was written down',
    { remembered: never({ installedHash: OURS }) },
    { do: 'NOTHING', isUnfinished: true },
  ],
  [
    'an update cut off with half a draft',
    {
      ...wantsNewer,
      remembered: unfinished({ versionId: 'DRAFT 5' }),
      workflow: workflow(version('ACTIVE'), version('DRAFT', 5)),
    },
    { do: 'UPDATE', why: 'DEFINITION' },
  ],
  [
    'an update cut off before it was switched on',
    {
      ...wantsNewer,
      remembered: unfinished({ versionId: 'DRAFT 12', installedHash: `${OURS} ${NEWER}` }),
      workflow: workflow(version('ACTIVE'), version('DRAFT', 12)),
    },
    { do: 'UPDATE', why: 'DEFINITION' },
  ],
  [
    'an update cut off after it was switched on',
    {
      ...wantsNewer,
      remembered: unfinished({ installedHash: `${OURS} ${NEWER}` }),
      workflow: workflow(version('ACTIVE', 12), version('ARCHIVED')),
    },
    { do: 'NOTHING', isUnfinished: true },
  ],
  [
    'an update cut off while the server exchanged the versions',
    {
      ...wantsNewer,
      remembered: unfinished({ versionId: 'DRAFT 12', installedHash: `${OURS} ${NEWER}` }),
      workflow: workflow(version('DEACTIVATED'), version('DRAFT', 12)),
    },
    { do: 'FINISH' },
  ],
  [
    'our record lost, the workflow as we would install it',
    { remembered: null, workflow: null, namesakes: [workflow(version('ACTIVE', 24, GONE_ACTION))] },
    { do: 'UPDATE', why: 'ADOPTED' },
  ],
  [
    "somebody's workflow of the same name",
    { remembered: null, workflow: null, namesakes: [workflow(version('ACTIVE', 1))] },
    { do: 'LEAVE', why: 'NAMESAKE', hasStaleActions: false },
  ],
];

describe('what to do about a workflow', () => {
  it.each(TABLE)('%s', (_, changes, plan) => {
    expect(planFor(situation(changes))).toMatchObject(plan);
  });
});

describe('the fingerprint of what a version does', () => {
  const base = version('ACTIVE');
  const [step] = base.steps;
  const settings = step?.settings as { input: Record<string, unknown> };
  const withStep = (changes: Record<string, unknown>): WorkflowVersion => ({
    ...base,
    steps: [{ ...step, ...changes }],
  });

  it.each<[string, WorkflowVersion]>([
    ['another id of the version', { ...base, id: 'another', status: 'ARCHIVED' }],
    [
      'other ids of steps',
      { ...withStep({ id: 'some other id' }), trigger: { ...base.trigger, nextStepIds: ['some other id'] } },
    ],
    ['another place on the page', withStep({ position: { x: 9, y: 9 }, valid: true })],
    ['another schema', withStep({ settings: { ...settings, outputSchema: { a: 1 } } })],
    [
      'empty fields that the builder adds',
      withStep({
        settings: {
          input: { ...settings.input, logicFunctionInput: { hours: 24, note: '', other: null } },
        },
      }),
    ],
    ['other ids of actions', version('ACTIVE', 24, OTHER_ACTION)],
  ])('%s makes no difference', (_, other) => {
    expect(hashOf(other)).toBe(OURS);
  });

  it.each<[string, WorkflowVersion]>([
    ['another setting', version('ACTIVE', 25)],
    ['another name of a step', withStep({ name: 'Look' })],
    ['another type of a step', withStep({ type: 'CODE' })],
    ['another time', { ...base, trigger: { ...base.trigger, settings: { pattern: '5 * * * *' } } }],
    ['an edge less', { ...base, trigger: { ...base.trigger, nextStepIds: [] } }],
    ['errors that are passed over', withStep({ settings: { ...settings, errorHandlingOptions: { a: 1 } } })],
  ])('%s makes a difference', (_, other) => {
    expect(hashOf(other)).not.toBe(OURS);
  });

  it.each(NATIVE_WORKFLOWS)('$key: whatever ids the workspace gives, it is the same', (native) => {
    const inEnglish = (id: string) => fingerprintOfContent(contentOf(native, id, 'en', new Map()));
    expect(inEnglish('one')).toBe(inEnglish('another'));
    expect(inEnglish('one')).not.toBe(fingerprintOfContent(contentOf(native, 'one', 'zh-CN', new Map())));
  });
});
