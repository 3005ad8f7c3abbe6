/** Notices as Twenty's own notes: they show in the record's Notes tab and on its timeline. */
import type { Notices } from '#port/store.ts';
import { dataOrThrow, type TwentyClient } from './client.ts';
import { singular } from './mapping.ts';

export function twentyNotices(client: TwentyClient): Notices {
  return {
    async tell(object, recordId, title, text) {
      const note = dataOrThrow(
        await client.graphql('mutation ($data: NoteCreateInput!) { createNote(data: $data) { id } }', {
          data: { title, bodyV2: { markdown: text } },
        }),
      ).createNote as { id: string };
      const name = singular(object);
      const target = `target${name.charAt(0).toUpperCase()}${name.slice(1)}Id`;
      dataOrThrow(
        await client.graphql(
          'mutation ($data: NoteTargetCreateInput!) { createNoteTarget(data: $data) { id } }',
          {
            data: { noteId: note.id, [target]: recordId },
          },
        ),
      );
    },
  };
}
