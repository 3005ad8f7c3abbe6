/** A definition in the words of a workspace: trigger and steps as Twenty keeps them. Pure. */
import { derivedId } from '#commands/system/request-ids.ts';
import type { Content, NewStep, WorkflowJson } from '#port/workflow-engine.ts';
import type {
  ActionStep,
  ClockTrigger,
  DelayStep,
  Language,
  NativeWorkflow,
  RecordTrigger,
  Value,
} from '../definition.ts';

/** Twenty draws a step so far below the one before. */
const STEP_HEIGHT = 150;
const TRIGGER = 'trigger';

/** Actions that a definition names and the workspace does not have. */
export function missingActions(
  workflow: NativeWorkflow,
  actionIds: ReadonlyMap<string, string>,
): ActionStep[] {
  return actionsOf(workflow).filter(({ action }) => !actionIds.has(action));
}

export function actionsOf({ steps }: NativeWorkflow): ActionStep[] {
  return steps.flatMap((step) => ('action' in step ? [step] : []));
}

/** The ids of its steps are made of the workflow's id, so that a repeated build makes the same. */
export function contentOf(
  workflow: NativeWorkflow,
  workflowId: string,
  language: Language,
  actionIds: ReadonlyMap<string, string>,
): Content {
  const idOf = (key: string) => derivedId('workflow step', workflowId, key);
  const steps = workflow.steps.map((step, index): NewStep => {
    const before = step.after ?? workflow.steps[index - 1]?.key;
    return {
      id: idOf(step.key),
      parentId: before === undefined || before === TRIGGER ? TRIGGER : idOf(before),
      type: 'action' in step ? 'LOGIC_FUNCTION' : 'DELAY',
      name: step.name[language],
      input: 'action' in step ? actionInput(step, language, actionIds, idOf) : delayInput(step),
      position: { x: 0, y: (index + 1) * STEP_HEIGHT },
    };
  });
  return { trigger: triggerJson(workflow.trigger, language), steps };
}

function triggerJson(trigger: ClockTrigger | RecordTrigger, language: Language): WorkflowJson {
  const common = { name: trigger.name[language], nextStepIds: [], position: { x: 0, y: 0 } };
  if (trigger.kind === 'CLOCK') {
    return {
      ...common,
      type: 'CRON',
      settings: { type: 'CUSTOM', pattern: trigger.pattern, outputSchema: {} },
    };
  }
  const object = `keyturn${trigger.object.charAt(0).toUpperCase()}${trigger.object.slice(1)}`;
  const fields = trigger.fields.length === 0 ? {} : { fields: trigger.fields };
  const settings = { eventName: `${object}.${trigger.operation}`, ...fields, outputSchema: {} };
  return { ...common, type: 'DATABASE_EVENT', settings };
}

function delayInput({ minutes }: DelayStep): WorkflowJson {
  return { delayType: 'DURATION', duration: { days: 0, hours: 0, minutes, seconds: 0 } };
}

function actionInput(
  step: ActionStep,
  language: Language,
  actionIds: ReadonlyMap<string, string>,
  idOf: (key: string) => string,
): WorkflowJson {
  const logicFunctionInput = Object.fromEntries(
    Object.entries(step.input).map(([name, value]) => [name, valueIn(value, language, idOf)]),
  );
  return { logicFunctionId: actionIds.get(step.action) ?? '', logicFunctionInput };
}

function valueIn(value: Value, language: Language, idOf: (key: string) => string): string | number {
  if (typeof value !== 'object') return value;
  if ('said' in value) return value.said[language];
  if ('from' in value) return `{{${idOf(value.from)}.${value.output}}}`;
  return `{{${TRIGGER}.properties.after.${value.recordField}}}`;
}
