/** Runs a Node program, given with its arguments, to its end. @throws Error when it fails. */
export function run(...args: string[]): Promise<void>;
/** Whether `.next` holds a production build of the sources as they are now. */
export function isBuilt(): Promise<boolean>;
/** Builds for production. Opens no database but the empty one that it makes. */
export function build(): Promise<void>;
