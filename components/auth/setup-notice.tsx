/** Stands in place of a page until the deployment has the setting that `sentence` names. */
export function SetupNotice({ sentence }: { sentence: string }) {
  return (
    <section role="alert" className="grid gap-2">
      <h1 className="text-display font-semibold tracking-tight">Almost there</h1>
      <p className="text-read text-muted">{sentence}</p>
    </section>
  );
}
