/** The commands of inspections, snags and key sets, as a table. Writes nothing. */
import type { AnyCommand } from '../system/command.ts';
import { countKeys } from './count-keys.ts';
import { moveKeys } from './move-keys.ts';
import { moveSnag } from './move-snag.ts';
import { recordInspection } from './record-inspection.ts';
import { reportSnag } from './report-snag.ts';
import { setUpInspectionTemplate } from './set-up-inspection-template.ts';
import { signInspection } from './sign-inspection.ts';
import { startInspection } from './start-inspection.ts';
import { takeBackSnagLinks } from './take-back-snag-links.ts';

export const INSPECTION_COMMANDS: readonly AnyCommand[] = [
  setUpInspectionTemplate,
  startInspection,
  recordInspection,
  signInspection,
  reportSnag,
  moveSnag,
  countKeys,
  moveKeys,
  takeBackSnagLinks,
];
