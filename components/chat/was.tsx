/** What something was, before what it has become; nothing where it was not set. */
export const Was = ({ value }: { value: string | null }) =>
  value !== null && (
    <>
      <del className="decoration-outline">{value}</del>
      <span aria-hidden> → </span>
      <span className="sr-only"> to </span>
    </>
  );
