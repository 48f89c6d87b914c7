/** 回: a voice within a wall that gives it back. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="mark">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M8 8.5h16v15H8z" className="mark-line" />
      <path d="M13 13.5h6v5h-6z" className="mark-line" />
    </svg>
  );
}
