/** A short table of records, whose names open them in the side panel: the few that matter most of many. */
import { openSidePanelPage, SidePanelPages } from 'twenty-sdk/front-component';
import { quietly } from '#widgets/shared/parts/quietly.ts';

export type TableRow = { id: string; cells: readonly string[] };

type RecordTableProps = {
  title: string;
  description: string;
  empty: string;
  heads: readonly string[];
  /** Singular name of the object in the API; null when the rows are no records to be opened. */
  object: string | null;
  rows: readonly TableRow[];
  /** Columns of numbers, which stand at the right; counted from zero. */
  numbers?: readonly number[];
};

export function RecordTable({
  title,
  description,
  empty,
  heads,
  object,
  rows,
  numbers = [],
}: RecordTableProps) {
  const align = (column: number) => (numbers.includes(column) ? 'end' : undefined);
  return (
    <div className="kt-chart">
      <div>
        <div className="kt-chart-title">{title}</div>
        <div className="kt-chart-text">{description}</div>
      </div>
      {rows.length === 0 ? (
        <div className="kt-chart-empty">{empty}</div>
      ) : (
        <div className="kt-wide">
          <table className="kt-table" aria-label={title}>
            <thead>
              <tr>
                {heads.map((head, column) => (
                  <th key={head} scope="col" data-align={align(column)}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, column) => (
                    <td key={heads[column]} data-align={align(column)}>
                      {column === 0 && object !== null ? (
                        <RecordName object={object} id={id} name={cell} />
                      ) : (
                        cell
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function RecordName({ object, id, name }: { object: string; id: string; name: string }) {
  const open = () =>
    quietly(() =>
      openSidePanelPage({ page: SidePanelPages.ViewRecord, recordId: id, objectNameSingular: object }),
    );
  return (
    <button type="button" className="kt-text-open kt-open" onClick={() => void open()}>
      {name}
    </button>
  );
}
