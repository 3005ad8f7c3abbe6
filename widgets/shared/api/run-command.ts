/** Gives a command to the server; the request id makes it safe to give it again. */
import type { CommandAnswer, CommandInputs, CommandName, Refusal } from './commands.ts';
import { type Answer, commandUrl, postJson } from './host.ts';

type CommandBody = {
  ok?: boolean;
  message?: string;
  result?: Record<string, unknown>;
  refusal?: Partial<Refusal>;
  error?: { message?: string };
} | null;

/** An id for one intended action: kept for every retry of it, never used for another. */
export function newRequestId(): string {
  if (typeof crypto !== 'undefined' && typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = new Uint8Array(16);
  // An opaque sandbox may lack crypto; the id has to be unlikely to meet another, not secret.
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') {
    crypto.getRandomValues(bytes);
  } else {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(Math.random() * 256);
  }
  const hex = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}

/**
 * Never rejects. A lost connection is tried once more with the same request id. Refusals come in the
 * reader's language where the server speaks it.
 */
export async function runCommand<N extends CommandName>(
  name: N,
  input: CommandInputs[N],
  { requestId, locale }: { requestId: string; locale: string },
): Promise<CommandAnswer> {
  const headers = { 'accept-language': locale };
  const send = () => postJson(commandUrl(name), { requestId, ...input }, { headers });
  try {
    return read(await send().catch(send));
  } catch (error) {
    return { kind: 'UNKNOWN', isOffline: true, message: String(error) };
  }
}

function read({ status, body }: Answer): CommandAnswer {
  const answer = body as CommandBody;
  if (answer?.ok === true) {
    return { kind: 'DONE', message: answer.message ?? '', result: answer.result ?? {} };
  }
  if (answer?.refusal !== undefined) {
    const { code = 'REFUSED', message = '', facts = {} } = answer.refusal;
    return { kind: 'REFUSED', refusal: { code, message, facts } };
  }
  if (status === 401 || status === 403) {
    const code = status === 401 ? 'NOT_SIGNED_IN' : 'NO_RIGHT';
    return { kind: 'REFUSED', refusal: { code, message: '', facts: {} } };
  }
  return { kind: 'UNKNOWN', isOffline: false, message: answer?.error?.message ?? `HTTP ${status}` };
}
