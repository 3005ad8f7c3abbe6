/**
 * Who calls, and may they? The function itself acts as the application, so the caller's own token is
 * asked: Twenty says who it belongs to, and whether its role may read the field of the object "Keyturn
 * right" that stands for the right. That holds for people and API keys alike, and an admin sets it per role.
 */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import { asError, type GraphQLFailure, TwentyError, twentyClient } from './client.ts';

export type Caller = { memberId: string | null; name: string; rights: Set<Right> };

type Claims = { workspaceId?: string; type?: string };

/** A token's payload. Only of tokens that the server has accepted, since nothing is verified here. */
function claimsOf(token: string): Claims {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

export function bearer(authorization: string | undefined): string | null {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}

/**
 * @param needed rights that the command cannot do without; @param extra those it can use when granted.
 * @throws ConnectionCut when the server does not answer: then nobody is let in.
 */
export async function identifyCaller(
  { apiUrl, applicationToken }: { apiUrl: string; applicationToken: string },
  authorization: string | undefined,
  needed: Right,
  extra: readonly Right[] = [],
): Promise<Decision<Caller>> {
  const token = bearer(authorization);
  // A token of another workspace on the same server is a stranger here, however valid.
  if (token === null || claimsOf(token).workspaceId !== claimsOf(applicationToken).workspaceId) {
    return refuse({ code: 'NOT_SIGNED_IN' });
  }
  const [answers, identity] = await Promise.all([
    Promise.all([needed, ...extra].map((right) => askFor(apiUrl, token, right))),
    whoIs(apiUrl, token),
  ]);
  if (identity === null || answers[0] === 'STRANGER') return refuse({ code: 'NOT_SIGNED_IN' });
  const rights = new Set([needed, ...extra].filter((_, index) => answers[index] === 'GRANTED'));
  if (!rights.has(needed)) return refuse({ code: 'NO_RIGHT', right: needed });
  return { plan: { ...identity, rights } };
}

/** Who calls, if any one of the rights is theirs; the first that is not is what they are told to ask for. */
export async function identifyWithAny(
  environment: { apiUrl: string; applicationToken: string },
  authorization: string | undefined,
  rights: readonly Right[],
): Promise<Decision<Caller>> {
  const callers = await Promise.all(rights.map((right) => identifyCaller(environment, authorization, right)));
  const granted = callers.flatMap((caller) => ('plan' in caller ? [caller.plan] : []));
  const [first] = granted;
  if (first !== undefined)
    return { plan: { ...first, rights: new Set(granted.flatMap((one) => [...one.rights])) } };
  return callers[0] ?? refuse({ code: 'NO_RIGHT', right: '' });
}

type Identity = { memberId: string | null; name: string };
type Member = { id: string; name: { firstName: string; lastName: string } | null };

async function whoIs(apiUrl: string, token: string): Promise<Identity | null> {
  // An API key is nobody in particular; that it is valid shows when its right is asked for. Its
  // requests are counted by Twenty, so none is spent on more.
  if (claimsOf(token).type === 'API_KEY') return { memberId: null, name: 'API key' };
  const { data, errors } = await twentyClient(apiUrl, token).metadata(
    'query { currentUser { id email workspaceMember { id name { firstName lastName } } } }',
  );
  const user = (data?.currentUser ?? null) as { email: string; workspaceMember: Member | null } | null;
  const [failure] = errors;
  if (user === null && failure !== undefined && !isDenial(failure)) throw asError(failure);
  if (user === null) return null;
  const { workspaceMember: member } = user;
  const fullName = [member?.name?.firstName, member?.name?.lastName].filter((part) => part).join(' ');
  return { memberId: member?.id ?? null, name: fullName || user.email };
}

/** Twenty knows the token and says no; anything else is a failure that lets nobody in. */
function isDenial({ extensions }: GraphQLFailure): boolean {
  return extensions?.code === 'FORBIDDEN' || extensions?.code === 'UNAUTHENTICATED';
}

async function askFor(
  apiUrl: string,
  token: string,
  right: Right,
): Promise<'GRANTED' | 'DENIED' | 'STRANGER'> {
  const document = `query { keyturnRights(first: 1) { edges { node { ${right} } } } }`;
  const { data, errors } = await twentyClient(apiUrl, token).graphql(document, {});
  const [failure] = errors;
  if (failure === undefined && data?.keyturnRights != null) return 'GRANTED';
  if (failure === undefined)
    throw new TwentyError('Twenty did not say who may do this', 'INTERNAL_SERVER_ERROR');
  if (failure.extensions?.code === 'FORBIDDEN') return 'DENIED';
  if (failure.extensions?.code === 'UNAUTHENTICATED') return 'STRANGER';
  throw asError(failure);
}
