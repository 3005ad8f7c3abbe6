/** Errors in the shape Twenty answers: `message` and `extensions.code`, `subCode`, `userFriendlyMessage`. */

export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'INTERNAL_SERVER_ERROR'
  | 'METHOD_NOT_ALLOWED';

export type FormattedError = { message: string; extensions: Record<string, unknown> };

const GENERAL = 'An error occurred.';

export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly extensions: Record<string, unknown>;

  constructor(message: string, code: ErrorCode, extensions: Record<string, unknown> = {}) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.extensions = extensions;
  }
}

/** A request that makes no sense; `subCode` is Twenty's finer code. */
export const badInput = (message: string, subCode: string, friendly: string = GENERAL) =>
  new ApiError(message, 'BAD_USER_INPUT', { subCode, userFriendlyMessage: friendly });

export const invalidData = (message: string, friendly?: string) =>
  badInput(message, 'INVALID_ARGS_DATA', friendly);

export const invalidFilter = (message: string, friendly?: string) =>
  badInput(message, 'INVALID_ARGS_FILTER', friendly);

export const invalidQuery = (message: string, friendly?: string) =>
  badInput(message, 'INVALID_QUERY_INPUT', friendly);

/** What the database refused: no subCode, as on the real server. */
export const refusedByDatabase = (message: string, friendly: string, extra: Record<string, unknown> = {}) =>
  new ApiError(message, 'BAD_USER_INPUT', { userFriendlyMessage: friendly, ...extra });

export const recordNotFound = () =>
  new ApiError('Record not found', 'NOT_FOUND', {
    subCode: 'RECORD_NOT_FOUND',
    userFriendlyMessage: 'This record does not exist or has been deleted.',
  });

const DENIED = 'Entity performing the request does not have permission';

/** `detail` names the field, as in `no permission to write field "price" on "unit"`. */
export const permissionDenied = (detail?: string) =>
  new ApiError(detail ? `${DENIED}: ${detail}` : DENIED, 'FORBIDDEN', {
    userFriendlyMessage: 'User does not have permission.',
    subCode: 'PERMISSION_DENIED',
  });

export const unauthenticated = (message = 'Token invalid.') =>
  new ApiError(message, 'UNAUTHENTICATED', {
    userFriendlyMessage: 'You must be authenticated to perform this action.',
    subCode: 'UNAUTHENTICATED',
  });

/** A role without the flag of a setting or tool. The code is the real server's own. */
export const flagDenied = () =>
  new ApiError(DENIED, 'INTERNAL_SERVER_ERROR', {
    userFriendlyMessage:
      'You do not have permission to access this feature. Please contact your workspace administrator for access.',
  });

/** The guard in front of resolvers that need a user. */
export const forbiddenResource = () =>
  new ApiError('Forbidden resource', 'FORBIDDEN', {
    response: { message: 'Forbidden resource', error: 'Forbidden', statusCode: 403 },
    userFriendlyMessage: GENERAL,
  });

export function formatError(error: unknown): FormattedError {
  if (error instanceof ApiError) {
    return { message: error.message, extensions: { ...error.extensions, code: error.code } };
  }
  const message = error instanceof Error ? error.message : 'Internal server error';
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
