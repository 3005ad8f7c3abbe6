/** How states and choices of inspections, snags and key sets are called. */
import type { KeyKind, SnagCategory, SnagSeverity } from '#domain/handover/after-sale-states.ts';
import type { CheckResult } from '#domain/handover/inspections.ts';
import type { KeyAction } from '#domain/handover/key-sets.ts';
import type { SnagAction } from '#domain/handover/snags.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { INSPECTION_STAGES } from '#workflows/pipeline/inspection.ts';
import { KEY_SET_STAGES } from '#workflows/pipeline/key-set.ts';
import { SNAG_STAGES } from '#workflows/pipeline/snag.ts';

export const SNAG_STATES = /* @__PURE__ */ namesOf(SNAG_STAGES);
export const KEY_STATES = /* @__PURE__ */ namesOf(KEY_SET_STAGES);
export const INSPECTION_STATES = /* @__PURE__ */ namesOf(INSPECTION_STAGES);

export const CHECK_RESULT_NAMES: Names<CheckResult> = {
  OK: msg('In order'),
  DEFECT: msg('Defect'),
  NOT_APPLICABLE: msg('Not there'),
};

export const SEVERITY_NAMES: Names<SnagSeverity> = {
  MINOR: msg('Minor'),
  MAJOR: msg('Major'),
  BLOCKING: msg('Keeps the keys back'),
};

export const CATEGORY_NAMES: Names<SnagCategory> = {
  STRUCTURE: msg('Structure'),
  WATERPROOFING: msg('Waterproofing'),
  DOORS_WINDOWS: msg('Doors and windows'),
  SURFACES: msg('Walls and floors'),
  ELECTRICAL: msg('Electrical'),
  PLUMBING: msg('Plumbing'),
  HEATING_COOLING: msg('Heating and cooling'),
  EQUIPMENT: msg('Equipment'),
  CLEANING: msg('Cleaning'),
  OTHER: msg('Other'),
};

export const KEY_KIND_LABELS: Names<KeyKind> = {
  DOOR_KEYS: msg('Door keys'),
  ACCESS_CARDS: msg('Access cards'),
  MAILBOX_KEYS: msg('Mailbox keys'),
  PARKING_REMOTES: msg('Parking remotes'),
  MANUALS: msg('Manuals'),
  OTHER: msg('Other'),
};

export const SNAG_ACTION_NAMES: Names<SnagAction> = {
  ASSIGN: msg('Assign'),
  START: msg('Work has begun'),
  FIX: msg('It is fixed'),
  VERIFY: msg('Verify'),
  DECLINE: msg('Decline'),
  REOPEN: msg('Reopen'),
};

export const KEY_ACTION_NAMES: Names<KeyAction> = {
  HAND_OVER: msg('Hand out'),
  RETURN: msg('Came back'),
  LOSE: msg('Lost'),
};
