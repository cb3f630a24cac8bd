/** A page's search parameters, in the order given, as they were in its address. */
export function readParameters(searchParams: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(searchParams).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => (one === undefined ? [] : [[name, one]])));
  return new URLSearchParams(pairs);
}
