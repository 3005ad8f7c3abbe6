import { beforeAll, expect, test } from 'vitest';
import { create, data, nameOf, newId, type Running, refusal, update } from '#tests/contract/running.ts';

/** Reading along relations, and setting them. */
export function relationsContract(running: Running): void {
  let projectId = '';
  let code = '';
  let buildingIds: string[] = [];

  beforeAll(async () => {
    code = nameOf(running, 'code');
    projectId = (await create(running, 'keyturnProject', { name: nameOf(running, 'tree'), code })).id;
    buildingIds = [];
    for (const letter of ['A', 'B']) {
      buildingIds.push(
        (
          await create(running, 'keyturnBuilding', {
            name: nameOf(running, letter),
            code: letter,
            storeys: 10,
            projectId,
          })
        ).id,
      );
    }
  });

  test('parents and lists are read in one request, with aggregates of the list', async () => {
    const { keyturnProjects } = await data(
      running,
      `query($i: UUID!){ keyturnProjects(filter: { id: { eq: $i } }) { edges { node { code
        buildings { totalCount sumStoreys edges { node { code project { code } } } } } } } }`,
      { i: projectId },
    );
    const { buildings } = keyturnProjects.edges[0].node;
    expect([buildings.totalCount, buildings.sumStoreys]).toEqual([2, 20]);
    expect(buildings.edges.map((edge: { node: { code: string } }) => edge.node.code).sort()).toEqual([
      'A',
      'B',
    ]);
    expect(buildings.edges[0].node.project).toEqual({ code });
  });

  test('what is nested in a parent is lost unless the deletedAt of that parent is asked for', async () => {
    const unit = await create(running, 'keyturnUnit', {
      name: nameOf(running, 'nested'),
      number: '1',
      projectId,
      buildingId: buildingIds[0],
    });
    const unitLock = await create(running, 'keyturnUnitLock', {
      name: nameOf(running, 'nested'),
      lockKey: newId(),
      unitId: unit.id,
    });
    const read = async (kept: string) => {
      const { keyturnUnitLocks } = await data(
        running,
        `query($i: UUID!){ keyturnUnitLocks(filter: { id: { eq: $i } }) { edges { node { unit { name ${kept} project { code } } } } } }`,
        { i: unitLock.id },
      );
      return keyturnUnitLocks.edges[0].node.unit.project;
    };
    expect(await read('deletedAt')).toEqual({ code });
    // A defect of 2.21; newer servers may give it in both cases.
    expect([null, { code }]).toContainEqual(await read(''));
  });

  test('a list inside a list is refused', async () => {
    const error = await refusal(
      running,
      '{ keyturnProjects { edges { node { buildings { edges { node { units { edges { node { id } } } } } } } } } }',
    );
    expect(error.message).toBe(
      'Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation.',
    );
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'TOO_COMPLEX_QUERY' });
  });

  test('connect finds by a unique field, and disconnect clears', async () => {
    const { id } = await create(running, 'keyturnBuilding', {
      name: nameOf(running, 'connect'),
      code: 'C',
      project: { connect: { where: { code } } },
    });
    const read = async () =>
      (
        await data(running, 'query($i: UUID!){ keyturnBuilding(filter: { id: { eq: $i } }) { projectId } }', {
          i: id,
        })
      ).keyturnBuilding.projectId;
    expect(await read()).toBe(projectId);
    await update(running, 'keyturnBuilding', id, { project: { disconnect: true } });
    expect(await read()).toBeNull();
    await update(running, 'keyturnBuilding', id, { project: { connect: { where: { id: projectId } } } });
    expect(await read()).toBe(projectId);
    await update(running, 'keyturnBuilding', id, { projectId: null });
    expect(await read()).toBeNull();
  });

  test.each([
    [
      { where: { code: 'nowhere at all' } },
      /^Expected 1 record to connect to project, but found 0 for code = nowhere at all$/,
    ],
    [
      { where: { name: 'by name' } },
      /^Missing required fields: at least one unique constraint have to be fully populated for 'project'\.$/,
    ],
  ])('connect %j is refused', async (connect, message) => {
    const error = await refusal(running, 'mutation($d: JSON!){ createKeyturnBuilding(data: $d) { id } }', {
      d: { name: nameOf(running, 'x'), project: { connect } },
    });
    expect(error.message).toMatch(message);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a relation and its key together are refused', async () => {
    const error = await refusal(running, 'mutation($d: JSON!){ createKeyturnBuilding(data: $d) { id } }', {
      d: { name: nameOf(running, 'both'), projectId, project: { connect: { where: { id: projectId } } } },
    });
    expect(error.message).toBe('project and projectId cannot be both provided.');
  });

  test('rows are filtered and ordered through a parent', async () => {
    const { keyturnBuildings } = await data(
      running,
      'query($c: String){ keyturnBuildings(filter: { project: { code: { eq: $c } } }, orderBy: [{ project: { name: AscNullsLast } }, { code: DescNullsLast }]) { totalCount edges { node { code } } } }',
      { c: code },
    );
    expect(keyturnBuildings.edges.map((edge: { node: { code: string } }) => edge.node.code)).toEqual([
      'B',
      'A',
    ]);
  });

  test('rows are changed by a filter through a parent', async () => {
    const answer = await data(
      running,
      'mutation($c: String){ updateKeyturnBuildings(filter: { project: { code: { eq: $c } }, code: { eq: "A" } }, data: { storeys: 11 }) { id storeys } }',
      { c: code },
    );
    expect(answer.updateKeyturnBuildings).toEqual([{ id: buildingIds[0], storeys: 11 }]);
  });

  test('a condition on a parent stands beside others in a list of conditions', async () => {
    const { keyturnBuildings } = await data(
      running,
      'query($f: JSON!){ keyturnBuildings(filter: $f) { totalCount edges { node { code } } } }',
      {
        f: {
          and: [
            { project: { code: { is: 'NOT_NULL' } } },
            { projectId: { eq: projectId } },
            { code: { eq: 'A' } },
          ],
        },
      },
    );
    expect(keyturnBuildings.edges).toEqual([{ node: { code: 'A' } }]);
  });

  test('a part of a composite field of a parent is a condition, and the same parent may stand twice in an or', async () => {
    const id = newId();
    const money = { amountMicros: 7_000_000, currencyCode: 'CNY' };
    await create(running, 'keyturnProject', { id, name: nameOf(running, 'paid'), depositAsked: money });
    await create(running, 'keyturnBuilding', { name: nameOf(running, 'D'), code: 'D', projectId: id });
    const deposit = (eq: number) => ({ project: { depositAsked: { amountMicros: { eq } } } });
    const codes = async (or: unknown[]) => {
      const { keyturnBuildings } = await data(
        running,
        'query($f: JSON!){ keyturnBuildings(filter: $f) { edges { node { code } } } }',
        { f: { and: [{ projectId: { in: [id, projectId] } }, { or }] } },
      );
      return keyturnBuildings.edges.map((edge: { node: { code: string } }) => edge.node.code);
    };
    expect(await codes([deposit(1), deposit(7_000_000)])).toEqual(['D']);
    expect(await codes([deposit(1), deposit(2)])).toEqual([]);
  });

  test('rows are found by the key itself', async () => {
    const count = async (filter: unknown) =>
      (await data(running, 'query($f: JSON!){ keyturnBuildings(filter: $f) { totalCount } }', { f: filter }))
        .keyturnBuildings.totalCount;
    expect(await count({ projectId: { eq: projectId } })).toBe(2);
    expect(await count({ projectId: { in: [projectId, newId()] } })).toBe(2);
    expect(await count({ projectId: { eq: newId() } })).toBe(0);
  });

  test.each([
    [
      { project: { depositAsked: { amountMicros: { gt: 1 } } }, buildings: {} },
      /doesn't have any "buildings" field/,
    ],
    [{ units: { id: { eq: newId() } } }, /^Cannot filter by relation field "units"$/],
  ])('the filter %j is refused', async (filter, message) => {
    const error = await refusal(running, 'query($f: JSON!){ keyturnBuildings(filter: $f) { totalCount } }', {
      f: filter,
    });
    expect(error.message).toMatch(message);
  });

  test('a filter goes one relation deep and no further', async () => {
    const error = await refusal(running, 'query($f: JSON!){ keyturnUnits(filter: $f) { totalCount } }', {
      f: { building: { project: { code: { eq: code } } } },
    });
    expect(error.message).toBe('Relation filter nesting deeper than 1 hop is not supported');
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'INVALID_ARGS_FILTER' });
  });
}
