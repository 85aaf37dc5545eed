/** Three willow stems crossing once. Decoration: the name stands beside it. */
export function Mark({ size = '1.75rem' }: { readonly size?: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
        <path d="M9.5 29.5C11 21 20 17.5 25.5 4M22.5 29.5C21 21 12 17.5 6.5 4M16 29.5V3" />
      </g>
    </svg>
  )
}
