/**
 * Faults to test recovery with: the function's worker dies, or the connection drops, before or after the
 * n-th write was committed. Counts are of mutating GraphQL requests and start when the fault is set.
 */
export type FaultPlan =
  | { kind: 'killFunction' | 'dropResponse'; when: 'before' | 'after'; write: number }
  | { kind: 'failWrite'; message: string; code: string };

export type Faults = {
  /** Kills the worker that runs the function right after (or before) its n-th write was committed. */
  killFunctionAfterWrites(n: number): void;
  killFunctionBeforeWrite(n: number): void;
  /** Commits the n-th write and closes the connection instead of answering. */
  dropResponseAfterWrites(n: number): void;
  dropRequestBeforeWrite(n: number): void;
  /** The next write is refused with this message and never reaches the database. */
  failNextWriteWith(message: string, code?: string): void;
  clear(): void;
};

export class FaultBox implements Faults {
  private plan: FaultPlan | undefined;
  private writes = 0;

  private set(plan: FaultPlan): void {
    this.plan = plan;
    this.writes = 0;
  }

  killFunctionAfterWrites(n: number): void {
    this.set({ kind: 'killFunction', when: 'after', write: n });
  }
  killFunctionBeforeWrite(n: number): void {
    this.set({ kind: 'killFunction', when: 'before', write: n });
  }
  dropResponseAfterWrites(n: number): void {
    this.set({ kind: 'dropResponse', when: 'after', write: n });
  }
  dropRequestBeforeWrite(n: number): void {
    this.set({ kind: 'dropResponse', when: 'before', write: n });
  }
  failNextWriteWith(message: string, code = 'INTERNAL_SERVER_ERROR'): void {
    this.set({ kind: 'failWrite', message, code });
  }
  clear(): void {
    this.plan = undefined;
  }

  /** Called once a write; the plan that strikes at this write, which then is used up. */
  strike(fromFunction: boolean): FaultPlan | undefined {
    const { plan } = this;
    if (!plan || (plan.kind === 'killFunction' && !fromFunction)) return undefined;
    if (plan.kind !== 'failWrite') {
      this.writes += 1;
      if (this.writes < plan.write) return undefined;
    }
    this.plan = undefined;
    return plan;
  }
}
