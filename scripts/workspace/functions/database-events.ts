/**
 * Database events: queued, one call a record and function, in no order that may be relied on. A handler's
 * error is noted and not retried.
 */
import type { ManifestFunction } from '#scripts/workspace/model/manifest.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import type { Change, ChangeAction, ChangeLog } from '#scripts/workspace/records/changes.ts';

/** As many functions as a real worker runs at a time. */
const CONCURRENCY = 10;

type Job = { definition: ManifestFunction; payload: unknown };

export type EventOptions = {
  functions: ManifestFunction[];
  workspaceId: string;
  run(definition: ManifestFunction, payload: unknown): Promise<unknown>;
};

const eventNames = (object: ObjectModel, action: ChangeAction) => [
  `${object.nameSingular}.${action}`,
  `*.${action}`,
  `${object.nameSingular}.*`,
  '*.*',
];

function wants(definition: ManifestFunction, change: Change): boolean {
  const settings = definition.databaseEventTriggerSettings;
  if (!settings || !eventNames(change.object, change.action).includes(settings.eventName)) return false;
  const wanted = settings.updatedFields ?? [];
  if (change.action !== 'updated' || wanted.length === 0) return true;
  return (change.properties.updatedFields ?? []).some((name) => wanted.includes(name));
}

function payloadOf(change: Change, workspaceId: string): Record<string, unknown> {
  const { object, action, member } = change;
  const { id, universalIdentifier, nameSingular, namePlural, labelSingular, labelPlural, isSystem } = object;
  return {
    name: `${nameSingular}.${action}`,
    workspaceId,
    objectMetadata: {
      id,
      universalIdentifier,
      nameSingular,
      namePlural,
      labelSingular,
      labelPlural,
      isSystem,
    },
    recordId: change.recordId,
    ...(member
      ? { userId: member.userId, userWorkspaceId: member.userWorkspaceId, workspaceMemberId: member.id }
      : {}),
    properties: change.properties,
  };
}

export class DatabaseEvents implements ChangeLog {
  private readonly listeners: ManifestFunction[];
  private readonly queue: Job[] = [];
  private running = 0;
  private idle: (() => void)[] = [];

  constructor(private readonly options: EventOptions) {
    this.listeners = options.functions.filter((definition) => definition.databaseEventTriggerSettings);
  }

  isWatched(object: ObjectModel, action: ChangeAction): boolean {
    // Timeline entries cause no events, or every change would cause another.
    if (object.nameSingular === 'timelineActivity') return false;
    const names = eventNames(object, action);
    return this.listeners.some(({ databaseEventTriggerSettings }) =>
      names.includes(databaseEventTriggerSettings?.eventName ?? ''),
    );
  }

  announce(changes: Change[]): void {
    for (const change of changes) {
      for (const definition of this.listeners) {
        if (!wants(definition, change)) continue;
        // The payload is what the rows were now, however late the function runs.
        const payload = structuredClone(payloadOf(change, this.options.workspaceId));
        this.queue.push({ definition, payload });
      }
    }
    this.pump();
  }

  private pump(): void {
    while (this.running < CONCURRENCY) {
      const job = this.queue.shift();
      if (!job) break;
      this.running += 1;
      void this.options
        .run(job.definition, job.payload)
        .catch(() => {})
        .finally(() => {
          this.running -= 1;
          this.pump();
        });
    }
    if (this.running > 0 || this.queue.length > 0) return;
    for (const resolve of this.idle.splice(0)) resolve();
  }

  /** Handlers cause further events; those are queued before the handler ends, so idle means all is done. */
  settle(): Promise<void> {
    if (this.running === 0 && this.queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }
}
