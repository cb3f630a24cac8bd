/** How far something is, from 0 to 1. */
export function Progress({ value, label }: { value: number; label: string }) {
  const percent = Math.round(value * 100);
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-1.5 overflow-hidden rounded-full bg-pressed">
      <div className="h-full rounded-full bg-accent transition-[width] duration-140" style={{ width: `${percent}%` }} />
    </div>
  );
}
