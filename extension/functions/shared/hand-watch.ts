/** The trigger of the watch on one object: which event, and what to do with it. */
import type { DatabaseEventPayload } from 'twenty-sdk/logic-function';
import { type Meaning, putRight } from '#commands/system/watch.ts';
import { GUARDED, type GuardedObject } from '#port/guarded.ts';
import { openAsApplication } from './workspace.ts';

/** `updated`, or `*` where people also create the records by hand. */
export function guardedEvent(object: GuardedObject, operation: 'updated' | '*') {
  const singular = `keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  return { eventName: `${singular}.${operation}`, updatedFields: [...GUARDED[object]] };
}

type Payload = Pick<DatabaseEventPayload, 'recordId'> & { workspaceMemberId?: string; name?: string };

export function handWatch(object: GuardedObject, meaning?: Meaning) {
  return async (event: Payload) => {
    if (/\.(deleted|destroyed)$/.test(event.name ?? '')) return { putBack: [], carriedOut: null };
    const workspace = openAsApplication();
    const memberId = event.workspaceMemberId ?? null;
    const actor = { memberId, name: memberId === null ? 'Somebody' : 'A member' };
    return putRight({ ...workspace, actor }, object, event.recordId, meaning);
  };
}
