/** What the desk asks of the world; tests and pages outside Twenty bring their own. */
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandRunner } from '#widgets/shared/api/use-command.ts';
import { type Person, searchPeople } from '#widgets/shared/people/read-people.ts';
import {
  type Offer,
  type Opened,
  openDesk,
  readFreeUnits,
  readOffer,
  type UnitFilters,
  type UnitPage,
} from './read-desk.ts';

export type DeskPort = {
  open: (userId: string | null, selectedId: string | null) => Promise<Opened>;
  readOffer: (projectId: string) => Promise<Offer>;
  readFreeUnits: (projectId: string, filters: UnitFilters, after?: string | null) => Promise<UnitPage>;
  searchPeople: (typed: string) => Promise<Person[]>;
  run: CommandRunner;
};

export const TWENTY_PORT: DeskPort = {
  open: openDesk,
  readOffer,
  readFreeUnits,
  searchPeople,
  run: runCommand,
};
