/** A piece of a message with the words that were searched for marked; the server marks them with `**`. */
export function Snippet({ text }: { text: string }) {
  return (
    <span className="line-clamp-3 text-meta text-muted">
      {text.split('**').map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece))}
    </span>
  );
}
