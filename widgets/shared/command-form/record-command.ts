/** An entry of Twenty's command menu that opens a form for the selected record; argument of `defineCommandMenuItem`. */
import type { defineCommandMenuItem } from 'twenty-sdk/define';
import { commandsId } from '#identifiers/commands.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { objectId } from '#kit/object.ts';

type RecordCommandSpec = {
  label: string;
  shortLabel: string;
  icon: string;
  /** The object whose selected records it works on. */
  object: string;
  widget: string;
  /** When it is offered; see `when…` below. */
  available: string;
  isPinned?: boolean;
};

export function recordCommand(key: string, spec: RecordCommandSpec) {
  // Named like this because the SDK rewrites whatever it sees written after this name and a colon.
  const conditionalAvailabilityExpression = spec.available;
  return {
    universalIdentifier: commandsId(`command.${key}`),
    label: spec.label,
    shortLabel: spec.shortLabel,
    icon: spec.icon,
    isPinned: spec.isPinned ?? false,
    availabilityType: 'RECORD_SELECTION',
    availabilityObjectUniversalIdentifier: objectId(spec.object),
    frontComponentUniversalIdentifier: widgetsId(`widget.${spec.widget}`),
    conditionalAvailabilityExpression,
  } satisfies Parameters<typeof defineCommandMenuItem>[0];
}

/**
 * No selected record is in any other state than these. A state that Twenty has not loaded, because the
 * list does not show it, hides nothing: the server decides in the end.
 */
export function whenStateIs<S extends string>(
  all: Readonly<Record<S, unknown>>,
  allowed: readonly S[],
): string {
  const others = (Object.keys(all) as S[]).filter((state) => !allowed.includes(state));
  return others.map((state) => `noneEquals(selectedRecords, "state", "${state}")`).join(' and ');
}

/** The same for one record alone. */
export function whenOneIs<S extends string>(
  all: Readonly<Record<S, unknown>>,
  allowed: readonly S[],
): string {
  return `${WHEN_ONE} and ${whenStateIs(all, allowed)}`;
}

export const WHEN_ONE = 'numberOfSelectedRecords == 1';
