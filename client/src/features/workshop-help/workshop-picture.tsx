import { useLanguage, useText } from '../../text/use-text.ts'
import './workshop-picture.css'

/** As `npm run screenshots` makes them (e2e/pictures/workshop-help.spec.ts), in CSS pixels. */
const SIZES = {
  before: [1120, 700],
  screen: [1600, 900],
  ideas: [360, 740],
  lead: [1120, 700],
  dots: [1120, 700],
} as const

/** A picture of the real thing, in the language shown. */
export function WorkshopPicture({ of }: { readonly of: keyof typeof SIZES }) {
  const t = useText()
  const language = useLanguage()
  const [width, height] = SIZES[of]
  return (
    <img
      className="workshop-picture"
      src={`/help-pictures/workshop-${of}-${language}.jpg`}
      alt={t(`workshop-help.picture-${of}`)}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  )
}
