/** In the place of the app's own, which Next would take from the folder above. */
export function register(): void {}
