/**
 * Every text of a manifest that Twenty translates with the app's `locales` (2.21, and 2.43's page names); with
 * the choices of fields, which our own widgets, documents and the pipeline's page call by the same words.
 */
type Json = Record<string, unknown>;

export type Manifest = Record<string, unknown>;

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

function texts(entity: Json, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const text = entity[key];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
}

/** Field groups of `recordFields` bear the name that people see; the view's own name is never shown. */
export function manifestLabels(manifest: Manifest): Set<string> {
  const found = new Set<string>();
  const add = (labels: readonly string[]) => {
    for (const label of labels) found.add(label);
  };
  const field = (entity: Json) => {
    add(texts(entity, ['label', 'description']));
    for (const choice of list(entity.options)) add(texts(choice, ['label']));
  };
  for (const object of list(manifest.objects)) {
    add(texts(object, ['labelSingular', 'labelPlural', 'description']));
    list(object.fields).forEach(field);
  }
  list(manifest.fields).forEach(field);
  for (const view of list(manifest.views)) {
    if (view.type !== 'FIELDS_WIDGET') add(texts(view, ['name']));
    for (const group of list(view.fieldGroups)) add(texts(group, ['name']));
  }
  for (const layout of list(manifest.pageLayouts)) {
    add(texts(layout, ['name']));
    for (const tab of list(layout.tabs)) {
      add(texts(tab, ['title']));
      for (const widget of list(tab.widgets)) add(texts(widget, ['title']));
    }
  }
  for (const command of list(manifest.commandMenuItems)) add(texts(command, ['label', 'shortLabel']));
  for (const entry of list(manifest.navigationMenuItems)) add(texts(entry, ['name']));
  return found;
}
