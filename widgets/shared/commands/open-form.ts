/**
 * Opens a command's form, or a record, in Twenty's side panel: the next step of a row is one press away. A form is
 * known by our identifier; which id it has in this workspace is asked once, when the first one is opened.
 */
import { openSidePanelPage, SidePanelPages } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { readFormIds } from '#widgets/shared/api/form-ids.ts';
import { quietly } from '#widgets/shared/parts/quietly.ts';

export type RecordRef = { object: string; recordId: string };

export type FormRef = RecordRef & { widget: string; title: string };

let formIds: Promise<ReadonlyMap<string, string>> | null = null;

function knownForms(): Promise<ReadonlyMap<string, string>> {
  formIds ??= readFormIds().catch(() => {
    formIds = null;
    return new Map<string, string>();
  });
  return formIds;
}

export function openRecord({ object, recordId }: RecordRef): Promise<void> {
  return quietly(() =>
    openSidePanelPage({ page: SidePanelPages.ViewRecord, recordId, objectNameSingular: object }),
  );
}

/** The record instead, where the server does not name its forms: its command menu has the same command. */
export async function openForm({ widget, title, ...ref }: FormRef): Promise<void> {
  const frontComponentId = (await knownForms()).get(widgetsId(`widget.${widget}`));
  if (frontComponentId === undefined) return openRecord(ref);
  await quietly(() =>
    openSidePanelPage({
      page: SidePanelPages.ViewFrontComponent,
      frontComponentId,
      recordId: ref.recordId,
      objectNameSingular: ref.object,
      pageTitle: title,
    }),
  );
}
