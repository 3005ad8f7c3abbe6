/** The units of a floor as a person writes them: a line each, "89.50; +2; Type A; south; sea". */

export type TypedPosition = {
  unitTypeId: string | null;
  area: string | null;
  percent: string | null;
  orientation: string;
  outlook: string;
};

export type UnitTypeRecord = { id: string; name: string | null; plannedAreaSquareMetres: number | null };

/** The number of the line that cannot be read, from 1; or the positions. */
export function readPositions(
  text: string,
  types: readonly UnitTypeRecord[],
): { positions: TypedPosition[] } | { wrongLine: number } {
  const positions: TypedPosition[] = [];
  const lines = text.split('\n').map((line) => line.normalize('NFKC').trim());
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [area = '', percent = '', type = '', orientation = '', outlook = ''] = line
      .split(/[;\t|]/)
      .map((cell) => cell.trim());
    const known = types.find(({ name }) => name !== null && name.toLowerCase() === type.toLowerCase());
    const rise = percent.replace(/%$/, '').replace(/^\+/, '').trim();
    const isRight =
      /^(\d{1,6}(\.\d{1,2})?)?$/.test(area) &&
      /^(-?\d{1,3}(\.\d{1,4})?)?$/.test(rise) &&
      (type === '' || known !== undefined);
    if (!isRight) return { wrongLine: index + 1 };
    const planned = known?.plannedAreaSquareMetres ?? null;
    positions.push({
      unitTypeId: known?.id ?? null,
      area: area !== '' ? area : planned === null ? null : String(planned),
      percent: rise === '' ? null : rise,
      orientation,
      outlook,
    });
  }
  return { positions };
}
