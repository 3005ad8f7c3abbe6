/**
 * Everything in which Twenty's versions differ for a deploy, in one place.
 * The thresholds come from Twenty's pull requests (named below); only 2.21.0 was run.
 */
import type { SdkGeneration } from '#scripts/build/stage.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { Refusal } from './refusal.ts';

export type Version = readonly [major: number, minor: number, patch: number];

export type Capabilities = {
  version: string;
  /** Which SDK builds and uploads. The one for today's servers uploads in a way that came with 2.40. */
  generation: SdkGeneration;
  /** The server itself gives every object its timeline, notes, tasks and files (#22882, #23124). */
  ownsRecordRelations: boolean;
  /** A tab may be one widget that fills it; later this is a plain list of one widget (#25511). */
  supportsCanvas: boolean;
  /** Where a widget says its place on a dashboard's grid (#25511 to #25513). */
  placesWidgets: 'gridPosition' | 'position';
  /** How a table widget names its view (#23634). */
  tableWidgetViewKey: 'viewId' | 'viewUniversalIdentifier';
};

const SINCE = {
  ownsRecordRelations: [2, 23, 0],
  viewUniversalIdentifierInTableWidgets: [2, 25, 0],
  canvasIsGone: [2, 39, 0],
  currentSdk: [2, 40, 0],
} as const satisfies Record<string, Version>;

/** The oldest server that Keyturn deploys to: the lower end of `engines.twenty`. */
export const OLDEST_SERVER = packageJson.engines.twenty.replace(/^>=\s*/, '');

/**
 * The range that a package states. A server compares it with the release of its last database
 * migration, and 2.21.0 has none of its own: it calls itself 2.20.0 there (seen live). So the
 * package asks for one release less, and the deploy itself holds to OLDEST_SERVER.
 */
export const PACKAGED_RANGE = OLDEST_SERVER.replace(
  /^(\d+)\.(\d+)\..*$/,
  (_, major: string, minor: string) => `>=${major}.${Number(minor) - 1}.0`,
);

/** Reads `2.21.0`, `v2.43.1` and pre-releases such as `2.44.0-rc.1`; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text.trim());
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

export function isAtLeast(version: Version, threshold: Version): boolean {
  for (const [index, part] of threshold.entries()) {
    const own = version[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

/** @throws Refusal when Keyturn does not support the version, or cannot read it. */
export function capabilitiesOf(versionText: string): Capabilities {
  const version = parseVersion(versionText);
  const oldest = parseVersion(OLDEST_SERVER);
  if (version === undefined || oldest === undefined) {
    throw new Refusal(
      `The server does not say which version of Twenty it is ("${versionText}"): set APP_VERSION on the server, or deploy to one that runs a released Twenty.`,
    );
  }
  if (!isAtLeast(version, oldest)) {
    throw new Refusal(
      `The server runs Twenty ${versionText}, and Keyturn needs ${OLDEST_SERVER} or newer: upgrade Twenty, then deploy again.`,
    );
  }
  const since = (key: keyof typeof SINCE) => isAtLeast(version, SINCE[key]);
  return {
    version: versionText,
    generation: since('currentSdk') ? 'current' : 'legacy',
    ownsRecordRelations: since('ownsRecordRelations'),
    supportsCanvas: !since('canvasIsGone'),
    placesWidgets: since('canvasIsGone') ? 'position' : 'gridPosition',
    tableWidgetViewKey: since('viewUniversalIdentifierInTableWidgets') ? 'viewUniversalIdentifier' : 'viewId',
  };
}
