import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { type StepReport, verifyOneDeal } from '#scripts/verify/scenario.ts';
import { type Ground, openGround } from './ground.ts';

const url = process.env.KEYTURN_TWENTY_URL;
const key = process.env.KEYTURN_TWENTY_API_KEY;

describe('one deal from release to keys', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it('works on the embedded workspace, every step of it, and leaves nothing behind', async () => {
    const steps: StepReport[] = [];
    const isFine = await verifyOneDeal(ground.client, { report: (step) => steps.push(step) });
    expect(steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(isFine).toBe(true);
    await ground.workspace.settle();
    expect(ground.workspace.functionErrors).toEqual([]);
    const [{ count } = { count: -1 }] = await ground.workspace.sql<{ count: number }>(
      'select count(*)::int as count from "keyturnContract"',
    );
    expect(count).toBe(0);
  });

  it.runIf(url !== undefined && key !== undefined)(
    'works on the real server',
    { timeout: 180_000 },
    async () => {
      const steps: StepReport[] = [];
      await verifyOneDeal(workspaceClient(url ?? '', key ?? ''), { report: (step) => steps.push(step) });
      expect(steps.filter(({ ok }) => !ok)).toEqual([]);
    },
  );
});
