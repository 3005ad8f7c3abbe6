/** The forms that the command menu opens beside those of the rooms: each reads its record and is answered. */
import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { ARREARS } from '#widgets/ledger/arrears/arrears-form.tsx';
import setUpDunning from '#widgets/ledger/collections/set-up-dunning.widget.tsx';
import earnCommission from '#widgets/ledger/commission/earn-commission.widget.tsx';
import writeBuyerStatement from '#widgets/ledger/statement-of-account/write-buyer-statement.widget.tsx';
import type { CommandName } from '#widgets/shared/api/commands.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { buildSite, expectDone, type Ground, openGround, reserve, type Site, sign } from './ground.ts';

type Spec = CommandFormSpec<CommandName, unknown, Record<string, unknown>>;

function specOf(widget: unknown): Spec {
  const { component } = (widget as { config: { component?: unknown } }).config;
  return (component as () => ReactElement<{ spec: Spec }>)().props.spec;
}

/** What a form sends as it opens, and the answer. */
async function given(spec: Spec, recordId: string) {
  const subject = await spec.load(recordId);
  if (subject === null) throw new Error(`${spec.command} found no record`);
  expect(spec.blocked?.(subject, ENGLISH) ?? null).toBeNull();
  expect(spec.facts(subject, ENGLISH).every(([label]) => label !== '')).toBe(true);
  const { input, wrong } = spec.read(spec.start(subject), subject, ENGLISH);
  expect(wrong).toEqual({});
  if (input === null) throw new Error(`${spec.command} sends nothing`);
  return runCommand(spec.command, input, { requestId: randomUUID(), locale: 'en' });
}

describe('forms of the command menu', () => {
  let ground: Ground;
  let site: Site;
  let contractId: string;

  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 1, buyers: 2 });
    const [unitId = ''] = site.unitIds;
    const reserved = expectDone(await reserve(ground.as('Keyturn Sales'), unitId, site.buyerIds[0] ?? ''));
    contractId = expectDone(await sign(ground.as('Keyturn Sales'), site, reserved.reservationId)).contractId;
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    const finance = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Finance');
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', finance?.token ?? '');
  });
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['of all projects', () => ''],
    ['of one', () => site.projectId],
  ])('arrears %s: the open money by age', async (_name, record) => {
    const answer = await given(ARREARS as unknown as Spec, record());
    expect(answer).toMatchObject({ kind: 'DONE', result: { ages: [{ currency: 'EUR' }] } });
  });

  it('the usual reminders are set up, and twice is as good as once', async () => {
    expect(await given(specOf(setUpDunning), '')).toMatchObject({ kind: 'DONE' });
    expect(await given(specOf(setUpDunning), '')).toMatchObject({ kind: 'DONE' });
  });

  it('a buyer gets one statement of all contracts; who bought nothing is told so before', async () => {
    const [buyer = '', other = ''] = site.buyerIds;
    expect(await given(specOf(writeBuyerStatement), buyer)).toMatchObject({
      kind: 'DONE',
      result: { fileName: expect.stringContaining('.pdf') },
    });
    const spec = specOf(writeBuyerStatement);
    expect(spec.blocked?.(await spec.load(other), ENGLISH)).toContain('no contract');
  });

  it('commission is worked out, or the server says what is missing for it', async () => {
    const answer = await given(specOf(earnCommission), contractId);
    expect(answer.kind).toBe('REFUSED');
    expect(answer).toMatchObject({ refusal: { message: expect.stringMatching(/\w{3,} .*\./) } });
  });
});
