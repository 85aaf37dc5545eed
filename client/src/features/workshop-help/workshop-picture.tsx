import { useText } from '../../text/use-text.ts'
import { HelpPicture } from '../../ui/help-picture.tsx'

/** As e2e/pictures/workshop-help.spec.ts makes them. */
const SIZES = {
  before: [1120, 700],
  screen: [1600, 900],
  ideas: [360, 740],
  lead: [1120, 700],
  dots: [1120, 700],
} as const

/** A picture of a workshop. */
export function WorkshopPicture({ of }: { readonly of: keyof typeof SIZES }) {
  const t = useText()
  return <HelpPicture of={`workshop-${of}`} alt={t(`workshop-help.picture-${of}`)} size={SIZES[of]} />
}
