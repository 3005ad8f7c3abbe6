/** What a native workflow is, as data: plain values, no id of a workspace. Types and small makers only. */
import type { ObjectName } from '#port/records.ts';

/** Said in the language of the admin who installs; an admin may word it anew in the builder. */
export type Said = { en: string; 'zh-CN': string };
export type Language = keyof Said;
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** By the clock, in UTC. Guarded updates fire no event, so what they do is found by the clock. */
export type ClockTrigger = { kind: 'CLOCK'; name: Said; pattern: string };

/** By a plain write on a record: created, updated, or either. */
export type RecordTrigger = {
  kind: 'RECORD';
  name: Said;
  object: ObjectName;
  operation: 'created' | 'updated' | 'upserted';
  /** Only when one of these fields changes. */
  fields: readonly string[];
};

/** What a step is given: a value, a text in words, what an earlier step answered, or a field of the record. */
export type Value =
  | string
  | number
  | { said: Said }
  | { from: string; output: string }
  | { recordField: string };

type Common = {
  /** Names the step in this workflow; never shown. */
  key: string;
  name: Said;
  /** The step before; without it the one written above, the trigger for the first. */
  after?: string;
};

export type ActionStep = Common & {
  /** Universal identifier of one of Keyturn's actions. */
  action: string;
  input: Readonly<Record<string, Value>>;
};

export type DelayStep = Common & { minutes: number };

export type NativeWorkflow = {
  /** Never changed: installed workflows are known by it. */
  key: string;
  name: Said;
  /** One sentence for the admin: when it runs and what it does. */
  purpose: Said;
  trigger: ClockTrigger | RecordTrigger;
  steps: readonly (ActionStep | DelayStep)[];
};

export function say(en: string, zh: string): Said {
  return { en, 'zh-CN': zh };
}
