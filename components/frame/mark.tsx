/** The sign of Sayso: a tick that is spoken. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden className="text-accent">
      <path d="M4 5.5A2.5 2.5 0 0 1 6.500 3h11A2.500 2.500 0 0 1 20 5.500v9a2.500 2.500 0 0 1-2.500 2.500H11l-4.300 3.700c-.500.400-1.200.100-1.200-.500V17A2.500 2.500 0 0 1 4 14.500z" fill="currentColor" />
      <path d="m8.300 10.200 2.600 2.600 4.900-5" stroke="var(--bg)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
