/** What the native workflows name is there: actions, their settings and answers, objects, fields. */
import { describe, expect, it } from 'vitest';
import { RECORDS } from '#port/records.ts';
import { definitionFiles, projectPath } from '#scripts/build/definition-files.ts';
import { OBJECTS } from '#tests/architecture/definitions.ts';
import { LANGUAGES, type NativeWorkflow, type Said } from '#workflows/definition.ts';
import { actionsOf } from '#workflows/installer/content.ts';
import { NATIVE_WORKFLOWS } from '#workflows/native/index.ts';

type Properties = Record<string, { type: string }>;
type Action = { inputs: Properties; outputs: Properties };

const ACTIONS = new Map<string, Action>();
for (const file of (await definitionFiles()).filter((name) => name.endsWith('.action.ts'))) {
  const module = (await import(projectPath(file))) as {
    default: { config: Record<string, unknown> };
  };
  const { universalIdentifier, workflowActionTriggerSettings } = module.default.config as {
    universalIdentifier: string;
    workflowActionTriggerSettings: Record<'inputSchema' | 'outputSchema', { properties: Properties }[]>;
  };
  ACTIONS.set(universalIdentifier, {
    inputs: workflowActionTriggerSettings.inputSchema[0]?.properties ?? {},
    outputs: workflowActionTriggerSettings.outputSchema[0]?.properties ?? {},
  });
}

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh-CN' in value;

function saidIn(value: unknown): Said[] {
  if (isSaid(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(saidIn) : [];
}

describe.each(NATIVE_WORKFLOWS)('$key', (workflow: NativeWorkflow) => {
  it('names actions that install, and gives each only settings that it has', () => {
    for (const { action, input } of actionsOf(workflow)) {
      const known = ACTIONS.get(action);
      expect(known).toBeDefined();
      expect(Object.keys(input).filter((name) => !(name in (known?.inputs ?? {})))).toEqual([]);
    }
  });

  it('takes from earlier steps what they answer', () => {
    const steps = actionsOf(workflow);
    for (const [index, { input }] of steps.entries()) {
      for (const value of Object.values(input)) {
        if (typeof value !== 'object' || !('from' in value)) continue;
        const source = steps.slice(0, index).find(({ key }) => key === value.from);
        expect(source, value.from).toBeDefined();
        expect(Object.keys(ACTIONS.get(source?.action ?? '')?.outputs ?? {})).toContain(value.output);
      }
    }
  });

  it('its steps have names of their own, each after one that is above it', () => {
    const keys = workflow.steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, { after }] of workflow.steps.entries()) {
      if (after !== undefined) expect(['trigger', ...keys.slice(0, index)]).toContain(after);
    }
  });

  it('waits for fields of an object that installs, or for a time of the clock', () => {
    const { trigger } = workflow;
    if (trigger.kind === 'CLOCK') {
      expect(trigger.pattern).toMatch(/^(\*\/\d+|\d+) (\*|\d+) \* \* \*$/);
      return;
    }
    const object = OBJECTS.find(
      ({ nameSingular }) => nameSingular.toLowerCase() === `keyturn${trigger.object}`.toLowerCase(),
    );
    const fields = object?.fields.map(({ name }) => name) ?? [];
    expect(trigger.fields.filter((name) => !fields.includes(name))).toEqual([]);
    expect(Object.keys(RECORDS)).toContain(trigger.object);
  });

  it('says everything in English and in Chinese', () => {
    const said = saidIn(workflow);
    expect(said.length).toBeGreaterThan(5);
    for (const one of said) {
      expect(one['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(one['zh-CN']).not.toMatch(/[\u4e00-\u9fff][,:;?]/);
      expect(one.en.trim()).not.toBe('');
    }
  });
});

describe('all of them', () => {
  it('have keys and names of their own', () => {
    expect(NATIVE_WORKFLOWS.length).toBeGreaterThanOrEqual(12);
    for (const nameOf of [
      ({ key }: NativeWorkflow) => key,
      ...LANGUAGES.map((language) => (one: NativeWorkflow) => one.name[language]),
    ]) {
      expect(new Set(NATIVE_WORKFLOWS.map(nameOf)).size).toBe(NATIVE_WORKFLOWS.length);
    }
  });

  it('use only findings and tasks: nothing that decides money or who has a unit', () => {
    const names = new Set(NATIVE_WORKFLOWS.flatMap(actionsOf).map(({ key }) => key.split('-')[0]));
    expect([...names].sort()).toEqual(['find', 'tasks']);
  });
});
