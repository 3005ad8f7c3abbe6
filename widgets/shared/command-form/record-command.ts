/** An entry of Twenty's command menu that opens a form for the selected record; argument of `defineCommandMenuItem`. */
import { type defineCommandMenuItem, STANDARD_OBJECT } from 'twenty-sdk/define';
import { canGo, type Transitions } from '#domain/shared/state-machine.ts';
import { commandsId } from '#identifiers/commands.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { objectId } from '#kit/object.ts';

type MenuItem = Parameters<typeof defineCommandMenuItem>[0];

type EntrySpec = { label: string; shortLabel: string; icon: string; widget: string; isPinned?: boolean };

type RecordCommandSpec = EntrySpec & {
  /** The object whose selected records it works on. */
  object: string;
  /** When it is offered; see `when…` below. */
  available: string;
};

export function recordCommand(key: string, spec: RecordCommandSpec) {
  // Named like this because the SDK rewrites whatever it sees written after this name and a colon.
  const conditionalAvailabilityExpression = spec.available;
  return {
    ...entry(key, spec),
    availabilityType: 'RECORD_SELECTION',
    availabilityObjectUniversalIdentifier: objectId(spec.object),
    conditionalAvailabilityExpression,
  } satisfies MenuItem;
}

/** The same on an object of Twenty's own. */
export function standardRecordCommand(key: string, spec: RecordCommandSpec & { object: 'person' }) {
  const conditionalAvailabilityExpression = spec.available;
  return {
    ...entry(key, spec),
    availabilityType: 'RECORD_SELECTION',
    availabilityObjectUniversalIdentifier: STANDARD_OBJECT[spec.object].universalIdentifier,
    conditionalAvailabilityExpression,
  } satisfies MenuItem;
}

/** An entry that is about no record and offered everywhere. */
export function globalCommand(key: string, spec: EntrySpec) {
  return { ...entry(key, spec), availabilityType: 'GLOBAL' } satisfies MenuItem;
}

function entry(key: string, { label, shortLabel, icon, widget, isPinned = false }: EntrySpec) {
  return {
    universalIdentifier: commandsId(`command.${key}`),
    label,
    shortLabel,
    icon,
    isPinned,
    frontComponentUniversalIdentifier: widgetsId(`widget.${widget}`),
  };
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

/** The same for several records, where one alone has an entry of its own. */
export function whenSeveralAre<S extends string>(
  all: Readonly<Record<S, unknown>>,
  allowed: readonly S[],
): string {
  return `numberOfSelectedRecords >= 2 and ${whenStateIs(all, allowed)}`;
}

/** One record alone, in a state from which it may go to another one. */
export function whenOneMayBecome<S extends string>(all: Transitions<S>, to: S): string {
  const states = Object.keys(all) as S[];
  return whenOneIs(
    all,
    states.filter((from) => canGo(all, from, to)),
  );
}

export const WHEN_ONE = 'numberOfSelectedRecords == 1';
