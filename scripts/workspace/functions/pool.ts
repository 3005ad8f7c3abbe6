/** One warm worker for each bundle and caller; calls run concurrently inside it. */
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Directory } from '#scripts/workspace/access/directory.ts';
import type { Member } from '#scripts/workspace/access/identity.ts';
import type { ManifestFunction } from '#scripts/workspace/model/manifest.ts';

type Reply =
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; error: string; stack?: string };

type Pending = { resolve(value: unknown): void; reject(error: Error): void; timer: NodeJS.Timeout };

export class FunctionFailure extends Error {
  constructor(
    message: string,
    override readonly stack: string | undefined,
  ) {
    super(message);
    this.name = 'FunctionFailure';
  }
}

const WORKER_FILE = fileURLToPath(new URL('./worker.mjs', import.meta.url));
const DEFAULT_TIMEOUT_SECONDS = 300;

class FunctionWorker {
  private readonly pending = new Map<number, Pending>();
  private readonly worker: Worker;
  private nextId = 1;
  private isLeaving = false;
  isAlive = true;

  constructor(
    definition: ManifestFunction,
    bundle: string,
    readonly token: string,
    env: Record<string, string>,
    private readonly timeoutMs: number,
  ) {
    this.worker = new Worker(WORKER_FILE, {
      workerData: { bundleUrl: pathToFileURL(bundle).href, handlerName: definition.handlerName },
      env: { ...process.env, ...env },
      execArgv: [],
    });
    this.worker.unref();
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error) => this.end(error.message, error.stack));
    this.worker.on('exit', (code) => this.end(`Exited with code ${code}`));
  }

  call(payload: unknown): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolvePromise, reject) => {
      const timer = setTimeout(() => this.kill(`Timed out after ${this.timeoutMs}ms`), this.timeoutMs);
      timer.unref();
      this.pending.set(id, { resolve: resolvePromise, reject, timer });
      this.worker.postMessage({ id, payload });
    });
  }

  kill(reason = 'The function was killed'): void {
    this.end(reason);
    void this.worker.terminate();
  }

  async close(): Promise<void> {
    this.end('The workspace is closing');
    await this.worker.terminate();
  }

  /** Ends once the calls that it works on are answered. */
  leave(): void {
    this.isLeaving = true;
    if (this.pending.size === 0) void this.close();
  }

  private settle(reply: Reply): void {
    const call = this.pending.get(reply.id);
    if (!call) return;
    this.pending.delete(reply.id);
    clearTimeout(call.timer);
    if (reply.ok) call.resolve(reply.result);
    else call.reject(new FunctionFailure(reply.error, reply.stack));
    if (this.isLeaving && this.pending.size === 0) void this.close();
  }

  private end(message: string, stack?: string): void {
    this.isAlive = false;
    for (const call of this.pending.values()) {
      clearTimeout(call.timer);
      call.reject(new FunctionFailure(message, stack));
    }
    this.pending.clear();
  }
}

export type PoolOptions = {
  outputDir: string;
  directory: Directory;
  /** Known once the server listens. */
  serverUrl: () => string;
  applicationId: string;
  /** The application variables as they are now. */
  variables: () => Record<string, string>;
};

export class FunctionPool {
  private readonly workers = new Map<string, FunctionWorker>();
  private readonly byToken = new Map<string, FunctionWorker>();

  constructor(private readonly options: PoolOptions) {}

  /** Runs a function as the application, or as the application acting for a member. */
  run(definition: ManifestFunction, payload: unknown, member?: Member): Promise<unknown> {
    const key = `${definition.universalIdentifier}:${member?.id ?? ''}`;
    let worker = this.workers.get(key);
    if (!worker?.isAlive) {
      worker = this.start(definition, member);
      this.workers.set(key, worker);
    }
    return worker.call(payload);
  }

  workerOfToken(token: string): FunctionWorker | undefined {
    const worker = this.byToken.get(token);
    return worker?.isAlive ? worker : undefined;
  }

  private start(definition: ManifestFunction, member: Member | undefined): FunctionWorker {
    const { outputDir, directory, serverUrl, applicationId, variables } = this.options;
    const token = directory.applicationToken(member, crypto.randomUUID());
    const env = {
      TWENTY_API_URL: serverUrl(),
      TWENTY_APP_ACCESS_TOKEN: token,
      TWENTY_API_KEY: token,
      // Empty on a self-hosted server without a functions domain.
      TWENTY_FUNCTIONS_URL: '',
      APPLICATION_ID: applicationId,
      ...variables(),
    };
    const bundle = resolve(join(outputDir, definition.builtHandlerPath));
    const timeoutMs = (definition.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1_000;
    const worker = new FunctionWorker(definition, bundle, token, env, timeoutMs);
    this.byToken.set(token, worker);
    return worker;
  }

  /** The next call of each function starts afresh, with what the environment says by then. */
  renew(): void {
    for (const worker of this.workers.values()) worker.leave();
    this.workers.clear();
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.close()));
    this.workers.clear();
  }
}
