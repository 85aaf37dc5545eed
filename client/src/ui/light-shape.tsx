import './light-shape.css'

const PATHS = {
  stop: 'M7 2h10l5 5v10l-5 5H7l-5-5V7z',
  slow: 'M12 3 22.5 21h-21z',
  agree: 'M2 13l7 7L22 5',
} as const

type LightShapeProps = {
  readonly of: keyof typeof PATHS
  /** Drawn full: it is on. */
  readonly on?: boolean
}

/** The shape of a traffic light, the same wherever it stands: not everybody sees colours. Words are beside it. */
export function LightShape({ of, on = false }: LightShapeProps) {
  return (
    <svg className={`light-shape light-shape-${of}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[of]} fill={on && of !== 'agree' ? 'currentColor' : 'none'} />
    </svg>
  )
}
