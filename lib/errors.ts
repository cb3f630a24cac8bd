/** Errors that a caller can do something about. Programs rely on the code, so it never changes; the message is for a person. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'AppError';
  }
}

export const badRequest = (code: string, message: string, details?: unknown) => new AppError(code, 400, message, details);
export const notFound = (what: string) => new AppError('not_found', 404, `That ${what} does not exist.`);
export const conflict = (code: string, message: string, details?: unknown) => new AppError(code, 409, message, details);
