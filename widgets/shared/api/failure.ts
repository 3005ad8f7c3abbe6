/** Why nothing could be read or done, in the few kinds that a person can act on. */
export type FailureKind = 'OFFLINE' | 'NOT_SIGNED_IN' | 'NO_RIGHT' | 'BROKEN';

export class ApiFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

export function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  return new ApiFailure('BROKEN', error instanceof Error ? error.message : String(error));
}
