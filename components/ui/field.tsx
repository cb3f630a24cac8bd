import { type ReactNode, useId } from 'react';

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** Beside the label, when something has become of it. */
  said?: string | null;
  /** Draws the control; spread what it is given, so that label, hint and error belong to it. */
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
};

/** A labelled control with its hint and its error below, tied together for screen readers. */
export function Field({ label, hint, error, said, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid content-start gap-1.5">
      <div className="flex items-baseline justify-between gap-2 text-meta">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {said !== undefined && (
          <span role="status" className="text-muted">
            {said}
          </span>
        )}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-meta text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
