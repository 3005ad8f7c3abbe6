/** Kit: the form of a workflow step, made of the command's own schema, so that it is written once. */
import * as z from 'zod/mini';
import type { AnyCommand } from '#commands/system/command.ts';
import type { AnyFinding } from '#commands/system/finding.ts';

type Property = {
  type: 'string' | 'number' | 'boolean' | 'array';
  label: string;
  enum?: string[];
  items?: { type: 'string' };
};
type JsonSchema = { type?: string; enum?: unknown[] };

/** "unitIds" reads "Unit ids". */
function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function property(name: string, schema: JsonSchema): Property {
  const label = labelOf(name);
  if (schema.type === 'array') return { type: 'array', label, items: { type: 'string' } };
  if (schema.type === 'integer' || schema.type === 'number') return { type: 'number', label };
  if (schema.type === 'boolean') return { type: 'boolean', label };
  return { type: 'string', label, ...(schema.enum === undefined ? {} : { enum: schema.enum.map(String) }) };
}

type Output = {
  type: 'boolean' | 'string' | 'number' | 'array' | 'object';
  label: string;
  properties?: object;
};

/** What every step answers. */
const ANSWER: Record<string, Output> = {
  ok: { type: 'boolean', label: 'Done' },
  code: { type: 'string', label: 'Code' },
  message: { type: 'string', label: 'Message' },
};

type Step = { title: string; schema: z.ZodMiniType<unknown> };

export function stepSettings({ title, schema }: Step, icon: string, outputs: Record<string, Output>) {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const fields = Object.entries(properties as Record<string, JsonSchema>).map(([name, one]) => [
    name,
    property(name, one),
  ]);
  return {
    label: title,
    icon,
    inputSchema: [{ type: 'object' as const, properties: Object.fromEntries(fields) }],
    outputSchema: [{ type: 'object' as const, properties: { ...ANSWER, ...outputs } as never }],
  };
}

export function actionSettings(command: AnyCommand, icon: string) {
  return stepSettings(command, icon, { result: { type: 'object', label: 'Result', properties: {} } });
}

/** A step that finds what is due: its list is for the next step, or for an iterator. */
export function findingSettings(finding: AnyFinding, icon: string) {
  return stepSettings(finding, icon, {
    count: { type: 'number', label: 'How many' },
    more: { type: 'number', label: 'Left for the next run' },
    items: { type: 'array', label: 'What is found' },
  });
}

/** The step that leaves tasks. */
export function tasksSettings(step: Step, icon: string) {
  return stepSettings(step, icon, {
    left: { type: 'number', label: 'Tasks left now' },
    known: { type: 'number', label: 'Tasks there already' },
  });
}
