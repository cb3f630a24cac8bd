import { Button } from '@/components/ui/button';

type Props = {
  /** Somebody is about to leave what was changed: it is asked about in place of Delete. */
  asking: boolean;
  busy: boolean;
  ready: boolean;
  onDelete: () => void;
  onDiscard: () => void;
};

/** What can be done with what stands in the editor. */
export function EditorBar({ asking, busy, ready, onDelete, onDiscard }: Props) {
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-between gap-2 border-t border-line px-5 py-3">
      {asking ? (
        <p role="alert" className="text-ui font-medium">
          Save your changes?
        </p>
      ) : (
        <Button variant="ghost" className="-ml-4 text-danger" onClick={onDelete}>
          Delete
        </Button>
      )}
      <span className="ml-auto flex gap-2">
        <Button variant="ghost" onClick={onDiscard}>
          {asking ? 'Discard' : 'Cancel'}
        </Button>
        <Button variant="primary" type="submit" busy={busy} disabled={!ready}>
          Save
        </Button>
      </span>
    </div>
  );
}
