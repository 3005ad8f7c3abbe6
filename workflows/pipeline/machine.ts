/**
 * What a state machine of the pipeline is: stages with the words and colours that people see, and every way from
 * one to another with the commands that take it, what they check first and whose right it needs. Pure data, and
 * written as plain literals: a widget that names a state then carries the names and nothing else.
 */
import type { Right } from '#domain/system/index.ts';

/** The label is English; `locales/zh-CN.json` has its Chinese. */
export type Stage = { label: string; color: string };

export type Stages<S extends string> = Readonly<Record<S, Stage>>;

type Way = {
  /** Names of the commands that take this way, any of them. None: no command does so far, and `guard` says so. */
  commands: readonly string[];
  /** Jobs that take it by themselves, by the name in their job run. */
  jobs?: readonly string[];
  /** In one sentence what has to be so, with the number of the rule. */
  guard: string;
  /** Any of these is enough. */
  rights: readonly Right[];
};

/** How a record comes into being; `commands` is empty where people enter it by hand. */
export type Beginning<S extends string> = Way & { in: S };

export type Transition<S extends string> = Way & { from: readonly S[]; to: S | readonly S[] };

export type Machine<S extends string> = {
  /** Name of the object without its prefix. */
  object: string;
  /** The object's label. */
  title: string;
  /** One sentence on what the states are of. */
  about: string;
  first: S;
  stages: Stages<S>;
  begins: readonly Beginning<S>[];
  transitions: readonly Transition<S>[];
};

/** A machine whose states are texts like those of any other, for what goes over all of them. */
export type AnyMachine = Machine<string>;

/** Each single step of a machine, one a pair of states and a way. */
export function stepsOf(machine: AnyMachine): { from: string; to: string; way: Transition<string> }[] {
  return machine.transitions.flatMap((way) =>
    way.from.flatMap((from) => [way.to].flat().map((to) => ({ from, to, way }))),
  );
}
