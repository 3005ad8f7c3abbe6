/** Keeps the request id of one intended action until the server has answered it. */
export type RequestKeeper = { idFor: (input: unknown) => string; answered: () => void };

export function requestKeeper(newId: () => string): RequestKeeper {
  let open: { body: string; requestId: string } | null = null;
  return {
    idFor(input) {
      const body = JSON.stringify(input);
      // Unanswered and unchanged is the same intention: the server must recognise it and not do it twice.
      if (open?.body !== body) open = { body, requestId: newId() };
      return open.requestId;
    },
    answered() {
      open = null;
    },
  };
}
