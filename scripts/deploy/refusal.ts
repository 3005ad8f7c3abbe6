/** The two ways a deploy ends badly. Each message is one plain sentence that says what to do. */

/** Found before anything was changed: exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Something broke after the server was changed: exit code 1. */
export class DeployFailed extends Error {
  override readonly name = 'DeployFailed';
}
