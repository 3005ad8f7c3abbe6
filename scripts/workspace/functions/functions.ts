/** The extension's functions: found by name or id, run with their errors noted, on the minute if asked. */
import type { Directory } from '#scripts/workspace/access/directory.ts';
import type { Member } from '#scripts/workspace/access/identity.ts';
import { matchesCron } from '#scripts/workspace/functions/cron-pattern.ts';
import { DatabaseEvents } from '#scripts/workspace/functions/database-events.ts';
import { FunctionPool } from '#scripts/workspace/functions/pool.ts';
import type { Manifest, ManifestFunction } from '#scripts/workspace/model/manifest.ts';
import type { FunctionError } from '#scripts/workspace/workspace-types.ts';

export type FunctionsOptions = {
  manifest: Manifest;
  outputDir: string;
  directory: Directory;
  workspaceId: string;
  applicationId: string;
  serverUrl: () => string;
  variables: () => Record<string, string>;
  log: (line: string) => void;
};

const MINUTE_MS = 60_000;

export class Functions {
  readonly definitions: ManifestFunction[];
  readonly events: DatabaseEvents;
  readonly errors: FunctionError[] = [];
  private readonly pool: FunctionPool;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: FunctionsOptions) {
    this.definitions = options.manifest.logicFunctions;
    this.pool = new FunctionPool(options);
    this.events = new DatabaseEvents({
      functions: this.definitions,
      workspaceId: options.workspaceId,
      run: (definition, payload) => this.run(definition, payload),
    });
  }

  async run(definition: ManifestFunction, payload: unknown, member?: Member): Promise<unknown> {
    try {
      return await this.pool.run(definition, payload, member);
    } catch (error) {
      const { message, stack } = error as Error;
      const functionName = definition.name ?? definition.universalIdentifier;
      this.errors.push({ functionName, message, ...(stack ? { stack } : {}), at: new Date().toISOString() });
      this.options.log(`Function ${functionName} failed: ${message}`);
      throw error;
    }
  }

  find(nameOrId: string): ManifestFunction {
    const found = this.definitions.find(
      (definition) => definition.universalIdentifier === nameOrId || definition.name === nameOrId,
    );
    if (!found) throw new Error(`The manifest has no function "${nameOrId}".`);
    return found;
  }

  /** The worker that carries this token as its own, if a function does. */
  workerOf(authorization: string | undefined): { kill(): void } | undefined {
    return authorization ? this.pool.workerOfToken(authorization.replace(/^Bearer\s+/i, '')) : undefined;
  }

  /** The environment has changed. */
  renew(): void {
    this.pool.renew();
  }

  /** Runs what a cron pattern asks for, at the start of every minute. */
  startCron(): void {
    const scheduled = this.definitions.filter((definition) => definition.cronTriggerSettings);
    if (scheduled.length === 0) return;
    const tick = () => {
      const now = new Date();
      for (const definition of scheduled) {
        if (!matchesCron(definition.cronTriggerSettings?.pattern ?? '', now)) continue;
        void this.run(definition, {}).catch(() => {});
      }
      this.timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
      this.timer.unref();
    };
    this.timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    this.timer.unref();
  }

  /** The post-install hook: on the first opening, and on a new version if it asks for that. */
  async runInstallHook(previousVersion: string | undefined): Promise<void> {
    const { application } = this.options.manifest;
    const hook = application.postInstallLogicFunction;
    const newVersion = application.version ?? '0.0.0';
    if (!hook || previousVersion === newVersion) return;
    if (previousVersion !== undefined && !hook.shouldRunOnVersionUpgrade) return;
    await this.run(this.find(hook.universalIdentifier), {
      ...(previousVersion === undefined ? {} : { previousVersion }),
      newVersion,
    }).catch(() => {});
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.pool.close();
  }
}
