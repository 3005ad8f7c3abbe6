import { Response } from 'twenty-sdk/logic-function';
import { describe, expect, it } from 'vitest';
import { jsonAnswer } from '#functions/shared/json-answer.ts';

describe('an answer over HTTP', () => {
  it.each([
    [200, { ok: true, result: { total: '1.00' } }],
    [409, { ok: false, refusal: { code: 'BUSY' } }],
    [500, {}],
  ])('%i %j is what the SDK’s own class makes of it', (status, body) => {
    const headers = { 'content-type': 'application/json' };
    const made = new Response(JSON.stringify(body), { status, headers });
    expect({ ...jsonAnswer(status, body) }).toEqual({ ...made });
  });
});
