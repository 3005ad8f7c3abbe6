/** The trigger of the watch on one object: which event, and what to do with it. */
import type { DatabaseEventPayload } from 'twenty-sdk/logic-function';
import { type Meaning, putRight } from '#commands/system/watch.ts';
import { DERIVED, type GuardedObject, SEALED } from '#port/guarded.ts';
import { openAsApplication } from './workspace.ts';

/**
 * Totals that are worth an event of their own. Others are worked out again with every posting; each
 * event costs one of the function runs that Twenty allows a minute, our own writes' events included.
 */
const WATCHED_TOTALS: readonly GuardedObject[] = ['contract', 'installment', 'reservation'];

/** `updated`, or `*` where people also create the records by hand. */
export function guardedEvent(object: GuardedObject, operation: 'updated' | '*') {
  const singular = `keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  return {
    eventName: `${singular}.${operation}`,
    updatedFields: [...SEALED[object], ...(WATCHED_TOTALS.includes(object) ? DERIVED[object] : [])],
  };
}

type Payload = Pick<DatabaseEventPayload, 'recordId'> & {
  name?: string;
  workspaceMemberId?: string;
  properties?: { after?: { updatedBy?: { source?: string; name?: string } | null } };
};

/** Our own writes need no second look; neither does a record that is gone. */
function isOwnWrite({ name = '', properties }: Payload): boolean {
  return properties?.after?.updatedBy?.source === 'APPLICATION' || /\.(deleted|destroyed)$/.test(name);
}

export function handWatch(object: GuardedObject, meaning?: Meaning) {
  return async (event: Payload) => {
    if (isOwnWrite(event)) return { putBack: [], carriedOut: null };
    const actor = {
      memberId: event.workspaceMemberId ?? null,
      name: event.properties?.after?.updatedBy?.name || 'Somebody',
    };
    return putRight({ ...openAsApplication(), actor }, object, event.recordId, meaning);
  };
}
