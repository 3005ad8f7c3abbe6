/** Kit: lists, boards and the field groups of record pages; arguments of `defineView`. */
import { AggregateOperations, ViewKey, ViewSortDirection, ViewType, ViewVisibility } from 'twenty-sdk/define';
import { viewsId } from '#identifiers/views.ts';
import { fieldId, objectId } from '#kit/object.ts';

type Columns = readonly (string | readonly [name: string, size: number])[];

function columns(view: string, objectName: string, names: Columns) {
  return names.map((column, position) => {
    const [name, size] = typeof column === 'string' ? [column, 150] : column;
    return {
      universalIdentifier: viewsId(`field.${view}.${name}`),
      fieldMetadataUniversalIdentifier: fieldId(`${objectName}.${name}`),
      position,
      size,
      isVisible: true,
    };
  });
}

export type TableSpec = {
  name: string;
  icon: string;
  columns: Columns;
  sort?: readonly [name: string, direction: 'ASC' | 'DESC'];
};

/** The list of an object; `key: INDEX` makes it the default one where the server still heeds it. */
export function table(objectName: string, spec: TableSpec) {
  const view = `${objectName}.list`;
  return {
    universalIdentifier: viewsId(`view.${view}`),
    name: spec.name,
    objectUniversalIdentifier: objectId(objectName),
    type: ViewType.TABLE,
    key: ViewKey.INDEX,
    icon: spec.icon,
    position: 0,
    visibility: ViewVisibility.WORKSPACE,
    fields: columns(view, objectName, spec.columns),
    ...(spec.sort === undefined
      ? {}
      : {
          sorts: [
            {
              universalIdentifier: viewsId(`sort.${view}.${spec.sort[0]}`),
              fieldMetadataUniversalIdentifier: fieldId(`${objectName}.${spec.sort[0]}`),
              direction: spec.sort[1] === 'ASC' ? ViewSortDirection.ASC : ViewSortDirection.DESC,
            },
          ],
        }),
  };
}

export type BoardSpec = {
  name: string;
  icon: string;
  groupBy: string;
  /** The states shown as columns, left to right. */
  states: readonly string[];
  columns: Columns;
};

export function board(objectName: string, spec: BoardSpec) {
  const view = `${objectName}.board`;
  return {
    universalIdentifier: viewsId(`view.${view}`),
    name: spec.name,
    objectUniversalIdentifier: objectId(objectName),
    type: ViewType.KANBAN,
    icon: spec.icon,
    position: 1,
    visibility: ViewVisibility.WORKSPACE,
    mainGroupByFieldMetadataUniversalIdentifier: fieldId(`${objectName}.${spec.groupBy}`),
    // Twenty 2.21 sets the headers askew once the columns are wider than the screen.
    shouldHideEmptyGroups: true,
    kanbanColumnWidth: 170,
    kanbanAggregateOperation: AggregateOperations.COUNT,
    kanbanAggregateOperationFieldMetadataUniversalIdentifier: fieldId(`${objectName}.name`),
    groups: spec.states.map((fieldValue, position) => ({
      universalIdentifier: viewsId(`group.${view}.${fieldValue}`),
      fieldValue,
      position,
      isVisible: true,
    })),
    fields: columns(view, objectName, spec.columns),
  };
}

export type FieldGroups = Record<string, readonly string[]>;

/** What a record page shows of its record, in named groups. */
export function recordFields(objectName: string, groups: FieldGroups) {
  const view = `${objectName}.record`;
  let position = 0;
  return {
    universalIdentifier: viewsId(`view.${view}`),
    name: `${objectName} record fields`,
    objectUniversalIdentifier: objectId(objectName),
    type: ViewType.FIELDS_WIDGET,
    fieldGroups: Object.keys(groups).map((name, index) => ({
      universalIdentifier: viewsId(`fieldGroup.${view}.${name}`),
      name,
      position: index,
      isVisible: true,
    })),
    fields: Object.entries(groups).flatMap(([group, names]) =>
      names.map((name) => ({
        universalIdentifier: viewsId(`field.${view}.${name}`),
        fieldMetadataUniversalIdentifier: fieldId(`${objectName}.${name}`),
        viewFieldGroupUniversalIdentifier: viewsId(`fieldGroup.${view}.${group}`),
        position: position++,
        isVisible: true,
      })),
    ),
  };
}
