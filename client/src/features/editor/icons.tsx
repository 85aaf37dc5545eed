/** Drawings of the tools on a 24-unit square. Each button names itself in words. */
export const ICONS = {
  heading: 'M5 5v14M14 5v14M5 12h9M18 11l2-1.5V19',
  subheading: 'M4 7v11M11 7v11M4 12.5h7M15 12.5a2.4 2.4 0 1 1 4.4 1.3L15 18h5',
  bold: 'M7 5h6a3.4 3.4 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M12 7h9M12 17h9M4 5.5 6 4v6.5M3.5 14.7a1.8 1.8 0 1 1 3 1.5L3.4 20h3.8',
  in: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5 7 12l-3 2.5',
  out: 'M4 5h16M11 10h9M11 14h9M4 19h16M7 9.5 4 12l3 2.5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  language: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.5c4 5 4 12 0 17M12 3.5c-4 5-4 12 0 17',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4',
  redo: 'm16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h4',
  keys: 'M9.2 9a2.9 2.9 0 1 1 4.2 2.6c-1 .5-1.4 1.1-1.4 2.2M12 17.6h.01',
} as const

export const Icon = ({ id }: { readonly id: keyof typeof ICONS }) => (
  <svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    strokeWidth={id === 'bold' ? 2.6 : 2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={ICONS[id]} />
  </svg>
)
