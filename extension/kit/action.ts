/** Kit: the form of a workflow step, made of the command's own schema, so that it is written once. */
import * as z from 'zod/mini';
import type { AnyCommand } from '#commands/system/command.ts';

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

export function actionSettings(command: AnyCommand, icon: string) {
  const { properties = {} } = z.toJSONSchema(command.schema, { io: 'input', unrepresentable: 'any' });
  const fields = Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => [
    name,
    property(name, schema),
  ]);
  return {
    label: command.title,
    icon,
    inputSchema: [{ type: 'object' as const, properties: Object.fromEntries(fields) }],
    outputSchema: [
      {
        type: 'object' as const,
        properties: {
          ok: { type: 'boolean' as const, label: 'Done' },
          code: { type: 'string' as const, label: 'Code' },
          message: { type: 'string' as const, label: 'Message' },
          result: { type: 'object' as const, label: 'Result', properties: {} },
        },
      },
    ],
  };
}
