/** Taking back what one asked to be approved (C4, C5): only who asked, only while nobody has decided. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { withdrawApproval } from '#commands/system/withdraw-approval.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { buildSite, type Ground, openGround, type Site, sell, TODAY } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';

const ASKER = { memberId: null, name: 'Asker' };
const OTHER = { memberId: null, name: 'Other' };

describe('an approval that is asked for', () => {
  let ground: Ground;
  let site: Site;
  let desk: Desk;
  let contractId: string;
  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 1, buyers: 1 });
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    ({ contractId } = await sell(ground.client, site));
  });
  afterAll(() => ground.close());

  async function ask(): Promise<string> {
    const input = { contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Asked' };
    const asked = { command: 'cancel-contract', input, reason: 'Asked' };
    const { result } = await desk.done(askApproval, asked, { actor: ASKER });
    return String(result.approvalId);
  }
  const stateOf = async (id: string) => {
    const { found } = await desk.store.read({ found: { object: 'approval', filter: { id } } });
    return found[0]?.state;
  };

  it('is withdrawn by who asked, and nobody can decide on it any more', async () => {
    const approvalId = await ask();
    await desk.done(withdrawApproval, { approvalId, note: 'No longer wanted' }, { actor: ASKER });
    expect(await stateOf(approvalId)).toBe('WITHDRAWN');
    const refusal = await desk.refused(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: OTHER });
    expect(refusal).toMatchObject({ code: 'APPROVAL_DECIDED', state: 'WITHDRAWN' });
  });

  it('is not withdrawn by anybody else, nor twice, nor when it is decided', async () => {
    const approvalId = await ask();
    const refusal = await desk.refused(withdrawApproval, { approvalId }, { actor: OTHER });
    expect(refusal.code).toBe('NOT_YOUR_DEAL');
    await desk.done(decideApproval, { approvalId, decision: 'REJECT', note: 'No' }, { actor: OTHER });
    const late = await desk.refused(withdrawApproval, { approvalId }, { actor: ASKER });
    expect(late).toMatchObject({ code: 'APPROVAL_DECIDED', state: 'REJECTED' });
  });

  it('is rejected or withdrawn, never both, when both happen at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const approvalId = await ask();
      const decisions = await Promise.all([
        desk.run(withdrawApproval, { approvalId }, { actor: ASKER }),
        desk.run(decideApproval, { approvalId, decision: 'REJECT', note: 'No' }, { actor: OTHER }),
      ]);
      expect(decisions.filter(isRefused)).toHaveLength(1);
      expect(await stateOf(approvalId)).toBe(isRefused(decisions[0]) ? 'REJECTED' : 'WITHDRAWN');
    }
  });

  it('cut off at any write, the same request again ends withdrawn', async () => {
    let approvalId = '';
    let requestId = '';
    await eachCrash(
      async (wrap) => {
        approvalId = await ask();
        requestId = randomUUID();
        await desk.run(withdrawApproval, { approvalId }, { actor: ASKER, requestId, wrap });
      },
      async () => {
        await desk.done(withdrawApproval, { approvalId }, { actor: ASKER, requestId });
        expect(await stateOf(approvalId)).toBe('WITHDRAWN');
      },
    );
  });
});
