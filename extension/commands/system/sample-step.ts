/** What a step of the sample is, and what steps name often. Pure. */
import { unitIdOf } from '../inventory/generate-units.ts';
import type { AnyCommand } from './command.ts';
import { type BuildingKey, type SampleSite, sampleId } from './sample-site.ts';

/** What a step's input may be made of. */
export type Known = {
  /** What the command of an earlier step answered. */
  answerOf(step: string): Record<string, unknown>;
  /** The id that the command of an earlier step gave to what it calls so. */
  idOf(step: string, name: string): string;
  /** Who loads the sample; null for an API key. */
  memberId: string | null;
  /** Whether there is a record of the person or company. */
  isThere(id: string): boolean;
};

export type Step = {
  key: string;
  /** So many days before the base. */
  daysBefore: number;
  command: AnyCommand;
  /** A person or company without whose record it is left out. */
  needs?: string;
  input(known: Known): Record<string, unknown>;
};

export function unitOf({ generation }: SampleSite, building: BuildingKey, number: string): string {
  return unitIdOf(sampleId(generation, 'building', building), number);
}

/** The contract of a deal of the script. */
export function contractOf(known: Known, deal: number) {
  return { contractId: String(known.answerOf(`sign ${deal}`).contractId) };
}
