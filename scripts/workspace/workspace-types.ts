/** The embedded workspace as its users see it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from '#scripts/workspace/faults.ts';
import type { RequestCounter } from '#scripts/workspace/graphql/endpoint.ts';

export type WorkspaceOptions = {
  /** The folder with manifest.json and the built bundles (`…/.twenty/output`). */
  outputDir: string;
  /** Where PGlite keeps its files; in memory when absent. */
  dataDir?: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Called first for every request; true means it was answered. Lets `npm start` serve its page here. */
  handleRequest?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  log?: (line: string) => void;
  /** Runs cron functions on the minute. Off by default, so that tests decide when time passes. */
  cron?: boolean;
  /** Values of application variables, as an admin would set them. They are kept with the data. */
  applicationVariables?: Record<string, string>;
};

export type WorkspaceMember = {
  id: string;
  userId: string;
  name: string;
  email: string;
  roleLabel: string;
  token: string;
};

export type FunctionError = { functionName: string; message: string; stack?: string; at: string };

export type Workspace = {
  url: string;
  apiKey: string;
  /** The token of Ada Admin. */
  adminToken: string;
  applicationToken: string;
  workspaceId: string;
  applicationId: string;
  members: WorkspaceMember[];
  /** The token a front component gets: the application acting for this member. */
  widgetToken(memberId: string): string;
  /** Plain SQL on the same database, for tests and benchmarks. Tables carry the objects' singular names. */
  sql<T>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  runCron(functionNameOrId: string): Promise<unknown>;
  /** Runs a function as a workflow step would: as the application, with this input. */
  runAction(functionNameOrId: string, input: Record<string, unknown>): Promise<unknown>;
  /** Resolves when every queued database event, and what those caused, has been handled. */
  settle(): Promise<void>;
  faults: Faults;
  requests: RequestCounter;
  /** Errors thrown by functions; the real server logs them and does not retry. */
  functionErrors: FunctionError[];
  /** What the manifest no longer declares although the database has it. */
  warnings: string[];
  close(): Promise<void>;
};
