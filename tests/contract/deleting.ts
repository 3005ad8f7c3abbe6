import { expect, test } from 'vitest';
import { create, data, nameOf, newId, type Running, refusal, update } from '#tests/contract/running.ts';

const remove = (
  running: Running,
  verb: 'delete' | 'restore' | 'destroy',
  object: string,
  id: string,
  selection = 'id',
) => {
  const name = `${verb}${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  return data(running, `mutation($i: UUID!){ ${name}(id: $i) { ${selection} } }`, { i: id }).then(
    (answer) => answer[name],
  );
};

const projectsById = (running: Running, filter: Record<string, unknown>) =>
  data(running, 'query($f: JSON!){ keyturnProjects(filter: $f) { totalCount edges { node { id } } } }', {
    f: filter,
  }).then((answer) => answer.keyturnProjects.totalCount);

/** Soft delete, restore, destroy, and what foreign keys do then. */
export function deletingContract(running: Running): void {
  test('a deleted record is hidden unless the filter speaks of deletedAt', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'hide') });
    const deleted = await remove(running, 'delete', 'keyturnProject', id, 'id deletedAt');
    expect(deleted.deletedAt).toMatch(/Z$/);
    expect(await projectsById(running, { id: { eq: id } })).toBe(0);
    expect(await projectsById(running, { id: { eq: id }, deletedAt: { is: 'NOT_NULL' } })).toBe(1);
    expect(
      await projectsById(running, {
        and: [{ id: { eq: id } }, { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] }],
      }),
    ).toBe(1);
    const error = await refusal(
      running,
      'query($i: UUID!){ keyturnProject(filter: { id: { eq: $i } }) { id } }',
      { i: id },
    );
    expect(error).toMatchObject({
      message: 'Record not found',
      extensions: { code: 'NOT_FOUND', subCode: 'RECORD_NOT_FOUND' },
    });
  });

  test('a mutation reaches a deleted record all the same', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'reach') });
    await remove(running, 'delete', 'keyturnProject', id);
    const updated = await update(running, 'keyturnProject', id, { city: 'Suzhou' }, 'id city deletedAt');
    expect(updated).toMatchObject({ id, city: 'Suzhou' });
    expect(updated.deletedAt).not.toBeNull();
  });

  test('restore brings it back', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'back') });
    await remove(running, 'delete', 'keyturnProject', id);
    expect(await remove(running, 'restore', 'keyturnProject', id, 'id deletedAt')).toEqual({
      id,
      deletedAt: null,
    });
    expect(await projectsById(running, { id: { eq: id } })).toBe(1);
  });

  test.each(['update', 'delete', 'restore', 'destroy'])('%s of an unknown id is NOT_FOUND', async (verb) => {
    const extra = verb === 'update' ? ', data: { city: "x" }' : '';
    const error = await refusal(
      running,
      `mutation($i: UUID!){ ${verb}KeyturnProject(id: $i${extra}) { id } }`,
      { i: newId() },
    );
    expect(error).toMatchObject({ message: 'Record not found', extensions: { code: 'NOT_FOUND' } });
  });

  test('an id that is none is BAD_USER_INPUT', async () => {
    const error = await refusal(running, 'mutation { deleteKeyturnProject(id: "x") { id } }');
    expect(error).toMatchObject({
      message: 'Missing required argument: "id" (UUID)',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('a foreign key to nowhere is refused', async () => {
    const error = await refusal(running, 'mutation($d: JSON!){ createKeyturnBuilding(data: $d) { id } }', {
      d: { name: nameOf(running, 'orphan'), projectId: newId() },
    });
    expect(error.message).toMatch(/violates foreign key constraint/);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('RESTRICT refuses to destroy a parent but lets it be soft-deleted', async () => {
    const { id: projectId } = await create(running, 'keyturnProject', { name: nameOf(running, 'parent') });
    const building = await create(running, 'keyturnBuilding', { name: nameOf(running, 'child'), projectId });
    const error = await refusal(running, 'mutation($i: UUID!){ destroyKeyturnProject(id: $i) { id } }', {
      i: projectId,
    });
    expect(error.message).toMatch(/violates .*foreign key constraint/i);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    await remove(running, 'delete', 'keyturnProject', projectId);
    const child = await data(
      running,
      'query($i: UUID!){ keyturnBuilding(filter: { id: { eq: $i } }) { projectId project { id } } }',
      { i: building.id },
    );
    // A soft-deleted parent is hidden together with the key that leads to it.
    expect(child.keyturnBuilding).toEqual({ projectId: null, project: null });
    const keyOnly = await data(
      running,
      'query($i: UUID!){ keyturnBuilding(filter: { id: { eq: $i } }) { projectId } }',
      { i: building.id },
    );
    expect(keyOnly.keyturnBuilding).toEqual({ projectId });
  });

  test('CASCADE destroys the children, and a soft delete leaves them', async () => {
    const { id: paymentPlanId } = await create(running, 'keyturnPaymentPlan', {
      name: nameOf(running, 'plan'),
    });
    const line = await create(running, 'keyturnPaymentPlanLine', {
      name: nameOf(running, 'line'),
      step: 1,
      paymentPlanId,
    });
    const lines = () =>
      data(
        running,
        'query($i: UUID!){ keyturnPaymentPlanLines(filter: { id: { eq: $i } }) { totalCount } }',
        { i: line.id },
      ).then((answer) => answer.keyturnPaymentPlanLines.totalCount);
    await remove(running, 'delete', 'keyturnPaymentPlan', paymentPlanId);
    expect(await lines()).toBe(1);
    await remove(running, 'destroy', 'keyturnPaymentPlan', paymentPlanId);
    expect(await lines()).toBe(0);
  });

  test('restoreMany answers only rows that its own filter still meets', async () => {
    const name = nameOf(running, 'again');
    const { id } = await create(running, 'keyturnProject', { name });
    await remove(running, 'delete', 'keyturnProject', id);
    const answer = await data(
      running,
      'mutation($n: String){ restoreKeyturnProjects(filter: { name: { eq: $n }, deletedAt: { is: NOT_NULL } }) { id } }',
      { n: name },
    );
    expect(answer.restoreKeyturnProjects).toEqual([]);
    expect(await projectsById(running, { id: { eq: id } })).toBe(1);
  });
}
