type WordButtonProps = {
  readonly text: string
  /** It is all there is in its line. */
  readonly alone: boolean
  readonly onPress: () => void
}

/** A word in a text, to be pressed. A span: a button is a box of its own, in which a line of words cannot break. */
export function WordButton({ text, alone, onPress }: WordButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="button"
      tabIndex={0}
      className={alone ? 'explained-word explained-word-alone' : 'explained-word'}
      aria-haspopup="dialog"
      onClick={(event) => {
        // The words around it may be there to be pressed too, to write in them.
        event.stopPropagation()
        event.currentTarget.focus()
        onPress()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.stopPropagation()
        event.preventDefault()
        onPress()
      }}
    >
      {text}
    </span>
  )
}
