/** What the board asks of the world; tests and pages outside Twenty bring their own. */
import { openSidePanelPage, SidePanelPages } from 'twenty-sdk/front-component';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandRunner } from '#widgets/shared/api/use-command.ts';
import { type Person, searchPeople } from '#widgets/shared/people/read-people.ts';
import { type Deal, readDeal } from './read-deal.ts';

export type RecordObject = 'keyturnUnit' | 'keyturnReservation' | 'keyturnContract' | 'keyturnUnitHold';

export type BoardPort = {
  readDeal: (unitId: string, isMasked: boolean) => Promise<Deal>;
  searchPeople: (typed: string) => Promise<Person[]>;
  run: CommandRunner;
  openRecord: (object: RecordObject, recordId: string) => void;
};

export const TWENTY_PORT: BoardPort = {
  readDeal,
  searchPeople,
  run: runCommand,
  openRecord: (objectNameSingular, recordId) => {
    void openSidePanelPage({ page: SidePanelPages.ViewRecord, recordId, objectNameSingular });
  },
};
