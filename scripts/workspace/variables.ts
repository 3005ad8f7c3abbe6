/**
 * Application variables: what an admin sets for the app and its functions find in their environment. As in
 * Twenty, a value is taken from the manifest once, when the variable is first seen; an upgrade never changes
 * it again, not even where nobody has touched it.
 */
import { readSettings, removeSetting, writeSetting } from '#scripts/workspace/database/migrate.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';
import { ApiError } from '#scripts/workspace/graphql/errors.ts';
import { metadataId } from '#scripts/workspace/model/build-model.ts';
import type { Manifest, ManifestVariable } from '#scripts/workspace/model/manifest.ts';

const PREFIX = 'variable.';
const MASK = '********';

/** A secret comes without a value, whatever the manifest says. */
function firstValue({ value, isSecret }: ManifestVariable): string {
  if (isSecret || value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A tenth of a secret is shown, at most five characters, so that an admin can tell two apart. */
const masked = (value: string) =>
  value === '' ? '' : value.slice(0, Math.min(5, Math.floor(value.length / 10))) + MASK;

export class Variables {
  private constructor(
    private readonly database: Database,
    private readonly declared: Record<string, ManifestVariable>,
    private readonly values: Map<string, string>,
  ) {}

  /** @param given what an admin has set, for tests and demonstrations. */
  static async open(
    database: Database,
    manifest: Manifest,
    given: Record<string, string>,
  ): Promise<Variables> {
    const declared = manifest.application.applicationVariables ?? {};
    const kept = await readSettings(database, PREFIX);
    const variables = new Variables(database, declared, new Map());
    for (const name of kept.keys()) if (!(name in declared)) await removeSetting(database, PREFIX + name);
    for (const [name, variable] of Object.entries(declared)) {
      await variables.keep(name, kept.get(name) ?? firstValue(variable));
    }
    for (const [name, value] of Object.entries(given)) await variables.set(name, value);
    return variables;
  }

  private async keep(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    await writeSetting(this.database, PREFIX + name, value);
  }

  /** Any text is taken, whatever type the variable declares. */
  async set(name: string, value: string): Promise<void> {
    if (!(name in this.declared)) {
      throw new ApiError(`Application variable with key ${name} not found`, 'NOT_FOUND', {
        subCode: 'APPLICATION_VARIABLE_NOT_FOUND',
        userFriendlyMessage: 'Application variable not found.',
      });
    }
    await this.keep(name, value);
  }

  environment(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  /** As an admin sees them: a secret is masked. */
  describe(): Record<string, unknown>[] {
    return Object.entries(this.declared).map(([key, variable]) => {
      const value = this.values.get(key) ?? '';
      return {
        id: metadataId(variable.universalIdentifier ?? key),
        key,
        value: variable.isSecret ? masked(value) : value,
        description: variable.description ?? '',
        isSecret: variable.isSecret ?? false,
        type: variable.type ?? 'TEXT',
        options: variable.options ?? null,
      };
    });
  }
}
